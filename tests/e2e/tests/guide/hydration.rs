//! The program takes over what was rendered on the build machine.

use guide_e2e::{Guide, Setup, main_routes, routes};
use std::collections::HashSet;

/// The rules for every page hold for each: no complaint on the console, no request to another host.
fn every_page_of(language: &str) {
    let guide = Guide::open(&format!("{language}/"));
    let mut visited = 0;
    for route in routes().iter().filter(|route| route.starts_with(&format!("{language}/"))) {
        guide.go(route).expect("main h1");
        visited += 1;
    }
    println!("{visited} pages of {language}");
    assert!(visited > 20, "{visited} pages only");
}

#[test]
fn every_swedish_page_is_taken_over_without_a_complaint() {
    every_page_of("sv");
}

#[test]
fn every_english_page_is_taken_over_without_a_complaint() {
    every_page_of("en");
}

#[test]
fn taking_over_loses_nothing_that_can_be_read() {
    for route in main_routes() {
        let path = format!("sv/{route}");
        let taken_over = Guide::open(&path).text("main");
        let guide = Setup::new().without_scripts().open(&path);
        let still = guide.text("main");
        // The notice is for readers without the program; of two shells the program shows the chosen one.
        let meant = [guide.text("noscript"), guide.texts("pre[data-for]").join(" ")].join(" ");
        let kept: HashSet<&str> = taken_over.split_whitespace().chain(meant.split_whitespace()).collect();
        let lost: Vec<&str> = still.split_whitespace().filter(|word| !kept.contains(word)).collect();
        assert!(lost.is_empty(), "{path} no longer says {lost:?}");
    }
}

#[test]
fn a_page_says_when_it_is_ready_for_use() {
    let guide = Guide::open("sv/");
    let marks = guide.run("return performance.getEntriesByName('guide-ready').length");
    assert_eq!(marks, 1, "the bench and the tests go by this mark");
}
