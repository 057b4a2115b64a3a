//! Nothing moves while a page loads, and nothing sticks out of a narrow one.

use guide_e2e::lab::REACHABLE;
use guide_e2e::{Guide, Setup, main_routes, routes};

#[test]
fn nothing_moves_while_a_page_loads() {
    for route in main_routes() {
        let guide = Guide::open(&format!("sv/{route}"));
        let (shift, moved) = guide.layout_shift();
        assert_eq!(shift, 0.0, "{route}: moved\n{moved}");
    }
}

#[test]
fn nothing_but_the_rest_of_a_line_moves_when_what_the_reader_said_is_restored() {
    let guide = Guide::open("sv/solutions/set-proxy/");
    guide
        .fill("#registry", "contosoprod")
        .click(".step:nth-child(1) input")
        .expect_ticked(".step:nth-child(1) input", true);
    let (shift, moved) = guide.reload().layout_shift();
    // A name that is filled in is longer than what stood for it, so what follows in the same line gives way. A block that
    // moves counts a hundred times that.
    assert!(shift < 0.001, "{shift}: moved\n{moved}");
}

#[test]
fn nothing_sticks_out_of_a_window_of_320_pixels() {
    let guide = Setup::new().viewport(320, 640).open("sv/");
    let mut wide = Vec::new();
    for route in routes() {
        let (by, what) = guide.go(&route).overflow();
        if by > 0 {
            wide.push(format!("{route}: by {by} px:\n{what}"));
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[test]
fn nothing_sticks_out_at_320_pixels_when_long_names_are_filled_in() {
    let guide = Setup::new().viewport(320, 640).open("sv/causes/registry-name/");
    guide.fill("#registry", "contosoregistrywithaverylongnamethatstillisallowed").expect("var.known");
    let (by, what) = guide.overflow();
    assert!(by <= 0, "by {by} px:\n{what}");
}

#[test]
fn nothing_sticks_out_of_a_verdict_at_320_pixels() {
    let guide = Setup::new().viewport(320, 640).in_lab().may_contact(REACHABLE).open("sv/check/");
    guide.fill("#registry", REACHABLE).click("#check").expect("[data-check-stage=done]");
    let (by, what) = guide.overflow();
    assert!(by <= 0, "by {by} px:\n{what}");
}

#[test]
fn a_verdict_stays_within_its_frame_in_a_wide_window() {
    let guide = Setup::new().in_lab().may_contact(REACHABLE).open("sv/check/");
    guide.fill("#registry", REACHABLE).click("#check").expect("[data-check-stage=done]");
    guide.expect_value(
        "const frame = document.querySelector('.verdict'); return frame.scrollWidth - frame.clientWidth",
        0,
    );
}
