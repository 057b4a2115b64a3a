//! The filter over the symptoms' texts.

use guide_e2e::Guide;

#[test]
fn a_piece_of_an_error_text_finds_its_symptom() {
    let guide = Guide::open("sv/");
    let all = guide.texts(".symptoms li").len();
    guide.fill("#filter", "proxyconnect tcp").expect(".symptoms a[href$='/symptoms/proxy-login-fails/']");
    guide.expect_none(".symptoms a[href$='/symptoms/unauthorized/']");
    let shown = guide.texts(".symptoms li").len();
    assert!(shown > 0 && shown < all, "{shown} of {all} are shown");
    let count = guide.words().ui("filter.count");
    guide.expect_text_with("#filter-count", &count, &[("shown", &shown.to_string()), ("total", &all.to_string())]);
}

#[test]
fn words_are_found_in_any_order_and_case() {
    let guide = Guide::open("en/");
    guide.fill("#filter", "FAILS proxy sign-in").expect(".symptoms a[href$='/symptoms/proxy-login-fails/']");
}

#[test]
fn an_empty_filter_shows_every_symptom_again() {
    let guide = Guide::open("sv/");
    let all = guide.texts(".symptoms li").len();
    guide.fill("#filter", "x509").expect_none(".symptoms a[href$='/symptoms/unauthorized/']").fill("#filter", " ");
    guide.expect(".symptoms a[href$='/symptoms/unauthorized/']");
    assert_eq!(guide.texts(".symptoms li").len(), all);
}

#[test]
fn a_text_that_no_symptom_has_is_answered_with_what_to_do() {
    let guide = Guide::open("sv/");
    guide.fill("#filter", "zzzz").expect_none(".symptoms li");
    guide.expect_text("#filter-count", &guide.words().ui("filter.nothing"));
}

#[test]
fn pasted_output_finds_the_symptom_whose_message_it_holds() {
    let guide = Guide::open("en/");
    let pasted = "2026-11-23T10:00:00Z ##[error]Error response from daemon: Get \"https://contosoprod.azurecr.io/v2/\": \
                  net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)";
    guide
        .fill("#filter", pasted)
        .expect(".symptoms a[href$='/symptoms/request-timeout/']")
        .expect_none(".symptoms a[href$='/symptoms/image-not-found/']");
}
