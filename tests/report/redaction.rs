//! What stands for the reader's own names, and that nothing else gives them away.

use crate::given::{GIVEN, session as drawn};
use registry_guide::observation::{Fact, Seen};
use registry_guide::paste::{Names, Recognisers, Rules};
use registry_guide::report::{Redaction, Report, Shared, is_stand_in, link};
use registry_guide::session::Session;
use registry_guide::trial::Dice;
use registry_guide::words::Placeholder;

fn session() -> Session {
    let mut session = Session::default();
    session.typed.registry =
        "docker pull fabrikamprod-e7ggejfuhzhgedc8.azurecr.io/umbrella/umbrellaapp:build-77".into();
    session.typed.region = "swedencentral".into();
    session.typed.resource_group = "rg-fabrikam".into();
    session.typed.client_ip = "203.0.113.77".into();
    session
}

fn names() -> Names {
    let rules = Rules::from_toml(include_str!("../../content/recognisers.toml")).expect("recognisers read");
    let recognisers = Recognisers::compile(rules).expect("recognisers compile");
    let text = "Error response from daemon: Get \"https://fabrikamprod-e7ggejfuhzhgedc8.azurecr.io/v2/\": dial tcp 10.70.4.5:443: i/o timeout\n\
        docker pull fabrikamtest.azurecr.io/umbrella/otherumbrella:9\n\
        fabrikamtest.westeurope.data.azurecr.io: no such host\n\
        docker pull fabrikam.jfrog.io/x: connection refused\n\
        client with IP '203.0.113.77' is not allowed access\n";
    registry_guide::paste::read(&recognisers, text).names
}

const SECRETS: [&str; 6] = ["fabrikam", "e7ggej", "umbrella", "build-77", "203.0.113.77", "rg-fab"];

#[test]
fn the_same_name_has_the_same_stand_in_everywhere() {
    let shared = Shared::of(&session(), Some(&names()), GIVEN.clouds(), Redaction::On);
    let typed = &shared.session().typed;
    assert_eq!(typed.registry, "registry-1.azurecr.io/image-1:tag-1");
    assert_eq!((typed.region.as_str(), typed.resource_group.as_str()), ("swedencentral", "resource-group-1"));
    assert_eq!(typed.client_ip, "192.0.2.1");
    assert_eq!(shared.names().login_servers, ["registry-1.azurecr.io", "registry-2.azurecr.io"]);
    assert_eq!(shared.names().data_endpoints, ["registry-2.westeurope.data.azurecr.io"]);
    assert_eq!(shared.names().client_ips, ["192.0.2.1"]);
    assert_eq!(shared.values().text(Placeholder::Registry), "registry-1");
    assert_eq!(shared.values().text(Placeholder::LoginServer), "registry-1.azurecr.io");
}

#[test]
fn a_stand_in_keeps_the_class_of_an_address() {
    for (address, stand_in) in [
        ("20.1.2.3", "192.0.2.1"),
        ("10.9.8.7", "10.0.0.1"),
        ("100.70.1.1", "10.0.0.1"),
        ("2603:1020::5", "2001:db8::1"),
        ("fd12:3456::5", "fd00::1"),
        ("the office", ""),
    ] {
        let mut session = Session::default();
        session.typed.client_ip = address.into();
        let shared = Shared::of(&session, None, GIVEN.clouds(), Redaction::On);
        assert_eq!(shared.session().typed.client_ip, stand_in, "{address}");
    }
}

/// Everything that is made of a session: what leaves the page, in every language.
fn everything(shared: &Shared) -> Vec<String> {
    let diagnosis = GIVEN.diagnosis(shared.session());
    let mut all = vec![format!("{shared:?}")];
    for guide in [&GIVEN.swedish, &GIVEN.english] {
        let wanted = GIVEN.wanted(guide, shared, &diagnosis);
        let report = Report::of(&wanted);
        all.push(link(shared, &guide.version, &report.code));
        all.push(report.markdown(&wanted.teller()));
        all.push(report.json());
        all.push(report.code.to_string());
        all.push(report.picture.svg(&wanted.teller(), "path").as_str().to_owned());
        all.push(format!("{report:?}"));
    }
    all
}

#[test]
fn nothing_that_leaves_the_page_holds_a_name() {
    let mut dice = Dice::new(7);
    for size in 0..60 {
        let mut drawn = drawn(&mut dice, size);
        drawn.typed = session().typed;
        for text in everything(&Shared::of(&drawn, Some(&names()), GIVEN.clouds(), Redaction::On)) {
            for secret in SECRETS {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }
}

#[test]
fn names_are_there_for_those_who_want_them_to_be() {
    let mut session = session();
    session.say(Seen::Symptom("request-timeout".into()));
    session.set_read(vec![Fact::TcpTimeout.into(), Fact::AtLoginServer.into(), Fact::ToPublic.into()]);
    let all = everything(&Shared::of(&session, Some(&names()), GIVEN.clouds(), Redaction::Off));
    // Link, Markdown, JSON and drawing; a code has no names.
    for nth in [1, 2, 3, 5] {
        assert!(all[nth].contains("fabrikamprod-e7ggejfuhzhgedc8.azurecr.io"), "{}", all[nth]);
    }
}

#[test]
fn a_stand_in_is_told_from_a_registry() {
    for host in ["registry-1.azurecr.io", "registry-12.swedencentral.geo.azurecr.io", "registry-1.example"] {
        assert!(is_stand_in(host), "{host}");
    }
    for host in ["registry-1.docker.io", "registry.azurecr.io", "registry-e7ggejfuhzhgedc8.azurecr.io", "registry-1"] {
        assert!(!is_stand_in(host), "{host}");
    }
}
