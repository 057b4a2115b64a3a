//! From outcomes to a verdict: total, and the same for the same outcomes.
//!
//! Two steps. First the controls and the login server are read, each for itself (`reading.rs`), and an exhaustive match over
//! these names the verdict. Then a second exhaustive match (`advice.rs`) says what goes with each verdict. A control that
//! failed makes what depends on it *not tested*; what does not depend on it stays.

use super::advice::about;
use super::{Judgement, Observed, Reading, Target, VerdictId, read};

/// What a control came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Control {
    /// It answered.
    Works,
    /// It was asked and did not answer.
    Fails,
    /// It was not asked, or its answer is worth nothing.
    Absent,
}

/// Judges one target.
pub(super) fn judge(observed: &Observed, target: &Target) -> Judgement {
    let measurements = &observed.measurements;
    let mut reasons: Vec<(Target, Reading)> = Vec::new();
    for measurement in measurements {
        if !reasons.iter().any(|(target, _)| *target == measurement.target) {
            reasons.push((measurement.target.clone(), read(measurements, &measurement.target)));
        }
    }
    let reading = |wanted: &Target| {
        reasons.iter().find(|(target, _)| target == wanted).map_or(Reading::NotRun, |(_, reading)| *reading)
    };
    let public = reasons.iter().filter(|(target, _)| matches!(target, Target::PublicControl(_)));
    let public = public.map(|(_, reading)| public_control(*reading)).reduce(better).unwrap_or(Control::Absent);
    let verdict = verdict(reading(&Target::OwnOrigin), public, reading(target));
    about(verdict, reasons)
}

/// The page's own server answers readably and in good order, or it is no measure for anything.
fn own_control(reading: Reading) -> Control {
    match reading {
        Reading::Readable { status: 200..=399 } => Control::Works,
        Reading::NotRun | Reading::Cancelled => Control::Absent,
        Reading::Readable { .. }
        | Reading::Answered
        | Reading::AnsweredSlowly
        | Reading::Wavers
        | Reading::InBrowser
        | Reading::GaveUpAtOnce
        | Reading::GaveUpLate
        | Reading::NoAnswer
        | Reading::FailsUnevenly
        | Reading::PolicyBlocked => Control::Fails,
    }
}

/// A public control need only answer.
fn public_control(reading: Reading) -> Control {
    match reading {
        Reading::Readable { .. } | Reading::Answered | Reading::AnsweredSlowly | Reading::Wavers => Control::Works,
        Reading::GaveUpAtOnce | Reading::GaveUpLate | Reading::NoAnswer | Reading::FailsUnevenly => Control::Fails,
        Reading::InBrowser | Reading::PolicyBlocked | Reading::Cancelled | Reading::NotRun => Control::Absent,
    }
}

/// Of several public controls one that works is enough, and one that failed says more than one that was not asked.
fn better(one: Control, other: Control) -> Control {
    match (one, other) {
        (Control::Works, _) | (_, Control::Works) => Control::Works,
        (Control::Fails, _) | (_, Control::Fails) => Control::Fails,
        (Control::Absent, Control::Absent) => Control::Absent,
    }
}

/// What the reading of the login server is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worth {
    /// Nothing was sent, nothing came in from outside, or too little of either.
    Nothing,
    /// An answer, and more is known of it than that there was one.
    Read,
    /// An answer.
    Answer,
    /// No answer.
    Failure,
}

/// The verdict on the login server where every control works.
fn alone(login: Reading) -> (Worth, VerdictId) {
    match login {
        Reading::NotRun => (Worth::Nothing, VerdictId::NotRun),
        Reading::Cancelled => (Worth::Nothing, VerdictId::Cancelled),
        Reading::PolicyBlocked => (Worth::Nothing, VerdictId::PolicyBlocked),
        Reading::InBrowser => (Worth::Nothing, VerdictId::AnsweredInBrowser),
        Reading::Readable { status: 401 } => (Worth::Read, VerdictId::AsksForSignIn),
        Reading::Readable { status: 403 } => (Worth::Read, VerdictId::Refused),
        Reading::Readable { status: 200..=399 } => (Worth::Read, VerdictId::OpenAnswer),
        Reading::Readable { .. } => (Worth::Read, VerdictId::UnexpectedAnswer),
        Reading::Wavers => (Worth::Read, VerdictId::Wavers),
        Reading::Answered => (Worth::Answer, VerdictId::Answered),
        Reading::AnsweredSlowly => (Worth::Answer, VerdictId::AnsweredSlowly),
        Reading::GaveUpAtOnce => (Worth::Failure, VerdictId::GaveUpAtOnce),
        Reading::GaveUpLate => (Worth::Failure, VerdictId::GaveUpLate),
        Reading::NoAnswer => (Worth::Failure, VerdictId::NoAnswer),
        Reading::FailsUnevenly => (Worth::Failure, VerdictId::FailsUnevenly),
    }
}

fn verdict(own: Reading, public: Control, login: Reading) -> VerdictId {
    let (worth, alone) = alone(login);
    match (own_control(own), worth, public) {
        (Control::Fails, Worth::Nothing, _) if login == Reading::NotRun => VerdictId::PageCutOff,
        (Control::Absent, Worth::Nothing, _) if own == Reading::Cancelled => VerdictId::Cancelled,
        (_, Worth::Nothing, _) => alone,
        // An answer stays an answer, yet with an instrument that fails nothing is concluded from it.
        (Control::Fails | Control::Absent, Worth::Read | Worth::Answer, _) => VerdictId::AnsweredUntested,
        (Control::Fails, Worth::Failure, _) => VerdictId::PageCutOff,
        (Control::Absent, Worth::Failure, _) => VerdictId::Uncompared,
        (Control::Works, Worth::Read, _) => alone,
        (Control::Works, Worth::Answer, Control::Works | Control::Absent) => alone,
        // A closed network whose path to the registry is open is a result, not a failed check.
        (Control::Works, Worth::Answer, Control::Fails) => VerdictId::AnsweredAlone,
        (Control::Works, Worth::Failure, Control::Works) => alone,
        (Control::Works, Worth::Failure, Control::Fails) => VerdictId::NothingOutside,
        (Control::Works, Worth::Failure, Control::Absent) => VerdictId::Uncompared,
    }
}
