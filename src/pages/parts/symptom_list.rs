//! What do you see? The symptoms, with a filter over their texts.

use crate::address::Route;
use crate::components::{Icon, Site, Symbol, ui};
use crate::knowledge::Symptom;
use crate::pages::head::plain;
use crate::pages::whole::{Whole, text};
use crate::words::Ui;
use leptos::prelude::*;

/// The symptoms and their filter.
#[component]
pub fn SymptomList() -> impl IntoView {
    let items = Whole::here().symptoms.iter().map(|symptom| view! { <SymptomItem symptom=symptom /> }).collect_view();
    view! {
        <div class="field filter">
            <label for="filter">{ui(Ui::FilterLabel)}</label>
            <input
                id="filter"
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="filter-count"
            />
            <p id="filter-count" class="field-answer" role="status"></p>
        </div>
        <ul class="symptoms">{items}</ul>
    }
}

#[component]
fn SymptomItem(symptom: &'static Symptom) -> impl IntoView {
    let site = Site::here();
    let id = &symptom.id;
    let error = symptom.errors.first().map(|error| view! { <code dir="ltr" translate="no">{error.as_str()}</code> });
    view! {
        <li data-search=unseen(site, symptom) data-errors=symptom.errors.join("\n").to_lowercase()>
            <a href=site.href(&Route::Symptom(id.clone()))>
                <span class="symptom-title">{text(&format!("symptom.{id}.title"))}</span>
                {error}
                <Icon symbol=Symbol::Forward />
            </a>
        </li>
    }
}

/// What the filter looks at beyond what the list shows: the summary and the other literal texts.
fn unseen(site: &Site, symptom: &Symptom) -> String {
    let summary = site.words.paragraphs(&format!("symptom.{}.summary", symptom.id));
    let summary = summary.iter().map(|block| plain(site.literals, block.text));
    let errors = symptom.errors.iter().skip(1).cloned();
    summary.chain(errors).collect::<Vec<_>>().join(" ").to_lowercase()
}
