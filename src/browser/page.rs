//! Focus and addresses.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the focus on the element of that id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A browser that refuses the focus leaves it where it is: nothing is lost.
        let _ = element.focus();
    }
}

/// The whole address of a file beside the guide, on the page's own server.
pub fn own_url(base: &str, file: &str) -> String {
    format!("{}{base}{file}", window().location().origin().unwrap_or_default())
}
