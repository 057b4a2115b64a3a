//! Addresses: under any base path, and what is said where there is no page.

use guide_e2e::{Setup, Words, main_routes};

#[test]
fn the_guide_works_below_a_base_path() {
    let guide = Setup::new().below_base().languages(&["en"]).open("");
    guide.expect_at("en/");
    for language in ["sv", "en"] {
        for route in main_routes() {
            guide.go(&format!("{language}/{route}")).expect("main h1").is_ready();
        }
    }
    guide.go("sv/");
    guide.click(".symptoms a[href$='/symptoms/request-timeout/']").expect_at("sv/symptoms/request-timeout/");
    guide
        .click(".language-menu summary")
        .click(".language-menu a[hreflang=en]")
        .expect_at("en/symptoms/request-timeout/");
    let outside = guide.requests().into_iter().find(|request| !request.url.contains("/docs/acr/"));
    assert_eq!(outside, None, "a request that leaves the base path");
}

#[test]
fn an_address_that_leads_nowhere_is_said_so_with_a_way_back_in_every_language() {
    let guide = Setup::new().may_complain("404").open("sv/symptoms/no-such-symptom/extra/");
    assert_eq!(guide.status(), Some(404));
    for language in ["sv", "en"] {
        let section = format!("section[lang={language}]");
        guide.expect_text(&section, &Words::of(language).ui("not-found.title"));
        guide.expect(&format!("{section} a[hreflang={language}]"));
    }
    guide.click("a[hreflang=en]").expect_at("en/");
}

#[test]
fn a_folder_without_its_slash_leads_to_its_page() {
    Setup::new().open("sv/check").expect_at("sv/check/");
}

#[test]
fn every_link_of_the_whole_guide_within_it_leads_somewhere() {
    let guide = Setup::new().open("sv/all/");
    let dead = guide.run_async(
        "const done = arguments[arguments.length - 1];
         const links = [...document.querySelectorAll('a[href]')].filter((link) => link.origin === location.origin);
         const inside = links.filter((link) => link.pathname === location.pathname && link.hash)
           .filter((link) => !document.getElementById(link.hash.slice(1))).map((link) => link.hash);
         const pages = [...new Set(links.map((link) => link.origin + link.pathname))];
         Promise.all(pages.map((page) => fetch(page, { method: 'HEAD' }).then((answer) => answer.ok ? null : page)))
           .then((found) => done([...inside, ...found.filter(Boolean)]));",
    );
    assert_eq!(dead, serde_json::json!([]));
}
