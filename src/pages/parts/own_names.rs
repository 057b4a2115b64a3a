//! The reader's own names, on every page with commands.

use crate::components::{ui, ui_text};
use crate::islands::{OwnFields, RegistryField};
use crate::words::Ui;
use leptos::prelude::*;

/// The registry first, the rest on demand.
#[component]
pub fn OwnNames() -> impl IntoView {
    view! {
        <section class="own-names" aria-label=ui_text(Ui::OwnNamesTitle, &[])>
            <RegistryField />
            <details>
                <summary>{ui(Ui::OwnNamesMore)}</summary>
                <OwnFields />
            </details>
        </section>
    }
}
