//! The check against a real registry, and against nothing.

use guide_e2e::lab::{CONTROL, REACHABLE, REFUSED, UNKNOWN};
use guide_e2e::{Guide, Lab, Setup, Words};
use std::time::{Duration, Instant};

/// The fields of a verdict and where they stand.
const FIELDS: [(&str, &str); 6] = [
    ("title", ".verdict h2"),
    ("done", ".verdict dl"),
    ("seen", ".verdict dl"),
    ("means", ".verdict dl"),
    ("not", ".verdict dl"),
    ("next", ".verdict dl"),
];

fn checking(language: &str, host: &str) -> Guide {
    Setup::new().in_lab().may_contact(host).open(&format!("{language}/check/"))
}

/// That this verdict is given, in the words of the language of the page.
fn expect_verdict(guide: &Guide, verdict: &str, host: &str) {
    until_verdict(guide);
    let words = guide.words();
    let arguments = [("host", host), ("control", CONTROL), ("seconds", "10")];
    for (field, place) in FIELDS {
        for paragraph in words.paragraphs("verdicts", &format!("{verdict}.{field}")) {
            guide.expect_text_with(place, &paragraph, &arguments);
        }
    }
}

/// Two probes to a silent server take up to their cut-off each.
fn until_verdict(guide: &Guide) {
    guide.expect_within(Duration::from_secs(30), ".verdict");
}

/// Enters a registry as a reader would, and presses.
fn check(guide: &Guide, typed: &str) {
    guide.fill("#registry", typed).click("#check");
}

#[test]
fn a_registry_that_asks_for_sign_in_is_found_to_answer() {
    for language in ["sv", "en"] {
        let guide = checking(language, REACHABLE);
        check(&guide, "contosoprod");
        expect_verdict(&guide, "answered", REACHABLE);
    }
}

#[test]
fn what_really_answered_was_the_registrys_sign_in() {
    // Not to be had by a page's script, but by a tab, which is what the verdict's next step asks for.
    let guide = checking("sv", REACHABLE);
    check(&guide, "contosoprod");
    until_verdict(&guide);
    let path = format!("https://{REACHABLE}/v2/");
    guide.expect(&format!(".verdict a[href='{path}'][target=_blank][rel~=noopener]"));
    guide.expect(&format!(".verdict a[href^='https://{REACHABLE}/oauth2/token?']"));
    guide.leave_for(&path);
    assert_eq!(guide.status(), Some(401));
    guide.expect_text("body", "UNAUTHORIZED");
}

#[test]
fn a_port_that_refuses_is_told_from_an_answer() {
    for language in ["sv", "en"] {
        let guide = checking(language, REFUSED);
        check(&guide, REFUSED);
        expect_verdict(&guide, "gave-up-at-once", REFUSED);
    }
}

#[test]
fn a_name_that_is_not_known_is_told_from_an_answer() {
    for language in ["sv", "en"] {
        let guide = checking(language, UNKNOWN);
        check(&guide, UNKNOWN);
        expect_verdict(&guide, "gave-up-at-once", UNKNOWN);
    }
}

fn silence(language: &str) {
    let host = Lab::silent_name();
    let guide = checking(language, &host);
    let before = Lab::shared().silent_connections();
    check(&guide, &host);
    let began = Instant::now();
    expect_verdict(&guide, "no-answer", &host);
    let waited = began.elapsed().as_secs();
    assert!((9..28).contains(&waited), "the page says 10 seconds per call, and took {waited}");
    assert!(Lab::shared().silent_connections() > before, "nothing reached the silent server");
}

#[test]
fn a_silent_server_is_cut_off_and_said_so_in_swedish() {
    silence("sv");
}

#[test]
fn a_silent_server_is_cut_off_and_said_so_in_english() {
    silence("en");
}

#[test]
fn a_check_under_way_can_be_cancelled() {
    for language in ["sv", "en"] {
        let host = Lab::silent_name();
        let guide = checking(language, &host);
        check(&guide, &host);
        guide.expect(".measured .pending").click("#cancel");
        expect_verdict(&guide, "cancelled", &host);
        guide.expect_none("#cancel").expect("#check:not(:disabled)");
        guide.expect_text("#check", &guide.words().ui("check.again"));
    }
}

#[test]
fn with_the_control_silent_too_nothing_is_said_against_the_registry() {
    for language in ["sv", "en"] {
        let setup = Setup::new().in_lab_without_control().may_contact(REFUSED);
        let guide = setup.open(&format!("{language}/check/"));
        check(&guide, REFUSED);
        expect_verdict(&guide, "nothing-outside", REFUSED);
        guide.expect_text(".verdict .certainty", &guide.words().ui("certainty.not-tested"));
    }
}

#[test]
fn the_hosts_are_named_before_anything_is_sent_to_them() {
    let guide = checking("sv", REACHABLE);
    guide
        .fill("#registry", "contosoprod")
        .expect_text(".will-contact", REACHABLE)
        .expect_text(".will-contact", CONTROL);
    guide.expect("#check:not(:disabled)");
    assert_eq!(guide.foreign_requests(), vec![], "sent before the reader pressed");
    guide.click("#check");
    until_verdict(&guide);
    let mut hosts: Vec<String> = guide.foreign_requests().iter().map(|request| request.host().to_owned()).collect();
    hosts.sort();
    hosts.dedup();
    assert_eq!(hosts, [REACHABLE, CONTROL], "the hosts that were named, and no other");
}

#[test]
fn a_stored_name_alone_sends_nothing() {
    let guide = checking("sv", REACHABLE);
    guide.fill("#registry", "contosoprod").expect_text(".will-contact", REACHABLE);
    guide.reload().expect_field("#registry", "contosoprod").expect_text(".will-contact", REACHABLE);
    assert_eq!(guide.foreign_requests(), vec![]);
}

#[test]
fn the_calls_carry_neither_credentials_nor_the_readers_page() {
    let guide = checking("sv", REACHABLE);
    check(&guide, "contosoprod");
    until_verdict(&guide);
    let requests = guide.foreign_requests();
    assert!(requests.len() >= 3, "two calls to the registry and one to the control: {requests:?}");
    for request in requests {
        for (name, value) in &request.headers {
            assert!(
                value.is_empty() || !["cookie", "authorization", "referer"].contains(&name.as_str()),
                "{} carries {name}: {value}",
                request.url
            );
        }
    }
}

#[test]
fn progress_is_shown_call_by_call() {
    let host = Lab::silent_name();
    let guide = checking("sv", &host);
    check(&guide, &host);
    let words = guide.words();
    guide.expect_text_with(".check-state", &words.ui("check.running"), &[("seconds", "10")]);
    // The control has answered while the silent one is still waited for.
    guide.expect(".measured .answered").expect(".measured .pending");
    guide.click("#cancel");
    until_verdict(&guide);
}

#[test]
fn without_a_name_there_is_nothing_to_press() {
    let guide = checking("sv", REACHABLE);
    guide.expect("#check:disabled").expect_text(".check-state", &guide.words().ui("check.needs-name"));
    guide.fill("#registry", "contosoprod").expect("#check:not(:disabled)").expect_none(".check-state:not(:empty)");
}

#[test]
fn a_name_that_is_none_is_answered_with_what_to_do() {
    for (typed, error) in
        [("10.0.0.4", "ip-address"), ("contoso prod", "spaces"), ("http://contosoprod.azurecr.io", "http")]
    {
        for language in ["sv", "en"] {
            let guide = checking(language, REACHABLE);
            guide.fill("#registry", typed).expect("#check:disabled").expect("#registry[aria-invalid=true]");
            guide.expect_text("#registry-answer", &Words::of(language).text("names", &format!("{error}.title")));
        }
    }
}

#[test]
fn the_check_goes_by_keyboard() {
    use guide_e2e::driver::Key;
    let guide = checking("sv", REACHABLE);
    guide.tab_to("#registry").write("contosoprod").tab_to("#check").press(Key::Enter);
    expect_verdict(&guide, "answered", REACHABLE);
}

#[test]
fn another_registry_can_be_checked_afterwards() {
    let guide = Setup::new().in_lab().may_contact(REACHABLE).may_contact(REFUSED).open("sv/check/");
    check(&guide, REFUSED);
    expect_verdict(&guide, "gave-up-at-once", REFUSED);
    check(&guide, "contosoprod");
    guide.expect_text(".verdict h2", &guide.words().text("verdicts", "answered.title"));
    expect_verdict(&guide, "answered", REACHABLE);
}
