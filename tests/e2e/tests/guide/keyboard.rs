//! The same by keyboard alone, seeing at every stop where one is.

use guide_e2e::Guide;
use guide_e2e::driver::Key;

#[test]
fn the_flow_can_be_gone_through_by_keyboard() {
    let guide = Guide::open("sv/");
    let card = ".cause:has(a[href$='/causes/client-firewall/'])";
    guide
        .tab_to("#filter")
        .write("awaiting headers")
        .tab_to(".symptoms a[href$='/symptoms/request-timeout/']")
        .press(Key::Enter)
        .expect_at("sv/symptoms/request-timeout/")
        .tab_to(&format!("{card} .ruling .fits"))
        .press(Key::Space)
        .expect_pressed(&format!("{card} .ruling .fits"), true);
    // The solution stands before the switch in the page: going on from the top finds it.
    guide
        .reload()
        .tab_to(&format!("{card} a[href$='/solutions/set-proxy/']"))
        .press(Key::Enter)
        .expect_at("sv/solutions/set-proxy/")
        .tab_to(".step:nth-child(1) input")
        .press(Key::Space)
        .expect_ticked(".step:nth-child(1) input", true);
}

#[test]
fn the_first_stop_of_every_page_leads_past_the_head() {
    let guide = Guide::open("sv/symptoms/request-timeout/");
    guide.press(Key::Tab).expect("a.skip:focus").press(Key::Enter).expect_value("return location.hash", "#content");
    guide.tab_to("main a[href]");
    let in_main = guide.run("return document.querySelector('main').contains(document.activeElement)");
    assert_eq!(in_main, true, "the next stop is still in the head");
}

#[test]
fn the_language_menu_opens_by_keyboard() {
    let guide = Guide::open("sv/");
    guide
        .tab_to(".language-menu summary")
        .press(Key::Enter)
        .tab_to(".language-menu a[hreflang=en]")
        .press(Key::Enter)
        .expect_at("en/");
}
