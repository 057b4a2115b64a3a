//! The verdict: done, seen, means, does not mean, next.

use super::Reader;
use crate::address::Route;
use crate::components::{Markup, Site, Symbol, certainty, code, icon, inline, inline_with, piece, ui_text};
use crate::reach::{Judgement, Next, Plan, Registry, Target};
use crate::words::Ui;

/// A verdict in words, with what to do next.
pub(super) fn verdict(registry: &Registry, plan: &Plan, judgement: &Judgement) -> Markup {
    let words = Site::here().words;
    let arguments = plan.arguments(&Target::LoginServer);
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = |field: &str| ["verdict", judgement.verdict.as_str(), field].join(".");
    let text = |field: &str| -> Vec<Markup> {
        let blocks = words.paragraphs(&key(field)).into_iter();
        blocks.map(|block| piece("p").child(inline_with(block, &arguments)).render()).collect()
    };
    let rows = [
        (Ui::VerdictDone, text("done")),
        (Ui::VerdictSeen, text("seen")),
        (Ui::VerdictMeans, text("means")),
        (Ui::VerdictNot, text("not")),
        (Ui::VerdictNext, text("next").into_iter().chain([next_steps(registry, judgement)]).collect()),
        (Ui::VerdictCauses, causes(judgement)),
    ];
    let rows = rows.into_iter().filter(|(_, content)| !content.is_empty()).flat_map(|(label, content)| {
        [piece("dt").text(ui_text(label, &[])).render(), piece("dd").children(content).render()]
    });
    let title = words.get(&key("title")).map(|block| inline_with(block, &arguments));
    piece("section")
        .class("verdict")
        .data(judgement.verdict.as_str())
        .child(piece("h2").children(title).render())
        .child(piece("p").class("certainty").text(certainty(judgement.certainty)).render())
        .child(piece("dl").children(rows).render())
        .render()
}

/// Links and commands of the next step, and who can take it.
fn next_steps(registry: &Registry, judgement: &Judgement) -> Markup {
    let words = Site::here().words;
    let actions = judgement.next.iter().filter_map(|next| action(*next, registry));
    let owner = words.get(&["owner", judgement.owner.as_str(), "title"].join(".")).map(inline);
    let owner = piece("p")
        .class("owner")
        .child(icon(Symbol::Person))
        .child(piece("span").say(Ui::OwnerLabel).render())
        .child(piece("span").children(owner).render());
    piece("div").child(piece("ul").class("ways").children(actions).render()).child(owner.render()).render()
}

/// The causes that remain, with how much speaks for each.
fn causes(judgement: &Judgement) -> Vec<Markup> {
    let site = Site::here();
    let causes: Vec<Markup> = judgement
        .candidates
        .iter()
        .map(|candidate| {
            let cause = candidate.suspect.cause();
            let title = site.words.get(&["cause", cause.as_str(), "title"].join(".")).map(inline);
            let link = piece("a").class("onward").href(site.href(&Route::Cause(cause)));
            piece("li")
                .child(link.children(title).child(icon(Symbol::Forward)).render())
                .child(piece("small").text(certainty(candidate.certainty)).render())
                .render()
        })
        .collect();
    if causes.is_empty() { causes } else { vec![piece("ul").class("ways").children(causes).render()] }
}

/// The link or command of a next step. What needs none is said in the verdict's own words.
fn action(next: Next, registry: &Registry) -> Option<Markup> {
    match next {
        Next::OpenPath => Some(tab(registry.path_url(), Ui::VerdictOpenPath)),
        Next::OpenRules => registry.rules_url().map(|url| tab(url, Ui::VerdictOpenRules)),
        Next::TestPathWhereItFails | Next::LookUpWhereItFails => command(next),
        Next::CheckAgain
        | Next::CheckInPrivateWindow
        | Next::AnswerTheBrowser
        | Next::AllowLocalNetwork
        | Next::OpenPageAlone
        | Next::SignInToProxy
        | Next::ReportPage => None,
    }
}

/// An address to open by hand: the browser shows there what it hides from a page.
fn tab(url: String, text: Ui) -> Markup {
    let link = piece("a").class("onward").href(url.clone()).outside();
    piece("li")
        .child(link.text(ui_text(text, &[])).child(icon(Symbol::External)).render())
        .child(piece("div").child(code(&url).render()).render())
        .render()
}

/// A command to run where the pull fails.
fn command(next: Next) -> Option<Markup> {
    let site = Site::here();
    let command = site.command(&next.command()?)?;
    let title = site.words.get(&["command", command.id.as_str(), "title"].join(".")).map(inline);
    let text = Reader::here().values(site.clouds).fill(&command.bash);
    let shown = piece("pre").child(code(&text).render());
    Some(piece("li").child(piece("span").children(title).render()).child(shown.render()).render())
}
