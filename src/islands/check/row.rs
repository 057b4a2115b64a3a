//! One host of the registry: what came of it in a line, and on demand all that can be said of it.

use super::begun::Begun;
use super::ranked;
use super::words::{line, paragraphs, role, seconds};
use crate::components::{Markup, Symbol, certainty, code, icon, piece};
use crate::reach::{Judgement, Progress, Standing, Target, VERDICT_FIELDS, answer_ms};
use crate::words::Ui;

/// A target's row. `judgement` is there once something has come in; `is_open` shows the whole verdict.
pub(super) fn row(check: &Begun, target: &Target, judgement: Option<&Judgement>, is_open: bool) -> Markup {
    let host = check.plan.host(target).unwrap_or_default();
    let is_flying = check.report.as_ref().is_none_or(|report| report.flying.contains(target));
    let judgement = judgement.filter(|_| !is_flying);
    let (sign, symbol) = judgement.map_or(("pending", None), sign);
    let told = match judgement {
        Some(judgement) => line(&["verdict", judgement.verdict.as_str(), "title"], &check.plan.arguments(target)),
        None => Some(piece("span").say(Ui::CheckWaiting).render()),
    };
    let time = answer_ms(&check.measurements(), target).filter(|_| judgement.is_some());
    let summary = piece("summary")
        .child(piece("span").class(["sign ", sign].concat()).children(symbol.map(icon)).render())
        .child(
            piece("span")
                .class("host")
                .child(code(host).render())
                .child(piece("small").text(role(target)).render())
                .render(),
        )
        .child(piece("span").class("told").children(told).render())
        .child(piece("span").class("time").text(time.map(seconds).unwrap_or_default()).render());
    let mut details = piece("details").with("data-target", target.as_str()).with("data-host", host);
    if let Some(judgement) = judgement {
        details = details
            .with("data-verdict", judgement.verdict.as_str())
            .with("data-certainty", judgement.certainty.as_str())
            .with("data-elapsed", &time.unwrap_or(0).to_string());
    }
    if is_open {
        details = details.with("open", "");
    }
    details.child(summary.render()).children(judgement.map(|judgement| verdict(check, target, judgement))).render()
}

/// The whole verdict: done, seen, means, does not mean, next.
fn verdict(check: &Begun, target: &Target, judgement: &Judgement) -> Markup {
    let arguments = check.plan.arguments(target);
    let mut rows = Vec::new();
    for field in VERDICT_FIELDS {
        let label = match field {
            "done" => Ui::VerdictDone,
            "seen" => Ui::VerdictSeen,
            "means" => Ui::VerdictMeans,
            "not" => Ui::VerdictNot,
            "next" => Ui::VerdictNext,
            // The title stands in the row.
            _ => continue,
        };
        let text = paragraphs(&["verdict", judgement.verdict.as_str(), field], &arguments);
        if !text.is_empty() {
            rows.push(piece("dt").say(label).render());
            rows.push(piece("dd").children(text).render());
        }
    }
    if let Some(causes) = ranked::causes(&judgement.candidates) {
        rows.push(piece("dt").say(Ui::VerdictCauses).render());
        rows.push(piece("dd").child(causes).render());
    }
    let host = check.plan.host(target).unwrap_or_default();
    let again =
        piece("button").class("quiet").with("data-recheck", host).child(icon(Symbol::Restart)).say(Ui::CheckRecheck);
    let again = (check.progress() == Progress::Done).then(|| again.render());
    piece("div")
        .class("verdict-body")
        .child(piece("p").class("certainty").text(certainty(judgement.certainty)).render())
        .child(piece("dl").children(rows).render())
        .child(piece("div").class("row-end").child(ranked::owner(judgement.owner)).children(again).render())
        .render()
}

/// The sign of a verdict: never more than the words beside it say.
fn sign(judgement: &Judgement) -> (&'static str, Option<Symbol>) {
    match judgement.verdict.standing() {
        Standing::Answers => ("answered", Some(Symbol::Check)),
        Standing::Fails => ("failed", Some(Symbol::Cross)),
        Standing::Wavers | Standing::Withheld | Standing::Foreign | Standing::Unknown => {
            ("unknown", Some(Symbol::Minus))
        }
    }
}
