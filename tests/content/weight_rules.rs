//! The weights of the diagnosis: what they name exists, and every reason that they give has words, no other.

use crate::project::Project;

const WEIGHTS: &str = r#"[[prior]]
cause = "firewall"
side = "network"
points = 1
findings = { host-blocked = 0 }

[[prior]]
cause = "vnet"
side = "network"
points = 0
findings = {}

[[weight]]
when = ["tcp-timeout"]
any = ["client-docker", "client-az"]
points = { firewall = 2, host-blocked = 1 }
decides = "firewall"

[[weight]]
when = ["answer.where.home"]
unless = ["dont-know.where", "ruled-out.vnet"]
points = { vnet = -1 }

[[weight]]
when = ["symptom.timeout"]
points = { firewall = 1 }

[[contradiction]]
when = ["tcp-ok", "tcp-timeout"]
reason = "works-and-fails"

[[inquiry]]
question = "where"
cost = 10
outcome = [{ see = ["answer.where.home"] }, { see = ["answer.where.office"], base = 1 }]

[[inquiry]]
command = "lookup"
cost = 15
outcome = [{ see = ["name-unknown"] }, { see = ["confirmed.host-blocked", "verdict.refused"] }]
"#;

fn diagnosing() -> Project {
    Project::valid()
        .with("weights.toml", WEIGHTS)
        .with("sv/reasons.toml", "tcp-timeout.title = \"Inget svar.\"\nworks-and-fails.title = \"Båda.\"\n")
        .with("en/reasons.toml", "tcp-timeout.title = \"No answer.\"\nworks-and-fails.title = \"Both.\"\n")
}

#[test]
fn a_reason_that_is_an_answer_needs_no_words_of_its_own() {
    diagnosing().expect_clean();
    diagnosing()
        .appending("sv/reasons.toml", "answer.where.home.title = \"Hemma.\"")
        .expect_only("sv/reasons.toml:3", &["nothing shows the text `reason.answer.where.home.title`"]);
}

#[test]
fn a_symptom_that_can_be_picked_says_something_in_its_own_title() {
    diagnosing()
        .appending("sv/reasons.toml", "symptom.timeout.title = \"Så.\"")
        .expect_only("sv/reasons.toml:3", &["nothing shows the text `reason.symptom.timeout.title`"]);
    diagnosing()
        .replacing("weights.toml", "[\"symptom.timeout\"]", "[\"answer.where.home\"]")
        .expect_only("guide/symptoms.toml:2", &["the diagnosis says nothing to whoever picks symptom `timeout`"]);
}

#[test]
fn a_reason_without_words_is_reported_in_the_source_and_in_english() {
    diagnosing()
        .replacing("sv/reasons.toml", "tcp-timeout.title = \"Inget svar.\"\n", "")
        .expect_problem("sv/reasons.toml:1", &["error", "`reason.tcp-timeout` lacks title in sv"]);
    diagnosing()
        .replacing("en/reasons.toml", "works-and-fails.title = \"Both.\"\n", "")
        .expect_only("en/reasons.toml:1", &["error", "`reason.works-and-fails` lacks title in en"]);
    diagnosing()
        .replacing("weights.toml", "decides = \"firewall\"", "reason = \"silence\"")
        .expect_problem("sv/reasons.toml:1", &["`reason.silence` lacks title in sv"])
        .expect_problem("sv/reasons.toml:1", &["nothing shows the text `reason.tcp-timeout.title`"]);
}

#[test]
fn words_for_a_reason_that_no_weight_gives_are_reported() {
    diagnosing().appending("sv/reasons.toml", "tcp-timout.title = \"Inget svar.\"").expect_only(
        "sv/reasons.toml:3",
        &[
            "nothing shows the text `reason.tcp-timout.title`",
            "did you mean `reason.tcp-timeout.title`?",
            "weights.toml",
        ],
    );
    diagnosing()
        .appending("en/reasons.toml", "nonsense.title = \"Only here.\"")
        .expect_only("en/reasons.toml:3", &["nothing shows the text `reason.nonsense.title`"]);
}

#[test]
fn everything_that_weights_name_exists() {
    for (from, to, place, says) in [
        ("cause = \"firewall\"", "cause = \"firewal\"", "weights.toml:2", "there is no cause `firewal`"),
        ("{ host-blocked = 0 }", "{ host-block = 0 }", "weights.toml:5", "there is no finding `host-block`"),
        ("points = { vnet = -1 }", "points = { vent = -1 }", "weights.toml:22", "no cause or finding `vent`"),
        ("decides = \"firewall\"", "decides = \"host-blocked\"", "weights.toml:17", "there is no cause `host-blocked`"),
        ("[\"answer.where.home\"]\nunless", "[\"answer.were.home\"]\nunless", "weights.toml:20", "no question `were`"),
        (
            "[\"answer.where.home\"]\nunless",
            "[\"answer.where.hom\"]\nunless",
            "weights.toml:20:9",
            "question `where` has no answer `hom`",
        ),
        ("dont-know.where", "dont-know.were", "weights.toml:21:11", "there is no question `were`"),
        ("ruled-out.vnet", "ruled-out.net", "weights.toml:21:30", "no cause or finding `net`"),
        ("question = \"where\"", "question = \"were\"", "weights.toml:33", "there is no question `were`"),
        ("command = \"lookup\"", "command = \"lockup\"", "weights.toml:38", "there is no command `lockup`"),
        ("confirmed.host-blocked", "confirmed.vnet", "weights.toml:40", "there is no finding `vnet`"),
        ("symptom.timeout", "symptom.nonsense", "weights.toml:25:9", "there is no symptom `nonsense`"),
        ("verdict.refused", "verdict.refusd", "weights.toml:40", "there is no verdict `refusd`"),
    ] {
        diagnosing().replacing("weights.toml", from, to).expect_problem(place, &["error", says]);
    }
}

#[test]
fn priors_agree_with_the_guide_about_every_cause_and_finding() {
    diagnosing()
        .replacing("weights.toml", "cause = \"firewall\"\nside = \"network\"", "cause = \"firewall\"\nside = \"exit\"")
        .expect_only("weights.toml:3", &["cause `firewall` is on the other side"]);
    diagnosing()
        .replacing("weights.toml", "{ host-blocked = 0 }", "{}")
        .replacing("weights.toml", "findings = {}\n\n[[weight]]", "findings = { host-blocked = 0 }\n\n[[weight]]")
        .expect_only("weights.toml:11", &["finding `host-blocked` is one of cause `firewall`"]);
    diagnosing()
        .replacing("weights.toml", "{ host-blocked = 0 }", "{}")
        .expect_only("guide/findings.toml:2", &["the diagnosis does not know finding `host-blocked`"]);
}

#[test]
fn what_cannot_be_read_is_reported_where_it_stands_and_hides_nothing_else() {
    diagnosing()
        .replacing("weights.toml", "[\"tcp-timeout\"]\nany", "[\"tcp-timeut\"]\nany")
        .expect_only("weights.toml:14:8", &["`tcp-timeut` is no observation"]);
    diagnosing()
        .appending("weights.toml", "[[wieght]]\nwhen = []")
        .expect_only("weights.toml:41", &["there is nothing called `wieght` here", "did you mean `weight`?"]);
    diagnosing()
        .appending("weights.toml", "[[weight]]\nwhen = []\nreason = \"works-and-fails\"\npoints = { vnet = 1 }")
        .expect_only("weights.toml:41", &["this weight speaks whatever is seen"]);
    diagnosing()
        .appending("weights.toml", "[[inquiry]]\ncost = 1\noutcome = []")
        .expect_only("weights.toml:41", &["an inquiry is about one thing"]);
    diagnosing()
        .replacing("weights.toml", "reason = \"works-and-fails\"", "reason = \"Works.and\"")
        .expect_problem("weights.toml:30", &["reason `Works.and` has an ill-formed id"]);
}
