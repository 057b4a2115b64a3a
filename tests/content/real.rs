//! The guide's own content.

use registry_guide::authoring::load;
use registry_guide::pack::Pack;
use registry_guide::reach::{Next, Suspect};
use std::path::Path;

#[test]
fn the_guides_own_content_has_no_errors() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = load(&dir).unwrap_or_else(|problems| panic!("it cannot be read:\n{problems}"));
    let problems = content.check();
    assert_eq!(problems.errors(), 0, "\n{problems}");
}

#[test]
fn what_the_check_names_by_id_is_there() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = load(&dir).unwrap_or_else(|problems| panic!("it cannot be read:\n{problems}"));
    for suspect in Suspect::ALL {
        assert!(content.knowledge().cause(&suspect.cause()).is_some(), "no cause `{}`", suspect.as_str());
    }
    for command in Next::ALL.into_iter().filter_map(Next::command) {
        assert!(content.knowledge().command(&command).is_some(), "no command `{command}`");
    }
}

#[test]
fn the_reasons_of_the_diagnosis_have_words_and_stay_out_of_the_browsers_pack() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = load(&dir).unwrap_or_else(|problems| panic!("it cannot be read:\n{problems}"));
    let is_reason = |(key, _): (&str, &str)| key.starts_with("reason.");
    for language in content.languages() {
        let guide = content.guide(&language.code).expect("the guide speaks its own languages");
        assert!(guide.words.texts.iter().any(is_reason), "no reasons in {}", language.code);
        assert!(!Pack::of(&guide).words.texts.iter().any(is_reason), "reasons in the pack of {}", language.code);
    }
}

#[test]
fn the_script_that_is_run_where_it_fails_is_there_in_every_form() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = load(&dir).unwrap_or_else(|problems| panic!("it cannot be read:\n{problems}"));
    let forms: Vec<_> = content.knowledge().scripts.iter().map(|script| script.variant).collect();
    assert_eq!(forms, registry_guide::knowledge::Variant::ALL);
}
