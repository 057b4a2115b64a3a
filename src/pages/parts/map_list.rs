//! The map in the form of a list: for screen readers, for narrow windows, for whoever would rather read.

use crate::address::Route;
use crate::components::{Site, ui};
use crate::knowledge::{Cause, CauseId, SolutionId, Symptom};
use crate::pages::whole::{Whole, text};
use crate::words::Ui;
use leptos::prelude::*;

/// What the drawing shows, as two nested lists.
#[component]
pub fn MapList() -> impl IntoView {
    let knowledge = Whole::here();
    view! {
        <details class="map-list">
            <summary>{ui(Ui::MapList)}</summary>
            <p class="contents-title">{ui(Ui::AllSymptoms)}</p>
            <ul>{knowledge.symptoms.iter().map(symptom_item).collect_view()}</ul>
            <p class="contents-title">{ui(Ui::AllCauses)}</p>
            <ul>{knowledge.causes.iter().map(cause_item).collect_view()}</ul>
        </details>
    }
}

fn symptom_item(symptom: &'static Symptom) -> AnyView {
    let id = &symptom.id;
    let causes = symptom.causes.iter().map(|cause| view! { <li>{cause_link(cause)}</li> }).collect_view();
    view! {
        <li>
            <a href=Site::here().href(&Route::Symptom(id.clone()))>{text(&format!("symptom.{id}.title"))}</a>
            <ol>{causes}</ol>
        </li>
    }
    .into_any()
}

fn cause_item(cause: &'static Cause) -> AnyView {
    let page = Site::here().href(&Route::Cause(cause.id.clone()));
    let knowledge = Whole::here();
    let findings = knowledge
        .findings_of(&cause.id)
        .map(|finding| {
            let (id, solution) = (&finding.id, &finding.solution);
            view! {
                <li>
                    <a href=format!("{page}#{id}")>{text(&format!("finding.{id}.title"))}</a>
                    " – "
                    <a href=Site::here().href(&Route::Solution(solution.clone()))>
                        {text(&format!("solution.{solution}.title"))}
                    </a>
                </li>
            }
        })
        .collect_view();
    let mends = |id: &SolutionId| knowledge.findings_of(&cause.id).any(|finding| finding.solution == *id);
    let helping = cause
        .solutions
        .iter()
        .filter(|id| !mends(id))
        .map(|id| {
            let page = Site::here().href(&Route::Solution(id.clone()));
            view! { <li><a href=page>{text(&format!("solution.{id}.title"))}</a></li> }
        })
        .collect_view();
    view! { <li>{cause_link(&cause.id)} <ul>{findings} {helping}</ul></li> }.into_any()
}

fn cause_link(id: &CauseId) -> AnyView {
    let page = Site::here().href(&Route::Cause(id.clone()));
    view! { <a href=page>{text(&format!("cause.{id}.title"))}</a> }.into_any()
}
