//! The browser's own question about the local network: explained before it comes, named while it waits.

use super::begun::Begun;
use super::words::{Arguments, paragraphs};
use crate::components::{Markup, Symbol, icon, piece};
use crate::reach::{ASKING_MS, Progress};
use crate::words::Ui;

/// What the reader should know of the question; nothing where there is none.
pub(super) fn asking(check: &Begun, hosts: &str) -> Option<Markup> {
    let is_waiting = match check.progress() {
        Progress::Explaining => false,
        Progress::Asking => true,
        Progress::Running | Progress::Done => return None,
    };
    let arguments: &Arguments = &[("hosts", hosts.to_owned()), ("seconds", (ASKING_MS / 1000).to_string())];
    let (title, lead) = if is_waiting {
        (Ui::AskWaitingTitle, paragraphs(&[&Ui::AskWaiting.number()], arguments))
    } else {
        (
            Ui::AskTitle,
            [paragraphs(&[&Ui::AskLead.number()], arguments), paragraphs(&[&Ui::AskThen.number()], arguments)].concat(),
        )
    };
    let button = |id: &str, class: &str, text: Ui| piece("button").with("id", id).class(class).say(text).render();
    let buttons = (!is_waiting).then(|| {
        piece("p")
            .class("ask-buttons")
            .child(button("let-ask", "primary", Ui::AskButton))
            .child(button("do-not-ask", "quiet", Ui::AskSkip))
            .render()
    });
    let state = if is_waiting { "waiting" } else { "explained" };
    Some(
        piece("section")
            .class("ask")
            .with("data-asking", state)
            .with("role", "status")
            .child(icon(Symbol::Person))
            .child(piece("h2").say(title).render())
            .children(lead)
            .children(buttons)
            .render(),
    )
}
