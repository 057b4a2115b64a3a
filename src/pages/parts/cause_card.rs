//! A likely cause of a symptom: why, how to tell, what to do, and what the reader says of it.

use super::{Commands, SolutionWays};
use crate::address::Route;
use crate::components::{Site, ui};
use crate::islands::RulingSwitch;
use crate::knowledge::{Cause, SymptomId};
use crate::pages::whole::{paragraphs, text};
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
                <SolutionWays ids=&cause.solutions />
            </div>
            <RulingSwitch symptom=symptom.clone() cause=id.clone() />
        </li>
    }
}
