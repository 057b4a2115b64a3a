//! A finding: the concrete fault, the test that decides, the fix, the owner.

use super::{ChangeNotes, CommandBlock, LinkList};
use crate::address::Route;
use crate::components::{Icon, Site, Symbol, ui};
use crate::knowledge::{Finding, Subject};
use crate::pages::whole::{paragraphs, text};
use crate::words::Ui;
use leptos::prelude::*;

/// A finding, as a section that can be linked to by its id.
#[component]
pub fn FindingCard(
    /// Which finding.
    finding: &'static Finding,
    /// Whether it stands below the heading of its cause on the whole guide's page: one level further down.
    #[prop(optional)]
    nested: bool,
) -> impl IntoView {
    let Finding { id, test, solution, step, owner, links, .. } = finding;
    let mut fix = Site::here().href(&Route::Solution(solution.clone()));
    if let Some(step) = step {
        fix.push('#');
        fix.push_str(step.as_str());
    }
    let title = text(&format!("finding.{id}.title"));
    let heading = if nested { view! { <h4>{title}</h4> }.into_any() } else { view! { <h3>{title}</h3> }.into_any() };
    view! {
        <section class="finding" id=id.as_str()>
            {heading}
            {paragraphs(&format!("finding.{id}.summary"))}
            <ChangeNotes about=Subject::Finding(id.clone()) />
            {test.as_ref().map(|test| view! { <CommandBlock id=test /> })}
            {paragraphs(&format!("finding.{id}.test"))}
            <p class="finding-fix">
                <a href=fix class="onward">{text(&format!("solution.{solution}.title"))} " " <Icon symbol=Symbol::Forward /></a>
                <span class="owner">
                    <Icon symbol=Symbol::Person />
                    <span>{ui(Ui::OwnerLabel)} " " {text(&format!("owner.{}.title", owner.as_str()))}</span>
                </span>
            </p>
            <LinkList ids=links />
        </section>
    }
}
