//! The check from the browser.

use super::parts::{CheckActions, RegistryField};
use crate::components::ui;
use crate::islands::{CheckHosts, CheckPanel};
use crate::words::Ui;
use leptos::prelude::*;

/// The check page: the registry's name, then everything that follows from it.
#[component]
pub(super) fn CheckPage() -> impl IntoView {
    view! {
        <article class="check">
            <h1>{ui(Ui::CheckTitle)}</h1>
            <p>{ui(Ui::CheckLead)}</p>
            <RegistryField />
            <CheckHosts />
            <CheckActions />
            <CheckPanel />
        </article>
    }
}
