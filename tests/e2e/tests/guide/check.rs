//! The check against a real registry, and against nothing.

use guide_e2e::driver::LocalNetwork;
use guide_e2e::lab::{
    CONTROL, HEALTHY, REACHABLE, REFUSED, REGIONS, SIGN_IN, SLOW, SLOWEST, STORAGE, UNKNOWN, hosts_of_ten,
};
use guide_e2e::{Guide, Lab, Setup, Words};
use std::time::{Duration, Instant};

/// The fields of a verdict and where they stand.
const FIELDS: [(&str, &str); 6] =
    [("title", "summary .told"), ("done", "dl"), ("seen", "dl"), ("means", "dl"), ("not", "dl"), ("next", "dl")];

/// The row of the login server.
const LOGIN: &str = "[data-target=login-server]";

/// A firewall among the causes, of the login server or of the whole path: what the browser keeps to itself has come through.
const BLAMED: &str = "[data-target=login-server] [data-candidate=client-firewall], \
    [data-path-verdict] [data-candidate=client-firewall]";

/// From a guide on this machine every registry of the laboratory is at an address of this machine.
const IN_REACH: &str = "answered";

fn checking(language: &str, host: &str) -> Guide {
    Setup::new().in_lab().may_contact(host).open(&format!("{language}/check/"))
}

/// That this verdict is given, in the words of the language of the page.
fn expect_verdict(guide: &Guide, verdict: &str, host: &str) {
    until_verdict(guide);
    let words = guide.words();
    let arguments = [("host", host), ("control", CONTROL), ("seconds", "10")];
    guide.expect(&format!("{LOGIN}[data-verdict={verdict}][data-host='{host}']"));
    unfold(guide, LOGIN);
    for (field, place) in FIELDS {
        for paragraph in words.paragraphs("verdicts", &format!("{verdict}.{field}")) {
            guide.expect_text_with(&format!("{LOGIN} {place}"), &paragraph, &arguments);
        }
    }
}

/// Unfolds the row of a host. Only those rows stand open that the verdict on the path is about.
fn unfold(guide: &Guide, row: &str) {
    guide.expect(&format!("{row}[data-verdict]"));
    if guide.count(&format!("{row}[open]")) == 0 {
        guide.click(&format!("{row} > summary")).expect(&format!("{row}[open]"));
    }
}

/// A silent host takes its ten seconds.
fn until_verdict(guide: &Guide) {
    guide.expect_within(Duration::from_secs(30), "[data-check-stage=done]");
}

/// That the whole path comes to this, in the words of the language of the page.
fn expect_path(guide: &Guide, path: &str) {
    guide.expect(&format!("[data-path-verdict={path}]"));
    guide.expect_text(".path h2", &guide.words().text("paths", &format!("{path}.title")));
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
        expect_verdict(&guide, IN_REACH, REACHABLE);
    }
}

#[test]
fn what_really_answered_was_the_registrys_sign_in() {
    // Not to be had by a page's script, but by a tab, which is what the verdict's next step asks for.
    let guide = checking("sv", REACHABLE);
    check(&guide, "contosoprod");
    until_verdict(&guide);
    let path = format!("https://{REACHABLE}/v2/");
    guide.expect(&format!("[data-tab=path] a[href='{path}'][target=_blank][rel~=noopener]"));
    guide
        .click("[data-tab=rules] > summary")
        .expect(&format!("[data-tab=rules] a[href^='https://{REACHABLE}/oauth2/token?']"));
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
    assert!((9..13).contains(&waited), "the page says 10 seconds, and took {waited}");
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
        guide.expect(&format!("{LOGIN} .pending")).click("#cancel");
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
        guide.expect_text(&format!("{LOGIN} .certainty"), &guide.words().ui("certainty.not-tested"));
    }
}

#[test]
fn the_hosts_are_named_before_anything_is_sent_to_them() {
    let guide = checking("sv", REACHABLE);
    guide
        .fill("#registry", "contosoprod")
        .expect_text(".will-contact", REACHABLE)
        .expect_text(".will-contact", CONTROL)
        .expect_text(".will-contact", STORAGE)
        .expect_text(".will-contact", ".invalid");
    guide.expect("#check:not(:disabled)");
    assert_eq!(guide.foreign_requests(), vec![], "sent before the reader pressed");
    guide.click("#check");
    until_verdict(&guide);
    let mut hosts: Vec<String> = guide.foreign_requests().iter().map(|request| request.host().to_owned()).collect();
    hosts.sort();
    hosts.dedup();
    hosts.retain(|host| !host.ends_with(".invalid") && host.split('.').next().is_none_or(|label| label.len() != 20));
    assert_eq!(hosts, [STORAGE, REACHABLE, SIGN_IN, CONTROL], "the hosts that were named, and no other");
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
    assert!(requests.len() >= 3, "a call to the registry and some to the controls: {requests:?}");
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
    // Storage, which this network does not know, is judged while the silent one is still waited for.
    guide.expect("[data-target=storage][data-verdict]").expect(&format!("{LOGIN} .pending"));
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
    expect_verdict(&guide, IN_REACH, REACHABLE);
}

#[test]
fn another_registry_can_be_checked_afterwards() {
    let guide = Setup::new().in_lab().may_contact(REACHABLE).may_contact(REFUSED).open("sv/check/");
    check(&guide, REFUSED);
    expect_verdict(&guide, "gave-up-at-once", REFUSED);
    check(&guide, "contosoprod");
    guide.expect(&format!("{LOGIN}[data-host='{REACHABLE}']"));
    expect_verdict(&guide, IN_REACH, REACHABLE);
}

/// A check of a registry in a network of private addresses, until the browser's question is due.
fn until_explained(local_network: LocalNetwork) -> Guide {
    let guide = Setup::new().in_private_lab(local_network).may_contact(REACHABLE).open("sv/check/");
    check(&guide, "contosoprod");
    guide.expect("[data-check-stage=asking] [data-asking=explained]");
    guide.expect_text(".ask", &guide.words().ui("ask.title"));
    guide
}

#[test]
fn a_private_address_that_was_allowed_before_is_reached_without_a_question() {
    let guide = Setup::new().in_private_lab(LocalNetwork::Allowed).may_contact(REACHABLE).open("sv/check/");
    check(&guide, "contosoprod");
    expect_verdict(&guide, "answered-privately", REACHABLE);
    guide.expect_none(".ask");
}

#[test]
fn a_private_address_is_explained_before_the_browser_asks_and_a_refusal_is_said_to_be_one() {
    let guide = until_explained(LocalNetwork::Asked);
    guide.expect(&format!("{LOGIN}[data-verdict=withheld-unasked]"));
    // Without a window nobody can be asked: the browser refuses in the reader's place.
    guide.click("#let-ask");
    expect_verdict(&guide, "withheld-denied", REACHABLE);
    guide.expect_none(BLAMED);
}

#[test]
fn the_reader_may_go_without_the_browsers_question() {
    let guide = until_explained(LocalNetwork::Asked);
    guide.click("#do-not-ask");
    expect_verdict(&guide, "withheld-unasked", REACHABLE);
    expect_path(&guide, "withheld");
}

#[test]
fn an_unanswered_question_is_said_to_wait_and_never_called_a_firewall() {
    let guide = until_explained(LocalNetwork::AskedInWindow);
    guide.click("#let-ask").expect("[data-check-stage=asking] [data-asking=waiting]");
    guide.expect_text(".ask", &guide.words().ui("ask.waiting-title"));
    guide.expect_within(Duration::from_secs(75), "[data-check-stage=done]");
    expect_verdict(&guide, "withheld-waiting", REACHABLE);
    guide.expect_none(BLAMED);
}

#[test]
fn before_the_reader_presses_nothing_at_all_is_sent_to_anybody() {
    let guide = Setup::new().where_all_is_counted().open("sv/check/");
    let lab = Lab::shared();
    let before = lab.silent_connections();
    guide
        .fill("#registry", "contosoprod")
        .fill("#region", "swedencentral")
        .expect_text(".will-contact", "swedencentral");
    guide.click("#public-dns").expect_text(".will-contact", "dns.google");
    guide.reload().expect_field("#registry", "contosoprod").expect("#check:not(:disabled)");
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(guide.foreign_requests(), vec![], "sent before the reader pressed");
    assert_eq!(lab.silent_connections(), before, "connected before the reader pressed");
    guide.click("#check");
    guide.expect("[data-check-stage=running]");
    std::thread::sleep(Duration::from_secs(1));
    assert!(lab.silent_connections() > before, "what is sent is not counted here");
    guide.click("#cancel").expect("[data-check-stage=done]");
    guide.may_have_contacted_anybody();
}

/// A number that the page says in an attribute, in milliseconds.
fn milliseconds(guide: &Guide, css: &str, attribute: &str) -> u64 {
    let script = format!(
        "return Math.max(...[...document.querySelectorAll({css:?})].map((one) => Number(one.getAttribute({attribute:?}))))"
    );
    guide.run(&script).as_u64().expect("a number")
}

#[test]
fn a_registry_whose_ten_replicas_are_all_dead_is_judged_within_twelve_seconds() {
    let host = Lab::silent_name();
    let registry = host.trim_end_matches(".azurecr.io").to_owned();
    let setup = hosts_of_ten(&registry).iter().fold(Setup::new().in_lab(), |setup, host| setup.may_contact(host));
    let guide = setup.open("sv/check/");
    guide.fill("#region", &REGIONS.join(", "));
    check(&guide, &host);
    until_verdict(&guide);
    let took = milliseconds(&guide, "[data-took]", "data-took");
    println!("21 dead hosts: {took} ms");
    assert!((9_000..=12_000).contains(&took), "{took} ms");
    assert_eq!(guide.count("[data-target=data-endpoint][data-verdict=no-answer]"), 10);
    expect_path(&guide, "login-fails");
}

#[test]
fn a_registry_whose_ten_replicas_all_answer_takes_half_as_long_again_as_its_slowest_answer_at_most() {
    let guide = Setup::new().in_lab_of_ten().open("sv/check/");
    guide.fill("#region", &REGIONS.join(", "));
    check(&guide, HEALTHY);
    until_verdict(&guide);
    let took = milliseconds(&guide, "[data-took]", "data-took");
    let slowest = milliseconds(&guide, "details[data-elapsed]", "data-elapsed");
    println!("21 healthy hosts and storage: {took} ms, the slowest answer {slowest} ms");
    assert!(slowest >= SLOWEST.as_millis() as u64, "{SLOW} answered in {slowest} ms");
    assert!(took * 2 <= slowest * 3, "{took} ms for {slowest}");
    expect_path(&guide, "all-answer");
}

#[test]
fn one_host_can_be_asked_again_by_itself() {
    let guide = checking("sv", REACHABLE);
    check(&guide, "contosoprod");
    until_verdict(&guide);
    unfold(&guide, LOGIN);
    let calls = |guide: &Guide, host: &str| guide.foreign_requests().iter().filter(|one| one.host() == host).count();
    let (registry, storage) = (calls(&guide, REACHABLE), calls(&guide, STORAGE));
    guide.click(&format!("[data-recheck='{REACHABLE}']"));
    until_verdict(&guide);
    guide.expect("[data-target=storage][data-verdict]");
    assert!(calls(&guide, REACHABLE) > registry, "it was not asked again");
    assert_eq!(calls(&guide, STORAGE), storage, "another host was asked as well");
}

#[test]
fn what_a_tab_shows_narrows_the_causes_and_can_be_taken_back() {
    let guide = checking("sv", REFUSED);
    check(&guide, REFUSED);
    until_verdict(&guide);
    guide.expect(&format!("{LOGIN} [data-candidate=registry-name]"));
    guide.click("[data-tab=path] [data-sight=connection-refused]");
    guide.expect("[data-sight=connection-refused][data-picked=true]");
    guide.expect_none(&format!("{LOGIN} [data-candidate=registry-name]"));
    guide
        .click("[data-family=firefox]")
        .expect("[data-sight=server-not-found]")
        .expect_none("[data-sight=tunnel-failed]");
    guide.click("[data-family=chromium]").click("[data-tab=path] [data-sight=connection-refused]");
    guide.expect(&format!("{LOGIN} [data-candidate=registry-name]"));
}

#[test]
fn the_measurements_can_be_looked_at() {
    let guide = checking("sv", REFUSED);
    check(&guide, REFUSED);
    until_verdict(&guide);
    guide.click(".vector > summary").expect_text(".vector table", REFUSED).expect_text(".helpers", "prefetch");
}

#[test]
fn the_page_of_authors_shows_verdicts_without_a_network_and_is_on_no_list() {
    for language in ["sv", "en"] {
        let guide = Guide::open(&format!("{language}/authors/verdicts/"));
        guide.expect("meta[name=robots]:not(:empty), [data-path-verdict=all-answer]");
        assert!(guide.count("[data-target=login-server][data-verdict]") > 40);
        assert_eq!(guide.foreign_requests(), vec![]);
    }
}
