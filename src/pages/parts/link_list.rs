//! Where to read on.

use crate::components::{Icon, Symbol};
use crate::knowledge::LinkId;
use crate::pages::whole::{Whole, text};
use leptos::prelude::*;

/// Links out of the guide.
#[component]
pub fn LinkList(
    /// Which, in order.
    ids: &'static [LinkId],
) -> impl IntoView {
    if ids.is_empty() {
        return ().into_any();
    }
    let items = ids
        .iter()
        .filter_map(|id| Whole::here().link(id))
        .map(|link| {
            view! {
                <li>
                    <a href=link.url.as_str() rel="noreferrer">
                        {text(&format!("link.{}.title", link.id))} " " <Icon symbol=Symbol::External />
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="links">{items}</ul> }.into_any()
}
