//! The whole guide on one page, for reading, searching and print.

use super::file::name_of_file;
use super::parts::{ChangeNotes, Commands, ErrorTexts, FindingCard, LinkList};
use super::whole::{Whole, paragraphs, text};
use crate::address::Route;
use crate::components::{Icon, Site, Symbol, ui, ui_text};
use crate::knowledge::{Cause, Identified, Solution, Subject, Symptom};
use crate::words::Ui;
use leptos::prelude::*;
use std::fmt::Display;

/// The whole guide. What belongs to a session (ticks, rulings) is left to the pages of the single things.
#[component]
pub(super) fn AllPage() -> impl IntoView {
    let site = Site::here();
    let file = name_of_file(&site.words.language.code);
    view! {
        <article class="whole">
            <h1>{ui(Ui::AllTitle)}</h1>
            <p>{ui(Ui::AllLead)}</p>
            <p>
                <a class="onward" href=site.href(&Route::Map)>
                    {ui(Ui::MapWhole)} " " <Icon symbol=Symbol::Forward />
                </a>
            </p>
            <p class="file">
                <a href=format!("{}{file}", site.base) download=file>{ui(Ui::FileLink)}</a>
                " " {ui(Ui::FileLead)}
            </p>
            <Everything />
        </article>
    }
}

/// Every symptom, cause and solution, with a list of contents before them.
#[component]
pub(super) fn Everything() -> impl IntoView {
    let knowledge = Whole::here();
    view! {
            <nav class="contents" aria-label=ui_text(Ui::AllContents, &[])>
                {contents(Ui::AllSymptoms, "symptom", &knowledge.symptoms)}
                {contents(Ui::AllCauses, "cause", &knowledge.causes)}
                {contents(Ui::AllSolutions, "solution", &knowledge.solutions)}
            </nav>
            <h2>{ui(Ui::AllSymptoms)}</h2>
            {knowledge.symptoms.iter().map(symptom_part).collect_view()}
            <h2>{ui(Ui::AllCauses)}</h2>
            {knowledge.causes.iter().map(cause_part).collect_view()}
            <h2>{ui(Ui::AllSolutions)}</h2>
            {knowledge.solutions.iter().map(solution_part).collect_view()}
    }
}

fn contents<T: Identified<Id: Display>>(title: Ui, kind: &str, things: &'static [T]) -> AnyView {
    let items = things
        .iter()
        .map(|thing| {
            let id = thing.id();
            view! { <li><a href=format!("#{kind}-{id}")>{text(&format!("{kind}.{id}.title"))}</a></li> }
        })
        .collect_view();
    view! {
        <div>
            <p class="contents-title">{ui(title)}</p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

fn heading(kind: &str, id: &impl Display, route: Route) -> AnyView {
    let address = Site::here().href(&route);
    view! { <h3><a href=address>{text(&format!("{kind}.{id}.title"))}</a></h3> }.into_any()
}

fn symptom_part(symptom: &'static Symptom) -> AnyView {
    let id = &symptom.id;
    let causes = symptom
        .causes
        .iter()
        .map(|cause| {
            view! {
                <li>
                    <a href=format!("#cause-{cause}")>{text(&format!("cause.{cause}.title"))}</a>
                    {paragraphs(&format!("symptom.{id}.because.{cause}"))}
                </li>
            }
        })
        .collect_view();
    view! {
        <section id=format!("symptom-{id}")>
            {heading("symptom", id, Route::Symptom(id.clone()))}
            <ErrorTexts texts=&symptom.errors />
            {paragraphs(&format!("symptom.{id}.summary"))}
            <ChangeNotes about=Subject::Symptom(id.clone()) />
            <ol>{causes}</ol>
        </section>
    }
    .into_any()
}

fn cause_part(cause: &'static Cause) -> AnyView {
    let id = &cause.id;
    let findings = Whole::here()
        .findings_of(id)
        .map(|finding| view! { <FindingCard finding=finding nested=true /> })
        .collect_view();
    view! {
        <section id=format!("cause-{id}")>
            {heading("cause", id, Route::Cause(id.clone()))}
            {paragraphs(&format!("cause.{id}.summary"))}
            <ChangeNotes about=Subject::Cause(id.clone()) />
            {paragraphs(&format!("cause.{id}.tell"))}
            <Commands ids=&cause.commands />
            {findings}
        </section>
    }
    .into_any()
}

fn solution_part(solution: &'static Solution) -> AnyView {
    let id = &solution.id;
    let steps = solution
        .steps
        .iter()
        .map(|step| {
            view! { <li>{paragraphs(&format!("solution.{id}.step.{}", step.id))} <Commands ids=&step.commands /></li> }
        })
        .collect_view();
    view! {
        <section id=format!("solution-{id}")>
            {heading("solution", id, Route::Solution(id.clone()))}
            {paragraphs(&format!("solution.{id}.why"))}
            <ChangeNotes about=Subject::Solution(id.clone()) />
            <ol>{steps}</ol>
            {paragraphs(&format!("solution.{id}.verify"))}
            <LinkList ids=&solution.links />
        </section>
    }
    .into_any()
}
