//! Pictures of the main pages, for people to look at: `target/screenshots/`.

use guide_e2e::driver::Scheme;
use guide_e2e::{Setup, lab, main_routes};

/// The name of a picture: `sv-symptoms-dark`.
fn name(language: &str, route: &str, kind: &str) -> String {
    let page = route.split('/').next().filter(|part| !part.is_empty()).unwrap_or("start");
    format!("{language}-{page}-{kind}")
}

fn pictures(language: &str, kind: &str, setup: Setup) {
    let guide = setup.open(&format!("{language}/"));
    for route in main_routes() {
        let path = format!("{language}/{route}");
        guide.go(&path).screenshot(&name(language, route, kind));
    }
}

#[test]
fn swedish_light() {
    pictures("sv", "light", Setup::new());
}

#[test]
fn swedish_dark() {
    pictures("sv", "dark", Setup::new().scheme(Scheme::Dark));
}

#[test]
fn swedish_on_a_phone() {
    pictures("sv", "phone", Setup::new().viewport(360, 740));
}

#[test]
fn english_light() {
    pictures("en", "light", Setup::new());
}

#[test]
fn right_to_left() {
    match Setup::pseudo() {
        Some(setup) => pictures("ar-XB", "light", setup),
        None => println!("not taken: GUIDE_DIST_PSEUDO names no build with pseudo languages"),
    }
}

/// The check page before, after and during a check.
fn a_check(language: &str, kind: &str, setup: Setup) {
    let silent = lab::Lab::silent_name();
    let guide = setup.in_lab().may_contact(lab::REACHABLE).may_contact(&silent).open(&format!("{language}/check/"));
    guide.fill("#registry", lab::REACHABLE).expect(".will-contact").screenshot(&name(
        language,
        "check/",
        &format!("before-{kind}"),
    ));
    guide.click("#check").expect("[data-check-stage=done]");
    guide.screenshot(&name(language, "check/", &format!("answered-{kind}")));
    guide.fill("#registry", &silent).click("#check").expect("[data-target=storage][data-verdict]");
    guide.screenshot(&name(language, "check/", &format!("running-{kind}")));
    guide.click("#cancel").expect("[data-check-stage=done]");
}

#[test]
fn a_check_in_light() {
    a_check("sv", "light", Setup::new());
}

#[test]
fn a_check_in_the_dark() {
    a_check("sv", "dark", Setup::new().scheme(Scheme::Dark));
}

#[test]
fn a_check_on_a_phone() {
    a_check("sv", "phone", Setup::new().viewport(360, 740));
}

#[test]
fn a_check_from_right_to_left() {
    match Setup::pseudo() {
        Some(setup) => a_check("ar-XB", "light", setup),
        None => println!("not taken: GUIDE_DIST_PSEUDO names no build with pseudo languages"),
    }
}

#[test]
fn a_registry_that_refuses() {
    let guide = Setup::new().in_lab().may_contact(lab::REFUSED).scheme(Scheme::Dark).open("en/check/");
    guide.fill("#registry", lab::REFUSED).click("#check").expect("[data-check-stage=done]");
    guide.screenshot("en-check-refused-dark");
}

#[test]
fn a_case_half_solved() {
    let guide = Setup::new().open("sv/symptoms/request-timeout/");
    guide.fill("#registry", "contosoprod").expect("var.known");
    guide.click(".cause:nth-child(1) .ruling .fits").click(".cause:nth-child(2) .ruling .out");
    guide.expect_pressed(".cause:nth-child(2) .ruling .out", true).screenshot("sv-symptoms-ruled");
    guide
        .go("sv/solutions/set-proxy/")
        .click(".step:nth-child(1) input")
        .expect_ticked(".step:nth-child(1) input", true);
    guide.screenshot("sv-solutions-ticked");
}

#[test]
fn first_page_and_404_page() {
    let guide = Setup::new().languages(&["de"]).may_complain("404").open("");
    guide.expect("a[hreflang=sv]").screenshot("choose-language");
    guide.go("nowhere/").expect("a[hreflang=sv]").screenshot("not-found");
}
