//! Checks made by the browser as observations: soft, and silent where a check tested nothing.

use registry_guide::diagnosis::{Certainty, Engine, Weights};
use registry_guide::observation::{Fact, Observation, Seen};
use registry_guide::reach::VerdictId;

/// Verdicts of checks that tested nothing: a control failed or was missing, the page or the browser itself answered.
const NOT_TESTED: [VerdictId; 8] = [
    VerdictId::NotRun,
    VerdictId::Cancelled,
    VerdictId::PageCutOff,
    VerdictId::AnsweredUntested,
    VerdictId::PolicyBlocked,
    VerdictId::AnsweredInBrowser,
    VerdictId::NothingOutside,
    VerdictId::Uncompared,
];

fn engine() -> Engine {
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    Engine::new(weights).expect("weights name known ids")
}

fn seen(verdict: VerdictId) -> Observation {
    Seen::Verdict(verdict.as_str().to_owned()).into()
}

#[test]
fn a_check_that_tested_nothing_says_nothing_and_every_other_says_something() {
    let engine = engine();
    for verdict in VerdictId::ALL {
        let changes = engine.belief(&[seen(*verdict)]) != engine.belief(&[]);
        assert_eq!(changes, !NOT_TESTED.contains(verdict), "{verdict}");
    }
}

#[test]
fn a_check_from_the_browser_is_never_certain() {
    let engine = engine();
    for verdict in VerdictId::ALL {
        for cause in engine.diagnose(&[seen(*verdict)]).causes {
            assert!(cause.certainty <= Certainty::Likely, "{verdict} makes {} {:?}", cause.id, cause.certainty);
        }
    }
}

#[test]
fn an_answer_does_not_clear_the_path_of_the_daemon() {
    let engine = engine();
    let failing =
        [Fact::TcpTimeout, Fact::ClientDocker, Fact::AtLoginServer].map(|fact| Observation::from(Seen::from(fact)));
    let observations = [&failing[..], &[seen(VerdictId::Answered)]].concat();
    let diagnosis = engine.diagnose(&observations);
    assert_eq!(diagnosis.causes.first().map(|cause| cause.id.as_str()), Some("client-firewall"));
    assert_eq!(diagnosis.network, Some(true));
}

#[test]
fn a_private_address_that_fails_in_the_browser_too_stays_a_matter_of_the_network() {
    let engine = engine();
    let observations = [Seen::from(Fact::AnswersPrivate).into(), seen(VerdictId::NoAnswer)];
    let first = engine.diagnose(&observations).causes.into_iter().next().map(|cause| cause.id.to_string());
    assert_eq!(first.as_deref(), Some("vnet"));
}
