//! What the reader has said and done stays in this tab, and nowhere else.

use guide_e2e::{Guide, Setup};

const SYMPTOM: &str = "sv/symptoms/request-timeout/";
const SOLUTION: &str = "sv/solutions/set-proxy/";
const FITS: &str = ".cause:nth-child(1) .ruling .fits";
const OUT: &str = ".cause:nth-child(2) .ruling .out";
const FIRST_STEP: &str = ".step:nth-child(1) input";
const SECOND_STEP: &str = ".step:nth-child(2) input";

/// A reader who has come as far as the first step of the solution.
fn on_the_way() -> Guide {
    let guide = Guide::open(SYMPTOM);
    guide.click(FITS).click(OUT).expect_pressed(FITS, true).expect_pressed(OUT, true);
    guide.click(".cause:nth-child(1) a[href$='/solutions/set-proxy/']").expect_at(SOLUTION);
    guide.click(FIRST_STEP).expect_ticked(FIRST_STEP, true);
    guide
}

#[test]
fn ticks_and_rulings_survive_a_reload() {
    let guide = on_the_way();
    guide.reload().expect_ticked(FIRST_STEP, true).expect_ticked(SECOND_STEP, false);
    guide.go(SYMPTOM).reload().expect_pressed(FITS, true).expect_pressed(OUT, true);
}

#[test]
fn ticks_and_rulings_survive_going_back_and_forward() {
    let guide = on_the_way();
    guide.back().expect_at(SYMPTOM).expect_pressed(FITS, true).expect_pressed(OUT, true);
    guide.forward().expect_at(SOLUTION).expect_ticked(FIRST_STEP, true);
}

#[test]
fn ticks_and_rulings_survive_a_change_of_language() {
    let guide = on_the_way();
    guide
        .click(".language-menu summary")
        .click(".language-menu a[hreflang=en]")
        .expect_at("en/solutions/set-proxy/")
        .expect_ticked(FIRST_STEP, true)
        .expect_ticked(SECOND_STEP, false);
    guide.go("en/symptoms/request-timeout/").expect_pressed(FITS, true).expect_pressed(OUT, true);
}

#[test]
fn starting_again_forgets_ticks_and_rulings_and_keeps_the_readers_names() {
    let guide = on_the_way();
    guide.fill("#registry", "contosoprod").click(".restart").expect_ticked(FIRST_STEP, false);
    guide.expect_value("return document.querySelector('.restart').disabled", true);
    guide.expect_field("#registry", "contosoprod");
    guide.go(SYMPTOM).expect_pressed(FITS, false).expect_pressed(OUT, false);
}

#[test]
fn what_was_forgotten_stays_forgotten_when_going_back() {
    let guide = on_the_way();
    guide.click(".restart").expect_ticked(FIRST_STEP, false);
    guide.back().expect_at(SYMPTOM).expect_pressed(FITS, false).expect_pressed(OUT, false);
}

#[test]
fn the_session_is_kept_in_the_tab_alone() {
    let guide = on_the_way();
    guide.fill("#registry", "contosoprod").expect_field("#registry", "contosoprod");
    guide.expect_value("return sessionStorage.getItem('registry-guide.session').includes('contosoprod')", true);
    let kept = guide.run("return JSON.stringify(localStorage) + document.cookie").to_string();
    assert!(!kept.contains("contoso") && !kept.contains("set-proxy"), "kept on the device: {kept}");
}

#[test]
fn where_storage_is_refused_the_guide_works_and_forgets() {
    let guide = Setup::new().without_storage().open(SOLUTION);
    let refused = guide.run("try { return sessionStorage.length } catch (error) { return error.name }");
    assert_eq!(refused, "SecurityError", "this browser stores after all");
    guide.fill("#registry", "contosoprod").expect("[data-own].known");
    guide.click(FIRST_STEP).expect_ticked(FIRST_STEP, true).click(".theme");
    guide.reload().expect_ticked(FIRST_STEP, false).expect_field("#registry", "");
    guide.click(".language-menu summary").click(".language-menu a[hreflang=en]").expect_at("en/solutions/set-proxy/");
    guide.go("").expect_at("sv/");
}
