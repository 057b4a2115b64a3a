//! What do you see? The filter over the symptoms' texts.

use super::Reader;
use crate::browser;
use crate::components::{effect, ui_text};
use crate::knowledge::holds_error;
use crate::words::Ui;
use leptos::html::Input;
use leptos::prelude::*;

/// The filter over the list of symptoms that stands below it on the page. Every word typed must occur in a symptom's
/// title, summary or literal texts; or what was typed is pasted output that holds one of those literal texts.
#[island]
pub fn SymptomFilter() -> impl IntoView {
    let ready = Reader::here().ready;
    let filter = RwSignal::new(String::new());
    let counts = RwSignal::new((0, 0));
    let input = NodeRef::<Input>::new();
    input.on_load(move |input| filter.set(input.value()));
    effect(move || {
        let typed = filter.with(|filter| browser::lower_case(filter));
        let needles: Vec<&str> = typed.split_whitespace().collect();
        counts.set(browser::filter_symptoms(|text, errors| {
            needles.iter().all(|needle| text.contains(needle)) || errors.lines().any(|error| holds_error(&typed, error))
        }));
    });
    let count = Signal::derive(move || {
        let (shown, total) = counts.get();
        if !ready.get() {
            String::new()
        } else if shown == 0 {
            ui_text(Ui::FilterNothing, &[])
        } else {
            ui_text(Ui::FilterCount, &[("shown", &shown.to_string()), ("total", &total.to_string())])
        }
    });
    view! {
        <div class="field filter">
            <label for="filter">{ui_text(Ui::FilterLabel, &[])}</label>
            <input
                id="filter"
                type="search"
                autocomplete="off"
                spellcheck="false"
                node_ref=input
                aria-describedby="filter-count"
                prop:value=Signal::derive(move || filter.get())
                on:input=move |event| filter.set(event_target_value(&event))
            />
            <p id="filter-count" class="field-answer" role="status">{count}</p>
        </div>
    }
}
