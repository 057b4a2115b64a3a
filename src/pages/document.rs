//! The document around a page: what search engines, previews and the start script need. Only the prerenderer uses it.

use super::body::Body;
use super::{Whole, head};
use crate::address::Route;
use crate::components::{Site, ui_text};
use crate::guide::Guide;
use crate::islands::Reader;
use crate::session::Shell as CommandShell;
use crate::words::Ui;
use leptos::prelude::*;

/// Addresses of the built files, all below the base path and named after their content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// The stylesheet.
    pub style: String,
    /// The start script of pages.
    pub boot: String,
    /// The script of the page that chooses a language.
    pub choose: String,
    /// The icon.
    pub icon: String,
    /// The script that asks, for the page of the check and the prober's document.
    pub probe: String,
    /// The prober's document, which that page has in a frame.
    pub prober: String,
}

/// The addresses of what the program loads, named after their content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataFiles {
    /// What every page loads, in one language.
    pub words: String,
    /// What a diagnosis is shown with, in one language.
    pub casebook: String,
    /// What it is made with, in every language.
    pub rules: String,
}

/// Where the guide is served, and the files that every page shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// Scheme and host, without a slash at the end: canonical addresses must be whole.
    pub origin: String,
    /// The base path, with a slash at both ends.
    pub base: String,
    /// The built files.
    pub assets: Assets,
}

/// A whole document.
#[component]
pub fn Document(
    /// Where it is served.
    shell: Shell,
    /// The guide in the document's language.
    guide: &'static Guide,
    /// The addresses of that language's data, for the browser to load.
    data: DataFiles,
    /// Which page.
    route: Route,
) -> impl IntoView {
    let language = &guide.words.language;
    let Shell { origin, base, assets } = shell;
    let texts = head(guide, &route);
    let site = Site {
        words: &guide.words,
        clouds: &guide.knowledge.clouds,
        commands: &guide.knowledge.commands,
        literals: &guide.knowledge.literals,
        base: base.clone(),
        route: route.clone(),
        version: &guide.version,
    };
    Reader::provide(site.provide());
    provide_context(Whole(&guide.knowledge));
    let title =
        ui_text(Ui::DocumentTitle, &[("page", &texts.title), ("product", guide.words.ui(Ui::ProductName).text)]);
    let whole = |code| format!("{origin}{}", route.href(&base, code));
    let alternates = guide
        .words
        .languages
        .iter()
        .map(|other| view! { <link rel="alternate" hreflang=other.code.as_str() href=whole(&other.code) /> })
        .collect_view();
    let others = guide
        .words
        .languages
        .iter()
        .filter(|other| other.code != language.code)
        .map(|other| property("og:locale:alternate", other.og_locale.as_str()))
        .collect_view();
    let start = format!("{origin}{base}");
    // Only these pages judge, and the last tells of it.
    let judges = matches!(route, Route::Start | Route::Diagnosis | Route::Report);
    let asks = (route == Route::Check).then(|| view! { <script async=true src=assets.probe></script> });
    let is_hidden = (route == Route::Gallery).then(|| view! { <meta name="robots" content="noindex" /> });
    let is_start =
        (route == Route::Start).then(|| view! { <link rel="alternate" hreflang="x-default" href=start.clone() /> });
    view! {
        <html
            lang=language.code.as_str()
            dir=language.dir.as_str()
            data-base=base.clone()
            data-page=route.path()
            data-words=data.words
            data-rules=judges.then_some(data.rules)
            data-casebook=judges.then_some(data.casebook)
            data-shell=CommandShell::default().as_str()
        >
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title.clone()}</title>
                <link rel="stylesheet" href=assets.style />
                <script type="module" async=true src=assets.boot></script>
                {asks}
                {is_hidden}
                <meta name="description" content=texts.description.clone() />
                <meta name="color-scheme" content="light dark" />
                <link rel="canonical" href=whole(&language.code) />
                {alternates}
                {is_start}
                <link rel="icon" type="image/svg+xml" href=assets.icon />
                {property("og:type", "article")}
                {property("og:site_name", guide.words.ui(Ui::ProductName).text)}
                {property("og:title", texts.title)}
                {property("og:description", texts.description)}
                {property("og:url", whole(&language.code))}
                {property("og:locale", language.og_locale.as_str())}
                {others}
            </head>
            <body>
                <Body prober=assets.prober />
            </body>
        </html>
    }
}

/// An Open Graph property; the attribute is not part of HTML's own vocabulary.
fn property(name: &'static str, content: impl Into<String>) -> impl IntoView {
    leptos::html::meta().attr("property", name).attr("content", content.into())
}
