//! The language menu: plain links to the same place in every language.

use crate::components::{Icon, Site, Symbol, ui_text};
use crate::words::Ui;
use leptos::prelude::*;

/// Links to this page in every language. The session lives in the tab, so state is kept; the start script keeps the choice,
/// and the place on the page.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let site = Site::here();
    let here = &site.words.language;
    let items = site
        .words
        .languages
        .iter()
        .map(|language| {
            let code = language.code.as_str();
            let current = (language.code == here.code).then_some("true");
            let address = site.route.href(&site.base, &language.code);
            view! {
                <li>
                    <a href=address hreflang=code lang=code dir=language.dir.as_str() aria-current=current>
                        {language.name.as_str()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="menu language-menu">
            <summary aria-label=format!("{}: {}", ui_text(Ui::LanguageLabel, &[]), here.name)>
                <Icon symbol=Symbol::Globe /> <span>{here.name.as_str()}</span>
            </summary>
            <ul>{items}</ul>
        </details>
    }
}
