//! Every recogniser against the texts that it must and must not recognise, as `content/recognisers.toml` holds them.

use registry_guide::paste::{Recognisers, Rules, read};
use registry_guide::words::Placeholder;

const RULES: &str = include_str!("../content/recognisers.toml");

fn rules() -> Rules {
    Rules::from_toml(RULES).expect("content/recognisers.toml is well formed")
}

#[test]
fn every_rule_recognises_its_examples_and_nothing_that_it_must_not() {
    let rules = rules();
    let recognisers = Recognisers::compile(rules.clone()).expect("every pattern compiles");
    let mut wrong = Vec::new();
    for rule in &rules.rules {
        for text in &rule.test {
            let pasted = read(&recognisers, text);
            for fact in &rule.see {
                if !pasted.observations.iter().any(|observation| observation.seen.to_string() == fact.as_str()) {
                    wrong.push(format!("{}: `{text}` does not show {fact}", rule.id));
                }
            }
            if rule.see.is_empty() && !pasted.marks.iter().any(|mark| mark.rule == rule.id) {
                wrong.push(format!("{}: does not recognise `{text}`", rule.id));
            }
        }
        for text in &rule.not {
            if read(&recognisers, text).marks.iter().any(|mark| mark.rule == rule.id) {
                wrong.push(format!("{}: recognises `{text}`, and must not", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_says_where_its_text_comes_from_and_has_an_example() {
    let rules = rules();
    for (nth, rule) in rules.rules.iter().enumerate() {
        assert!(!rule.source.is_empty(), "{} has no source", rule.id);
        assert!(!rule.test.is_empty(), "{} has no test", rule.id);
        let shows = !rule.see.is_empty() || rule.text.iter().all(|text| text.contains("{status}"));
        assert!(shows && !rule.text.is_empty(), "{} is empty", rule.id);
        for (name, value) in rule.fill.iter() {
            assert!(Placeholder::named(name).is_some(), "{}: {name} is no placeholder", rule.id);
            assert!(!value.contains('|'), "{}: `{value}` does not survive the wire", rule.id);
        }
        assert!(rules.rules[..nth].iter().all(|other| other.id != rule.id), "{} twice", rule.id);
    }
}

#[test]
fn the_program_that_speaks_is_what_commands_call_it() {
    let recognisers = Recognisers::compile(rules()).expect("every pattern compiles");
    let programs = |text: &str| -> Vec<(String, String)> {
        read(&recognisers, text).names.programs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        programs("$ nerdctl pull contoso.azurecr.io/app:1"),
        [pair("client", "nerdctl"), pair("pull", "nerdctl pull ")]
    );
    assert_eq!(programs("helm registry login contoso.azurecr.io"), [pair("client", "helm registry")]);
    assert_eq!(programs("docker pull a.azurecr.io/x\npodman pull a.azurecr.io/x"), []);
    assert_eq!(programs("Error response from daemon: EOF"), []);
}

#[test]
fn of_two_registries_the_one_that_failed_is_meant() {
    let recognisers = Recognisers::compile(rules()).expect("every pattern compiles");
    let text = "FROM contosobase.azurecr.io/node:20\nGet \"https://contosoapp.azurecr.io/v2/\": dial tcp 20.1.2.3:443: i/o timeout";
    assert_eq!(read(&recognisers, text).names.login_server(), Some("contosoapp.azurecr.io"));
    let text = "az acr import --name contosoapp.azurecr.io --source contosobase.azurecr.io/node:20";
    assert_eq!(read(&recognisers, text).names.login_server(), None);
    let text = "contoso.azurecr.io\nHead \"https://registry-1.docker.io/v2/library/node/manifests/20\": dial tcp 1.2.3.4:443: i/o timeout";
    assert_eq!(read(&recognisers, text).names.other_registry(), Some("registry-1.docker.io"));
}

#[test]
fn the_compact_form_for_the_browser_reads_back_as_the_same_rules() {
    let rules = rules();
    let compact = serde_json::to_string(&rules).expect("rules become JSON");
    let back: Rules = serde_json::from_str(&compact).expect("the compact form is read");
    assert_eq!(back.rules.len(), rules.rules.len());
    for (one, other) in back.rules.iter().zip(&rules.rules) {
        assert_eq!((&one.id, &one.text, &one.see), (&other.id, &other.text, &other.see));
    }
    println!("compact recognisers: {} bytes", compact.len());
}
