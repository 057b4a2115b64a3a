//! While the program is on its way the page can be used already.

use guide_e2e::{Gate, Setup};

#[test]
fn a_name_typed_before_the_program_is_ready_is_not_lost() {
    let gate = Gate::shut();
    let guide = Setup::new().behind(&gate).open("sv/causes/registry-name/");
    guide.fill("#registry", "contosoprod");
    gate.open();
    guide.is_ready().expect_field("#registry", "contosoprod").expect_text(".command pre", "contosoprod.azurecr.io");
}

#[test]
fn a_filter_typed_before_the_program_is_ready_is_applied() {
    let gate = Gate::shut();
    let guide = Setup::new().behind(&gate).open("sv/");
    guide.fill("#filter", "proxyconnect");
    gate.open();
    guide
        .is_ready()
        .expect_field("#filter", "proxyconnect")
        .expect_none(".symptoms a[href$='/symptoms/unauthorized/']");
}

#[test]
fn a_box_ticked_before_the_program_is_ready_stays_ticked_or_waits() {
    let gate = Gate::shut();
    let guide = Setup::new().behind(&gate).open("sv/solutions/set-proxy/");
    let waits = guide.run("return document.querySelector('.step input').disabled") == true;
    if !waits {
        guide.click(".step:nth-child(1) input").expect_ticked(".step:nth-child(1) input", true);
    }
    gate.open();
    guide.is_ready().expect_value("return document.querySelector('.step input').disabled", false);
    // What was ticked is known to the program, too.
    guide.expect_ticked(".step:nth-child(1) input", !waits);
    let done = if waits { "0" } else { "1" };
    guide.expect_text_with(".progress", &guide.words().ui("solution.progress"), &[("done", done)]);
}

#[test]
fn the_page_can_be_read_and_left_while_the_program_is_on_its_way() {
    let gate = Gate::shut();
    let guide = Setup::new().behind(&gate).open("sv/");
    guide.click(".symptoms a[href$='/symptoms/request-timeout/']").expect_at("sv/symptoms/request-timeout/");
    guide.expect("main h1").expect_none(".without-program");
    gate.open();
    guide.is_ready();
}
