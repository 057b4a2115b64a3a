//! The head of every page: where one is, where one can go, language and theme.

use super::{LanguageMenu, ThemeSwitch};
use crate::address::Route;
use crate::components::{Site, ui, ui_text};
use crate::words::Ui;
use leptos::prelude::*;

/// The head of every page.
#[component]
pub fn Header() -> impl IntoView {
    let site = Site::here();
    let entry = |route: Route, text: Ui| {
        let current = (site.route == route).then_some("page");
        view! { <a href=site.href(&route) aria-current=current>{ui(text)}</a> }
    };
    view! {
        <a class="skip" href="#content">{ui(Ui::SkipToContent)}</a>
        <header class="site-header">
            <a class="product" href=site.href(&Route::Start)>{ui(Ui::ProductName)}</a>
            <nav aria-label=ui_text(Ui::NavLabel, &[])>
                {entry(Route::Start, Ui::NavStart)} {entry(Route::Diagnosis, Ui::NavDiagnosis)} {entry(Route::Check, Ui::NavCheck)} {entry(Route::Report, Ui::NavReport)} {entry(Route::All, Ui::NavAll)}
            </nav>
            <div class="site-tools">
                <LanguageMenu />
                <ThemeSwitch />
            </div>
        </header>
    }
}
