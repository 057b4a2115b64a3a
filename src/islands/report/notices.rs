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
                Unreadable::Damaged => Ui::SheetDamaged,
                Unreadable::OtherVersion => Ui::SheetOtherVersion,
            };
            let text = piece("p").text(knowing.text(say.key())).render();
            piece("div").class("verdict bad").data("link").with("role", "status").child(text).render()
        }
    })
}

fn whole(knowing: &Knowing, opened: &Opened, sheet: Sheet) -> Markup {
    let line = |say: Ui, name: &str, value: &str| piece("p").text(knowing.text_with(say.key(), name, value)).render();
    let mut lines = vec![line(Ui::SheetOpened, "", "")];
    if opened.has_changed {
        lines.push(line(Ui::SheetGuideChanged, "", ""));
    }
    if opened.unknown > 0 {
        lines.push(line(Ui::SheetUnknown, "total", &opened.unknown.to_string()));
    }
    if let Some(then) = opened.code.as_ref().filter(|then| sheet.code().as_ref() != Some(then)) {
        lines.push(line(Ui::SheetDiffers, "name", &then.to_string()));
    }
    let button = |id: &str, say: Ui| piece("button").with("id", id).text(knowing.text(say.key())).render();
    piece("div")
        .class("verdict")
        .data("link")
        .with("role", "status")
        .children(lines)
        .child(
            piece("p")
                .child(button("take-over", Ui::SheetTakeOver))
                .text(" ")
                .child(button("own-report", Ui::SheetOwn))
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
        .text(knowing.text(Ui::SheetNothingLink.key()))
        .child(icon(Symbol::Forward))
        .render();
    piece("p").data("nothing").text(knowing.text(Ui::SheetNothing.key())).text(" ").child(link).render()
}
