//! What has come in so far, request by request.

use crate::browser;
use crate::components::{Markup, Site, Symbol, code, icon, piece, ui_text};
use crate::reach::{Measurement, Outcome, Plan, Signal};
use crate::words::Ui;

/// The requests of a plan with what came of each.
pub(super) fn measured_list(plan: &Plan, measurements: &[Measurement]) -> Markup {
    let rows = plan.probes.iter().filter(|probe| matches!(probe.signal, Signal::Cors | Signal::Opaque)).map(|probe| {
        let measured = measurements.iter().find(|one| one.target == probe.target && one.signal == probe.signal);
        let signal = match probe.signal {
            Signal::Cors => Ui::SignalCors,
            _ => Ui::SignalOpaque,
        };
        piece("li")
            .child(code(probe.host()).render())
            .child(piece("span").class("signal").text(ui_text(signal, &[])).render())
            .child(outcome(measured))
            .child(piece("span").class("time").text(measured.map_or(String::new(), time)).render())
            .render()
    });
    piece("section")
        .child(piece("h2").say(Ui::CheckProgress).render())
        .child(piece("ul").class("measured").children(rows).render())
        .render()
}

/// The outcome with its sign.
fn outcome(measured: Option<&Measurement>) -> Markup {
    let (class, symbol, text) = match measured.map(|one| (one.outcome, one.signal)) {
        None => ("pending", None, Ui::CheckWaiting),
        Some((Outcome::Readable { .. }, _)) => ("answered", Some(Symbol::Check), Ui::OutcomeReadable),
        Some((Outcome::Opaque, _)) => ("answered", Some(Symbol::Check), Ui::OutcomeOpaque),
        Some((Outcome::NotOpaque, _)) => ("pending", None, Ui::OutcomeNotOpaque),
        // Asking to read the answer is refused by a healthy registry too: that alone is no failure.
        Some((Outcome::Rejected, Signal::Cors)) => ("pending", None, Ui::OutcomeUnreadable),
        Some((Outcome::Rejected, _)) => ("failed", Some(Symbol::Cross), Ui::OutcomeRejected),
        Some((Outcome::CutOff, _)) => ("failed", Some(Symbol::Cross), Ui::OutcomeCutOff),
        Some((Outcome::Cancelled, _)) => ("pending", None, Ui::OutcomeCancelled),
        Some((Outcome::PolicyBlocked, _)) => ("pending", None, Ui::OutcomePolicyBlocked),
        Some((_, _)) => ("pending", None, Ui::OutcomeNotRun),
    };
    let mut text = ui_text(text, &[]);
    if let Some(Outcome::Readable { status }) = measured.map(|one| one.outcome) {
        text.push_str(" (");
        text.push_str(&status.to_string());
        text.push(')');
    }
    let mut outcome = piece("span").class(["outcome ", class].concat());
    if let Some(symbol) = symbol {
        outcome = outcome.child(icon(symbol));
    }
    outcome.text(text).render()
}

/// Seconds with one decimal, in words.
fn time(measured: &Measurement) -> String {
    let tenths = (measured.elapsed_ms + 50) / 100;
    let seconds = browser::decimal(tenths, Site::here().words.language.code.as_str());
    ui_text(Ui::CheckTime, &[("seconds", &seconds)])
}
