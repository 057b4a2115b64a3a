//! What cannot be read as what it should be: still with line, still all at once.

use crate::project::Project;
use registry_guide::authoring::{Files, load};
use std::path::Path;

#[test]
fn what_is_not_toml_is_reported_and_the_rest_of_the_file_is_read() {
    Project::valid()
        .replacing(
            "guide/causes.toml",
            "side = \"network\"\nsolutions = [\"open-firewall\"]\n\n",
            "side = network\nsolutions = [\"open-firewall\"]\n\n",
        )
        .expect_problem("guide/causes.toml:3", &["this is not TOML"]);
    Project::valid()
        .appending("sv/links.toml", "[manual\ntitle = \"Igen\"")
        .expect_problem("sv/links.toml:3", &["this is not TOML"]);
}

#[test]
fn every_unknown_field_is_reported_and_the_thing_is_read_without_it() {
    Project::valid()
        .replacing("guide/causes.toml", "id = \"vnet\"", "id = \"vnet\"\nsolution = \"x\"\nlevel = 3")
        .expect_problem("guide/causes.toml:8:1", &["unknown field `solution`, expected one of"])
        .expect_problem("guide/causes.toml:9:1", &["unknown field `level`"]);
    Project::valid()
        .replacing("guide/solutions.toml", "id = \"allow\"", "id = \"allow\"\nwho = \"me\"")
        .expect_only("guide/solutions.toml:12:1", &["unknown field `who`"]);
}

#[test]
fn a_missing_field_is_reported_at_its_table() {
    Project::valid()
        .appending("guide/causes.toml", "[[cause]]\nid = \"odd\"\nside = \"exit\"")
        .expect_only("guide/causes.toml:10", &["missing field `solutions`", "docs/authoring.md"]);
}

#[test]
fn a_wrong_type_and_a_wrong_choice_are_reported_at_their_value() {
    Project::valid()
        .replacing("guide/commands.toml", "powershell = \"Resolve-DnsName {login-server}\"", "powershell = 3")
        .expect_only("guide/commands.toml:4:14", &["invalid type: integer `3`, expected a string"]);
    Project::valid()
        .replacing("guide/findings.toml", "owner = \"network-team\"", "owner = \"somebody\"")
        .expect_problem("guide/findings.toml:7:9", &["unknown variant `somebody`, expected one of `reader`"]);
    Project::valid()
        .replacing("guide/changes.toml", "symptom/timeout", "question/where")
        .expect_problem("guide/changes.toml:4", &["`question/where` is not a subject"]);
}

#[test]
fn what_refers_to_an_unreadable_thing_is_no_second_mistake() {
    Project::valid()
        .replacing("guide/links.toml", "url = ", "address = ")
        .expect_problem("guide/links.toml:3", &["unknown field `address`"])
        .expect_problem("guide/links.toml:1", &["missing field `url`"]);
    let problems = Project::valid().replacing("guide/links.toml", "url = ", "address = ").content().check();
    assert!(!problems.to_string().contains("no link `manual`"), "{problems}");
}

#[test]
fn unknown_kinds_and_files_are_reported_with_the_nearest_known() {
    Project::valid()
        .with("guide/more.toml", "\n[[symptoms]]\nid = \"x\"\n")
        .expect_only("guide/more.toml:2", &["no kind `symptoms`", "did you mean `symptom`?"]);
    Project::valid().with("glosary.toml", "").expect_only("glosary.toml:1", &["did you mean `glossary.toml`?"]);
    Project::valid().with("sv/symptom.toml", "").expect_only("sv/symptom.toml:1", &["did you mean `symptoms`?"]);
}

#[test]
fn single_brackets_where_double_ones_belong_are_reported() {
    Project::valid()
        .with("guide/more.toml", "[link]\nid = \"x\"\n")
        .expect_only("guide/more.toml:1", &["`link` is not a list", "[[link]]"]);
    Project::valid()
        .with("guide/more.toml", "literals = 1\n")
        .expect_only("guide/more.toml:1", &["`literals` is not a table"]);
    Project::valid()
        .appending("guide/literals.toml", "number = 1")
        .expect_only("guide/literals.toml:3", &["literal `number` is not a string"]);
    Project::valid()
        .with("guide/more.toml", "[literals]\nbypass-options = \"y\"\n")
        .expect_only("guide/more.toml:2", &["literal `bypass-options` stands here a second time"]);
}

#[test]
fn words_are_texts() {
    Project::valid()
        .replacing("sv/links.toml", "title = \"Handboken\"", "title = 3")
        .expect_problem("sv/links.toml:2", &["`link.manual.title` is of type integer"]);
    Project::valid()
        .replacing("sv/links.toml", "title = \"Handboken\"", "title = \" \"")
        .expect_problem("sv/links.toml:2", &["`link.manual.title` is empty"]);
    Project::valid()
        .replacing("sv/links.toml", "title = \"Handboken\"", "title = []")
        .expect_problem("sv/links.toml:2", &["`link.manual.title` is an empty list"]);
    Project::valid()
        .appending("sv/links.toml", "\"a.b\" = \"x\"")
        .expect_only("sv/links.toml:3", &["the name `a.b` has a dot in it"]);
}

#[test]
fn languages_are_listed_as_they_are_written() {
    let file = "languages.toml";
    let german = "[[language]]\ncode = \"de\"\nname = \"Deutsch\"\nog_locale = \"de_DE\"";
    Project::valid().appending(file, german).expect_problem("languages.toml:10", &["language `de` has no texts"]);
    Project::valid().with("de/ui.toml", "").expect_only("de/ui.toml:1", &["`de` is not one of the guide's languages"]);
    Project::valid()
        .replacing(file, "en_GB", "en")
        .expect_only("languages.toml:6", &["og_locale `en` names no country"]);
    Project::valid()
        .appending(file, "[[language]]\ncode = \"en\"\nname = \"English\"\nog_locale = \"en_US\"")
        .expect_problem("languages.toml:10", &["language `en` is listed twice"]);
    Project::valid()
        .appending(file, "[[language]]\ncode = \"svenska\"\nname = \"Svenska\"\nog_locale = \"sv_SE\"")
        .expect_problem("languages.toml:10", &["`svenska` is not a language tag"]);
    Project::valid()
        .replacing(file, "name = \"English\"", "nam = \"English\"")
        .expect_problem("languages.toml:8", &["unknown field `nam`"]);
    Project::valid()
        .appending(file, "[languages]")
        .expect_only("languages.toml:10", &["nothing called `languages` here"]);
    Project::valid().with(file, "").expect_problem("languages.toml:1", &["there is no language"]);
}

#[test]
fn the_glossary_is_checked_in_itself() {
    let file = "glossary.toml";
    Project::valid()
        .replacing(file, "[\"privat ändpunkt\"]", "[\"Register\"]")
        .expect_only("glossary.toml:1", &["`register` is to be avoided in sv and is a term there"]);
    Project::valid()
        .replacing(file, "id = \"registry\"", "id = \"private-endpoint\"")
        .expect_only("glossary.toml:8", &["a second time"]);
    Project::valid().appending(file, "de = \"Register\"").expect_only("glossary.toml:8", &["`de` is no language"]);
    Project::valid().appending(file, "[word]").expect_only("glossary.toml:13", &["nothing called `word` here"]);
    Project::valid().appending(file, "[[term]]\nsv = \"x\"").expect_only("glossary.toml:13", &["missing field `id`"]);
}

#[test]
fn problems_are_sorted_by_file_and_line() {
    let problems = Project::valid()
        .replacing("guide/symptoms.toml", "commands = [\"lookup\"]", "commands = [\"b\", \"a\"]")
        .replacing("guide/causes.toml", "id = \"vnet\"", "id = \"vnet\"\nlinks = [\"z\"]")
        .content()
        .check();
    let places: Vec<String> = problems.iter().map(|problem| problem.at.to_string()).collect();
    assert_eq!(places, ["guide/causes.toml:8:10", "guide/symptoms.toml:6:13", "guide/symptoms.toml:6:18"]);
    assert_eq!((problems.errors(), problems.warnings()), (3, 0));
}

#[test]
fn a_folder_that_is_not_there_is_an_error_that_says_so() {
    let problems = load(Path::new("no/such/folder")).expect_err("there is no such folder");
    assert!(problems.to_string().contains("no/such/folder cannot be read"), "{problems}");
    assert!(Files::read(Path::new("no/such/folder")).is_err());
}
