//! Every verdict of the check in its place, from fixed measurements: for those who write the texts.
//!
//! Law: no network, no program; what stands here is made by the code that makes it in the browser.

mod vectors;

use crate::components::{Site, piece, ui};
use crate::islands::{Shown, shown, shown_tabs};
use crate::observation::TabFamily;
use crate::words::Ui;
use leptos::prelude::*;
pub use vectors::vectors;

/// The page: one check after another, each with its verdict's name in front.
#[component]
pub(super) fn GalleryPage() -> impl IntoView {
    let site = Site::here();
    let checks = vectors(site.clouds).into_iter().map(|vector| {
        let check = Shown::with(vector.registry, vector.plan, &vector.observed);
        let name = piece("h2").class("vector-name").child(crate::components::code(vector.name).render()).render();
        piece("section").class("shown").child(name).child(shown(&check, &[])).render().element()
    });
    let checks: Vec<_> = checks.collect();
    let tabs = vectors(site.clouds).into_iter().take(1).flat_map(|vector| {
        let check = Shown::with(vector.registry, vector.plan, &vector.observed);
        TabFamily::ALL.map(|family| shown_tabs(&check, &[], Some(family)).element())
    });
    let tabs: Vec<_> = tabs.collect();
    view! {
        <article class="check gallery">
            <h1>{ui(Ui::GalleryTitle)}</h1>
            <p>{ui(Ui::GalleryLead)}</p>
            {checks}
            {tabs}
        </article>
    }
}
