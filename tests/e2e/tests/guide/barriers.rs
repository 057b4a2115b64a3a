//! axe finds nothing on the main pages, light and dark.

use guide_e2e::driver::Scheme;
use guide_e2e::{Setup, lab};

fn no_barriers(language: &str, scheme: Scheme) {
    let guide = Setup::new().scheme(scheme).open(&format!("{language}/"));
    let mut found = Vec::new();
    for route in guide_e2e::main_routes() {
        guide.go(&format!("{language}/{route}"));
        found.extend(guide.barriers().into_iter().map(|fault| format!("{language}/{route} {scheme:?}: {fault}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_light_pages_have_no_barriers() {
    no_barriers("sv", Scheme::Light);
}

#[test]
fn the_dark_pages_have_no_barriers() {
    no_barriers("sv", Scheme::Dark);
}

#[test]
fn the_english_pages_have_no_barriers() {
    no_barriers("en", Scheme::Light);
}

#[test]
fn the_first_page_and_the_404_page_have_no_barriers() {
    let guide = Setup::new().languages(&["de"]).may_complain("404").open("");
    assert_eq!(guide.expect("a[hreflang=sv]").barriers(), Vec::<String>::new());
    assert_eq!(guide.go("nowhere/").expect("a[hreflang=sv]").barriers(), Vec::<String>::new());
}

#[test]
fn what_the_reader_brings_about_has_no_barriers() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let guide = Setup::new().scheme(scheme).open("sv/symptoms/request-timeout/");
        guide.fill("#registry", "ContosoProd").expect("button.suggestion");
        guide.click(".cause:nth-child(1) .ruling .fits").expect_pressed(".cause:nth-child(1) .ruling .fits", true);
        guide.click(".cause:nth-child(2) .ruling .out").expect_pressed(".cause:nth-child(2) .ruling .out", true);
        guide.click(".cause:nth-child(1) summary").click(".language-menu summary");
        assert_eq!(guide.barriers(), Vec::<String>::new(), "symptom, {scheme:?}");
        guide
            .go("sv/solutions/set-proxy/")
            .click(".step:nth-child(1) input")
            .expect_ticked(".step:nth-child(1) input", true);
        assert_eq!(guide.barriers(), Vec::<String>::new(), "solution, {scheme:?}");
    }
}

#[test]
fn a_verdict_has_no_barriers() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let guide = Setup::new().in_lab().may_contact(lab::REFUSED).scheme(scheme).open("sv/check/");
        guide.fill("#registry", lab::REFUSED).click("#check").expect("[data-check-stage=done]");
        assert_eq!(guide.barriers(), Vec::<String>::new(), "{scheme:?}");
    }
}
