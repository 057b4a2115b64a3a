//! What the check refers to in the real content is there, and its words fit the situations that lead to them.
#![cfg(feature = "author")]

use registry_guide::authoring::{Content, Files};
use registry_guide::reach::{
    Measurement, NameErrorId, NameHint, Next, Observed, Outcome, PATH_FIELDS, PathId, Signal, Suspect, TabAddress,
    TabFamily, Target, VERDICT_FIELDS, VerdictId, Wanted, assess, parse, plan,
};
use registry_guide::words::{Segment, Words, segments};
use std::path::Path;

fn content() -> Content {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    Content::read(&Files::read(&dir).expect("the content can be read"))
}

fn each_language(mut check: impl FnMut(&Words)) {
    let content = content();
    for code in ["sv", "en"] {
        check(&content.words(&code.into()).expect("a language of the guide"));
    }
}

#[test]
fn every_suspect_is_a_cause_and_every_command_to_run_next_exists() {
    let content = content();
    let knowledge = content.knowledge();
    for suspect in Suspect::ALL {
        let cause = knowledge.cause(&suspect.cause()).unwrap_or_else(|| panic!("no cause {}", suspect.as_str()));
        assert_eq!(
            cause.side == registry_guide::knowledge::Side::Network,
            suspect.is_network(),
            "{}",
            suspect.as_str()
        );
    }
    for command in Next::ALL.into_iter().filter_map(Next::command) {
        assert!(knowledge.command(&command).is_some(), "no command {command}");
    }
}

#[test]
fn every_verdict_and_every_name_error_has_words_of_its_own_in_both_languages() {
    each_language(|words| {
        for verdict in VerdictId::ALL {
            for field in VERDICT_FIELDS {
                let key = format!("verdict.{verdict}.{field}");
                let paragraphs = words.paragraphs(&key);
                assert!(!paragraphs.is_empty(), "{} lacks {key}", words.language.code);
                assert!(paragraphs.iter().all(|block| block.borrowed.is_none()), "{key}");
            }
        }
        for path in PathId::ALL {
            for field in PATH_FIELDS {
                assert!(words.get(&format!("path.{path}.{field}")).is_some(), "{} lacks {path}", words.language.code);
            }
        }
        for sight in TabFamily::ALL.into_iter().flat_map(|family| family.sights(TabAddress::Rules)) {
            let key = format!("tab.{}.title", sight.as_str());
            assert!(words.get(&key).is_some(), "{} lacks {key}", words.language.code);
        }
        for id in NameErrorId::ALL.iter().map(|id| id.as_str()).chain(NameHint::ALL.iter().map(|id| id.as_str())) {
            for field in ["title", "help"] {
                assert!(words.get(&format!("name.{id}.{field}")).is_some(), "{} lacks {id}", words.language.code);
            }
        }
    });
}

/// The verdicts that are reached without any public control having been asked: cloud and reader may have none.
fn reached_without_a_control() -> Vec<VerdictId> {
    let own = [Outcome::Readable { status: 200 }, Outcome::Rejected, Outcome::NotRun, Outcome::Cancelled];
    let login = [
        Outcome::Readable { status: 200 },
        Outcome::Readable { status: 401 },
        Outcome::Readable { status: 403 },
        Outcome::Readable { status: 500 },
        Outcome::Opaque,
        Outcome::NotOpaque,
        Outcome::Rejected,
        Outcome::CutOff,
        Outcome::Cancelled,
        Outcome::PolicyBlocked,
        Outcome::NotRun,
    ];
    let mut verdicts = Vec::new();
    for own in own {
        for cors in login {
            for opaque in login {
                for elapsed_ms in [10, 6_000] {
                    let measured = |target, signal, outcome| Measurement {
                        target,
                        signal,
                        round: 0,
                        outcome,
                        elapsed_ms,
                        exchange: None,
                    };
                    let measurements = vec![
                        measured(Target::OwnOrigin, Signal::Cors, own),
                        measured(Target::LoginServer, Signal::Cors, cors),
                        measured(Target::LoginServer, Signal::Opaque, opaque),
                    ];
                    let assessment = assess(&Observed { measurements, ..Observed::default() });
                    verdicts.push(assessment.targets[0].1.verdict);
                }
            }
        }
    }
    verdicts.sort_unstable();
    verdicts.dedup();
    verdicts
}

#[test]
fn a_verdict_that_needs_no_control_does_not_speak_of_one() {
    let without = reached_without_a_control();
    assert!(without.contains(&VerdictId::Answered) && without.contains(&VerdictId::Uncompared), "{without:?}");
    each_language(|words| {
        for verdict in &without {
            for field in VERDICT_FIELDS {
                for block in words.paragraphs(&format!("verdict.{verdict}.{field}")) {
                    assert!(!segments(block.text).contains(&Segment::Named("control")), "{verdict}.{field}");
                }
            }
        }
    });
}

#[test]
fn every_verdict_leads_to_the_tab_that_decides() {
    each_language(|words| {
        for verdict in VerdictId::ALL {
            let measured_in_tab = ["v2-path", "token-path"];
            let next = words.paragraphs(&format!("verdict.{verdict}.next"));
            let names_tab = next.iter().any(|block| {
                segments(block.text)
                    .iter()
                    .any(|part| matches!(part, Segment::Named(name) if measured_in_tab.contains(name)))
            });
            // These speak of the addresses, or the page's links, in other words.
            let in_other_words =
                [VerdictId::PolicyBlocked, VerdictId::AnsweredInBrowser, VerdictId::AsksForSignIn, VerdictId::Refused];
            assert!(names_tab || in_other_words.contains(verdict), "{}: {verdict}", words.language.code);
        }
    });
}

#[test]
fn every_real_cloud_can_be_parsed_and_planned() {
    let content = content();
    let clouds = &content.knowledge().clouds;
    assert!(clouds.len() >= 3);
    for cloud in clouds {
        let login_server = format!("contosoprod.{}", cloud.suffix);
        let registry = parse(&login_server, clouds).expect("a login server");
        assert_eq!(registry.azure().map(|name| &name.cloud), Some(&cloud.id));
        let own_url = "https://guide.example/here.json";
        let plan = plan(&registry, &Wanted { cloud: Some(cloud), regions: &[], own_url, random: "" });
        assert_eq!(plan.host(&Target::LoginServer), Some(login_server.as_str()));
        let storage = usize::from(cloud.storage_probe.is_some());
        let expected = cloud.controls.len() + 1 + storage;
        assert_eq!(plan.hosts().len(), expected, "{}: a control is no HTTPS address", cloud.id);
        assert!(cloud.storage_probe.iter().all(|host| host.ends_with(&cloud.blob_suffix)), "{}", cloud.id);
        let region = &cloud.regions[0];
        let data = format!("contosoprod.{region}.data.{}", cloud.suffix);
        assert_eq!(parse(&data, clouds).expect("a data endpoint").login_server(), login_server);
    }
}
