//! Where one is.

use crate::address::Route;
use crate::components::{Site, ui};
use crate::words::Ui;
use leptos::prelude::*;

/// The way back to the start, and what kind of page this is.
#[component]
pub fn Crumbs(
    /// The kind of page.
    kind: Ui,
) -> impl IntoView {
    let start = Site::here().href(&Route::Start);
    view! { <p class="crumbs"><a href=start>{ui(Ui::NavStart)}</a> " / " <span>{ui(kind)}</span></p> }
}
