//! Focus, addresses, the clock, files and print.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
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

/// What stands behind the `#` of the page's address.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Takes away what stands behind the `#`, so that a reload does not open it again.
pub fn forget_fragment() {
    let _ = window().location().set_hash("");
}

/// Loads the page anew when its address gets another session behind the `#`: as if the link had been opened in a tab of its own.
pub fn reload_for_links() {
    let changed = Closure::<dyn Fn()>::new(|| {
        if fragment().starts_with("s=") {
            let _ = window().location().reload();
        }
    });
    let _ = window().add_event_listener_with_callback("hashchange", changed.as_ref().unchecked_ref());
    changed.forget();
}

/// Now, in minutes since 1970 began, in UTC.
pub fn minute() -> u32 {
    (js_sys::Date::now() / 60_000.0) as u32
}

/// Opens the browser's dialogue for printing.
pub fn print_page() {
    let _ = window().print();
}

/// Gives the reader a file to keep.
pub fn save_file(name: &str, kind: &str, text: &str) {
    let Ok(link) = document().create_element("a") else { return };
    let address = ["data:", kind, ";charset=utf-8,", &String::from(js_sys::encode_uri_component(text))].concat();
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    link.unchecked_ref::<HtmlElement>().click();
}

/// Tenths as a number with one decimal, as the language of the page writes it.
pub fn decimal(tenths: u32, language: &str) -> String {
    js_sys::Number::from(f64::from(tenths) / 10.0).to_locale_string(language).into()
}
