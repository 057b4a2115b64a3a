//! The reader's own names (`data-own`) and the list of symptoms: bound to the static HTML, see `marks`.

use super::elements::each;
use crate::session::Values;
use crate::words::Placeholder;

/// Shows the reader's own names wherever the page mentions them.
pub fn show_own_names(values: &Values) {
    each("[data-own]", |element| {
        let Some(placeholder) = element.get_attribute("data-own").and_then(|name| Placeholder::named(&name)) else {
            return;
        };
        element.set_text_content(Some(values.text(placeholder)));
        let _ = element.class_list().toggle_with_force("known", values.is_usable(placeholder));
    });
}

/// Hides the symptoms for which `holds` does not hold of their whole text and of their literal texts (a line each), all in lower
/// case; returns how many are shown, and of how many.
pub fn filter_symptoms(holds: impl Fn(&str, &str) -> bool) -> (usize, usize) {
    let (mut shown, mut total) = (0, 0);
    each(".symptoms > li", |item| {
        let mut text = item.text_content().unwrap_or_default();
        text.push(' ');
        text.push_str(&item.get_attribute("data-search").unwrap_or_default());
        let text = lower_case(&text);
        let is_shown = holds(&text, &item.get_attribute("data-errors").unwrap_or_default());
        let _ = item.toggle_attribute_with_force("hidden", !is_shown);
        total += 1;
        shown += usize::from(is_shown);
    });
    (shown, total)
}

/// A text in lower case, by the browser's tables: bringing our own along would cost every reader some kilobytes.
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}
