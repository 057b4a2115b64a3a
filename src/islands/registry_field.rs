//! The registry's name: entered once, used everywhere.

use super::Reader;
use crate::browser;
use crate::components::{Rich, Site, inline, ui, ui_text};
use crate::reach::{NameError, Registry};
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
                aria-invalid=move || invalid().to_string()
                prop:value=move || reader.session.with(|session| session.typed.registry.clone())
                on:input=typed
            />
            <div id="registry-answer" class="field-answer" aria-live="polite">
                {move || reader.registry.with(|registry| match registry {
                    None => ui(Ui::RegistryHelp),
                    Some(Ok(registry)) => understood(registry),
                    Some(Err(error)) => refused(error),
                })}
            </div>
        </div>
    }
}

/// What the name stands for, and what the reader should know about how it was read.
fn understood(registry: &Registry) -> Rich {
    let words = Site::here().words;
    let hints = registry
        .hints()
        .iter()
        .filter_map(|hint| words.get(&format!("name.{hint}.title")))
        .map(|block| view! { <span class="hint">{inline(block)}</span> })
        .collect_view();
    view! {
        <span class="understood">
            {ui_text(Ui::RegistryUnderstood, &[])} " " <code dir="ltr" translate="no">{registry.authority()}</code>
        </span>
        {hints}
    }
    .into_any()
}

/// What is wrong with it, and what to do.
fn refused(error: &NameError) -> Rich {
    let words = Site::here().words;
    let session = Reader::here().session;
    let text = |field: &str| words.get(&format!("name.{}.{field}", error.id())).map(inline);
    let offer = |label: String, typed: Option<String>| {
        view! {
            <button
                type="button"
                class="suggestion"
                on:click=move |_| {
                    let typed = typed.clone();
                    session.update(|session| match typed {
                        Some(name) => session.typed.registry = name,
                        None => session.typed.self_hosted = true,
                    });
                    browser::focus("registry");
                }
            >
                {label}
            </button>
        }
    };
    let suggestion = error
        .suggestion()
        .map(|name| offer(ui_text(Ui::RegistrySuggestion, &[("name", &name)]), Some(name.clone())));
    let own = error.may_be_self_hosted().then(|| offer(ui_text(Ui::RegistrySelfHosted, &[]), None));
    view! {
        <span class="refused"><strong>{text("title")}</strong> " " {text("help")} " " {suggestion} " " {own}</span>
    }
    .into_any()
}
