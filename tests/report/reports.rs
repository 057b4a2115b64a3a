//! The report: for people in two languages, for programs by a schema.

use crate::comparison::checked;
use crate::given::{GIVEN, session};
use registry_guide::observation::{Fact, Seen};
use registry_guide::reach::Outcome;
use registry_guide::report::{Redaction, Report, Shared};
use registry_guide::session::Session;
use registry_guide::trial::Dice;
use registry_guide::words::Ui;
use serde_json::Value;
use std::collections::BTreeSet;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../public/report.schema.json")).expect("the schema is JSON")
}

fn reports(each: impl Fn(&Session, &Report, String)) {
    let mut dice = Dice::new(19);
    for nth in 0..150 {
        let session = session(&mut dice, nth % 25);
        let redaction = if nth % 2 == 0 { Redaction::On } else { Redaction::Off };
        let shared = Shared::of(&session, None, GIVEN.clouds(), redaction);
        let diagnosis = GIVEN.diagnosis(shared.session());
        for guide in [&GIVEN.swedish, &GIVEN.english] {
            let wanted = GIVEN.wanted(guide, &shared, &diagnosis);
            let report = Report::of(&wanted);
            let markdown = report.markdown(&wanted.teller());
            each(&session, &report, markdown);
        }
    }
}

#[test]
fn every_report_keeps_to_the_published_schema() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema is one");
    reports(|_, report, _| {
        let json: Value =
            serde_json::from_str(&report.json()).unwrap_or_else(|error| panic!("{error}: {}", report.json()));
        let errors: Vec<String> =
            validator.iter_errors(&json).map(|error| format!("{} at {}", error, error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?} in {json}");
    });
}

/// The names of fields that a schema speaks of, or that a report has.
fn fields(value: &Value, in_schema: bool, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                match (in_schema, name.as_str(), value) {
                    (true, "properties", Value::Object(properties)) => names.extend(properties.keys().cloned()),
                    (false, ..) => drop(names.insert(name.clone())),
                    _ => {}
                }
                fields(value, in_schema, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, in_schema, names)),
        _ => {}
    }
}

#[test]
fn the_schema_speaks_of_nothing_that_reports_do_not_have() {
    let (mut promised, all) = (BTreeSet::new(), std::cell::RefCell::new(BTreeSet::new()));
    fields(&schema(), true, &mut promised);
    reports(|_, report, _| {
        let json: Value = serde_json::from_str(&report.json()).expect("JSON");
        fields(&json, false, &mut all.borrow_mut());
    });
    assert_eq!(promised, all.into_inner());
}

#[test]
fn a_report_has_a_text_for_everything_and_leaves_no_name_unfilled() {
    reports(|_, report, markdown| {
        assert!(!markdown.contains("ui."), "a text is missing in {markdown}");
        for key in ["fact.", "reason.", "verdict.", "path.", "solution.", "cause.", "finding."] {
            let shows = markdown.split_whitespace().find(|word| word.starts_with(key) && word.len() > key.len() + 2);
            assert_eq!(shows, None, "a text is missing in {markdown}");
        }
        assert!(!report.headline.is_empty() && !report.side.is_empty());
        let json = report.json();
        assert!(!json.contains("{host") && !json.contains("{name}") && !json.contains("{registry}"), "{json}");
    });
}

#[test]
fn everything_that_was_seen_is_in_the_report() {
    let (said, missing) = (std::cell::Cell::new(0), std::cell::RefCell::new(BTreeSet::new()));
    reports(|session, report, _| {
        for seen in session.seen() {
            said.set(said.get() + 1);
            if !report.seen.iter().any(|told| told.seen.id == seen.to_string()) {
                missing.borrow_mut().insert(seen.to_string());
            }
        }
    });
    assert!(said.get() > 1_000, "{}", said.get());
    assert_eq!(missing.into_inner(), BTreeSet::new());
}

#[test]
fn a_report_reads_as_it_should_to_somebody_who_was_not_there() {
    let mut session = Session::default();
    session.typed.registry = "contosoprod".into();
    session.typed.region = "swedencentral".into();
    session.set_read(vec![Fact::ClientDocker.into(), Fact::NameUnknown.into(), Fact::AtLoginServer.into()]);
    session.say(Seen::Symptom("request-timeout".into()));
    session.say(Seen::DontKnow("uses-proxy".into()));
    session.say(Seen::Confirmed("zone-not-linked".into()));
    session.checked = Some(checked(Outcome::CutOff, 10_000));
    let shared = Shared::of(&session, None, GIVEN.clouds(), Redaction::Off);
    let diagnosis = GIVEN.diagnosis(shared.session());
    for guide in [&GIVEN.swedish, &GIVEN.english] {
        let wanted = GIVEN.wanted(guide, &shared, &diagnosis);
        let markdown = Report::of(&wanted).markdown(&wanted.teller());
        println!("{markdown}\n\n");
        let title = |key: &str| guide.words.block(key).text.to_owned();
        for text in [
            title("cause.vnet.title"),
            title("finding.zone-not-linked.title"),
            title("owner.network-team.title"),
            title("symptom.request-timeout.title"),
            title("question.uses-proxy.title"),
            guide.words.ui(Ui::ReportUntested).text.to_owned(),
            guide.words.ui(Ui::ReportStateFault).text.to_owned(),
            guide.words.ui(Ui::ReportLimitOtherPath).text.to_owned(),
            "contosoprod.azurecr.io".into(),
            "2026-11-25T18:03Z".into(),
            "```".into(),
        ] {
            assert!(markdown.contains(&text), "`{text}` is not in {markdown}");
        }
    }
}
