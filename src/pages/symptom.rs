//! One symptom and its likely causes.

use super::parts::{CauseCard, ChangeNotes, Commands, Crumbs, ErrorTexts, LinkList, MapDrawing, OwnNames};
use super::whole::{Whole, paragraphs, text};
use crate::address::Route;
use crate::components::{Icon, Site, Symbol, ui};
use crate::knowledge::{Subject, Symptom};
use crate::map::Graph;
use crate::observation::Seen;
use crate::session::Change;
use crate::words::Ui;
use leptos::prelude::*;

/// One symptom: its texts, what tells the causes apart, the causes by likelihood.
#[component]
pub(super) fn SymptomPage(symptom: &'static Symptom) -> impl IntoView {
    let id = &symptom.id;
    let causes = symptom
        .causes
        .iter()
        .filter_map(|cause| Whole::here().cause(cause))
        .map(|cause| view! { <CauseCard symptom=id cause=cause /> })
        .collect_view();
    let begin = Change::Say(Seen::Symptom(id.clone()));
    let tell = (!symptom.commands.is_empty()).then(|| {
        view! {
            <section>
                <h2>{ui(Ui::SymptomTell)}</h2>
                <p>{ui(Ui::SymptomTellLead)}</p>
                <Commands ids=&symptom.commands />
            </section>
        }
    });
    view! {
        <Crumbs kind=None />
        <article>
            <h1>{text(&format!("symptom.{id}.title"))}</h1>
            <ErrorTexts texts=&symptom.errors />
            {paragraphs(&format!("symptom.{id}.summary"))}
            <OwnNames />
            <section>
                <h2>{ui(Ui::SymptomCauses)}</h2>
                <ol class="causes">{causes}</ol>
            </section>
            <section>
                <h2>{ui(Ui::DiagnosisBegin)}</h2>
                <p>{ui(Ui::DiagnosisBeginLead)}</p>
                <p>
                    <a class="button" href=Site::here().href(&Route::Diagnosis) data-change=begin.to_string()>
                        {ui(Ui::DiagnosisBeginLink)} " " <Icon symbol=Symbol::Forward />
                    </a>
                </p>
            </section>
            {tell}
            <ChangeNotes about=Subject::Symptom(id.clone()) />
            <LinkList ids=&symptom.links />
            <details class="map-of-symptom">
                <summary>{ui(Ui::MapOfSymptom)}</summary>
                <MapDrawing graph=Graph::of_symptom(Whole::here(), id) />
                <p>
                    <a class="onward" href=Site::here().href(&Route::Map)>
                        {ui(Ui::MapWhole)} " " <Icon symbol=Symbol::Forward />
                    </a>
                </p>
            </details>
        </article>
    }
}
