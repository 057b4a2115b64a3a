//! What the registry's name stands for.

use super::Reader;
use crate::browser;
use crate::components::{Markup, Site, changing, code, effect, inline, nothing, piece, ui_text};
use crate::reach::{NameError, Registry};
use crate::session::{Change, Field};
use crate::words::Ui;
use leptos::prelude::*;

/// What was understood of the registry's name, or what is wrong with it and what to do. The field itself stands in the page.
#[island]
pub fn RegistryAnswer() -> impl IntoView {
    let reader = Reader::here();
    effect(move || {
        let is_wrong = reader.registry.with(|registry| matches!(registry, Some(Err(_))));
        let is_empty = reader.registry.with(Option::is_none);
        browser::set_attribute("#registry", "aria-invalid", if is_wrong { "true" } else { "false" });
        browser::set_flag("#registry-help", "data-unseen", !is_empty);
    });
    changing(move || {
        reader.registry.with(|registry| match registry {
            None => nothing(),
            Some(Ok(registry)) => understood(registry),
            Some(Err(error)) => refused(error),
        })
    })
}

/// What the name stands for, and what the reader should know about how it was read.
fn understood(registry: &Registry) -> Markup {
    let words = Site::here().words;
    let hints = registry
        .hints()
        .iter()
        .filter_map(|hint| words.get(&["name", hint.as_str(), "help"].join(".")))
        .map(|block| piece("p").class("hint").child(inline(block)).render());
    let server = piece("p")
        .class("understood")
        .say(Ui::RegistryUnderstood)
        .text(" ")
        .child(code(&registry.authority()).render());
    piece("div").child(server.render()).children(hints).render()
}

/// What is wrong with it, and what to do.
fn refused(error: &NameError) -> Markup {
    let words = Site::here().words;
    let text = |field: &str| words.get(&["name", error.id().as_str(), field].join(".")).map(inline);
    let suggestion = error
        .suggestion()
        .map(|name| offer(ui_text(Ui::RegistrySuggestion, &[("name", &name)]), &Change::Use(Field::Registry, name)));
    let own = error.may_be_self_hosted().then(|| offer(ui_text(Ui::RegistrySelfHosted, &[]), &Change::SelfHosted));
    piece("div")
        .class("refused")
        .child(piece("strong").children(text("title")).render())
        .text(" ")
        .children(text("help"))
        .child(piece("div").class("offers").children(suggestion).children(own).render())
        .render()
}

/// A button that takes another name for the one typed, or the one typed for a registry of the reader's own.
fn offer(label: String, change: &Change) -> Markup {
    piece("button").class("suggestion").change(change).text(label).render()
}
