//! Commands carry the reader's own names, and can be copied.

use guide_e2e::Guide;

/// A page that shows commands with the login server, and its first command.
const PAGE: &str = "sv/causes/registry-name/";
const FIRST_COMMAND: &str = ".command pre";

#[test]
fn a_registry_entered_once_stands_in_commands_everywhere() {
    let guide = Guide::open("sv/");
    guide
        .fill("#registry", "contosoprod")
        .expect_text("#registry-answer", "contosoprod.azurecr.io")
        .click(".symptoms a[href$='/symptoms/name-not-resolved/']")
        .expect_field("#registry", "contosoprod")
        .click(".cause summary")
        .expect_text(FIRST_COMMAND, "contosoprod.azurecr.io")
        .click(".cause a[href$='/causes/registry-name/']")
        .expect_field("#registry", "contosoprod")
        .expect_text(FIRST_COMMAND, "contosoprod.azurecr.io");
    guide.go("en/solutions/correct-registry-name/").expect_text(".command:has(var.known)", "contosoprod");
    guide.go("en/all/").expect_text(".command:has(var.known)", "contosoprod");
}

#[test]
fn what_is_not_known_is_shown_as_manuals_do() {
    let guide = Guide::open(PAGE);
    guide.expect("var:not(.known)").expect_text(FIRST_COMMAND, "<").expect_none("var.known");
}

#[test]
fn a_pasted_image_reference_is_understood() {
    let guide = Guide::open(PAGE);
    guide
        .fill("#registry", "docker pull contosoprod.azurecr.io/team/app:1.2")
        .expect_text("#registry-answer", "contosoprod.azurecr.io")
        .expect_text(FIRST_COMMAND, "contosoprod.azurecr.io");
}

#[test]
fn a_name_in_capitals_is_answered_with_the_right_one() {
    let guide = Guide::open(PAGE);
    guide
        .fill("#registry", "ContosoProd")
        .click("button.suggestion")
        .expect_field("#registry", "contosoprod.azurecr.io")
        .expect_text(FIRST_COMMAND, "contosoprod.azurecr.io");
}

#[test]
fn the_other_names_are_filled_in_as_well() {
    let guide = Guide::open("sv/solutions/allow-client-address/");
    guide.click(".own-names summary").fill("#client-ip", "203.0.113.7").expect_text("var.known", "203.0.113.7");
}

#[test]
fn the_chosen_shell_is_kept_on_other_pages() {
    let guide = Guide::open(PAGE);
    let bash = guide.text(FIRST_COMMAND);
    let switch = ".command:has(.command-bar .segments) .segments button:last-child";
    guide.click(switch).expect_pressed(switch, true);
    assert_ne!(guide.text(FIRST_COMMAND), bash, "the command is that of the other shell now");
    guide.go("sv/causes/client-firewall/").expect_pressed(switch, true);
}

#[test]
fn the_copy_button_copies_the_command_as_it_is_shown() {
    let guide = Guide::open(PAGE);
    guide.fill("#registry", "contosoprod").expect_text(FIRST_COMMAND, "contosoprod.azurecr.io");
    let shown = guide.text(FIRST_COMMAND);
    guide.click(".command .copy").expect_text(".command .copy", &guide.words().ui("command.copied"));
    // Into a field of the page, as the reader would into a terminal.
    guide.fill("#registry", " ").chord(guide_e2e::driver::Key::Control, 'v');
    let pasted = guide.run("return document.querySelector('#registry').value.trim()");
    assert_eq!(guide_e2e::words::spaced(pasted.as_str().unwrap_or_default()), shown);
}
