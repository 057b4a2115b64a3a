//! What the reader says of a cause: fits, ruled out, or nothing.

use super::Reader;
use crate::components::{Icon, Site, Symbol, ui_text};
use crate::knowledge::{CauseId, SymptomId};
use crate::session::Ruling;
use crate::words::Ui;
use leptos::prelude::*;

/// Two buttons of which at most one is pressed. How the cause then looks is the stylesheet's business.
#[island]
pub fn RulingSwitch(
    /// The symptom.
    symptom: SymptomId,
    /// One of its causes.
    cause: CauseId,
) -> impl IntoView {
    let Reader { session, ready, .. } = Reader::here();
    let label = Site::here().words.get(&format!("cause.{cause}.title")).map(|block| block.text);
    let about = StoredValue::new((symptom, cause));
    let ruling = Memo::new(move |_| about.with_value(|(symptom, cause)| session.with(|it| it.ruling(symptom, cause))));
    let button = move |this: Ruling, class: &'static str, text: Ui, symbol: Symbol| {
        let press = move |_| {
            let next = if ruling.get_untracked() == this { Ruling::Open } else { this };
            about.with_value(|(symptom, cause)| session.update(|it| it.rule(symptom, cause, next)));
        };
        view! {
            <button
                type="button"
                class=class
                disabled=move || !ready.get()
                aria-pressed=move || (ruling.get() == this).to_string()
                on:click=press
            >
                <Icon symbol=symbol /> {ui_text(text, &[])}
            </button>
        }
    };
    view! {
        <div class="segments ruling" role="group" aria-label=label>
            {button(Ruling::Fits, "fits", Ui::CauseFits, Symbol::Check)}
            {button(Ruling::Out, "out", Ui::CauseOut, Symbol::Cross)}
        </div>
    }
}
