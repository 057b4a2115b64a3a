//! What is different between two sessions.

use crate::given::{GIVEN, session};
use registry_guide::certainty::Certainty;
use registry_guide::knowledge::CauseId;
use registry_guide::observation::{Fact, Seen};
use registry_guide::reach::{Measurement, Observed, Outcome, Signal, Target, VerdictId};
use registry_guide::report::Comparison;
use registry_guide::session::{Checked, Session};
use registry_guide::trial::Dice;

fn compare(before: &Session, after: &Session) -> Comparison {
    Comparison::of((before, &GIVEN.diagnosis(before)), (after, &GIVEN.diagnosis(after)))
}

/// A check in which the controls worked and the login server did as said.
pub fn checked(outcome: Outcome, elapsed_ms: u32) -> Checked {
    let measurement = |target, signal, outcome, elapsed_ms| Measurement {
        target,
        signal,
        round: 0,
        outcome,
        elapsed_ms,
        exchange: None,
    };
    let measurements = vec![
        measurement(Target::OwnOrigin, Signal::Cors, Outcome::Readable { status: 200 }, 20),
        measurement(Target::PublicControl(0), Signal::Opaque, Outcome::Opaque, 90),
        measurement(Target::LoginServer, Signal::Opaque, outcome, elapsed_ms),
    ];
    let observed = Observed { measurements, ..Observed::default() };
    Checked { minute: 29_927_000, took_ms: 10_000, knows_spaces: true, looked_longer: false, observed }
}

#[test]
fn it_worked_yesterday() {
    let (mut before, mut after) = (Session::default(), Session::default());
    before.say(Seen::Symptom("request-timeout".into()));
    after.say(Seen::Symptom("request-timeout".into()));
    before.set_read(vec![Fact::TransferOk.into(), Fact::ClientDocker.into()]);
    after.set_read(vec![Fact::TcpTimeout.into(), Fact::ClientDocker.into()]);
    before.checked = Some(checked(Outcome::Opaque, 80));
    after.checked = Some(checked(Outcome::CutOff, 10_000));
    let comparison = compare(&before, &after);
    assert_eq!(comparison.added, [Seen::Fact(Fact::TcpTimeout)]);
    assert_eq!(comparison.gone, [Seen::Fact(Fact::TransferOk)]);
    let [(target, changed)] = &comparison.hosts[..] else { panic!("{comparison:?}") };
    assert_eq!(*target, Target::LoginServer);
    assert_eq!(changed.after, Some(VerdictId::NoAnswer));
    assert!(comparison.path.is_some(), "{comparison:?}");
}

#[test]
fn another_cause_is_told_with_how_sure_it_was_and_is() {
    let (mut before, mut after) = (Session::default(), Session::default());
    before.set_read(vec![Fact::DaemonNotRunning.into()]);
    after.set_read(vec![Fact::ClientIpDenied.into(), Fact::ClientIpPublic.into()]);
    let cause = compare(&before, &after).cause.expect("another cause");
    let id = |side: &Option<(CauseId, Certainty)>| side.as_ref().map(|(cause, _)| cause.to_string());
    assert_eq!((id(&cause.before), id(&cause.after)), (Some("local-docker".into()), Some("public-access".into())));
}

#[test]
fn a_session_is_no_different_from_itself() {
    let mut dice = Dice::new(31);
    for size in 0..60 {
        let drawn = session(&mut dice, size % 20);
        assert!(compare(&drawn, &drawn).is_empty());
    }
    assert!(!compare(&Session::default(), &session(&mut dice, 20)).is_empty());
}
