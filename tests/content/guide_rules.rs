//! Knowledge: ids, relations, ways out, reachability, addresses.

use crate::project::Project;

const SYMPTOMS: &str = "guide/symptoms.toml";
const CAUSES: &str = "guide/causes.toml";
const FINDINGS: &str = "guide/findings.toml";
const SOLUTIONS: &str = "guide/solutions.toml";

#[test]
fn the_fixture_itself_is_clean() {
    Project::valid().expect_clean();
}

#[test]
fn an_unknown_cause_is_reported_with_the_nearest_one() {
    Project::valid()
        .replacing(
            SYMPTOMS,
            "causes = [\"firewall\", \"vnet\"]",
            "causes = [\n  \"firewall\", \"vnet\",\n  \"firewal\",\n]",
        )
        .appending("sv/symptoms.toml", "because.firewal = \"Så\"")
        .appending("en/symptoms.toml", "because.firewal = \"So\"")
        .expect_only("guide/symptoms.toml:6:3", &["error", "there is no cause `firewal`", "did you mean `firewall`?"]);
}

#[test]
fn every_relation_is_followed() {
    Project::valid()
        .replacing(SYMPTOMS, "questions = [\"where\"]", "questions = [\"where\", \"q\"]")
        .replacing(SYMPTOMS, "commands = [\"lookup\"]", "commands = [\"c\"]")
        .replacing(SYMPTOMS, "links = [\"manual\"]", "links = [\"manual\", \"l\"]")
        .expect_problem("guide/symptoms.toml:5", &["no question `q`"])
        .expect_problem("guide/symptoms.toml:6", &["no command `c`"])
        .expect_problem("guide/symptoms.toml:7", &["no link `l`"]);
    Project::valid()
        .replacing(CAUSES, "id = \"vnet\"", "id = \"vnet\"\ncommands = [\"c\"]\nlinks = [\"l\"]")
        .expect_problem("guide/causes.toml:8", &["no command `c`"])
        .expect_problem("guide/causes.toml:9", &["no link `l`"]);
    Project::valid()
        .replacing(FINDINGS, "test = \"lookup\"", "test = \"c\"\nlinks = [\"l\"]")
        .expect_problem("guide/findings.toml:4", &["no command `c`"])
        .expect_problem("guide/findings.toml:5", &["no link `l`"]);
    Project::valid()
        .replacing(SOLUTIONS, "verify = [\"lookup\"]", "verify = [\"c\"]\nlinks = [\"l\"]")
        .replacing(SOLUTIONS, "id = \"allow\"", "id = \"allow\"\ncommands = [\"s\"]\nlinks = [\"t\"]")
        .expect_problem("guide/solutions.toml:4", &["no command `c`"])
        .expect_problem("guide/solutions.toml:5", &["no link `l`"])
        .expect_problem("guide/solutions.toml:13", &["no command `s`"])
        .expect_problem("guide/solutions.toml:14", &["no link `t`"]);
    Project::valid()
        .replacing("guide/questions.toml", "command = \"lookup\"", "command = \"lookout\"")
        .expect_only("guide/questions.toml:3", &["no command `lookout`", "did you mean `lookup`"]);
    Project::valid()
        .replacing("guide/changes.toml", "cause/vnet", "cause/vent")
        .expect_only("guide/changes.toml:4:29", &["no cause `vent`", "did you mean `vnet`"]);
}

#[test]
fn an_unknown_solution_is_reported_from_cause_and_finding() {
    Project::valid()
        .replacing(FINDINGS, "solution = \"open-firewall\"", "solution = \"opn-firewall\"")
        .expect_only("guide/findings.toml:5", &["no solution `opn-firewall`", "did you mean `open-firewall`"]);
    Project::valid()
        .replacing(
            CAUSES,
            "id = \"vnet\"\nside = \"network\"\nsolutions = [\"open-firewall\"]",
            "id = \"vnet\"\nside = \"network\"\nsolutions = [\"x\"]",
        )
        .expect_only("guide/causes.toml:9", &["no solution `x`", "add a [[solution]] with that id"]);
}

#[test]
fn a_finding_of_an_unknown_cause_is_reported() {
    Project::valid()
        .replacing(FINDINGS, "cause = \"firewall\"", "cause = \"firewalls\"")
        .expect_only("guide/findings.toml:3", &["no cause `firewalls`", "did you mean `firewall`"]);
}

#[test]
fn a_finding_names_a_step_of_its_own_solution() {
    Project::valid()
        .replacing(FINDINGS, "step = \"allow\"", "step = \"alow\"")
        .expect_only("guide/findings.toml:6", &["solution `open-firewall` has no step `alow`", "did you mean `allow`"]);
}

#[test]
fn a_findings_solution_is_one_of_its_causes() {
    Project::valid()
        .appending(SOLUTIONS, "[[solution]]\nid = \"ask\"\nowners = [\"reader\"]\n[[solution.step]]\nid = \"ask\"")
        .replacing(FINDINGS, "solution = \"open-firewall\"\nstep = \"allow\"", "solution = \"ask\"")
        .appending("sv/solutions.toml", "[ask]\ntitle = \"Fråga\"\nwhy = \"Så\"\nverify = \"Så\"\nstep.ask = \"Så\"")
        .appending("en/solutions.toml", "[ask]\ntitle = \"Ask\"\nwhy = \"So\"\nverify = \"So\"\nstep.ask = \"So\"")
        .expect_only("guide/findings.toml:5", &["warning", "not among those of the finding's cause `firewall`"]);
}

#[test]
fn ids_are_unique_in_their_kind_and_in_their_list() {
    Project::valid()
        .appending("guide/links.toml", "[[link]]\nid = \"manual\"\nurl = \"https://docs.docker.com/engine/\"")
        .expect_only("guide/links.toml:5", &["link `manual` stands here a second time", "guide/links.toml:2"]);
    Project::valid()
        .replacing(SOLUTIONS, "id = \"find\"", "id = \"allow\"")
        .expect_problem("guide/solutions.toml:11", &["step `allow` stands here a second time"]);
    Project::valid()
        .replacing("guide/questions.toml", "id = \"office\"", "id = \"home\"")
        .expect_problem("guide/questions.toml:7", &["answer `home` stands here a second time"]);
    Project::valid()
        .replacing(SYMPTOMS, "commands = [\"lookup\"]", "commands = [\"lookup\", \"lookup\"]")
        .expect_only("guide/symptoms.toml:6:23", &["command `lookup` stands twice in this list"]);
}

#[test]
fn a_second_file_does_not_hide_a_duplicate() {
    Project::valid()
        .with("guide/more.toml", "[[link]]\nid = \"manual\"\nurl = \"https://docs.docker.com/engine/\"\n")
        .expect_only("guide/more.toml:2", &["link `manual` stands here a second time", "guide/links.toml:2"]);
}

#[test]
fn ids_are_well_formed() {
    for wrong in ["Manual", "man_ual", "-manual", "manual-", "man--ual", "1manual", "männual", ""] {
        Project::valid()
            .replacing("guide/links.toml", "id = \"manual\"", &format!("id = \"{wrong}\""))
            .expect_problem("guide/links.toml:2", &["has an ill-formed id", "lower-case letters"]);
    }
    Project::valid()
        .appending("guide/literals.toml", "Wrong_Id = \"x\"")
        .expect_problem("guide/literals.toml:3", &["literal `Wrong_Id` has an ill-formed id"]);
}

#[test]
fn a_literal_cannot_take_the_name_of_something_else_in_braces() {
    Project::valid()
        .appending("guide/literals.toml", "region = \"x\"")
        .expect_problem("guide/literals.toml:3", &["literal `region` has the name of a placeholder"]);
    Project::valid()
        .appending("guide/literals.toml", "seconds = \"x\"")
        .expect_problem("guide/literals.toml:3", &["literal `seconds` has the name of something that the interface"]);
}

#[test]
fn a_symptom_without_causes_is_reported() {
    Project::valid()
        .appending(SYMPTOMS, "[[symptom]]\nid = \"odd\"\ncauses = []")
        .appending("sv/symptoms.toml", "[odd]\ntitle = \"Udda\"\nsummary = \"Udda\"")
        .appending("en/symptoms.toml", "[odd]\ntitle = \"Odd\"\nsummary = \"Odd\"")
        .expect_only("guide/symptoms.toml:10", &["symptom `odd` has no causes"]);
}

#[test]
fn a_cause_without_a_way_out_is_reported() {
    Project::valid()
        .replacing(
            CAUSES,
            "id = \"vnet\"\nside = \"network\"\nsolutions = [\"open-firewall\"]",
            "id = \"vnet\"\nside = \"exit\"\nsolutions = []",
        )
        .expect_only("guide/causes.toml:9", &["cause `vnet` has no way out"]);
}

#[test]
fn a_solution_without_steps_or_owner_is_no_way_out() {
    Project::valid()
        .appending(CAUSES, "[[cause]]\nid = \"odd\"\nside = \"exit\"\nsolutions = [\"ask\"]")
        .with("guide/more.toml", "[[solution]]\nid = \"ask\"\nowners = []\nstep = []\n")
        .expect_problem("guide/more.toml:3", &["solution `ask` has nobody to carry it out"])
        .expect_problem("guide/more.toml:4", &["solution `ask` is no way out: it has no steps"]);
}

#[test]
fn what_nothing_leads_to_is_reported() {
    Project::valid()
        .with(
            "guide/more.toml",
            "[[cause]]\nid = \"c\"\nside = \"exit\"\nsolutions = [\"open-firewall\"]\n\
             [[solution]]\nid = \"s\"\nowners = [\"reader\"]\n[[solution.step]]\nid = \"x\"\n\
             [[question]]\nid = \"q\"\n[[question.answer]]\nid = \"a\"\n[[question.answer]]\nid = \"b\"\n\
             [[command]]\nid = \"m\"\nbash = \"true\"\n\
             [[link]]\nid = \"l\"\nurl = \"https://docs.docker.com/engine/\"\n",
        )
        .expect_problem("guide/more.toml:2", &["error", "nothing leads to cause `c`"])
        .expect_problem("guide/more.toml:6", &["error", "nothing leads to solution `s`"])
        .expect_problem("guide/more.toml:11", &["error", "nothing leads to question `q`"])
        .expect_problem("guide/more.toml:17", &["error", "nothing leads to command `m`"])
        .expect_problem("guide/more.toml:20", &["warning", "nothing leads to link `l`"]);
}

#[test]
fn a_note_of_a_change_is_no_way_to_a_cause_or_solution() {
    Project::valid()
        .replacing(SYMPTOMS, "[\"firewall\", \"vnet\"]", "[\"firewall\"]")
        .expect_problem("guide/causes.toml:7", &["nothing leads to cause `vnet`"]);
}

#[test]
fn an_unused_literal_is_worth_a_warning() {
    Project::valid()
        .appending("guide/literals.toml", "unused = \"x\"")
        .expect_only("guide/literals.toml:3", &["warning", "no text mentions literal `unused`", "{unused}"]);
}

#[test]
fn addresses_are_secure_and_free_of_language() {
    let address = |url: &str| {
        Project::valid().replacing("guide/links.toml", "https://learn.microsoft.com/azure/container-registry/", url)
    };
    address("http://learn.microsoft.com/azure/").expect_only("guide/links.toml:3", &["does not begin with https://"]);
    address("https://learn.microsoft.com/en-us/azure/")
        .expect_only("guide/links.toml:3", &["fixes the language `en-us`"]);
    address("https://learn.microsoft.com/sv-SE/azure/")
        .expect_only("guide/links.toml:3", &["fixes the language `sv-SE`"]);
    address("https://docs.github.com/en/packages").expect_only("guide/links.toml:3", &["fixes the language `en`"]);
    address("https://learn.microsoft.com/a b").expect_only("guide/links.toml:3", &["a character that no address has"]);
    address("https://Learn/").expect_only("guide/links.toml:3", &["`Learn` is not a host name"]);
    address("https://learn.microsoft.com/cli/azure/acr?view=azure-cli-latest#az-acr-show").expect_clean();
    address("https://github.com/Azure/acr/tree/main/docs").expect_clean();
}

#[test]
fn two_links_to_one_address_are_worth_a_warning() {
    Project::valid()
        .replacing(SYMPTOMS, "links = [\"manual\"]", "links = [\"manual\", \"again\"]")
        .appending(
            "guide/links.toml",
            "[[link]]\nid = \"again\"\nurl = \"https://learn.microsoft.com/azure/container-registry/\"",
        )
        .appending("sv/links.toml", "[again]\ntitle = \"Igen\"")
        .appending("en/links.toml", "[again]\ntitle = \"Again\"")
        .expect_only("guide/links.toml:6", &["warning", "same address as `manual`"]);
}

#[test]
fn a_cloud_has_host_names_where_they_belong() {
    Project::valid()
        .replacing("clouds.toml", "suffix = \"azurecr.io\"", "suffix = \".azurecr.io\"")
        .expect_only("clouds.toml:3", &["`.azurecr.io` is not a host name"]);
    Project::valid()
        .replacing("clouds.toml", "https://mcr", "http://mcr")
        .expect_only("clouds.toml:9", &["does not begin with https://"]);
}

#[test]
fn commands_know_only_the_readers_own_names() {
    Project::valid()
        .replacing("guide/commands.toml", "nslookup {login-server}", "nslookup {login-sever}")
        .expect_only("guide/commands.toml:3", &["unknown placeholder {login-sever}", "did you mean `login-server`"]);
    Project::valid()
        .replacing("guide/commands.toml", "Resolve-DnsName {login-server}", "Resolve-DnsName {bypass-options}")
        .expect_only("guide/commands.toml:4", &["unknown placeholder {bypass-options}"]);
}

#[test]
fn a_command_that_is_the_same_for_both_shells_is_written_once() {
    Project::valid()
        .replacing("guide/commands.toml", "nslookup {login-server} && echo ${HOME}", "Resolve-DnsName {login-server}")
        .expect_only("guide/commands.toml:4", &["warning", "the same for both shells"]);
    Project::valid()
        .replacing("guide/commands.toml", "nslookup {login-server} && echo ${HOME}", " ")
        .expect_only("guide/commands.toml:3", &["command `lookup` is empty"]);
}

#[test]
fn a_question_leaves_a_choice() {
    Project::valid()
        .replacing("guide/questions.toml", "[[question.answer]]\nid = \"office\"\n", "")
        .expect_problem("guide/questions.toml:4", &["question `where` leaves no choice"]);
}

#[test]
fn a_change_is_about_something_and_dated_by_month_or_year() {
    Project::valid()
        .replacing("guide/changes.toml", "2023-07", "2023-13")
        .expect_only("guide/changes.toml:3", &["`2023-13` is neither a year nor a month"]);
    Project::valid()
        .replacing(
            "guide/changes.toml",
            "[\"symptom/timeout\", \"cause/vnet\", \"finding/host-blocked\", \"solution/open-firewall\"]",
            "[]",
        )
        .expect_only("guide/changes.toml:4", &["change `renamed` is about nothing"]);
}
