//! From what the reader sees to what they do about it, by mouse.

use guide_e2e::Guide;

/// One way through the guide: symptom, cause, solution.
const WAYS: [(&str, &str, &str); 3] = [
    ("request-timeout", "client-firewall", "set-proxy"),
    ("client-ip-denied", "public-access", "allow-client-address"),
    ("tasks-cannot-push-pull", "service-access", "let-tasks-in"),
];

fn follow(language: &str, (symptom, cause, solution): (&str, &str, &str)) {
    let guide = Guide::open(&format!("{language}/"));
    let words = guide.words();
    guide
        .click(&format!(".symptoms a[href$='/symptoms/{symptom}/']"))
        .expect_at(&format!("{language}/symptoms/{symptom}/"))
        .expect_text("main h1", &words.text("symptoms", &format!("{symptom}.title")));
    let card = format!(".cause:has(a[href$='/causes/{cause}/'])");
    guide
        .expect_text(&card, &words.text("symptoms", &format!("{symptom}.because.{cause}")))
        .click(&format!("{card} .ruling .fits"))
        .expect_pressed(&format!("{card} .ruling .fits"), true)
        .click(&format!("{card} a[href$='/solutions/{solution}/']"))
        .expect_at(&format!("{language}/solutions/{solution}/"))
        .expect_text("main h1", &words.text("solutions", &format!("{solution}.title")));
    let steps = guide.count(".step input");
    assert!(steps > 1, "{solution} has {steps} steps");
    for nth in 1..=steps {
        guide.click(&format!(".step:nth-child({nth}) input"));
        guide.expect_ticked(&format!(".step:nth-child({nth}) input"), true);
    }
    let all = steps.to_string();
    guide.expect_text_with(".progress", &words.ui("solution.progress"), &[("done", &all), ("total", &all)]);
}

#[test]
fn a_timeout_leads_to_the_proxy_settings() {
    follow("sv", WAYS[0]);
}

#[test]
fn a_refused_address_leads_to_the_registrys_rules() {
    follow("sv", WAYS[1]);
}

#[test]
fn tasks_that_cannot_push_lead_to_their_permission() {
    follow("sv", WAYS[2]);
}

#[test]
fn the_same_ways_lead_through_the_guide_in_english() {
    for way in WAYS {
        follow("en", way);
    }
}

#[test]
fn a_cause_is_ruled_out_and_taken_back() {
    const FITS: &str = ".cause:nth-child(1) .ruling .fits";
    const OUT: &str = ".cause:nth-child(1) .ruling .out";
    let guide = Guide::open("sv/symptoms/request-timeout/");
    guide
        .expect(".cause:nth-child(1) .cause-body")
        .click(OUT)
        .expect_pressed(OUT, true)
        .expect_none(".cause:nth-child(1) .cause-body")
        .click(FITS)
        .expect_pressed(FITS, true)
        .expect_pressed(OUT, false)
        .expect(".cause:nth-child(1) .cause-body")
        .click(FITS)
        .expect_pressed(FITS, false);
}

#[test]
fn a_page_says_where_one_is_and_leads_back_to_the_start() {
    let guide = Guide::open("sv/causes/vnet/");
    guide.expect_text(".crumbs", &guide.words().ui("kind.cause")).click(".crumbs a").expect_at("sv/");
}

#[test]
fn the_whole_guide_leads_to_the_pages_of_single_things() {
    let guide = Guide::open("sv/all/");
    guide.click("#symptom-tls-fails h3 a").expect_at("sv/symptoms/tls-fails/");
}
