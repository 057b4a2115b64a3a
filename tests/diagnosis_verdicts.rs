//! Checks made by the browser as observations: soft, and silent where a check tested nothing.

use registry_guide::diagnosis::{Certainty, Engine, Weights};
use registry_guide::observation::{Fact, Observation, Seen, Sight, TabAddress, TabAnswer, TabFamily};
use registry_guide::reach::{PathId, VerdictId};

/// Verdicts of checks that tested nothing: a control failed or was missing, the page or the browser itself answered.
const NOT_TESTED: [VerdictId; 9] = [
    VerdictId::NotRun,
    VerdictId::Cancelled,
    VerdictId::PageCutOff,
    VerdictId::AnsweredUntested,
    VerdictId::PolicyBlocked,
    VerdictId::AnsweredInBrowser,
    VerdictId::NothingOutside,
    VerdictId::Offline,
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

fn leading(observations: &[Observation]) -> String {
    engine().diagnose(observations).causes.first().map(|cause| cause.id.to_string()).expect("a cause leads")
}

#[test]
fn everything_that_can_be_picked_at_the_path_says_something() {
    let engine = engine();
    for family in TabFamily::ALL {
        for sight in family.sights(TabAddress::Path).filter(|sight| *sight != Sight::OtherError) {
            let seen = Seen::Tab(TabAnswer { address: TabAddress::Path, sight }).into();
            assert!(engine.belief(&[seen]) != engine.belief(&[]), "{}: {}", family.as_str(), sight.as_str());
        }
    }
}

#[test]
fn a_tab_corrects_the_check() {
    let tab = |address, sight| Observation::from(Seen::Tab(TabAnswer { address, sight }));
    let answered = seen(VerdictId::AnsweredDirectly);
    assert_eq!(leading(&[answered.clone(), tab(TabAddress::Rules, Sight::Denied)]), "public-access");
    assert_eq!(leading(&[answered, tab(TabAddress::Path, Sight::OtherPage)]), "client-firewall");
}

#[test]
fn a_path_without_its_layers_is_a_matter_of_the_network() {
    for path in [PathId::LayersFail, PathId::StorageFails] {
        let observations = [seen(VerdictId::AnsweredDirectly), Seen::Path(path.as_str().to_owned()).into()];
        let diagnosis = engine().diagnose(&observations);
        assert!(matches!(diagnosis.causes[0].id.as_str(), "client-firewall" | "vnet"), "{path}: {diagnosis:?}");
    }
}

#[test]
fn a_name_that_public_dns_lacks_is_the_matter() {
    assert_eq!(leading(&[seen(VerdictId::NameMissing)]), "registry-name");
}
