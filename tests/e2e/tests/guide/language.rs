//! Languages: chosen from the browser's list, changed in place, remembered.

use guide_e2e::{Guide, Setup};

#[test]
fn a_change_of_language_keeps_the_place() {
    for page in ["", "symptoms/tls-fails/", "causes/vnet/", "solutions/set-proxy/", "check/", "all/"] {
        let guide = Guide::open(&format!("sv/{page}"));
        guide.click(".language-menu summary").click(".language-menu a[hreflang=en]").expect_at(&format!("en/{page}"));
        guide.expect_value("return document.documentElement.lang", "en");
    }
}

#[test]
fn a_change_of_language_keeps_the_step() {
    let guide = Guide::open("sv/solutions/set-proxy/");
    let step = guide.run("return document.querySelector('.step:nth-child(2)').id");
    let step = step.as_str().expect("steps have names").to_owned();
    guide.go(&format!("sv/solutions/set-proxy/#{step}"));
    guide.click(".language-menu summary").click(".language-menu a[hreflang=en]").expect_at("en/solutions/set-proxy/");
    guide.expect_value("return location.hash", format!("#{step}"));
}

#[test]
fn the_first_language_of_the_browser_that_the_guide_speaks_is_chosen() {
    for (languages, chosen) in
        [(["en-GB", "sv"], "en/"), (["sv-FI", "en"], "sv/"), (["de", "en-US"], "en/"), (["fi", "sv"], "sv/")]
    {
        Setup::new().languages(&languages).open("").expect_at(chosen);
    }
}

#[test]
fn without_a_known_language_the_reader_chooses() {
    let guide = Setup::new().languages(&["de", "fr"]).open("");
    guide.expect_value("return document.readyState", "complete").expect("a[hreflang=sv]").expect("a[hreflang=en]");
    guide.click("a[hreflang=en]").expect_at("en/");
}

#[test]
fn a_chosen_language_is_remembered() {
    let guide = Setup::new().languages(&["sv"]).open("sv/check/");
    guide.click(".language-menu summary").click(".language-menu a[hreflang=en]").expect_at("en/check/");
    guide.go("").expect_at("en/");
}

#[test]
fn the_language_of_a_visit_without_a_choice_is_not_remembered() {
    let guide = Setup::new().languages(&["sv"]).open("en/check/");
    guide.go("").expect_at("sv/");
}
