//! The steps of a solution, to be ticked off.

use super::{Commands, LinkList};
use crate::components::{Icon, Symbol};
use crate::islands::{Progress, Tick};
use crate::knowledge::{Solution, Step};
use crate::pages::whole::{paragraphs, text};
use leptos::prelude::*;

/// The steps of a solution in order, with how many are done.
#[component]
pub fn StepList(
    /// Which solution.
    solution: &'static Solution,
) -> impl IntoView {
    let ids: Vec<_> = solution.steps.iter().map(|step| step.id.clone()).collect();
    let steps = solution.steps.iter().map(|step| view! { <StepItem solution=solution step=step /> }).collect_view();
    view! {
        <Progress solution=solution.id.clone() steps=ids />
        <ol class="steps">{steps}</ol>
    }
}

#[component]
fn StepItem(solution: &'static Solution, step: &'static Step) -> impl IntoView {
    let owner = step.owner.map(|owner| {
        view! {
            <p class="owner"><Icon symbol=Symbol::Person /> " " {text(&format!("owner.{}.title", owner.as_str()))}</p>
        }
    });
    view! {
        <li class="step" id=step.id.as_str()>
            <Tick solution=solution.id.clone() step=step.id.clone() />
            <div class="step-body">
                <div class="step-text" id=format!("{}-text", step.id)>
                    {paragraphs(&format!("solution.{}.step.{}", solution.id, step.id))}
                </div>
                {owner}
                <Commands ids=&step.commands />
                <LinkList ids=&step.links />
            </div>
        </li>
    }
}
