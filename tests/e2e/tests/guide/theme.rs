//! Light and dark, by system and by choice.

use guide_e2e::Guide;
use guide_e2e::Setup;
use guide_e2e::driver::Scheme;

#[test]
fn the_page_is_as_dark_as_the_system() {
    let light = Guide::open("sv/").lightness();
    let dark = Setup::new().scheme(Scheme::Dark).open("sv/").lightness();
    assert!(light > 200 && dark < 60, "light is {light}, dark is {dark} of 255");
}

#[test]
fn a_choice_wins_over_the_system_and_goes_round() {
    let guide = Setup::new().scheme(Scheme::Dark).open("sv/");
    let words = guide.words();
    guide.click(".theme").expect_text(".theme", &words.ui("theme.light"));
    assert!(guide.lightness() > 200, "chosen light, but {}", guide.lightness());
    guide.click(".theme").expect_text(".theme", &words.ui("theme.dark"));
    assert!(guide.lightness() < 60, "chosen dark, but {}", guide.lightness());
    guide.click(".theme").expect_text(".theme", &words.ui("theme.system"));
    assert!(guide.lightness() < 60, "the system is dark, but {}", guide.lightness());
}

#[test]
fn a_choice_is_kept_on_other_pages_and_in_other_languages() {
    let guide = Guide::open("sv/");
    guide.click(".theme").click(".theme").expect_value("return document.documentElement.dataset.theme", "dark");
    guide.go("en/check/").expect_text(".theme", &guide.words().ui("theme.dark"));
    assert!(guide.lightness() < 60, "chosen dark, but {}", guide.lightness());
}
