//! What the reader marks dozens of times on a page, bound to the static HTML instead of being an island each: steps,
//! causes, the shell. Each mark says in `data-change` what it changes.

use super::elements::{each, on};
use crate::components::ui_text;
use crate::session::{Change, Session};
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
        let _ = button.set_attribute("aria-pressed", if holds { "true" } else { "false" });
        let _ = button.remove_attribute("disabled");
    });
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

/// Adds the steps that were ticked before the program was there.
pub fn take_early_ticks(session: &mut Session) {
    each("input[data-change]:checked", |input| {
        if let Some(change) = change_of(input).filter(|change| !change.holds(session)) {
            change.apply(session);
        }
    });
}

/// Calls back when the reader marks something.
pub fn on_session_changed(changed: impl Fn(Change) + Clone + 'static) {
    for (event, selector) in [("click", "button[data-change]"), ("change", "input[data-change]")] {
        let changed = changed.clone();
        on(event, selector, move |element| {
            if let Some(change) = change_of(&element) {
                changed(change);
            }
        });
    }
}

fn change_of(element: &Element) -> Option<Change> {
    Change::parse(&element.get_attribute("data-change")?)
}
