//! The verdicts: every combination of outcomes, and the situations that they were made for.

use registry_guide::knowledge::Owner;
use registry_guide::reach::{
    Certainty, FAST_FAILURE_MS, Judgement, Measurement, Next, Outcome, Reading, SLOW_ANSWER_MS, Signal, Suspect,
    Target, VerdictId, judge, parse_self_hosted,
};
use std::collections::BTreeMap;

/// Every outcome that the verdicts could tell apart, with a time on either side of each limit.
fn samples() -> Vec<(Outcome, u32)> {
    let mut samples: Vec<_> =
        [200, 401, 403, 404, 503].into_iter().map(|status| (Outcome::Readable { status }, 90)).collect();
    samples.extend([
        (Outcome::Opaque, 90),
        (Outcome::Opaque, SLOW_ANSWER_MS),
        (Outcome::NotOpaque, 4),
        (Outcome::Rejected, 20),
        (Outcome::Rejected, FAST_FAILURE_MS),
        (Outcome::CutOff, 10_000),
        (Outcome::Cancelled, 700),
        (Outcome::PolicyBlocked, 1),
        (Outcome::NotRun, 0),
    ]);
    samples
}

const TARGETS: [Target; 3] = [Target::OwnOrigin, Target::PublicControl(0), Target::LoginServer];

fn is_answer(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Readable { .. } | Outcome::Opaque)
}

/// What must hold for any outcomes whatever: the first law, said once more and in another way than the verdicts are made.
fn check_law(measured: &[Measurement], judgement: &Judgement) {
    let of =
        |target: &Target| measured.iter().filter(move |m| m.target == *target).map(|m| m.outcome).collect::<Vec<_>>();
    let own: Vec<_> = of(&TARGETS[0]).into_iter().filter(|o| matches!(o, Outcome::Readable { .. })).collect();
    let own_works = !own.is_empty() && own.iter().all(|o| matches!(o, Outcome::Readable { status: 200..=399 }));
    let control = of(&TARGETS[1]);
    let login = of(&TARGETS[2]);
    let answered = login.iter().any(|o| is_answer(*o));
    let verdict = judgement.verdict;
    let says_answer = matches!(
        verdict,
        VerdictId::AnsweredUntested
            | VerdictId::AsksForSignIn
            | VerdictId::Refused
            | VerdictId::OpenAnswer
            | VerdictId::UnexpectedAnswer
            | VerdictId::Answered
            | VerdictId::AnsweredSlowly
            | VerdictId::AnsweredAlone
            | VerdictId::Wavers
    );
    let says_failure = matches!(
        verdict,
        VerdictId::GaveUpAtOnce | VerdictId::GaveUpLate | VerdictId::NoAnswer | VerdictId::FailsUnevenly
    );
    let context = || format!("{measured:#?}\n{judgement:#?}");

    assert!(own_works || judgement.certainty == Certainty::NotTested, "no own control, no verdict: {}", context());
    assert!(answered || !says_answer, "an answer that was not there: {}", context());
    assert!(!(answered && says_failure), "an answer that is passed over: {}", context());
    assert!(
        !says_failure || control.iter().any(|o| is_answer(*o)),
        "a failure that nothing was compared with: {}",
        context()
    );
    let in_browser = login.contains(&Outcome::NotOpaque);
    let own_in_browser = of(&TARGETS[0]).contains(&Outcome::NotOpaque);
    let own_wavers = own_works && of(&TARGETS[0]).iter().any(|o| matches!(o, Outcome::CutOff | Outcome::Rejected));
    assert!(
        !(answered && own_works && !in_browser && !own_in_browser && !own_wavers)
            || judgement.certainty > Certainty::NotTested,
        "a closed network hides an open path: {}",
        context()
    );
    assert!(answered || judgement.certainty < Certainty::Likely, "more certain than a failure allows: {}", context());
    let read_403 = login.contains(&Outcome::Readable { status: 403 });
    for candidate in &judgement.candidates {
        assert!(candidate.certainty < Certainty::Certain, "a cause is certain: {}", context());
        assert!(candidate.certainty < Certainty::Likely || read_403, "a cause is likely, unread: {}", context());
    }
    assert!(!judgement.next.is_empty(), "a dead end: {}", context());
}

#[test]
fn every_combination_of_outcomes_has_a_lawful_verdict_and_every_verdict_has_a_combination() {
    let samples = samples();
    let slots: Vec<_> =
        TARGETS.into_iter().flat_map(|target| Signal::ALL.map(|signal| (target.clone(), signal))).collect();
    let mut measured: Vec<Measurement> = slots
        .iter()
        .map(|(target, signal)| Measurement {
            target: target.clone(),
            signal: *signal,
            outcome: Outcome::NotRun,
            elapsed_ms: 0,
        })
        .collect();
    let mut reached: BTreeMap<VerdictId, u64> = BTreeMap::new();
    let combinations = samples.len().pow(slots.len() as u32);
    for combination in 0..combinations {
        let mut rest = combination;
        for measurement in &mut measured {
            (measurement.outcome, measurement.elapsed_ms) = samples[rest % samples.len()];
            rest /= samples.len();
        }
        let judgement = judge(&measured);
        check_law(&measured, &judgement);
        *reached.entry(judgement.verdict).or_default() += 1;
    }
    println!("{combinations} combinations");
    for verdict in VerdictId::ALL {
        let times = reached.get(verdict).copied().unwrap_or_default();
        println!("{times:>9}  {verdict}");
        assert!(times > 0, "{verdict} is never reached");
    }
}

#[test]
fn the_order_of_the_outcomes_changes_nothing() {
    let samples = samples();
    for (first, second, third) in (0..samples.len().pow(3)).map(|n| {
        let at = |place: u32| samples[n / samples.len().pow(place) % samples.len()];
        (at(0), at(1), at(2))
    }) {
        let mut measured = vec![
            measurement(Target::OwnOrigin, Signal::Cors, Outcome::Readable { status: 200 }, 5),
            measurement(Target::PublicControl(0), Signal::Opaque, first.0, first.1),
            measurement(Target::LoginServer, Signal::Cors, second.0, second.1),
            measurement(Target::LoginServer, Signal::Opaque, third.0, third.1),
        ];
        let verdict = judge(&measured).verdict;
        measured.reverse();
        assert_eq!(judge(&measured).verdict, verdict);
    }
}

fn measurement(target: Target, signal: Signal, outcome: Outcome, elapsed_ms: u32) -> Measurement {
    Measurement { target, signal, outcome, elapsed_ms }
}

/// A check with a working page, as the plan of today sends it.
fn check(control: (Outcome, u32), cors: (Outcome, u32), opaque: (Outcome, u32)) -> Judgement {
    judge(&[
        measurement(Target::OwnOrigin, Signal::Cors, Outcome::Readable { status: 200 }, 5),
        measurement(Target::PublicControl(0), Signal::Opaque, control.0, control.1),
        measurement(Target::LoginServer, Signal::Cors, cors.0, cors.1),
        measurement(Target::LoginServer, Signal::Opaque, opaque.0, opaque.1),
    ])
}

const ANSWER: (Outcome, u32) = (Outcome::Opaque, 120);
const NO: (Outcome, u32) = (Outcome::Rejected, 5);
const SILENCE: (Outcome, u32) = (Outcome::CutOff, 10_000);

#[test]
fn situations_measured_in_browsers_get_their_verdicts() {
    let table = [
        ("a healthy registry, or one that refuses, or a block page", check(ANSWER, NO, ANSWER), VerdictId::Answered),
        (
            "unknown name, refused, reset, bad certificate, proxy says no",
            check(ANSWER, NO, NO),
            VerdictId::GaveUpAtOnce,
        ),
        (
            "refused on Windows",
            check(ANSWER, (Outcome::Rejected, 2_050), (Outcome::Rejected, 2_040)),
            VerdictId::GaveUpAtOnce,
        ),
        (
            "proxy answers 504 after 5 s",
            check(ANSWER, (Outcome::Rejected, 5_000), (Outcome::Rejected, 5_000)),
            VerdictId::GaveUpLate,
        ),
        ("dropped packets, silent DNS, an open prompt", check(ANSWER, SILENCE, SILENCE), VerdictId::NoAnswer),
        ("a slow path", check(ANSWER, (Outcome::Rejected, 6_100), (Outcome::Opaque, 40)), VerdictId::AnsweredSlowly),
        ("a lossy path", check(ANSWER, SILENCE, ANSWER), VerdictId::Wavers),
        ("a network that admits the registry only", check(SILENCE, NO, ANSWER), VerdictId::AnsweredAlone),
        ("everything is blocked", check(SILENCE, SILENCE, SILENCE), VerdictId::NothingOutside),
        (
            "an extension redirects to a stub",
            check(ANSWER, (Outcome::Readable { status: 200 }, 4), (Outcome::NotOpaque, 4)),
            VerdictId::AnsweredInBrowser,
        ),
        (
            "the page forbids itself",
            check(ANSWER, (Outcome::PolicyBlocked, 1), (Outcome::PolicyBlocked, 1)),
            VerdictId::PolicyBlocked,
        ),
        (
            "a registry that lets pages read",
            check(ANSWER, (Outcome::Readable { status: 401 }, 90), ANSWER),
            VerdictId::AsksForSignIn,
        ),
        ("the same, refusing", check(ANSWER, (Outcome::Readable { status: 403 }, 90), ANSWER), VerdictId::Refused),
        (
            "an open registry of the reader's own",
            check(ANSWER, (Outcome::Readable { status: 200 }, 90), ANSWER),
            VerdictId::OpenAnswer,
        ),
        (
            "readable, and opaque use forbidden by a header",
            check(ANSWER, (Outcome::Readable { status: 401 }, 90), NO),
            VerdictId::AsksForSignIn,
        ),
        ("no control was asked", check((Outcome::NotRun, 0), NO, NO), VerdictId::Uncompared),
        ("cancelled at once", check(ANSWER, (Outcome::Cancelled, 9), (Outcome::NotRun, 0)), VerdictId::Cancelled),
        ("cancelled after the answer", check((Outcome::Cancelled, 9), NO, ANSWER), VerdictId::Answered),
        ("cancelled while the second waited", check(ANSWER, SILENCE, (Outcome::Cancelled, 100)), VerdictId::NoAnswer),
    ];
    for (situation, judgement, verdict) in table {
        assert_eq!(judgement.verdict, verdict, "{situation}");
    }
}

#[test]
fn without_outcomes_nothing_has_been_tested() {
    let judgement = judge(&[]);
    assert_eq!((judgement.verdict, judgement.certainty), (VerdictId::NotRun, Certainty::NotTested));
    assert_eq!(judgement.reasons, []);
}

#[test]
fn one_public_control_that_works_is_enough() {
    let judge_with = |first, second| {
        judge(&[
            measurement(Target::OwnOrigin, Signal::Cors, Outcome::Readable { status: 200 }, 5),
            measurement(Target::PublicControl(0), Signal::Opaque, first, 50),
            measurement(Target::PublicControl(1), Signal::Opaque, second, 50),
            measurement(Target::LoginServer, Signal::Opaque, Outcome::CutOff, 10_000),
        ])
        .verdict
    };
    assert_eq!(judge_with(Outcome::CutOff, Outcome::Opaque), VerdictId::NoAnswer);
    assert_eq!(judge_with(Outcome::Opaque, Outcome::Rejected), VerdictId::NoAnswer);
    assert_eq!(judge_with(Outcome::CutOff, Outcome::NotRun), VerdictId::NothingOutside);
    assert_eq!(judge_with(Outcome::NotRun, Outcome::Cancelled), VerdictId::Uncompared);
}

#[test]
fn the_reasons_are_the_readings_of_what_was_asked() {
    let judgement = check(SILENCE, NO, NO);
    assert_eq!(
        judgement.reasons,
        [
            (Target::OwnOrigin, Reading::Readable { status: 200 }),
            (Target::PublicControl(0), Reading::NoAnswer),
            (Target::LoginServer, Reading::GaveUpAtOnce),
        ]
    );
    assert_eq!(judgement.owner, Owner::NetworkTeam);
}

#[test]
fn a_failure_leaves_the_public_access_rules_out_since_their_refusal_is_an_answer() {
    for judgement in [check(ANSWER, NO, NO), check(ANSWER, SILENCE, SILENCE), check(SILENCE, SILENCE, SILENCE)] {
        assert!(judgement.candidates.iter().all(|candidate| candidate.suspect != Suspect::PublicAccess));
        assert!(judgement.next.contains(&Next::OpenPath));
    }
}

#[test]
fn an_answer_leaves_the_public_access_rules_in_and_asks_the_token_service() {
    let judgement = check(ANSWER, NO, ANSWER);
    assert!(judgement.candidates.iter().any(|candidate| candidate.suspect == Suspect::PublicAccess));
    assert_eq!(&judgement.next[..2], [Next::OpenPath, Next::OpenRules]);
}

#[test]
fn a_registry_of_the_readers_own_has_no_access_rules_in_azure() {
    let registry = parse_self_hosted("registry.example.com:5000").expect("a host and a port");
    let judgement = check(ANSWER, NO, ANSWER).for_registry(&registry);
    assert!(judgement.candidates.iter().all(|c| !matches!(c.suspect, Suspect::PublicAccess | Suspect::Vnet)));
    assert!(!judgement.next.contains(&Next::OpenRules));
    assert!(!judgement.next.is_empty());
}
