//! What the diagnosis rests on, each to be taken back.

use super::telling::Telling;
use crate::components::{Markup, Symbol, icon, nothing, piece, ui_text};
use crate::islands::knowing::Knowing;
use crate::observation::Seen;
use crate::session::Change;
use crate::words::Ui;

/// The answers, and how much was read from texts that are no longer there.
pub(super) fn known(telling: Telling, knowing: &Knowing) -> Markup {
    let (said, earlier) = telling.reader.session.with(|session| {
        let here = telling.pasted.with(|pasted| pasted.as_ref().map_or(0, |it| it.observations.len()));
        (session.said().to_vec(), session.read().len().saturating_sub(here))
    });
    let earlier = (earlier > 0).then(|| {
        let text = ui_text(Ui::KnownEarlier, &[("total", &earlier.to_string())]);
        piece("li").child(piece("span").text(text).render()).child(remove(&Change::ForgetRead, "")).render()
    });
    let rows: Vec<Markup> = earlier.into_iter().chain(said.iter().map(|seen| row(knowing, seen))).collect();
    if rows.is_empty() {
        return nothing();
    }
    piece("section")
        .class("known")
        .child(piece("h2").say(Ui::KnownTitle).render())
        .child(piece("ul").children(rows).render())
        .render()
}

fn row(knowing: &Knowing, seen: &Seen) -> Markup {
    let ruling = match seen {
        Seen::Confirmed(_) => Some(Ui::NextYes),
        Seen::RuledOut(_) => Some(Ui::NextNo),
        Seen::DontKnow(_) => Some(Ui::NextDontKnow),
        _ => None,
    };
    let text = knowing.words_of(seen).unwrap_or_default();
    let ruling = ruling.map(|ruling| piece("strong").text(" ").text(ui_text(ruling, &[])).render());
    let remove = remove(&Change::Unsay(seen.clone()), &text);
    piece("li").child(piece("span").text(text).children(ruling).render()).child(remove).render()
}

fn remove(change: &Change, what: &str) -> Markup {
    let of = piece("span").class("unseen-label").text([" ", what].concat()).render();
    let label = piece("span").say(Ui::KnownRemove).child(of).render();
    piece("button").class("quiet").change(change).child(icon(Symbol::Cross)).child(label).render()
}
