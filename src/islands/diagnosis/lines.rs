//! The very lines that were recognised.

use super::answer::notice;
use super::telling::Telling;
use crate::components::{Markup, piece, ui_text};
use crate::observation::Seen;
use crate::paste::{Mark, Pasted, excerpt};
use crate::small::sort_by_key;
use crate::words::Ui;

/// The recognised lines with their neighbours, and how many there are of how many.
pub(super) fn lines(telling: Telling, pasted: &Pasted) -> Markup {
    let marks = marks(pasted);
    let shown = telling.text.with(|text| excerpt(text, &marks));
    let mut marked: Vec<u32> = marks.iter().flat_map(|mark| mark.first..=mark.last).collect();
    sort_by_key(&mut marked, |line| *line);
    marked.dedup();
    let arguments = [("shown", marked.len().to_string()), ("total", pasted.lines.to_string())];
    let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
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
    piece("details")
        .class("recognised")
        .with("open", "")
        .child(
            piece("summary")
                .class("recognised-count")
                .children(beside)
                .text(ui_text(Ui::PasteRecognised, &arguments))
                .render(),
        )
        .children(document.filter(|it| it.is_end).map(|_| notice(ui_text(Ui::PasteEnd, &[]))))
        .children((!is_empty).then(|| list.render()))
        .render()
}

/// Above this many marks only those are shown that reasons rest on.
const MANY: usize = 20;

/// The lines to mark: those that rules recognised, and those that readers of lookups and settings took something from.
fn marks(pasted: &Pasted) -> Vec<Mark> {
    let mut marks = if pasted.marks.len() > MANY { Vec::new() } else { pasted.marks.clone() };
    for observation in &pasted.observations {
        let is_context = matches!(&observation.seen, Seen::Fact(fact) if fact.is_context());
        for line in observation.lines.iter().take(if is_context { 0 } else { 2 }) {
            marks.push(Mark { first: *line, last: *line, rule: String::new() });
        }
    }
    sort_by_key(&mut marks, |mark| mark.first);
    marks
}
