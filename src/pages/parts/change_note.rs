//! What has changed since 2021, where the old text would mislead.

use super::LinkList;
use crate::components::{Icon, Symbol, ui};
use crate::knowledge::Subject;
use crate::pages::whole::{Whole, text};
use crate::words::Ui;
use leptos::prelude::*;

/// The notes about one subject: what is true now, and what the 2021 article says.
#[component]
pub fn ChangeNotes(
    /// What they are about.
    about: Subject,
) -> impl IntoView {
    let notes = Whole::here().changes.iter().filter(|change| change.about.contains(&about));
    notes
        .map(|change| {
            let id = &change.id;
            view! {
                <div class="change" role="note">
                    <p class="change-mark">
                        <Icon symbol=Symbol::Changed /> " " <strong>{ui(Ui::ChangeMark)}</strong>
                        {change.since.as_deref().map(|since| view! { <time datetime=since>{since}</time> })}
                    </p>
                    <p>{text(&format!("change.{id}.now"))}</p>
                    <p class="change-then">{ui(Ui::ChangeThen)} " " {text(&format!("change.{id}.then"))}</p>
                    <LinkList ids=&change.links />
                </div>
            }
        })
        .collect_view()
}
