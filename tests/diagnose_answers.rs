//! What `examples/diagnose` answers, to programs and to people.

#[path = "../examples/diagnose/answer.rs"]
mod answer;
#[path = "../examples/diagnose/people.rs"]
mod people;

use answer::answer;
use people::People;
use registry_guide::authoring::{self, Content};
use registry_guide::diagnosis::{Engine, Weights};
use registry_guide::guide::Guide;
use registry_guide::paste::{Pasted, Recognisers, Rules, read};
use registry_guide::trial::cases;
use registry_guide::words::{Segment, segments};
use serde_json::{Value, json};
use std::path::Path;

fn engine() -> Engine {
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    Engine::new(weights).expect("weights name known ids")
}

fn pasted(text: &str) -> Pasted {
    let rules = Rules::from_toml(include_str!("../content/recognisers.toml")).expect("recognisers are well formed");
    read(&Recognisers::compile(rules).expect("patterns compile"), text)
}

fn json_of(text: &str) -> Value {
    let pasted = pasted(text);
    answer(&pasted, &engine().diagnose(&pasted.observations))
}

fn content() -> Content {
    authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads")
}

fn guide(content: &Content, language: &str) -> Guide {
    content.guide(&language.into()).expect("the guide speaks its own languages")
}

/// Whether a word is the key of a text that is missing: `reason.tcp-timeout.title`.
fn is_key(word: &str) -> bool {
    let kinds = ["reason", "question", "cause", "finding", "solution", "command", "ui"];
    word.split_once('.').is_some_and(|(kind, rest)| kinds.contains(&kind) && rest.starts_with(char::is_alphanumeric))
}

const TIMEOUT: &str = "failed to pull contosoprod.azurecr.io/app:1: dial tcp 52.1.2.3:443: i/o timeout";

#[test]
fn a_program_learns_what_to_ask_next_by_kind_and_id() {
    let next = &json_of(TIMEOUT)["next"];
    let mut keys: Vec<&str> = next.as_object().expect("something to ask").keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["bits", "changes", "id", "kind"]);
    assert_eq!(next["kind"], "question");
    assert!(content().knowledge().question(&next["id"].as_str().expect("an id").into()).is_some());
    assert!(next["bits"].as_f64().is_some_and(|bits| bits > 0.0) && next["changes"].is_array());
}

#[test]
fn a_program_learns_that_nothing_was_recognised() {
    let answer = json_of("hello world");
    for (key, value) in
        [("recognised", json!([])), ("causes", json!([])), ("network", json!(null)), ("next", json!(null))]
    {
        assert_eq!(answer[key], value, "{key}");
    }
}

#[test]
fn people_read_words_in_their_language_and_commands_with_their_own_names() {
    let content = content();
    let pasted = pasted(TIMEOUT);
    let diagnosis = engine().diagnose(&pasted.observations);
    for (language, cause) in [("en", "cause.client-firewall.title"), ("sv", "cause.client-firewall.title")] {
        let guide = guide(&content, language);
        let told = People::new(&guide, &pasted, Some("https://guide.example.com/x/")).told(&diagnosis);
        assert!(told.contains(guide.words.block(cause).text), "{language}: {told}");
        assert!(told.contains("https://guide.example.com/x/causes/client-firewall/"), "{language}: {told}");
    }
    let denied =
        self::pasted("denied: client with IP '20.1.2.3' is not allowed access. https://contosoprod.azurecr.io/v2/");
    let guide = guide(&content, "en");
    let told = People::new(&guide, &denied, None).told(&engine().diagnose(&denied.observations));
    assert!(told.contains("--name contosoprod") && !told.contains("https://guide"), "{told}");
}

#[test]
fn no_output_is_answered_to_people_with_a_key_or_an_unfilled_name() {
    let content = content();
    let engine = engine();
    for language in content.languages() {
        let guide = guide(&content, language.code.as_str());
        for case in cases(include_str!("corpus/sample.jsonl")).expect("a case a line") {
            let pasted = pasted(&case.text);
            let told = People::new(&guide, &pasted, None).told(&engine.diagnose(&pasted.observations));
            // Commands may hold braces of their own; what is indented most is a command.
            for line in told.lines().filter(|line| !line.starts_with("      ")) {
                let unfilled = segments(line).into_iter().any(|segment| matches!(segment, Segment::Named(_)));
                let key = line.split_whitespace().any(is_key);
                assert!(!unfilled && !key, "{} in {}: {line}", case.id, language.code);
            }
        }
    }
}
