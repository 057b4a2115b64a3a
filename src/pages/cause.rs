//! One cause and its findings.

use super::parts::{ChangeNotes, Commands, Crumbs, FindingCard, LinkList, OwnNames, SolutionWays};
use super::whole::{Whole, paragraphs, text};
use crate::components::ui;
use crate::knowledge::{Cause, Subject};
use crate::words::Ui;
use leptos::prelude::*;

/// One cause: what it is, how to tell, what to do, what exactly can be wrong.
#[component]
pub(super) fn CausePage(cause: &'static Cause) -> impl IntoView {
    let id = &cause.id;
    let findings =
        Whole::here().findings_of(id).map(|finding| view! { <FindingCard finding=finding /> }).collect_view();
    view! {
        <Crumbs kind=Some(Ui::KindCause) />
        <article>
            <h1>{text(&format!("cause.{id}.title"))}</h1>
            {paragraphs(&format!("cause.{id}.summary"))}
            <OwnNames />
            <section>
                <h2>{ui(Ui::CauseTell)}</h2>
                {paragraphs(&format!("cause.{id}.tell"))}
                <Commands ids=&cause.commands />
            </section>
            <section>
                <h2>{ui(Ui::CauseSolutions)}</h2>
                <SolutionWays ids=cause.solutions.iter().collect() />
            </section>
            <section>
                <h2>{ui(Ui::CauseFindings)}</h2>
                {findings}
            </section>
            <ChangeNotes about=Subject::Cause(id.clone()) />
            <LinkList ids=&cause.links />
        </article>
    }
}
