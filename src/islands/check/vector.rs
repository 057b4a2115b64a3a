//! What was measured, as it came in: for those who want to judge by themselves.

use super::begun::Begun;
use super::path::{host, signed};
use super::words::seconds;
use crate::components::{Markup, Symbol, code, piece};
use crate::reach::{Calibration, Measurement, Outcome, Signal, Target};
use crate::words::Ui;

/// What the comparisons came to, in one line each: without them nothing is known of the registry.
pub(super) fn controls(check: &Begun) -> Markup {
    let mut rows = Vec::new();
    let measurements = check.measurements();
    let mut seen: Vec<&Target> = Vec::new();
    for probe in check.plan.probes.iter().filter(|probe| probe.target.is_control()) {
        if seen.contains(&&probe.target) {
            continue;
        }
        seen.push(&probe.target);
        let own = || measurements.iter().filter(|one| one.target == probe.target);
        let is_made_up = matches!(probe.target, Target::NegativeControl | Target::InvalidName);
        let answered = own().any(|one| matches!(one.outcome, Outcome::Opaque | Outcome::Readable { .. }));
        let (class, symbol) = match (own().next(), answered != is_made_up) {
            (None, _) => ("pending", Symbol::Minus),
            (Some(_), true) => ("answered", Symbol::Check),
            (Some(_), false) => ("failed", Symbol::Cross),
        };
        rows.push(signed(class, symbol, host(probe.host(), &probe.target)));
    }
    piece("details")
        .class("controls")
        .child(piece("summary").say(Ui::CheckControls).render())
        .child(piece("ul").children(rows).render())
        .render()
}

/// The measurements, by host and signal, and what the browser said of itself.
pub(super) fn details(check: &Begun) -> Markup {
    let measurements = check.measurements();
    let rows = measurements.iter().map(|one| {
        let cells = [
            check.plan.host(&one.target).unwrap_or_default().to_owned(),
            one.signal.as_str().to_owned(),
            outcome(one),
            seconds(one.elapsed_ms),
            if one.round > 0 { (one.round + 1).to_string() } else { String::new() },
        ];
        piece("tr").children(cells.into_iter().map(|cell| piece("td").text(cell).render())).render()
    });
    let heads = [Ui::VectorHost, Ui::VectorSignal, Ui::VectorOutcome, Ui::VectorTime, Ui::VectorRound];
    let heads = heads.into_iter().map(|head| piece("th").with("scope", "col").say(head).render());
    let table = piece("table")
        .child(piece("thead").child(piece("tr").children(heads).render()).render())
        .child(piece("tbody").children(rows).render())
        .render();
    piece("details")
        .class("vector")
        .child(piece("summary").say(Ui::VectorTitle).render())
        .child(helpers(&measurements))
        .child(piece("div").class("scrolls").with("tabindex", "0").child(table).render())
        .render()
}

/// Which helpers behaved on the controls as they are known to: only these were used.
fn helpers(measurements: &[Measurement]) -> Markup {
    let found = Calibration::of(measurements);
    let helpers = [
        (Signal::PublicSpace, found.space.is_some()),
        (Signal::FrameOpaque, found.frame),
        (Signal::FrameEvents, found.events),
        (Signal::Prefetch, found.prefetch),
    ];
    let items = helpers.into_iter().map(|(signal, is_there)| {
        let (class, symbol) = if is_there { ("answered", Symbol::Check) } else { ("pending", Symbol::Minus) };
        signed(class, symbol, code(signal.as_str()).render())
    });
    piece("div")
        .child(piece("p").say(Ui::VectorHelpers).render())
        .child(piece("ul").class("helpers").children(items).render())
        .render()
}

/// An outcome by the name that it has in the code and in the documents.
fn outcome(one: &Measurement) -> String {
    let name = match one.outcome {
        Outcome::Readable { status } => return status.to_string(),
        Outcome::Opaque => "opaque",
        Outcome::NotOpaque => "not-opaque",
        Outcome::Rejected => "rejected",
        Outcome::Withheld => "withheld",
        Outcome::NoTransport => "no-transport",
        Outcome::Loaded => "loaded",
        Outcome::LoadFailed => "load-failed",
        Outcome::CutOff => "cut-off",
        Outcome::Cancelled => "cancelled",
        Outcome::PolicyBlocked => "policy-blocked",
        Outcome::Unsupported => "unsupported",
        Outcome::NotRun => "not-run",
    };
    name.to_owned()
}
