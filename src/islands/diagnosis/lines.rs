//! The very lines that were recognised.

use super::answer::notice;
use super::telling::Telling;
use crate::components::{Markup, piece, ui_text};
use crate::paste::{Pasted, excerpt};
use crate::words::Ui;
use leptos::prelude::*;

/// The recognised lines with their neighbours, and how many there are of how many.
pub(super) fn lines(telling: Telling, pasted: &Pasted) -> Markup {
    let shown = telling.text.with(|text| excerpt(text, &pasted.marks));
    let marked = shown.iter().filter(|line| line.is_marked).count().to_string();
    let arguments = [("shown", marked.as_str()), ("total", &pasted.lines.to_string())];
    let mut expected = 0;
    let rows = shown.into_iter().map(|line| {
        let is_first_after_gap = line.number > expected;
        expected = line.number + 1;
        let number = expected.to_string();
        let class = match (line.is_marked, is_first_after_gap) {
            (true, true) => "marked gap",
            (true, false) => "marked",
            (false, true) => "gap",
            (false, false) => "",
        };
        piece("li")
            .class(class)
            .id(["line-", &number].concat())
            .child(piece("span").text(number).render())
            .child(piece(if line.is_marked { "mark" } else { "span" }).text(line.text).render())
            .render()
    });
    let document = telling.document.get();
    let beside = document.as_ref().map(|document| {
        let name = document.name.clone().unwrap_or_else(|| ui_text(Ui::PasteClipboard, &[]));
        piece("span").class("document").text(name).render()
    });
    let rows: Vec<Markup> = rows.collect();
    let is_empty = rows.is_empty();
    let list = piece("ol").class("excerpt").ltr().children(rows);
    piece("section")
        .class("recognised")
        .child(
            piece("p")
                .class("recognised-count")
                .children(beside)
                .text(ui_text(Ui::PasteRecognised, &arguments))
                .render(),
        )
        .children(document.filter(|it| it.is_end).map(|_| notice(ui_text(Ui::PasteEnd, &[]))))
        .children((!is_empty).then(|| list.render()))
        .render()
}
