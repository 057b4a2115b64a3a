//! The script to run where it fails, in each of its forms.

use super::command_block::{CopyButton, filled};
use crate::knowledge::Script;
use crate::pages::whole::{Whole, paragraphs, text};
use leptos::prelude::*;

/// What to run where it fails, so that its output can be pasted here: a form for each place, folded. Plain HTML: without the
/// program the forms open all the same, and the text is there to be selected.
#[component]
pub fn Collect() -> impl IntoView {
    let forms = Whole::here().scripts.iter().map(form).collect_view();
    view! {
        <section class="collect" id="collect">
            <h2>{text("collect.all.title")}</h2>
            {paragraphs("collect.all.lead")}
            {forms}
        </section>
    }
}

fn form(script: &'static Script) -> AnyView {
    let id = script.variant.as_str();
    view! {
        <details>
            <summary>{text(&format!("collect.{id}.title"))}</summary>
            {paragraphs(&format!("collect.{id}.lead"))}
            <figure class="command">
                <div class="command-bar"><CopyButton /></div>
                <pre dir="ltr" translate="no" tabindex="0"><code>{filled(&script.text)}</code></pre>
            </figure>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::Collect;
    use crate::address::Route;
    use crate::authoring;
    use crate::components::Site;
    use crate::guide::Guide;
    use crate::pages::Whole;
    use leptos::prelude::*;
    use scraper::{Html, Selector};
    use std::path::Path;

    fn rendered(code: &str) -> Html {
        let content = authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads");
        let guide: &'static Guide = Box::leak(Box::new(content.guide(&code.into()).expect("the guide speaks it")));
        let Guide { words, knowledge, .. } = guide;
        let html = Owner::new().with(|| {
            let site = Site {
                words,
                clouds: &knowledge.clouds,
                commands: &knowledge.commands,
                literals: &knowledge.literals,
                base: "/".to_owned(),
                route: Route::Start,
                version: &guide.version,
            };
            site.provide();
            provide_context(Whole(knowledge));
            view! { <Collect /> }.to_html()
        });
        Html::parse_fragment(&html)
    }

    fn texts(html: &Html, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector of this test");
        html.select(&selector).map(|element| element.text().collect()).collect()
    }

    #[test]
    fn every_form_opens_without_the_program_and_has_its_text_and_a_copy_button() {
        for code in ["sv", "en"] {
            let html = rendered(code);
            assert_eq!(texts(&html, "details > summary").len(), 6);
            assert_eq!(texts(&html, "details > figure.command button[data-copy] > span").len(), 6);
            assert!(
                texts(&html, "h2, summary, p").iter().all(|text| !text.is_empty() && !text.starts_with("collect."))
            );
            for form in texts(&html, "details > figure.command > pre") {
                assert!(form.contains("registry-guide-script 1"), "{form}");
                assert!(!form.lines().any(|line| line.trim_start().starts_with('#')), "{form}");
            }
        }
    }

    #[test]
    fn the_readers_own_names_have_their_places_in_every_form() {
        let html = rendered("sv");
        for name in ["login-server", "region", "suffix", "blob-suffix"] {
            let places = texts(&html, &format!("details var[data-own=\"{name}\"]"));
            assert!(places.len() >= 6, "{name}: {places:?}");
        }
    }
}
