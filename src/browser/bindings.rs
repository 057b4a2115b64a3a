//! What recurs dozens of times on a page and is therefore bound to the static HTML instead of being an island each: the
//! reader's own names (`data-own`), the shell (`data-shell`, `data-shell-choice`), copying (`data-copy`), the list of
//! symptoms.

use super::elements::{each, on_click};
use crate::components::ui_text;
use crate::session::{Shell, Values};
use crate::words::{Placeholder, Ui};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

/// Shows the reader's own names wherever the page mentions them.
pub fn show_own_names(values: &Values) {
    each("[data-own]", |element| {
        let Some(placeholder) = element.get_attribute("data-own").and_then(|name| Placeholder::named(&name)) else {
            return;
        };
        element.set_text_content(Some(values.text(placeholder)));
        let _ = element.class_list().toggle_with_force("known", values.known(placeholder).is_some());
    });
}

/// Shows every command for this shell; the stylesheet hides the other.
pub fn show_shell(shell: Shell) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-shell", shell.as_str());
    }
    each("[data-shell-choice]", |button| {
        let is_this = button.get_attribute("data-shell-choice").as_deref() == Some(shell.as_str());
        let _ = button.set_attribute("aria-pressed", if is_this { "true" } else { "false" });
        let _ = button.remove_attribute("disabled");
    });
}

/// Calls back when the reader chooses a shell at any command.
pub fn on_shell_chosen(chosen: impl Fn(Shell) + 'static) {
    on_click("[data-shell-choice]", move |button| {
        if let Some(shell) = button.get_attribute("data-shell-choice").and_then(|name| Shell::named(&name)) {
            chosen(shell);
        }
    });
}

/// Hides the symptoms whose texts do not hold; returns how many are shown, and of how many.
pub fn filter_symptoms(holds: impl Fn(&str) -> bool) -> (usize, usize) {
    let (mut shown, mut total) = (0, 0);
    each(".symptoms > li", |item| {
        let seen = item.text_content().unwrap_or_default().to_lowercase();
        let text = format!("{seen} {}", item.get_attribute("data-search").unwrap_or_default());
        let is_shown = holds(&text);
        let _ = item.toggle_attribute_with_force("hidden", !is_shown);
        total += 1;
        shown += usize::from(is_shown);
    });
    (shown, total)
}

/// Makes the copy buttons work: each copies the command that is shown beside it, and says whether the browser let it.
pub fn enable_copying() {
    each("[data-copy]", |button| {
        let _ = button.remove_attribute("disabled");
    });
    on_click("[data-copy]", |button| {
        let Some(figure) = button.closest("figure").ok().flatten() else { return };
        let Some(text) = shown_text(&figure) else { return };
        let Ok(Some(label)) = button.query_selector("span") else { return };
        spawn_local(async move {
            let said = if copy(&text).await { Ui::CommandCopied } else { Ui::CommandCopyRefused };
            label.set_text_content(Some(&ui_text(said, &[])));
            let usual = ui_text(Ui::CommandCopy, &[]);
            set_timeout(move || label.set_text_content(Some(&usual)), SAID_FOR);
        });
    });
}

/// How long a button says what came of it.
const SAID_FOR: Duration = Duration::from_secs(4);

/// The command's text in the shell that is shown.
fn shown_text(figure: &Element) -> Option<String> {
    let shell = document().document_element()?.get_attribute("data-shell").unwrap_or_default();
    let form = figure.query_selector(&format!("pre[data-for=\"{shell}\"]")).ok().flatten();
    form.or_else(|| figure.query_selector("pre").ok().flatten())?.text_content()
}

/// Copies a text. Without a clipboard (an insecure page, a frame without delegation) nothing is copied.
async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent on insecure pages, where the binding would hand out an undefined value.
    let is_there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| !clipboard.is_undefined());
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
