//! Elements of the static page, by selector.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// Does something with every element that a selector finds.
pub fn each(selector: &str, mut with: impl FnMut(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for nth in 0..found.length() {
        if let Some(element) = found.get(nth).and_then(|node| node.dyn_into().ok()) {
            with(&element);
        }
    }
}

/// Calls back when an event reaches an element that a selector finds, or something inside it: for as long as the page lives,
/// also for elements that come later.
pub fn on(event: &str, selector: &'static str, happened: impl Fn(Element) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(element) = target.and_then(|target| target.closest(selector).ok().flatten()) {
            happened(element);
        }
    });
    let _ = document().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}
