//! The registry's name: entered once, used everywhere.

use super::Reader;
use crate::components::{Markup, Site, changing, code, inline, nothing, piece, ui_text};
use crate::reach::{NameError, Registry};
use crate::session::Change;
use crate::words::Ui;
use leptos::html::Input;
use leptos::prelude::*;

/// The field for the registry's name, with what was understood, or what is wrong and what to do.
#[island]
pub fn RegistryField() -> impl IntoView {
    let reader = Reader::here();
    let input = NodeRef::<Input>::new();
    // Typed before the program was there: take it over instead of overwriting it.
    input.on_load(move |input| {
        let early = input.value();
        if !early.is_empty() {
            reader.session.update(|session| session.typed.registry = early);
        }
    });
    let invalid = move || reader.registry.with(|registry| matches!(registry, Some(Err(_))));
    let typed = move |event| {
        let typed = event_target_value(&event);
        reader.session.update(|session| {
            session.typed.registry = typed;
            // Said of another name.
            session.typed.self_hosted = false;
        });
    };
    view! {
        <div class="field registry-field">
            <label for="registry">{ui_text(Ui::RegistryLabel, &[])}</label>
            <input
                id="registry"
                type="text"
                dir="ltr"
                inputmode="url"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                placeholder="contosoprod"
                node_ref=input
                aria-describedby="registry-answer"
                aria-invalid=Signal::derive(move || invalid().to_string())
                prop:value=Signal::derive(move || reader.session.with(|session| session.typed.registry.clone()))
                on:input=typed
            />
            <div id="registry-answer" class="field-answer stacked" aria-live="polite">
                <p class:unseen=move || reader.registry.with(Option::is_some)>{ui_text(Ui::RegistryHelp, &[])}</p>
                {changing(move || reader.registry.with(|registry| match registry {
                    None => nothing(),
                    Some(Ok(registry)) => understood(registry),
                    Some(Err(error)) => refused(error),
                }))}
            </div>
        </div>
    }
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
        .map(|name| offer(ui_text(Ui::RegistrySuggestion, &[("name", &name)]), &Change::UseRegistry(name)));
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
