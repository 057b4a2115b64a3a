//! The ways on: to solutions, to causes.

use crate::address::Route;
use crate::components::{Icon, Site, Symbol};
use crate::knowledge::{CauseId, SolutionId};
use crate::pages::whole::text;
use leptos::prelude::*;

/// Links to solutions.
#[component]
pub fn SolutionWays(
    /// Which, in order.
    ids: Vec<&'static SolutionId>,
) -> impl IntoView {
    ways(ids.into_iter().map(|id| (Route::Solution(id.clone()), format!("solution.{id}.title"))))
}

/// Links to causes.
#[component]
pub fn CauseWays(
    /// Which, in order.
    ids: Vec<&'static CauseId>,
) -> impl IntoView {
    ways(ids.into_iter().map(|id| (Route::Cause(id.clone()), format!("cause.{id}.title"))))
}

fn ways(ways: impl Iterator<Item = (Route, String)>) -> AnyView {
    let site = Site::here();
    let items = ways
        .map(|(route, title)| {
            view! {
                <li><a class="onward" href=site.href(&route)>{text(&title)} " " <Icon symbol=Symbol::Forward /></a></li>
            }
        })
        .collect_view();
    view! { <ul class="ways">{items}</ul> }.into_any()
}
