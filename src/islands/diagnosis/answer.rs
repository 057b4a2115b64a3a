//! What the field and the answers amount to, from top to bottom.

use super::telling::Telling;
use super::{known, lines, next, offers, ranking};
use crate::browser;
use crate::components::{Markup, Site, certainty, code, nothing, piece, ui_text};
use crate::islands::knowing::{Knowing, Loading};
use crate::pack::TELLS_MOST;
use crate::session::Values;
use crate::words::Ui;
use leptos::prelude::*;

/// Everything below the field.
pub(super) fn answer(telling: Telling) -> Markup {
    if let Some(name) = telling.unreadable.get() {
        return notice(ui_text(Ui::PasteUnreadable, &[("name", &name)]));
    }
    let is_empty = telling.text.with(|text| text.trim().is_empty());
    match telling.loading.get() {
        Loading::Here(knowing) => {
            // What is said from here on has the casebook's words too.
            provide_context(knowing.site);
            judged(telling, knowing, is_empty)
        }
        Loading::Failed(what) => failed(&what),
        Loading::UnderWay if !is_empty => notice(ui_text(Ui::PasteLoading, &[])),
        Loading::Not | Loading::UnderWay => nothing(),
    }
}

fn judged(telling: Telling, knowing: &'static Knowing, is_empty: bool) -> Markup {
    let reading = telling.progress.get();
    let pasted = telling.pasted.get();
    let unrecognised = pasted.as_ref().filter(|pasted| !is_empty && !pasted.is_recognised());
    let values = telling.values(pasted.as_deref());
    let mut verdict = Markup::default();
    telling.judged.with(|judged| {
        let Some((observations, diagnosis)) = judged else { return };
        let names = pasted.as_deref().map(|pasted| &pasted.names);
        verdict.add(&ranking::first(knowing, diagnosis, observations, names));
        verdict.add(&next::next(knowing, diagnosis, &values));
        verdict.add(&ranking::others(knowing, diagnosis, observations));
        verdict.add(&known::known(telling, knowing));
    });
    piece("div")
        .class("answer")
        .children(reading.map(|bytes| progress(telling, bytes)))
        .children(unrecognised.map(|_| nothing_recognised(knowing, &values)))
        .children(pasted.as_ref().and_then(|pasted| offers::offers(telling.reader, &pasted.names)))
        .child(verdict)
        .children(pasted.as_ref().filter(|_| !is_empty).map(|pasted| lines::lines(telling, pasted)))
        .render()
}

/// A sentence on its own.
pub(super) fn notice(text: String) -> Markup {
    piece("p").class("notice").text(text).render()
}

fn failed(what: &str) -> Markup {
    piece("div")
        .class("notice")
        .child(piece("p").say(Ui::PasteFailed).text(" ").child(code(what).render()).render())
        .render()
}

fn progress(telling: Telling, bytes: usize) -> Markup {
    let total = telling.text.with_untracked(|text| text.len());
    let text = ui_text(Ui::PasteReading, &[("done", &megabytes(bytes)), ("total", &megabytes(total))]);
    let bar =
        piece("progress").with("max", &total.to_string()).with("value", &bytes.to_string()).with("aria-label", &text);
    piece("div").class("reading").child(bar.render()).child(piece("span").text(text).render()).render()
}

/// Megabytes with one decimal.
fn megabytes(bytes: usize) -> String {
    let tenths = u32::try_from(bytes / 100_000).unwrap_or(u32::MAX);
    browser::decimal(tenths, Site::here().words.language.code.as_str())
}

/// No guess, but what to paste instead.
fn nothing_recognised(knowing: &Knowing, values: &Values) -> Markup {
    piece("section")
        .class("verdict")
        .data("nothing")
        .child(piece("h2").say(Ui::PasteNothing).render())
        .child(piece("p").say(Ui::PasteNothingHelp).render())
        .children(next::command(knowing, TELLS_MOST, values))
        .render()
}

/// The answer in one line, for readers who do not see the page change.
pub(super) fn summary(telling: Telling) -> String {
    let Some(knowing) = telling.loading.with(Loading::here) else { return String::new() };
    telling.judged.with(|judged| {
        let Some((_, diagnosis)) = judged else { return String::new() };
        match diagnosis.causes.first() {
            Some(cause) => [&knowing.title("cause", cause.id.as_str()), ". ", &certainty(cause.certainty)].concat(),
            None if diagnosis.network == Some(false) => ui_text(Ui::ResultHealthy, &[]),
            None => ui_text(Ui::ResultUndecided, &[]),
        }
    })
}
