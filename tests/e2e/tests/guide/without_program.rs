//! Without the program everything is there but what needs it, and the page says what is missing.

use guide_e2e::{Setup, Words, main_routes};

#[test]
fn without_javascript_every_kind_of_page_has_its_content_and_says_what_is_missing() {
    for language in ["sv", "en"] {
        let guide = Setup::new().without_scripts().open(&format!("{language}/"));
        for route in main_routes() {
            guide.go(&format!("{language}/{route}")).expect("main h1");
            guide.expect_text("noscript .without-program", &Words::of(language).ui("notice.script"));
            guide.expect_none("#without-program");
            assert!(guide.text("main").len() > 300, "{route} is nearly empty");
        }
    }
}

#[test]
fn without_javascript_links_lead_from_symptom_to_solution() {
    let guide = Setup::new().without_scripts().open("sv/");
    guide
        .click(".symptoms a[href$='/symptoms/request-timeout/']")
        .expect_at("sv/symptoms/request-timeout/")
        .click(".cause a[href$='/solutions/set-proxy/']")
        .expect_at("sv/solutions/set-proxy/")
        .expect(".step:nth-child(2)")
        .expect(".command pre");
    guide.click(".language-menu summary").click(".language-menu a[hreflang=en]").expect_at("en/solutions/set-proxy/");
}

#[test]
fn without_javascript_the_first_page_is_a_list_of_languages() {
    let guide = Setup::new().without_scripts().open("");
    guide.expect("a[hreflang=sv]").expect("a[hreflang=en]").click("a[hreflang=sv]").expect_at("sv/");
}

#[test]
fn buttons_that_do_nothing_without_the_program_say_so() {
    let guide = Setup::new().without_scripts().open("sv/");
    for route in main_routes() {
        guide.go(&format!("sv/{route}"));
        let live =
            guide.run("return [...document.querySelectorAll('button:not(:disabled)')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML)");
        assert_eq!(live.as_array().map(Vec::len), Some(0), "{route}: {live}");
    }
}

#[test]
fn with_webassembly_blocked_the_content_is_there_and_the_page_says_what_is_missing() {
    for language in ["sv", "en"] {
        let guide = Setup::new().without_wasm().open(&format!("{language}/"));
        for route in main_routes() {
            guide.go(&format!("{language}/{route}"));
            guide.expect_text("#without-program", &Words::of(language).ui("notice.wasm")).expect("main h1");
            assert!(guide.text("main").len() > 300, "{route} is nearly empty");
        }
    }
}
