//! One document as text.

use crate::address::Route;
use crate::guide::Guide;
use crate::pages::{Chooser, ChooserKind, DataFiles, Document, Shell, WholeFile};
use leptos::prelude::*;

/// A page in the guide's language.
pub fn document(shell: &Shell, guide: &'static Guide, data: &DataFiles, route: &Route) -> String {
    let (shell, data, route) = (shell.clone(), data.clone(), route.clone());
    render(move || view! { <Document shell guide data route /> }.into_any())
}

/// The whole guide as one file, with links to the pages of its site.
pub fn file(guide: &'static Guide, style: String, site: String, made: String) -> String {
    render(move || view! { <WholeFile guide style site made /> }.into_any())
}

/// The page that chooses a language, or one for addresses that lead nowhere.
pub fn chooser(shell: &Shell, guides: &[&'static Guide], kind: ChooserKind) -> String {
    let (shell, guides) = (shell.clone(), guides.to_vec());
    render(move || view! { <Chooser shell guides kind /> }.into_any())
}

fn render(view: impl FnOnce() -> AnyView) -> String {
    // An owner of its own: signals and context of one page end with it.
    let owner = Owner::new();
    let html = owner.with(|| view().to_html());
    owner.cleanup();
    format!("<!doctype html>\n{}", tidy(&html))
}

const ISLAND: (&str, &str) = ("<leptos-island", "</leptos-island>");
/// What Leptos writes to find its place again. The HTML standard calls it an incorrectly opened comment.
const MARK: &str = "<!>";

/// Makes Leptos' marks proper comments inside islands, which are not nested, and leaves them out elsewhere: nothing there is
/// ever taken over.
fn tidy(html: &str) -> String {
    let mut rest = html;
    let mut tidied = String::with_capacity(html.len());
    while let Some((before, from)) = rest.split_once(ISLAND.0) {
        let (island, after) = from.split_once(ISLAND.1).unwrap_or((from, ""));
        tidied.push_str(&before.replace(MARK, ""));
        tidied.push_str(ISLAND.0);
        tidied.push_str(&island.replace(MARK, "<!---->"));
        tidied.push_str(ISLAND.1);
        rest = after;
    }
    tidied.push_str(&rest.replace(MARK, ""));
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_where_the_program_looks_for_them() {
        assert_eq!(
            tidy("<p>a<!></p><leptos-island x><i>b<!></i></leptos-island><p>c<!></p>"),
            "<p>a</p><leptos-island x><i>b<!----></i></leptos-island><p>c</p>"
        );
    }
}
