//! What is to be said of a link by which the page was opened, and of a session that tells nothing.

use super::sheet::Sheet;
use crate::address::Route;
use crate::components::{Markup, Symbol, icon, nothing, piece};
use crate::islands::knowing::{Knowing, Loading};
use crate::report::{Opened, Unreadable};
use crate::words::Ui;

/// What is to be said of the link.
pub(super) fn of_link(sheet: Sheet) -> Markup {
    let Some(knowing) = sheet.loading.with(Loading::here) else { return nothing() };
    sheet.opened.with(|opened| match opened {
        None => nothing(),
        Some(Ok(opened)) => whole(knowing, opened, sheet),
        Some(Err(unreadable)) => {
            let say = match unreadable {
                Unreadable::Damaged => Ui::ReportDamaged,
                Unreadable::OtherVersion => Ui::ReportOtherVersion,
            };
            let text = piece("p").text(knowing.say(say)).render();
            piece("div").class("verdict bad").data("link").with("role", "status").child(text).render()
        }
    })
}

fn whole(knowing: &Knowing, opened: &Opened, sheet: Sheet) -> Markup {
    let line =
        |say: Ui, name: &str, value: &str| piece("p").text(knowing.text_with(&say.number(), name, value)).render();
    let mut lines = vec![line(Ui::ReportOpened, "", "")];
    if opened.has_changed {
        lines.push(line(Ui::ReportGuideChanged, "", ""));
    }
    if opened.unknown > 0 {
        lines.push(line(Ui::ReportUnknown, "total", &opened.unknown.to_string()));
    }
    if let Some(then) = opened.code.as_ref().filter(|then| sheet.code().as_ref() != Some(then)) {
        lines.push(line(Ui::ReportDiffers, "name", &then.to_string()));
    }
    let button = |id: &str, say: Ui| piece("button").with("id", id).text(knowing.say(say)).render();
    piece("div")
        .class("verdict")
        .data("link")
        .with("role", "status")
        .children(lines)
        .child(
            piece("p")
                .child(button("take-over", Ui::ReportTakeOver))
                .text(" ")
                .child(button("own-report", Ui::ReportOwn))
                .render(),
        )
        .render()
}

/// What stands where there is nothing to tell, once that is known.
pub(super) fn empty(sheet: Sheet) -> Markup {
    let Some(knowing) = sheet.loading.with(Loading::here) else { return nothing() };
    let link = piece("a")
        .class("onward")
        .href(knowing.site.href(&Route::Diagnosis))
        .text(knowing.say(Ui::ReportNothingLink))
        .child(icon(Symbol::Forward))
        .render();
    piece("p").data("nothing").text(knowing.say(Ui::ReportNothing)).text(" ").child(link).render()
}
