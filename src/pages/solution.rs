//! One solution, step by step.

use super::parts::{CauseWays, ChangeNotes, Commands, Crumbs, LinkList, OwnNames, StepList};
use super::whole::{Whole, paragraphs, text};
use crate::components::{Icon, Symbol, ui};
use crate::knowledge::{Solution, Subject};
use crate::words::Ui;
use leptos::prelude::*;

/// One solution: why, who, the steps, how to verify, where to go when it did not help.
#[component]
pub(super) fn SolutionPage(solution: &'static Solution) -> impl IntoView {
    let id = &solution.id;
    let owners = solution
        .owners
        .iter()
        .map(|owner| view! { <li>{text(&format!("owner.{}.title", owner.as_str()))}</li> })
        .collect_view();
    let causes: Vec<_> =
        Whole::here().causes.iter().filter(|cause| cause.solutions.contains(id)).map(|cause| &cause.id).collect();
    let other = (!causes.is_empty()).then(|| {
        view! {
            <section>
                <h2>{ui(Ui::SolutionOther)}</h2>
                <p>{ui(Ui::SolutionOtherLead)}</p>
                <CauseWays ids=causes />
            </section>
        }
    });
    let links = (!solution.links.is_empty()).then(|| {
        view! {
            <section>
                <h2>{ui(Ui::LinksTitle)}</h2>
                <LinkList ids=&solution.links />
            </section>
        }
    });
    view! {
        <Crumbs kind=Some(Ui::KindSolution) />
        <article>
            <h1>{text(&format!("solution.{id}.title"))}</h1>
            {paragraphs(&format!("solution.{id}.why"))}
            <div class="owners">
                <Icon symbol=Symbol::Person /> <span>{ui(Ui::OwnerLabel)}</span> <ul>{owners}</ul>
            </div>
            <OwnNames />
            <section>
                <h2>{ui(Ui::SolutionSteps)}</h2>
                <StepList solution=solution />
            </section>
            <section>
                <h2>{ui(Ui::SolutionVerify)}</h2>
                {paragraphs(&format!("solution.{id}.verify"))}
                <Commands ids=&solution.verify />
            </section>
            {other}
            <ChangeNotes about=Subject::Solution(id.clone()) />
            {links}
        </article>
    }
}
