//! Elements of the static page, by selector.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Does something with every element that a selector finds.
pub fn each(selector: &str, mut with: impl FnMut(&Element)) {
    visit(selector, &mut with);
}

/// One function for all, so that readers download it once.
fn visit(selector: &str, with: &mut dyn FnMut(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for nth in 0..found.length() {
        if let Some(element) = found.get(nth).and_then(|node| node.dyn_into().ok()) {
            with(&element);
        }
    }
}

/// Calls back when an event reaches an element that a selector finds, or something inside it: for as long as the page lives,
/// also for elements that come later.
pub fn on(event: &str, selector: &'static str, happened: impl Fn(Element, &Event) + 'static) {
    listen(event, selector, Box::new(happened));
}

/// What is done with the element and the event.
type Happened = Box<dyn Fn(Element, &Event)>;

/// One function for all, so that readers download it once.
fn listen(event: &str, selector: &'static str, happened: Happened) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(element) = target.and_then(|target| target.closest(selector).ok().flatten()) {
            happened(element, &event);
        }
    });
    let _ = document().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Calls back when a button is pressed.
pub fn on_press(selector: &'static str, pressed: impl Fn() + 'static) {
    on("click", selector, move |_, _| pressed());
}

/// Calls back with what stands in a field whenever that changes, and now if something does already.
pub fn on_text(selector: &'static str, changed: impl Fn(String) + 'static) {
    let early = document().query_selector(selector).ok().flatten().map(|field| value_of(&field)).unwrap_or_default();
    if !early.is_empty() {
        changed(early);
    }
    on("input", selector, move |field, _| changed(value_of(&field)));
}

/// What stands in a field. Every field has a `value`, whatever its type.
pub fn value_of(field: &Element) -> String {
    field.unchecked_ref::<web_sys::HtmlInputElement>().value()
}

/// Puts a text into a field.
pub fn set_value(selector: &str, text: &str) {
    each(selector, |field| {
        let field: &web_sys::HtmlInputElement = field.unchecked_ref();
        // Setting the same text again would move the cursor.
        if field.value() != text {
            field.set_value(text);
        }
    });
}

/// Shows a text in an element.
pub fn set_text(selector: &str, text: &str) {
    each(selector, |element| {
        if element.text_content().as_deref() != Some(text) {
            element.set_text_content(Some(text));
        }
    });
}

/// Sets an attribute that is there or not.
pub fn set_flag(selector: &str, name: &str, is_set: bool) {
    each(selector, |element| {
        let _ = element.toggle_attribute_with_force(name, is_set);
    });
}

/// Sets an attribute.
pub fn set_attribute(selector: &str, name: &str, value: &str) {
    each(selector, |element| {
        let _ = element.set_attribute(name, value);
    });
}

/// Presses a button or opens a field's dialogue.
pub fn press(selector: &str) {
    each(selector, |element| element.unchecked_ref::<HtmlElement>().click());
}

/// Whether the box that a selector finds is ticked.
pub fn is_ticked(selector: &str) -> bool {
    let mut is_ticked = false;
    each(selector, |element| is_ticked |= element.unchecked_ref::<web_sys::HtmlInputElement>().checked());
    is_ticked
}

/// Calls back with the value of an attribute when an element that has it is pressed.
pub fn on_press_of(selector: &'static str, attribute: &'static str, pressed: impl Fn(String) + 'static) {
    on("click", selector, move |element, _| pressed(element.get_attribute(attribute).unwrap_or_default()));
}
