//! Where one is.

use crate::address::Route;
use crate::components::{Site, ui};
use crate::words::Ui;
use leptos::prelude::*;

/// The way back to the start, and what kind of page this is.
#[component]
pub fn Crumbs(
    /// The kind of page, where it is not a symptom's.
    kind: Option<Ui>,
) -> impl IntoView {
    let start = Site::here().href(&Route::Start);
    let kind = kind.map(|kind| view! { " / " <span>{ui(kind)}</span> });
    view! { <p class="crumbs"><a href=start>{ui(Ui::NavAllSymptoms)}</a> {kind}</p> }
}
