//! What a single text may hold. The many forms of commands, addresses and so on have their table beside the rule.

use crate::project::Project;

fn with_text(sv: &str) -> Project {
    Project::valid().replacing("sv/causes.toml", "Den stoppar trafiken.", sv)
}

#[test]
fn a_command_or_address_in_a_text_is_reported_where_it_stands() {
    with_text("Kör az acr login.")
        .expect_only("sv/causes.toml:3:16", &["a command in a text: `az`", "guide/literals.toml"]);
    with_text("Lägg till --vnet.").expect_only("sv/causes.toml:3:22", &["an option in a text: `--vnet`"]);
    with_text("Se https://x.")
        .expect_only("sv/causes.toml:3:15", &["an address in a text", "content/guide/links.toml"]);
    with_text("Tillåt 10.0.0.4.").expect_only("sv/causes.toml:3", &["an address in a text: `10.0.0.4`"]);
    with_text("Tillåt azurecr.io.").expect_only("sv/causes.toml:3", &["a host name in a text: `azurecr.io`"]);
    with_text("Sätt publicNetworkAccess.").expect_only("sv/causes.toml:3", &["a property name in a text"]);
    with_text("Skriv `så`.").expect_only("sv/causes.toml:3", &["Markdown in a text"]);
    with_text("Skriv <b>så</b>.").expect_only("sv/causes.toml:3", &["HTML in a text: `<b>`"]);
}

#[test]
fn the_line_within_a_text_of_many_lines_is_found() {
    Project::valid()
        .replacing("sv/causes.toml", "\"Den stoppar trafiken.\"", "\"\"\"\nEn rad.\nKör curl nu.\"\"\"")
        .expect_only("sv/causes.toml:5:5", &["a command in a text: `curl`"]);
}

#[test]
fn a_literal_that_is_written_out_is_reported_with_its_name() {
    with_text("Sätt networkRuleBypassOptions.").expect_problem(
        "sv/causes.toml:3",
        &["is written out, which is literal `bypass-options`", "write {bypass-options}"],
    );
}

#[test]
fn an_error_text_belongs_to_its_symptom() {
    with_text("Det står client.timeout exceeded while där.")
        .expect_only("sv/causes.toml:3", &["is an error text of symptom `timeout`"]);
}

#[test]
fn the_glossary_is_kept_to() {
    with_text("En Privat ändpunkt saknas.")
        .expect_only("sv/causes.toml:3:15", &["not to use `privat ändpunkt`", "write `privat slutpunkt`"]);
    with_text("En privat ändpunktsregel saknas.").expect_clean();
}

#[test]
fn a_word_to_avoid_may_be_part_of_a_term() {
    let english = |text: &str| Project::valid().replacing("en/causes.toml", "It stops the traffic.", text);
    english("Azure Container Registry stops it.").expect_clean();
    english("The container registry stops it.").expect_only("en/causes.toml:3", &["not to use `container registry`"]);
}

#[test]
fn signs_are_as_they_are_printed() {
    with_text("Vänta...").expect_only("sv/causes.toml:3:17", &["warning", "write …"]);
    with_text("En \\\"dörr\\\".").expect_only("sv/causes.toml:3", &["warning", "straight quotation mark", "”…”"]);
    with_text("En “dörr”.").expect_only("sv/causes.toml:3", &["warning", "Swedish does not use"]);
    with_text("En  dörr.").expect_only("sv/causes.toml:3:14", &["warning", "two spaces"]);
    with_text("En dörr. ").expect_only("sv/causes.toml:3", &["warning", "white space before or after"]);
    Project::valid()
        .replacing("en/causes.toml", "It stops the traffic.", "A \\\"door\\\".")
        .expect_only("en/causes.toml:3", &["warning", "“…”"]);
}
