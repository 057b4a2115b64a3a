//! What the reader marks dozens of times on a page, bound to the static HTML instead of being an island each: steps,
//! causes, the shell, the fields for the reader's own names. Each says in `data-change` or `data-field` what it changes.

use super::elements::{each, on, set_value, value_of};
use crate::components::ui_text;
use crate::session::{Change, Field, Session};
use crate::words::Ui;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Shows a session on the page.
pub fn show_session(session: &Session) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-shell", session.shell.as_str());
    }
    each("button[data-change]", |button| {
        let holds = change_of(button).is_some_and(|change| change.holds(session));
        if button.has_attribute("aria-pressed") {
            let _ = button.set_attribute("aria-pressed", if holds { "true" } else { "false" });
        }
        // Starting again holds as long as there is nothing to forget.
        let is_idle = holds && button.class_list().contains("restart");
        let _ = button.toggle_attribute_with_force("disabled", is_idle);
    });
    for field in Field::ALL {
        set_value(&["input[data-field=", field.as_str(), "]"].concat(), session.typed.field(field));
    }
    let (mut done, mut total) = (0_usize, 0_usize);
    each("input[data-change]", |element| {
        let (Some(input), Some(change)) = (element.dyn_ref::<HtmlInputElement>(), change_of(element)) else { return };
        let holds = change.holds(session);
        input.set_checked(holds);
        total += 1;
        done += usize::from(holds);
    });
    each(".progress", |progress| {
        let text = ui_text(Ui::SolutionProgress, &[("done", &done.to_string()), ("total", &total.to_string())]);
        progress.set_text_content(Some(&text));
    });
}

/// Takes over what was ticked and typed before the program was there.
pub fn take_early_input(session: &mut Session) {
    each("input[data-field]", |element| {
        if let Some((field, typed)) = typed_into(element).filter(|(_, typed)| !typed.is_empty()) {
            session.typed.set_field(field, typed);
        }
    });
    each("input[data-change]:checked", |input| {
        if let Some(change) = change_of(input).filter(|change| !change.holds(session)) {
            change.apply(session);
        }
    });
}

/// Calls back when the reader types into a field.
pub fn on_typed(changed: impl Fn(Field, String) + 'static) {
    on("input", "input[data-field]", move |element, _| {
        if let Some((field, typed)) = typed_into(&element) {
            changed(field, typed);
        }
    });
}

/// Calls back when the reader marks something.
pub fn on_session_changed(changed: impl Fn(Change) + Clone + 'static) {
    for (event, selector) in [("click", "button[data-change], a[data-change]"), ("change", "input[data-change]")] {
        let changed = changed.clone();
        on(event, selector, move |element, _| {
            if let Some(change) = change_of(&element) {
                let is_about_the_name = matches!(change, Change::Use(Field::Registry, _) | Change::SelfHosted);
                let is_in_answer = element.closest(".answer").ok().flatten().is_some();
                let stands_below = element.closest("#registry-answer").ok().flatten().is_some();
                changed(change);
                // The answer is shown anew, and the button with it.
                if is_in_answer {
                    super::page::focus_soon("verdict");
                    super::page::focus_soon("next");
                }
                // The button goes away with what it mended; its field is where the reader goes on.
                if is_about_the_name && stands_below {
                    super::page::focus("registry");
                }
            }
        });
    }
}

fn change_of(element: &Element) -> Option<Change> {
    Change::parse(&element.get_attribute("data-change")?)
}

fn field_of(element: &Element) -> Option<Field> {
    Field::named(&element.get_attribute("data-field")?)
}

fn typed_into(element: &Element) -> Option<(Field, String)> {
    Some((field_of(element)?, value_of(element)))
}
