//! Every recogniser against the texts that it must and must not recognise, as `content/recognisers.toml` holds them.

use registry_guide::paste::{Recognisers, Rules, read};

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
        assert!(!rule.see.is_empty() && !rule.text.is_empty(), "{} is empty", rule.id);
        assert!(rules.rules[..nth].iter().all(|other| other.id != rule.id), "{} twice", rule.id);
    }
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
