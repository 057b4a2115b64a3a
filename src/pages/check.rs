//! The check from the browser.

use super::parts::{CheckActions, CheckWishes, RegistryField};
use crate::components::ui;
use crate::islands::{CheckHosts, CheckPanel};
use crate::words::Ui;
use leptos::prelude::*;

/// The check page: the registry's name and what else is to be asked, the hosts, then everything that follows.
///
/// The frame is the prober's: of opaque origin, so that it has no rights, and without cookies where the browser can do that.
#[component]
pub(super) fn CheckPage(
    /// The address of the prober's own document.
    prober: String,
) -> impl IntoView {
    view! {
        <article class="check">
            <h1>{ui(Ui::CheckTitle)}</h1>
            <p>{ui(Ui::CheckLead)}</p>
            <div class="check-form">
                <RegistryField />
                <CheckWishes />
            </div>
            <CheckHosts />
            <CheckActions />
            <CheckPanel />
            {leptos::html::iframe()
                .attr("id", "prober")
                .attr("src", prober)
                .attr("sandbox", "allow-scripts")
                .attr("credentialless", "")
                .attr("hidden", "")
                .attr("title", "prober")
                .attr("tabindex", "-1")}
        </article>
    }
}
