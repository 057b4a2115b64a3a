//! What the diagnosis rests on, each to be taken back.

use super::knowing::Knowing;
use super::telling::Telling;
use crate::components::{Rich, Symbol, icon, piece, ui_text};
use crate::observation::Seen;
use crate::session::Change;
use crate::words::Ui;
use leptos::prelude::*;

/// The answers, and how much was read from texts that are no longer there.
pub(super) fn known(telling: Telling, knowing: &Knowing) -> Rich {
    let (said, earlier) = telling.reader.session.with(|session| {
        let here = telling.pasted.with(|pasted| pasted.as_ref().map_or(0, |it| it.observations.len()));
        (session.said().to_vec(), session.read().len().saturating_sub(here))
    });
    let earlier = (earlier > 0).then(|| {
        let text = ui_text(Ui::KnownEarlier, &[("total", &earlier.to_string())]);
        piece("li").child(piece("span").text(text).render()).child(forget_texts(telling)).render()
    });
    let rows: Vec<Rich> = earlier.into_iter().chain(said.iter().map(|seen| row(knowing, seen))).collect();
    if rows.is_empty() {
        return piece("div").render();
    }
    piece("section")
        .class("known")
        .child(piece("h2").text(ui_text(Ui::KnownTitle, &[])).render())
        .child(piece("ul").children(rows).render())
        .render()
}

fn row(knowing: &Knowing, seen: &Seen) -> Rich {
    let ruling = match seen {
        Seen::Confirmed(_) => Some(Ui::NextYes),
        Seen::RuledOut(_) => Some(Ui::NextNo),
        Seen::DontKnow(_) => Some(Ui::NextDontKnow),
        _ => None,
    };
    let text = knowing.words_of(seen).unwrap_or_default();
    let ruling = ruling.map(|ruling| piece("strong").text(" ").text(ui_text(ruling, &[])).render());
    let remove = piece("button")
        .class("quiet")
        .change(&Change::Unsay(seen.clone()))
        .child(icon(Symbol::Cross))
        .child(piece("span").text(ui_text(Ui::KnownRemove, &[])).render());
    piece("li").child(piece("span").text(text).children(ruling).render()).child(remove.render()).render()
}

fn forget_texts(telling: Telling) -> Rich {
    view! {
        <button type="button" class="quiet" on:click=move |_| telling.forget_earlier()>
            {ui_text(Ui::KnownRemove, &[])}
        </button>
    }
    .into_any()
}
