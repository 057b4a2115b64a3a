//! Start again: forgets answers and ticks.

use super::Reader;
use crate::components::{Icon, Symbol, ui_text};
use crate::words::Ui;
use leptos::prelude::*;

/// A button that forgets answers and ticks. It is there only when there is something to forget; the reader's own
/// names stay.
#[island]
pub fn Restart() -> impl IntoView {
    let session = Reader::here().session;
    view! {
        <button
            type="button"
            class="quiet restart"
            disabled=Signal::derive(move || !session.with(|session| session.has_progress()))
            on:click=move |_| session.update(|session| session.start_again())
        >
            <Icon symbol=Symbol::Restart /> {ui_text(Ui::Restart, &[])}
        </button>
    }
}
