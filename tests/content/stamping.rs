//! Which translation was made from which source text.

use crate::project::Project;
use registry_guide::authoring::{Selection, StampError};
use registry_guide::words::{LanguageCode, Status};

fn status(project: &Project, key: &str) -> Status {
    let content = project.content();
    let all = content.status(&LanguageCode::from("en"));
    all.into_iter().find(|(known, _)| *known == key).unwrap_or_else(|| panic!("no text {key}")).1
}

/// English was stamped; then one Swedish text changed.
fn with_a_stale_text() -> Project {
    Project::valid().stamped_now().replacing("sv/links.toml", "Handboken", "Den nya handboken")
}

#[test]
fn a_translation_without_a_stamp_is_an_error() {
    Project::valid()
        .unstamped()
        .expect_only("en/sources.toml:1", &["error", "without the hash", "cargo xtask content stamp en"]);
}

#[test]
fn a_stale_text_is_a_warning_and_nothing_else_is_stale() {
    with_a_stale_text().expect_only(
        "en/sources.toml:1",
        &["warning", "one text is made from an earlier source text: link.manual.title"],
    );
    assert_eq!(status(&with_a_stale_text(), "link.manual.title"), Status::Stale);
    assert_eq!(status(&with_a_stale_text(), "cause.vnet.title"), Status::Current);
}

#[test]
fn stamping_never_takes_a_stale_text_for_current_unasked() {
    let content = with_a_stale_text().content();
    let new = content.stamp("en", &Selection::New).expect("English is a translation");
    assert_eq!((new.stamped.len(), new.still_stale), (0, vec!["link.manual.title".to_owned()]));
    let other = content.stamp("en", &Selection::Keys(vec!["cause.vnet".into()])).expect("there is such a text");
    assert_eq!(other.still_stale, ["link.manual.title"]);
    let project = with_a_stale_text().with("en/sources.toml", &new.text);
    assert_eq!(status(&project, "link.manual.title"), Status::Stale);
}

#[test]
fn stamping_a_named_text_or_all_makes_it_current() {
    for selection in
        [Selection::Keys(vec!["link.manual.title".into()]), Selection::Keys(vec!["link".into()]), Selection::AllStale]
    {
        let result = with_a_stale_text().content().stamp("en", &selection).expect("there is such a text");
        assert_eq!(
            (result.stamped.as_slice(), result.still_stale.len()),
            (["link.manual.title".to_owned()].as_slice(), 0)
        );
        with_a_stale_text().with("en/sources.toml", &result.text).expect_clean();
    }
}

#[test]
fn a_key_is_not_taken_for_one_that_only_begins_alike() {
    let result = with_a_stale_text().content().stamp("en", &Selection::Keys(vec!["link.man".into()]));
    assert_eq!(result, Err(StampError::NoSuchText("link.man".into())));
}

#[test]
fn only_translations_that_exist_can_be_stamped() {
    let content = Project::valid().content();
    assert_eq!(content.stamp("sv", &Selection::New), Err(StampError::IsTheSource("sv".into())));
    assert_eq!(content.stamp("de", &Selection::New), Err(StampError::NoSuchLanguage("de".into())));
}

#[test]
fn the_file_is_sorted_and_drops_what_no_longer_exists() {
    let with_dead = Project::valid().stamped_now().appending("en/sources.toml", "\"link.gone.title\" = \"01234567\"");
    let problems = with_dead.content().check();
    assert!(problems.to_string().contains("`link.gone.title` is stamped but has no text"), "{problems}");
    let result = with_dead.content().stamp("en", &Selection::New).expect("English is a translation");
    let keys: Vec<&str> = result.text.lines().filter(|line| line.starts_with('"')).collect();
    assert!(keys.is_sorted() && !keys.is_empty(), "{keys:?}");
    assert!(!result.text.contains("link.gone"));
}

#[test]
fn a_hash_that_is_none_is_reported() {
    Project::valid().unstamped().with("en/sources.toml", "\"link.manual.title\" = \"abc\"\n").expect_problem(
        "en/sources.toml:1",
        &["`link.manual.title` does not have eight hexadecimal digits", "do not edit"],
    );
}
