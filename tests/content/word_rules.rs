//! Which texts must be there, which must not, and how translations match their source.

use crate::project::Project;
use registry_guide::words::Ui;

#[test]
fn a_text_missing_in_swedish_is_reported_at_its_table() {
    Project::valid()
        .replacing("sv/causes.toml", "tell = \"Det märks på adressen.\"\n", "")
        .expect_only("sv/causes.toml:6", &["error", "`cause.vnet` lacks tell in sv", "`tell = \"…\"` under `[vnet]`"]);
}

#[test]
fn a_thing_without_any_words_is_one_problem() {
    Project::valid()
        .replacing(
            "sv/causes.toml",
            "[vnet]\ntitle = \"Nätet\"\nsummary = \"Det leder inte fram.\"\ntell = \"Det märks på adressen.\"\n",
            "",
        )
        .expect_only("sv/causes.toml:1", &["`cause.vnet` lacks summary, tell, title in sv"]);
    Project::valid().without("sv/links.toml").expect_only("sv/links.toml:1", &["`link.manual` lacks title in sv"]);
}

#[test]
fn each_kind_needs_its_own_texts() {
    for (file, line, place, says) in [
        (
            "symptoms",
            "because.vnet = \"Nätet saknar väg.\"\n",
            "sv/symptoms.toml:1",
            "`symptom.timeout` lacks because.vnet",
        ),
        ("findings", "test = \"Svar uteblir.\"\n", "sv/findings.toml:1", "`finding.host-blocked` lacks test"),
        (
            "solutions",
            "step.allow = \"Tillåt värden.\"\n",
            "sv/solutions.toml:1",
            "`solution.open-firewall` lacks step.allow",
        ),
        ("solutions", "verify = \"Nu svarar den.\"\n", "sv/solutions.toml:1", "`solution.open-firewall` lacks verify"),
        ("questions", "answer.home = \"hemma\"\n", "sv/questions.toml:1", "`question.where` lacks answer.home"),
        ("commands", "title = \"Slå upp namnet\"\n", "sv/commands.toml:1", "`command.lookup` lacks title"),
        ("links", "title = \"Handboken\"\n", "sv/links.toml:1", "`link.manual` lacks title"),
        ("changes", "now = \"Den heter så här.\"\n", "sv/changes.toml:1", "`change.renamed` lacks now"),
        ("clouds", "title = \"Publika molnet\"\n", "sv/clouds.toml:1", "`cloud.public` lacks title"),
        ("owners", "reader.title = \"Text\"\n", "sv/owners.toml:1", "`owner.reader` lacks title"),
        ("places", "file.title = \"Text\"\n", "sv/places.toml:1", "`place.file` lacks title"),
    ] {
        Project::valid().replacing(&format!("sv/{file}.toml"), line, "").expect_problem(place, &[says]);
    }
}

#[test]
fn a_finding_without_a_command_may_do_without_a_test() {
    Project::valid()
        .replacing("guide/findings.toml", "test = \"lookup\"\n", "")
        .replacing_both("findings.toml", ("test = \"Svar uteblir.\"\n", "test = \"No answer comes.\"\n"), "")
        .expect_clean();
}

#[test]
fn the_texts_of_the_interface_are_exactly_those_that_views_use() {
    let first = Ui::ALL[0].key().trim_start_matches("ui.");
    let line = format!("{first} = \"Text\"\n");
    let (table, field) = first.split_once('.').expect("keys of the interface have two parts");
    Project::valid()
        .replacing("sv/ui.toml", &line, "")
        .expect_problem("sv/ui.toml:1", &[&format!("`ui.{table}` lacks {field} in sv")]);
    Project::valid()
        .appending("sv/ui.toml", "no.view = \"Text\"")
        .appending("en/ui.toml", "no.view = \"Text\"")
        .expect_problem(
            &format!("sv/ui.toml:{}", Ui::ALL.len() + 1),
            &["nothing shows the text `ui.no.view`", "src/words/ui.rs"],
        );
}

#[test]
fn english_is_complete_because_other_languages_borrow_from_it() {
    Project::valid()
        .replacing("en/links.toml", "title = \"The manual\"\n", "")
        .expect_only("en/links.toml:1", &["error", "`link.manual` lacks title in en"]);
}

fn with_german(texts: &str) -> Project {
    let ui: String = Ui::ALL.iter().map(|ui| format!("{} = \"Text\"\n", ui.key().trim_start_matches("ui."))).collect();
    Project::valid()
        .appending("languages.toml", "[[language]]\ncode = \"de\"\nname = \"Deutsch\"\nog_locale = \"de_DE\"")
        .with("de/ui.toml", &ui)
        .with("de/links.toml", texts)
}

#[test]
fn another_language_may_lack_texts_but_not_those_of_the_interface() {
    with_german("").expect_problem("de/sources.toml:1", &["warning", "not written yet", "readers get them in English"]);
    let first = Ui::ALL[0].key();
    with_german("")
        .replacing("de/ui.toml", &format!("{} = \"Text\"\n", first.trim_start_matches("ui.")), "")
        .expect_problem("de/ui.toml:1", &["error", "lacks"]);
}

#[test]
fn surplus_texts_are_reported_in_every_language() {
    Project::valid().appending("sv/causes.toml", "titel = \"Nätet\"").expect_only(
        "sv/causes.toml:10",
        &["nothing shows the text `cause.vnet.titel`", "did you mean `cause.vnet.title`?"],
    );
    Project::valid()
        .appending("en/causes.toml", "note = \"Only here\"")
        .expect_only("en/causes.toml:10", &["nothing shows the text `cause.vnet.note`"]);
}

#[test]
fn a_title_is_one_line() {
    Project::valid()
        .replacing_both("links.toml", ("\"Handboken\"", "\"The manual\""), "[\"A\", \"B\"]")
        .expect_problem("sv/links.toml:2", &["`link.manual.title` is a list where only one line fits"])
        .expect_problem("en/links.toml:2", &["`link.manual.title` is a list where only one line fits"]);
}

#[test]
fn paragraphs_are_divided_as_in_the_source() {
    Project::valid()
        .replacing("en/symptoms.toml", ", \"Second paragraph.\"", "")
        .expect_only("en/symptoms.toml:3", &["has one paragraph here and 2 paragraphs in sv", "sv/symptoms.toml:3"]);
}

#[test]
fn names_in_braces_are_known() {
    Project::valid()
        .replacing_both("links.toml", ("Handboken", "The manual"), "Om {regsitry}")
        .expect_problem(
            "sv/links.toml:2:13",
            &["{regsitry} is neither a placeholder nor a literal", "did you mean `registry`?"],
        )
        .expect_problem("en/links.toml:2:13", &["{regsitry}"]);
}

#[test]
fn only_the_interface_is_given_arguments() {
    let ui = format!("{} = \"Text\"\n", Ui::ALL[0].key().trim_start_matches("ui."));
    let with_argument = ui.replace("Text", "{done} av {total}");
    Project::valid().replacing_both("ui.toml", (&ui, &ui), &with_argument).expect_clean();
    Project::valid()
        .replacing_both("links.toml", ("Handboken", "The manual"), "{done}")
        .expect_problem("sv/links.toml:2", &["{done} is filled in only in the texts of the interface"]);
}

#[test]
fn braces_around_something_else_are_reported() {
    for wrong in ["{Registry}", "{ registry }", "{login_server}", "{registry", "registry}"] {
        Project::valid()
            .replacing_both("links.toml", ("Handboken", "The manual"), &format!("Om {wrong}"))
            .expect_problem("sv/links.toml:2", &["is not a {name}"]);
    }
}

#[test]
fn every_language_mentions_the_same_names() {
    Project::valid()
        .replacing("en/symptoms.toml", "{registry}", "it")
        .expect_only("en/symptoms.toml:3", &["does not mention {registry} as sv does"]);
    Project::valid()
        .replacing("en/causes.toml", "It stops the traffic.", "It stops {client-ip}.")
        .expect_only("en/causes.toml:3", &["mentions {client-ip}, which sv does not"]);
}
