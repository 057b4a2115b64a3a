//! The steps of a solution, to be ticked off.

use super::{Commands, LinkList};
use crate::components::{Icon, Symbol, ui_text};
use crate::knowledge::{Solution, Step};
use crate::pages::whole::{paragraphs, text};
use crate::session::Change;
use crate::words::Ui;
use leptos::prelude::*;

/// The steps of a solution in order, with how many are done.
#[component]
pub fn StepList(
    /// Which solution.
    solution: &'static Solution,
) -> impl IntoView {
    let total = solution.steps.len().to_string();
    let progress = ui_text(Ui::SolutionProgress, &[("done", "0"), ("total", &total)]);
    let steps = solution.steps.iter().map(|step| view! { <StepItem solution=solution step=step /> }).collect_view();
    view! {
        <p class="progress" role="status">{progress}</p>
        <ol class="steps">{steps}</ol>
    }
}

#[component]
fn StepItem(solution: &'static Solution, step: &'static Step) -> impl IntoView {
    let owner = step.owner.map(|owner| {
        view! {
            <p class="owner"><Icon symbol=Symbol::Person /> <span>{text(&format!("owner.{}.title", owner.as_str()))}</span></p>
        }
    });
    let change = Change::Tick(solution.id.clone(), step.id.clone()).to_string();
    let text_id = format!("{}-text", step.id);
    view! {
        <li class="step" id=step.id.as_str()>
            <input
                type="checkbox"
                autocomplete="off"
                data-change=change
                aria-label=ui_text(Ui::SolutionTick, &[])
                aria-describedby=text_id.clone()
            />
            <div class="step-body">
                <div class="step-text" id=text_id>
                    {paragraphs(&format!("solution.{}.step.{}", solution.id, step.id))}
                </div>
                {owner}
                <Commands ids=&step.commands />
                <LinkList ids=&step.links />
            </div>
        </li>
    }
}
