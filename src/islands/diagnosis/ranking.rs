//! The ranked causes, each with how sure it is and why.

use crate::address::Route;
use crate::components::{Markup, Symbol, certainty, code, icon, nothing, piece, ui_text};
use crate::diagnosis::{Certainty, Diagnosis, RankedCause, Reason};
use crate::islands::knowing::Knowing;
use crate::knowledge::Side;
use crate::observation::Observation;
use crate::paste::Names;
use crate::small::sort_by_key;
use crate::words::Ui;

/// The likeliest cause, or what is known where there is none.
pub(super) fn first(
    knowing: &Knowing,
    diagnosis: &Diagnosis,
    observations: &[Observation],
    names: Option<&Names>,
) -> Markup {
    let Some(cause) = diagnosis.causes.first() else { return none(diagnosis) };
    let class = if cause.side == Side::Network { "verdict bad" } else { "verdict" };
    let contradictions = diagnosis.contradictions.iter().map(|id| {
        piece("p")
            .class("contradiction")
            .child(piece("strong").say(Ui::ResultContradiction).render())
            .text(" ")
            .text(knowing.title("reason", id))
            .render()
    });
    piece("section")
        .class(class)
        .data("ranked")
        .id("verdict")
        .child(piece("h2").child(heading(knowing, cause, names)).render())
        .child(
            piece("p")
                .child(piece("span").class("certainty").text(certainty(cause.certainty)).render())
                .text(" ")
                .text(ui_text(side(diagnosis, cause), &[]))
                .render(),
        )
        .child(way_out(knowing, cause))
        .children(contradictions)
        .child(reasons(knowing, cause, observations))
        .render()
}

/// Every other cause that something speaks for.
pub(super) fn others(knowing: &Knowing, diagnosis: &Diagnosis, observations: &[Observation]) -> Markup {
    let others = diagnosis.causes.iter().skip(1).map(|cause| {
        piece("li")
            .child(
                piece("details")
                    .child(
                        piece("summary")
                            .text(knowing.title("cause", cause.id.as_str()))
                            .text(" ")
                            .child(piece("span").class("certainty").text(certainty(cause.certainty)).render())
                            .render(),
                    )
                    .child(way_out(knowing, cause))
                    .child(reasons(knowing, cause, observations))
                    .render(),
            )
            .render()
    });
    let others: Vec<Markup> = others.collect();
    if others.is_empty() {
        return nothing();
    }
    piece("section")
        .class("others")
        .child(piece("h2").say(Ui::ResultOthers).render())
        .child(piece("ol").children(others).render())
        .render()
}

/// Nothing to mend, or nothing to name.
fn none(diagnosis: &Diagnosis) -> Markup {
    let (class, title, help) = match diagnosis.network {
        Some(false) => ("verdict good", Ui::ResultHealthy, Ui::ResultHealthyHelp),
        _ => ("verdict", Ui::ResultUndecided, Ui::ResultUndecidedHelp),
    };
    piece("section")
        .class(class)
        .data("ranked")
        .id("verdict")
        .child(piece("h2").text(ui_text(title, &[])).render())
        .child(piece("p").text(ui_text(help, &[])).render())
        .render()
}

/// Whether the network is to blame: worth as much as the cause, and said no surer than it.
fn side(diagnosis: &Diagnosis, cause: &RankedCause) -> Ui {
    let is_certain = cause.certainty == Certainty::Certain;
    match diagnosis.network {
        Some(true) if is_certain => Ui::ResultNetwork,
        Some(true) => Ui::ResultNetworkLikely,
        Some(false) if is_certain => Ui::ResultNotNetwork,
        Some(false) => Ui::ResultNotNetworkLikely,
        None => Ui::ResultNetworkOpen,
    }
}

/// The cause's title; an error of another registry says which one.
fn heading(knowing: &Knowing, cause: &RankedCause, names: Option<&Names>) -> Markup {
    let is_other = cause.finding.as_ref().is_some_and(|id| id.as_str() == "other-registry");
    match names.filter(|_| is_other).and_then(Names::other_registry) {
        Some(host) => piece("a")
            .href(knowing.site.href(&Route::Cause(cause.id.clone())))
            .text(knowing.title("finding", "other-registry"))
            .text(": ")
            .child(code(host).render())
            .render(),
        None => cause_link(knowing, cause),
    }
}

fn cause_link(knowing: &Knowing, cause: &RankedCause) -> Markup {
    piece("a")
        .href(knowing.site.href(&Route::Cause(cause.id.clone())))
        .text(knowing.title("cause", cause.id.as_str()))
        .render()
}

/// What to mend and where: the finding's solution. Without a finding more than one thing may be wrong: then the way leads to the
/// cause, with its most usual solution beside it.
fn way_out(knowing: &Knowing, cause: &RankedCause) -> Markup {
    let casebook = &knowing.casebook;
    let solution = |id: &str| knowing.site.href(&Route::Solution(id.into()));
    let link = |class: &str, href: String, text: String| {
        piece("a").class(class).href(href).text(text).child(icon(Symbol::Forward)).render()
    };
    let Some((id, row)) = cause.finding.as_ref().and_then(|id| Some((id.as_str(), casebook.finding(id.as_str())?)))
    else {
        let href = knowing.site.href(&Route::Cause(cause.id.clone()));
        let usual = casebook.usual_solution(cause.id.as_str()).map(|id| {
            let label = [&ui_text(Ui::ResultUsual, &[]), " "].concat();
            let link = link("onward", solution(id), knowing.title("solution", id));
            piece("span").text(label).child(link).render()
        });
        return piece("p")
            .class("finding-fix")
            .child(link("onward", href, ui_text(Ui::ResultCause, &[])))
            .children(usual)
            .render();
    };
    let mut href = solution(row.solution);
    if !row.step.is_empty() {
        href.push('#');
        href.push_str(row.step);
    }
    let owner = [&ui_text(Ui::OwnerLabel, &[]), " ", &knowing.title("owner", row.owner)].concat();
    let owner = piece("span").class("owner").child(icon(Symbol::Person)).text(owner).render();
    let button = link("button", href, knowing.title("solution", row.solution));
    piece("div")
        .class("way-out")
        .child(piece("p").class("fault").text(knowing.title("finding", id)).render())
        .child(piece("p").class("finding-fix").child(button).child(owner).render())
        .render()
}

/// What speaks for a cause, and what against it, with the lines that show it.
fn reasons(knowing: &Knowing, cause: &RankedCause, observations: &[Observation]) -> Markup {
    let rows = cause.reasons.iter().map(|reason| {
        let (class, symbol, label) = match reason.points > 0 {
            true => ("for", Symbol::Plus, Ui::ResultFor),
            false => ("against", Symbol::Minus, Ui::ResultAgainst),
        };
        piece("li")
            .class(class)
            .child(icon(symbol))
            .child(piece("span").class("unseen-label").text(ui_text(label, &[])).text(" ").render())
            .child(piece("span").text(knowing.reason(&reason.id)).children(line_links(reason, observations)).render())
            .render()
    });
    piece("ul").class("reasons").children(rows.collect::<Vec<_>>()).render()
}

fn line_links(reason: &Reason, observations: &[Observation]) -> Vec<Markup> {
    let lines =
        observations.iter().filter(|one| reason.seen.contains(&one.seen)).flat_map(|one| one.lines.iter().take(2));
    let mut numbers: Vec<u32> = lines.map(|line| line + 1).collect();
    sort_by_key(&mut numbers, |number| *number);
    numbers.dedup();
    let links = numbers.into_iter().take(3).map(|number| {
        let number = number.to_string();
        let label = ui_text(Ui::ResultLine, &[("number", &number)]);
        piece("a").class("line").href(["#line-", &number].concat()).text(label).render()
    });
    links.collect()
}
