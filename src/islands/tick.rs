//! Ticking off the steps of a solution.

use super::Reader;
use crate::browser;
use crate::components::ui_text;
use crate::knowledge::{SolutionId, StepId};
use crate::words::Ui;
use leptos::html::Input;
use leptos::prelude::*;

/// The box of one step. It is described by the step's text, which has the step's id and `-text`.
#[island]
pub fn Tick(
    /// The solution.
    solution: SolutionId,
    /// One of its steps.
    step: StepId,
) -> impl IntoView {
    let session = Reader::here().session;
    let text_id = format!("{step}-text");
    let about = StoredValue::new((solution, step));
    let ticked = move || about.with_value(|(solution, step)| session.with(|it| it.is_ticked(solution, step)));
    let tick = move |done| about.with_value(|(solution, step)| session.update(|it| it.tick(solution, step, done)));
    let input = NodeRef::<Input>::new();
    // Ticked before the program was there.
    input.on_load(move |input| {
        if input.checked() {
            tick(true);
        }
    });
    view! {
        <input
            type="checkbox"
            node_ref=input
            aria-label=ui_text(Ui::SolutionTick, &[])
            aria-describedby=text_id
            autocomplete="off"
            prop:checked=ticked
            on:change=move |event| tick(browser::is_checked(&event))
        />
    }
}

/// How many steps are done.
#[island]
pub fn Progress(
    /// The solution.
    solution: SolutionId,
    /// Its steps.
    steps: Vec<StepId>,
) -> impl IntoView {
    let session = Reader::here().session;
    let total = steps.len().to_string();
    let text = move || {
        let done = session.with(|it| steps.iter().filter(|step| it.is_ticked(&solution, step)).count());
        ui_text(Ui::SolutionProgress, &[("done", &done.to_string()), ("total", &total)])
    };
    view! { <p class="progress" role="status">{text}</p> }
}
