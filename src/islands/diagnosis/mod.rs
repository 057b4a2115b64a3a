//! The diagnosis: pasted output and answers in, ranked causes with reasons and the next step out.
//!
//! Law: nothing of a text leaves this folder but what was recognised in it. The page is rendered with the empty field; rules and
//! words are loaded when there is something to judge.

mod answer;
mod field;
mod knowing;
mod known;
mod lines;
mod next;
mod offers;
mod ranking;
mod telling;

use crate::components::{changing, ui_text};
use crate::words::Ui;
use field::paste_field;
use knowing::Loading;
use leptos::prelude::*;
use telling::Telling;

/// The field for pasted output, and everything that follows from it and from what the reader has said.
#[island]
pub fn DiagnosisPanel() -> impl IntoView {
    let telling = Telling::new();
    telling.follow();
    view! {
        {paste_field(telling)}
        <p class="unseen-label" role="status">
            {Signal::derive(move || answer::summary(telling))}
        </p>
        <button
            type="button"
            hidden=Signal::derive(move || !telling.loading.with(Loading::has_failed))
            on:click=move |_| telling.load()
        >
            {ui_text(Ui::PasteRetry, &[])}
        </button>
        {changing(move || answer::answer(telling))}
    }
}
