//! What has come in so far, request by request.

use crate::components::{Icon, Symbol, ui_text};
use crate::reach::{Measurement, Outcome, Plan, Signal};
use crate::words::Ui;
use leptos::prelude::*;

/// The requests of a plan with what came of each.
#[component]
pub(super) fn MeasuredList(
    /// The requests.
    plan: Plan,
    /// What has come in.
    measurements: Vec<Measurement>,
) -> impl IntoView {
    let rows = plan
        .probes
        .iter()
        .map(|probe| {
            let measured = measurements.iter().find(|one| one.target == probe.target && one.signal == probe.signal);
            let signal = match probe.signal {
                Signal::Cors => Ui::SignalCors,
                Signal::Opaque => Ui::SignalOpaque,
            };
            view! {
                <li>
                    <code dir="ltr" translate="no">{probe.host().to_owned()}</code>
                    <span>{ui_text(signal, &[])}</span>
                    {outcome(measured)}
                </li>
            }
        })
        .collect_view();
    view! {
        <section>
            <h2>{ui_text(Ui::CheckProgress, &[])}</h2>
            <ul class="measured">{rows}</ul>
        </section>
    }
}

/// The outcome's class, sign and words, and the time that it took.
fn outcome(measured: Option<&Measurement>) -> impl IntoView + use<> {
    let (class, symbol, text) = match measured.map(|one| (one.outcome, one.signal)) {
        None => ("pending", None, Ui::CheckWaiting),
        Some((Outcome::Readable { .. }, _)) => ("answered", Some(Symbol::Check), Ui::OutcomeReadable),
        Some((Outcome::Opaque, _)) => ("answered", Some(Symbol::Check), Ui::OutcomeOpaque),
        Some((Outcome::NotOpaque, _)) => ("pending", None, Ui::OutcomeNotOpaque),
        // Asking to read the answer is refused by a healthy registry too: that alone is no failure.
        Some((Outcome::Rejected, Signal::Cors)) => ("pending", None, Ui::OutcomeUnreadable),
        Some((Outcome::Rejected, Signal::Opaque)) => ("failed", Some(Symbol::Cross), Ui::OutcomeRejected),
        Some((Outcome::CutOff, _)) => ("failed", Some(Symbol::Cross), Ui::OutcomeCutOff),
        Some((Outcome::Cancelled, _)) => ("pending", None, Ui::OutcomeCancelled),
        Some((Outcome::PolicyBlocked, _)) => ("pending", None, Ui::OutcomePolicyBlocked),
        Some((Outcome::NotRun, _)) => ("pending", None, Ui::OutcomeNotRun),
    };
    let status = match measured.map(|one| one.outcome) {
        Some(Outcome::Readable { status }) => format!(" ({status})"),
        _ => String::new(),
    };
    let time = measured.map_or(String::new(), |one| {
        let tenths = (one.elapsed_ms + 50) / 100;
        ui_text(Ui::CheckTime, &[("seconds", &format!("{}.{}", tenths / 10, tenths % 10))])
    });
    view! {
        <span class=format!("outcome {class}")>
            {symbol.map(|symbol| view! { <Icon symbol /> })} {ui_text(text, &[])} {status}
        </span>
        <span class="time">{time}</span>
    }
}
