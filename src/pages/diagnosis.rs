//! Pasted output and answers, judged.

use super::parts::{Collect, OwnNames, PasteField};
use crate::components::ui;
use crate::islands::DiagnosisPanel;
use crate::words::Ui;
use leptos::prelude::*;

/// The diagnosis page: what the start page has at its top, with room, and with the reader's own names for the commands.
#[component]
pub(super) fn DiagnosisPage() -> impl IntoView {
    view! {
        <article class="diagnosis">
            <h1>{ui(Ui::DiagnosisTitle)}</h1>
            <p>{ui(Ui::DiagnosisLead)}</p>
            <PasteField />
            <DiagnosisPanel />
            <OwnNames />
            <Collect />
        </article>
    }
}
