//! The whole guide as one drawing.

use super::parts::{MapDrawing, MapList};
use super::whole::Whole;
use crate::components::ui;
use crate::map::Graph;
use crate::words::Ui;
use leptos::prelude::*;

/// The drawing, and the same as a list for whoever would rather read.
#[component]
pub(super) fn MapPage() -> impl IntoView {
    view! {
        <article>
            <h1>{ui(Ui::MapTitle)}</h1>
            <p>{ui(Ui::MapLead)}</p>
            <MapList />
            <MapDrawing graph=Graph::whole(Whole::here()) />
        </article>
    }
}
