//! The report: what leaves the page, and what becomes of it elsewhere.

use guide_e2e::Guide;

const DENIED: &str = "docker pull contosoprod.azurecr.io/team/app:1.4\nError response from daemon: denied: client with IP \
    '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.";
/// The reader's own names.
const NAMES: [&str; 4] = ["contosoprod", "203.0.113.7", "team/app", "rg-secret"];

/// A guide whose reader has pasted an output, taken its names over and typed a resource group, on the page of the report.
fn with_report(language: &str) -> Guide {
    let guide = Guide::open(&format!("{language}/diagnosis/"));
    guide
        .fill("#paste", DENIED)
        .click(".offers button[data-change='use registry contosoprod.azurecr.io']")
        .click(".offers button[data-change='use client-ip 203.0.113.7']")
        .expect_none(".offers");
    guide.run("document.querySelector('.own-names details').open = true");
    guide.fill("#resource-group", "rg-secret").go(&format!("{language}/report/")).expect(".sheet h2");
    guide
}

fn link(guide: &Guide) -> String {
    let link = guide.run("return document.querySelector('#share-link').value");
    let link = link.as_str().unwrap_or_default();
    link.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_else(|| panic!("no link: {link:?}"))
}

/// What the page would save as a file under that button.
fn saved(guide: &Guide, button: &str) -> String {
    guide.run(
        // The link is never in the document: nobody but itself hears of its click.
        "HTMLElement.prototype.click = function () {
           window.saved = decodeURIComponent(this.href.slice(this.href.indexOf(',') + 1));
         };",
    );
    guide.click(button);
    let text = guide.run("return window.saved");
    text.as_str().unwrap_or_else(|| panic!("{button} saves nothing")).to_owned()
}

#[test]
fn nothing_that_leaves_the_page_has_the_readers_names_unless_they_say_so() {
    let guide = with_report("sv");
    let page = guide.text(".sheet");
    let outputs = [
        ("page", page),
        ("link", link(&guide)),
        ("Markdown", saved(&guide, "#save-report")),
        ("JSON", saved(&guide, "#save-json")),
    ];
    for (what, text) in &outputs {
        assert!(!text.is_empty(), "{what} is empty");
        for name in NAMES {
            assert!(!text.contains(name), "{what} has {name}: {text}");
        }
    }
    assert!(outputs[2].1.contains("registry-1.azurecr.io"), "{}", outputs[2].1);
    guide.click("label[for=redact]").expect_text(".sheet h2", "contosoprod.azurecr.io");
    assert!(link(&guide).contains("registry=contosoprod.azurecr.io"), "{}", link(&guide));
    assert!(link(&guide).contains("group=rg-secret"), "{}", link(&guide));
    assert!(saved(&guide, "#save-report").contains("contosoprod.azurecr.io"));
}

#[test]
fn a_shared_session_gives_the_same_verdict_in_the_other_language() {
    let guide = with_report("sv");
    let words = guide.words();
    guide.expect_text(".sheet", &words.text("causes", "public-access.title"));
    let fragment = link(&guide);
    let code = guide.run("return document.querySelector('.sheet').innerText.match(/[A-Z]{4}-[0-9A-Z]{3}/)[0]");
    let other = Guide::open("en/");
    other.go(&format!("en/report/#{fragment}")).expect("[data-is=link]");
    let words = other.words();
    other
        .expect_text("[data-is=link]", &words.ui("report.page-opened"))
        .expect_text(".sheet", &words.text("causes", "public-access.title"))
        .expect_text(".sheet", code.as_str().unwrap_or_default());
    // Nothing is the reader's own until they say so.
    other.expect_value(
        "return sessionStorage.getItem('registry-guide.session')?.includes('client-ip-denied') ?? false",
        false,
    );
    other
        .click("#take-over")
        .expect_none("[data-is=link]")
        .expect_value("return sessionStorage.getItem('registry-guide.session').includes('client-ip-denied')", true);
}

#[test]
fn a_damaged_link_says_so_and_harms_nothing() {
    for fragment in ["s=1abcdefghij", "s=1<img src=x onerror=alert(1)>", "s=9zzzz", "s=1", "s=%22%3E%3Cscript%3E"] {
        let guide = Guide::open("sv/");
        guide.go(&format!("sv/report/#{fragment}")).expect("[data-is=link]").expect("[data-is=nothing]");
        assert_eq!(guide.count(".report-panel img, .report-panel script"), 0, "{fragment}");
        assert!(guide.foreign_requests().is_empty(), "{fragment}");
    }
}

#[test]
fn a_preset_link_fills_names_in_and_starts_nothing() {
    let guide = Guide::open("sv/");
    guide
        .go("sv/check/#registry=contosoprod&regions=swedencentral,westeurope&cloud=china")
        .expect_field("#registry", "contosoprod.azurecr.cn")
        .expect_field("#region", "swedencentral,westeurope")
        .expect_value("return document.querySelector('.check-panel').dataset.checkStage", "idle");
    assert!(guide.foreign_requests().is_empty());
}

#[test]
fn a_code_is_explained_and_a_misheard_one_is_told_from_it() {
    let guide = Guide::open("sv/report/");
    let words = guide.words();
    guide
        .expect_text("[data-is=nothing]", &words.ui("report.page-nothing"))
        .fill("#code", "fire 2ae")
        .expect_text("#code-answer", &words.text("causes", "client-firewall.title"))
        .fill("#code", "FIRE-2AF")
        .expect_text("#code-answer", &words.ui("report.code-misheard"));
}
