//! A likely cause of a symptom: why, how to tell, what to do, and what the reader says of it.

use super::{Commands, SolutionWays};
use crate::address::Route;
use crate::components::{Icon, Site, Symbol, ui};
use crate::knowledge::{Cause, CauseId, SolutionId, SymptomId};
use crate::pages::whole::{Whole, paragraphs, text};
use crate::session::{Change, Ruling};
use crate::words::Ui;
use leptos::prelude::*;

/// A likely cause of a symptom.
#[component]
pub fn CauseCard(
    /// The symptom that it would explain.
    symptom: &'static SymptomId,
    /// The cause.
    cause: &'static Cause,
) -> impl IntoView {
    let id = &cause.id;
    view! {
        <li class="cause">
            <h3><a href=Site::here().href(&Route::Cause(id.clone()))>{text(&format!("cause.{id}.title"))}</a></h3>
            <div class="cause-body">
                {paragraphs(&format!("symptom.{symptom}.because.{id}"))}
                <details>
                    <summary>{ui(Ui::CauseTell)}</summary>
                    {paragraphs(&format!("cause.{id}.tell"))}
                    <Commands ids=&cause.commands />
                </details>
                <SolutionWays ids=own_solutions(cause) />
            </div>
            {ruling_switch(symptom, id)}
        </li>
    }
}

/// The solutions that mend something in this cause. Those that help with any cause (logs, help) stand on the cause's page.
fn own_solutions(cause: &'static Cause) -> Vec<&'static SolutionId> {
    let mends = |solution: &SolutionId| Whole::here().findings_of(&cause.id).any(|it| it.solution == *solution);
    cause.solutions.iter().filter(|solution| mends(solution)).collect()
}

/// What the reader says of the cause: fits, ruled out, or nothing. `browser` makes the buttons work.
fn ruling_switch(symptom: &SymptomId, cause: &'static CauseId) -> AnyView {
    let button = |ruling: Ruling, label: Ui, symbol: Symbol| {
        let change = Change::Rule(symptom.clone(), cause.clone(), ruling).to_string();
        view! {
            <button type="button" class=ruling.as_str() disabled=true data-change=change aria-pressed="false">
                <Icon symbol=symbol /> {ui(label)}
            </button>
        }
    };
    let label = Site::here().words.get(&format!("cause.{cause}.title")).map(|block| block.text);
    view! {
        <div class="segments ruling" role="group" aria-label=label>
            {button(Ruling::Fits, Ui::CauseFits, Symbol::Check)} {button(Ruling::Out, Ui::CauseOut, Symbol::Cross)}
        </div>
    }
    .into_any()
}
