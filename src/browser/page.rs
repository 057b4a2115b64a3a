//! Focus and addresses.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the focus on the element of that id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A browser that refuses the focus leaves it where it is: nothing is lost.
        let _ = element.focus();
    }
}

/// Puts the focus on the element of that id once the page shows what has just changed.
pub fn focus_soon(id: &'static str) {
    set_timeout(move || focus(id), Duration::ZERO);
}

/// The whole address of a file beside the guide, on the page's own server.
pub fn own_url(base: &str, file: &str) -> String {
    [&window().location().origin().unwrap_or_default(), base, file].concat()
}

/// Tenths as a number with one decimal, as the language of the page writes it.
pub fn decimal(tenths: u32, language: &str) -> String {
    js_sys::Number::from(f64::from(tenths) / 10.0).to_locale_string(language).into()
}
