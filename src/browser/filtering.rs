//! The filter over the list of symptoms.

use super::bindings::{filter_symptoms, lower_case};
use super::elements::{on_text, set_text};
use crate::components::ui_text;
use crate::knowledge::holds_error;
use crate::words::Ui;
use leptos::prelude::document;

/// Makes the filter work where the page has one, and says how many symptoms it shows. Every word typed must occur in a symptom's
/// title, summary or literal texts; or what was typed is pasted output that holds one of those literal texts.
pub fn enable_filter() {
    if document().get_element_by_id("filter").is_some() {
        filter(String::new());
        on_text("#filter", filter);
    }
}

fn filter(typed: String) {
    let typed = lower_case(&typed);
    let needles: Vec<&str> = typed.split_whitespace().collect();
    let (shown, total) = filter_symptoms(|text, errors| {
        needles.iter().all(|needle| text.contains(needle)) || errors.lines().any(|error| holds_error(&typed, error))
    });
    let text = match shown {
        0 => ui_text(Ui::FilterNothing, &[]),
        _ => ui_text(Ui::FilterCount, &[("shown", &shown.to_string()), ("total", &total.to_string())]),
    };
    set_text("#filter-count", &text);
}
