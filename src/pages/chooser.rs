//! The pages without a language of their own: the one that chooses it, and those for addresses that lead nowhere.

use super::Shell;
use crate::address::Route;
use crate::guide::Guide;
use crate::words::Ui;
use leptos::prelude::*;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChooserKind {
    /// `/`: goes on to the reader's language.
    Choose,
    /// `404.html`: says so and leads back.
    NotFound,
    /// What the service worker shows without network, for a page that it has not kept.
    Offline,
}

/// A document that speaks every language at once, with plain links.
#[component]
pub fn Chooser(
    /// Where it is served.
    shell: Shell,
    /// The guide in every language, the source first.
    guides: Vec<&'static Guide>,
    /// Which of them.
    kind: ChooserKind,
) -> impl IntoView {
    let Shell { origin, base, assets } = shell;
    let (title, lead) = match kind {
        ChooserKind::Choose => (Ui::StartTitle, Ui::StartLead),
        ChooserKind::NotFound => (Ui::NotFoundTitle, Ui::NotFoundLead),
        ChooserKind::Offline => (Ui::OfflineTitle, Ui::OfflineLead),
    };
    let source = guides.first().map(|guide| &guide.words);
    let parts = guides
        .iter()
        .map(|guide| {
            let words = &guide.words;
            let language = &words.language;
            let (code, dir) = (language.code.as_str(), language.dir.as_str());
            view! {
                <section lang=code dir=dir>
                    <h2>{words.ui(title).text}</h2>
                    <p>{words.ui(lead).text}</p>
                    <p>
                        <a class="button" href=Route::Start.href(&base, &language.code) hreflang=code>
                            {words.ui(Ui::ChooserGo).text}
                        </a>
                    </p>
                </section>
            }
        })
        .collect_view();
    let alternates = guides
        .iter()
        .map(|guide| {
            let code = &guide.words.language.code;
            view! {
                <link rel="alternate" hreflang=code.as_str() href=format!("{origin}{}", Route::Start.href(&base, code)) />
            }
        })
        .collect_view();
    let product = source.map(|words| words.ui(Ui::ProductName).text);
    let (robots, script, addresses) = match kind {
        ChooserKind::NotFound | ChooserKind::Offline => {
            (Some(view! { <meta name="robots" content="noindex" /> }), None, None)
        }
        ChooserKind::Choose => (
            None,
            Some(view! { <script type="module" src=assets.choose></script> }),
            Some(view! {
                <link rel="canonical" href=format!("{origin}{base}") />
                {alternates}
                <link rel="alternate" hreflang="x-default" href=format!("{origin}{base}") />
            }),
        ),
    };
    view! {
        <html lang=source.map(|words| words.language.code.as_str()) dir=source.map(|words| words.language.dir.as_str())>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{product}</title>
                <link rel="stylesheet" href=assets.style />
                <meta name="description" content=source.map(|words| words.ui(lead).text) />
                <meta name="color-scheme" content="light dark" />
                {robots}
                {script}
                {addresses}
                <link rel="icon" type="image/svg+xml" href=assets.icon />
            </head>
            <body>
                <main class="chooser" id="content">
                    <h1>{product}</h1>
                    {parts}
                </main>
            </body>
        </html>
    }
}
