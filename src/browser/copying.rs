//! Copying commands, and what leaves the page.

use super::elements::{each, on};
use crate::components::ui_text;
use crate::words::Ui;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

/// Makes the copy buttons work: each copies the command that is shown beside it, and says whether the browser let it.
pub fn enable_copying() {
    each("[data-copy]", |button| {
        let _ = button.remove_attribute("disabled");
    });
    on("click", "[data-copy]", |button, _| {
        let Some(figure) = button.closest("figure").ok().flatten() else { return };
        if let Some(text) = shown_text(&figure) {
            copy_and_say(&button, text);
        }
    });
}

/// Copies what is made when a button is pressed, and says on the button whether the browser let it.
pub fn on_copy(selector: &'static str, made: impl Fn() -> String + 'static) {
    on("click", selector, move |button, _| copy_and_say(&button, made()));
}

fn copy_and_say(button: &Element, text: String) {
    let Ok(Some(label)) = button.query_selector("span") else { return };
    // While it says what came of it, that is not its usual label.
    let usual = button.get_attribute(USUAL).or_else(|| label.text_content()).unwrap_or_default();
    let _ = button.set_attribute(USUAL, &usual);
    spawn_local(async move {
        let said = if copy(&text).await { Ui::CommandCopied } else { Ui::CommandCopyRefused };
        label.set_text_content(Some(&ui_text(said, &[])));
        set_timeout(move || label.set_text_content(Some(&usual)), SAID_FOR);
    });
}

/// Where a button keeps its usual label.
const USUAL: &str = "data-usual";

/// How long a button says what came of it.
const SAID_FOR: Duration = Duration::from_secs(4);

/// The command's text in the shell that is shown.
fn shown_text(figure: &Element) -> Option<String> {
    let shell = document().document_element()?.get_attribute("data-shell").unwrap_or_default();
    let form = figure.query_selector(&["pre[data-for=\"", &shell, "\"]"].concat()).ok().flatten();
    form.or_else(|| figure.query_selector("pre").ok().flatten())?.text_content()
}

/// Copies a text. Without a clipboard (an insecure page, a frame without delegation) nothing is copied.
async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent on insecure pages, where the binding would hand out an undefined value.
    let is_there =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| !clipboard.is_undefined());
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
