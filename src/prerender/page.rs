//! One document as text.

use crate::guide::Guide;
use crate::pages::{Chooser, ChooserKind, Document, Shell};
use crate::address::Route;
use leptos::prelude::*;

/// A page in the guide's language. `words` is the address of that language's data.
pub fn document(shell: &Shell, guide: &'static Guide, words: &str, route: &Route) -> String {
    let (shell, words, route) = (shell.clone(), words.to_owned(), route.clone());
    render(move || view! { <Document shell guide words route /> }.into_any())
}

/// The page that chooses a language, or the one for addresses that lead nowhere.
pub fn chooser(shell: &Shell, guides: &[&'static Guide], kind: ChooserKind) -> String {
    let (shell, guides) = (shell.clone(), guides.to_vec());
    render(move || view! { <Chooser shell guides kind /> }.into_any())
}

fn render(view: impl FnOnce() -> AnyView) -> String {
    // An owner of its own: signals and context of one page end with it.
    let owner = Owner::new();
    let html = owner.with(|| view().to_html());
    owner.cleanup();
    format!("<!doctype html>\n{html}")
}
