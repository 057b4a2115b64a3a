//! The causes that remain, and what to do next.

use crate::address::Route;
use crate::components::{Markup, Site, Symbol, certainty, code, icon, inline, piece};
use crate::islands::Reader;
use crate::knowledge::Owner;
use crate::reach::{Candidate, Next};
use crate::words::Ui;

/// The causes that remain, each with how much speaks for it.
pub(super) fn causes(candidates: &[Candidate]) -> Option<Markup> {
    let site = Site::here();
    let items = candidates.iter().map(|candidate| {
        let cause = candidate.suspect.cause();
        let title = site.words.get(&["cause", cause.as_str(), "title"].join(".")).map(inline);
        let link = piece("a").class("onward").href(site.href(&Route::Cause(cause.clone())));
        piece("li")
            .with("data-candidate", cause.as_str())
            .with("data-certainty", candidate.certainty.as_str())
            .child(link.children(title).child(icon(Symbol::Forward)).render())
            .child(piece("small").text(certainty(candidate.certainty)).render())
            .render()
    });
    (!candidates.is_empty()).then(|| piece("ul").class("ways").children(items).render())
}

/// Commands to run where the pull fails. Tabs are opened further down, and what needs neither is said in the verdict's own words.
pub(super) fn commands(next: &[Next]) -> Vec<Markup> {
    let site = Site::here();
    let commands = next.iter().filter_map(|next| site.command(&next.command()?));
    commands
        .map(|command| {
            let title = site.words.get(&["command", command.id.as_str(), "title"].join(".")).map(inline);
            let text = Reader::here().values(site.clouds).fill(&command.bash);
            let copy = piece("button")
                .class("copy")
                .copies()
                .child(icon(Symbol::Copy))
                .child(piece("span").say(Ui::CommandCopy).render());
            piece("figure")
                .class("command")
                .child(
                    piece("figcaption").child(piece("span").class("command-title").children(title).render()).render(),
                )
                .child(piece("div").class("command-bar").child(copy.render()).render())
                .child(piece("pre").child(code(&text).render()).render())
                .render()
        })
        .collect()
}

/// Who can do it.
pub(super) fn owner(owner: Owner) -> Markup {
    let name = Site::here().words.get(&["owner", owner.as_str(), "title"].join(".")).map(inline);
    piece("p")
        .class("owner")
        .child(icon(Symbol::Person))
        .child(piece("span").say(Ui::OwnerLabel).render())
        .child(piece("span").children(name).render())
        .render()
}
