//! The whole guide as one file, for jump hosts and closed networks: opened from disk, it asks nobody for anything.

use super::all::Everything;
use super::whole::Whole;
use crate::address::Route;
use crate::components::{Site, ui, ui_text};
use crate::guide::Guide;
use crate::words::{LanguageCode, Ui};
use leptos::prelude::*;

/// What the file may do, wherever it is opened: nothing but look as it should.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The file's name, the same wherever it is offered.
pub fn name_of_file(language: &LanguageCode) -> String {
    format!("guide-{language}.html")
}

/// The document of the file. Links to pages still lead to the guide's site; the prerenderer turns those into links within the file
/// that it can.
#[component]
pub fn WholeFile(
    /// The guide in the file's language.
    guide: &'static Guide,
    /// The whole stylesheet.
    style: String,
    /// Scheme, host and base path of the guide's site.
    site: String,
    /// The day on which the file was made, `2026-11-25`.
    made: String,
) -> impl IntoView {
    let language = &guide.words.language;
    let site = Site {
        words: &guide.words,
        clouds: &guide.knowledge.clouds,
        commands: &guide.knowledge.commands,
        literals: &guide.knowledge.literals,
        version: &guide.version,
        base: site,
        route: Route::All,
    }
    .provide();
    provide_context(Whole(&guide.knowledge));
    let title = guide.words.ui(Ui::ProductName).text;
    let made = ui_text(Ui::FileMade, &[("name", &made), ("number", &guide.version)]);
    view! {
        <html lang=language.code.as_str() dir=language.dir.as_str()>
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content=POLICY />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{title}</title>
                <link rel="icon" href="data:," />
                {leptos::html::style().inner_html(style)}
            </head>
            <body>
                <main id="content">
                    <article class="whole">
                        <h1>{title}</h1>
                        <p class="made">{made}</p>
                        <p class="limits">
                            {ui(Ui::FileLimits)} " " <a href=site.href(&Route::Diagnosis)>{ui(Ui::FileDiagnosis)}</a>
                            " · " <a href=site.href(&Route::Check)>{ui(Ui::FileCheck)}</a>
                        </p>
                        <Everything />
                    </article>
                </main>
                <footer class="site-footer">
                    <p>{ui(Ui::Attribution)}</p>
                    <p class="fine">{ui(Ui::License)}</p>
                </footer>
            </body>
        </html>
    }
}
