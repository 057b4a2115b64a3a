//! What pages download.

use crate::project::Project;
use registry_guide::authoring::{PSEUDO_ACCENTED, PSEUDO_MIRRORED};
use registry_guide::words::{Direction, LanguageCode, Segment, segments};

fn code(text: &str) -> LanguageCode {
    LanguageCode::from(text)
}

/// German has one text of its own.
fn with_german() -> Project {
    Project::valid()
        .appending("languages.toml", "[[language]]\ncode = \"de\"\nname = \"Deutsch\"\nog_locale = \"de_DE\"")
        .with("de/causes.toml", "[vnet]\ntitle = \"Das Netz\"\n")
}

#[test]
fn keys_come_from_files_tables_and_paragraphs() {
    let words = Project::valid().content().words(&code("sv")).expect("the guide speaks Swedish");
    assert_eq!(words.texts.get("symptom.timeout.because.vnet"), Some("Nätet saknar väg."));
    assert_eq!(words.texts.get("symptom.timeout.summary.1"), Some("Andra stycket."));
    assert_eq!(words.paragraphs("symptom.timeout.summary").len(), 2);
    assert!(words.fallback.is_empty());
}

#[test]
fn what_a_language_lacks_is_borrowed_from_english_and_then_from_the_source() {
    let project = with_german().replacing("en/causes.toml", "tell = \"You notice by the address.\"\n", "");
    let words = project.content().words(&code("de")).expect("the guide speaks German");
    let block = |key| words.get(key).map(|block| (block.text, block.borrowed.map(|language| language.code.as_str())));
    assert_eq!(block("cause.vnet.title"), Some(("Das Netz", None)));
    assert_eq!(block("cause.vnet.summary"), Some(("It does not lead there.", Some("en"))));
    assert_eq!(block("cause.vnet.tell"), Some(("Det märks på adressen.", Some("sv"))));
}

#[test]
fn a_text_of_several_paragraphs_is_borrowed_as_a_whole() {
    let project = with_german().with("de/symptoms.toml", "[timeout]\nsummary = \"Ein Absatz über {registry}.\"\n");
    let words = project.content().words(&code("de")).expect("the guide speaks German");
    assert_eq!(words.paragraphs("symptom.timeout.summary").len(), 1);
    assert_eq!(words.get("symptom.timeout.summary.1"), None);
}

#[test]
fn a_stale_text_is_still_shown() {
    let project = Project::valid().stamped_now().replacing("sv/links.toml", "Handboken", "Den nya handboken");
    let words = project.content().words(&code("en")).expect("the guide speaks English");
    assert_eq!(words.texts.get("link.manual.title"), Some("The manual"));
    assert!(words.fallback.is_empty());
}

#[test]
fn there_are_no_words_in_a_language_that_the_guide_does_not_speak() {
    assert_eq!(Project::valid().content().words(&code("de")), None);
    assert_eq!(Project::valid().content().guide(&code("de")), None);
}

#[test]
fn a_guide_carries_the_version_of_its_content() {
    let content = Project::valid().content();
    let guide = content.guide(&code("en")).expect("the guide speaks English");
    assert_eq!(guide.version, content.version());
    assert_eq!(guide.version.len(), 16);
}

#[test]
fn the_version_changes_with_any_text_and_any_knowledge_and_not_with_a_comment() {
    let version = |project: Project| project.content().version();
    let before = version(Project::valid());
    assert_eq!(version(Project::valid().appending("guide/links.toml", "# a comment")), before);
    assert_ne!(version(Project::valid().replacing("en/links.toml", "The manual", "A manual")), before);
    assert_ne!(version(Project::valid().replacing("guide/links.toml", "registry/", "registry")), before);
}

fn names(text: &str) -> Vec<&str> {
    segments(text)
        .into_iter()
        .filter_map(|segment| if let Segment::Named(name) = segment { Some(name) } else { None })
        .collect()
}

#[test]
fn pseudo_languages_are_made_from_english_and_keep_its_names() {
    let mut content = Project::valid().content();
    let before = content.version();
    content.add_pseudo();
    content.add_pseudo();
    let codes: Vec<&str> = content.languages().iter().map(|language| language.code.as_str()).collect();
    assert_eq!(codes, ["sv", "en", PSEUDO_ACCENTED, PSEUDO_MIRRORED]);
    assert_ne!(content.version(), before);
    let english = content.words(&code("en")).expect("the guide speaks English");
    for pseudo in [PSEUDO_ACCENTED, PSEUDO_MIRRORED] {
        let words = content.words(&code(pseudo)).expect("it was added");
        assert_eq!(words.texts.iter().count(), english.texts.iter().count());
        for (key, text) in words.texts.iter() {
            let in_english = english.texts.get(key).expect("the pseudo languages have what English has");
            assert_eq!(names(text), names(in_english), "{key}");
            assert_eq!(text == in_english, words.fallback.get(key).is_some(), "{key}");
        }
    }
    assert_eq!(content.check().to_string(), "");
}

#[test]
fn the_mirrored_language_borrows_every_tenth_text() {
    let mut content = Project::valid().content();
    content.add_pseudo();
    let words = content.words(&code(PSEUDO_MIRRORED)).expect("it was added");
    assert_eq!(words.language.dir, Direction::Rtl);
    let borrowed = words.fallback.keys().count() as f64 / words.texts.iter().count() as f64;
    assert!((0.05..0.15).contains(&borrowed), "{borrowed}");
    assert!(words.fallback.iter().all(|(_, from)| from.as_str() == "en"));
}
