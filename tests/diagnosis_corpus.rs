//! The corpus: real and recorded outputs with the causes that a careful expert accepts from the text alone.
//!
//! `sample.jsonl` is the given sample, `recorded.jsonl` was printed by real tools against faults made on loopback, `written.jsonl` was
//! written after how the programs print. `cargo xtask bench diagnosis` shows the figures,
//! whose limits stand in `src/trial/limits.rs`.

use registry_guide::diagnosis::{Certainty, Engine, Weights};
use registry_guide::paste::{Recognisers, Rules, read};
use registry_guide::trial::{Figures, Measure, cases};

fn engine() -> (Recognisers, Engine) {
    let rules = Rules::from_toml(include_str!("../content/recognisers.toml")).expect("recognisers are well formed");
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    (Recognisers::compile(rules).expect("patterns compile"), Engine::new(weights).expect("weights name known ids"))
}

fn check(name: &str, corpus: &str) {
    let (recognisers, engine) = engine();
    let figures = Figures::of(&recognisers, &engine, &cases(corpus).expect("a case a line"));
    println!("{name}: {figures:#?}");
    let broken: Vec<Measure> = figures.measures().into_iter().filter(|measure| !measure.is_kept()).collect();
    assert!(broken.is_empty(), "{name}: {broken:?}\n{:?}\n{:?}", figures.missed, figures.certain_wrong);
}

#[test]
fn the_given_sample_is_judged_as_experts_judge_it() {
    check("sample", include_str!("corpus/sample.jsonl"));
}

#[test]
fn what_real_tools_print_on_a_faulted_network_is_judged_right() {
    check("recorded", include_str!("corpus/recorded.jsonl"));
}

#[test]
fn texts_written_after_the_programs_are_judged_right() {
    check("written", include_str!("corpus/written.jsonl"));
}

#[test]
fn a_text_that_nobody_can_read_is_answered_without_a_guess() {
    let (recognisers, engine) = engine();
    for text in
        ["", "hello world", "The image contoso.azurecr.io/app:1 was scanned", "\u{0}\u{1}\u{2}", "{[{[", "error"]
    {
        let pasted = read(&recognisers, text);
        let diagnosis = engine.diagnose(&pasted.observations);
        assert!(
            !pasted.is_recognised() && diagnosis.causes.is_empty() && diagnosis.network.is_none(),
            "{text}: {pasted:?}"
        );
    }
}

#[test]
fn observations_that_do_not_go_together_are_shown_as_such_and_nothing_is_certain() {
    let (recognisers, engine) = engine();
    let text = "contoso.azurecr.io has address 10.0.0.5\ndenied: client with IP '20.1.2.3' is not allowed access";
    let diagnosis = engine.diagnose(&read(&recognisers, text).observations);
    assert_eq!(diagnosis.contradictions, ["private-answer-and-public-caller"]);
    assert!(diagnosis.causes.iter().all(|cause| cause.certainty != Certainty::Certain));
}

#[test]
fn the_finding_is_named_where_the_text_tells_it() {
    let (recognisers, engine) = engine();
    for (text, finding) in [
        ("dial tcp: lookup contoso.westeurope.data.azurecr.io on 10.0.0.10:53: no such host", "data-record-missing"),
        (
            "Get https://contoso.azurecr.io/v2/: proxyconnect tcp: dial tcp 127.0.0.1:3128: connect: connection refused",
            "proxy-address-wrong",
        ),
        ("Get \"https://contoso.azurecr.io/v2/\": Proxy Authentication Required", "proxy-wants-login"),
        ("x509: certificate signed by unknown authority", "tls-inspection"),
        ("pulling contoso.azurecr.io.azurecr.io/app failed: no such host", "suffix-doubled"),
        ("permission denied while trying to connect to the Docker daemon socket", "socket-not-permitted"),
        ("no match for platform in manifest: not found", "platform-missing"),
        ("toomanyrequests: too many requests", "throttled"),
        ("certificate is valid for *.azurecr.io, not contoso.privatelink.azurecr.io", "privatelink-name-used"),
        ("AADSTS7000222: The provided client secret keys are expired", "credentials-expired"),
        ("az acr build: denied: client with IP '20.1.2.3' is not allowed access", "tasks-do-not-bypass"),
    ] {
        let diagnosis = engine.diagnose(&read(&recognisers, text).observations);
        assert_eq!(diagnosis.finding.as_ref().map(|id| id.as_str()), Some(finding), "{text}: {:?}", diagnosis.causes);
    }
}

#[test]
fn marks_point_at_the_lines_that_were_recognised() {
    let (recognisers, _) = engine();
    let text = "first\nsecond\nError response from daemon: Get \"https://x.azurecr.io/v2/\": denied:\nclient with IP '20.1.2.3' is not\nallowed access.\n";
    let pasted = read(&recognisers, text);
    let mark = pasted.marks.iter().find(|mark| mark.rule == "client-ip-denied").expect("the denial is marked");
    assert_eq!((mark.first, mark.last), (3, 4));
    assert_eq!(pasted.names.client_ips, ["20.1.2.3"]);
    assert_eq!(pasted.names.login_servers, ["x.azurecr.io"]);
    assert_eq!(pasted.lines, 5);
}

#[test]
fn however_a_text_was_carried_it_shows_the_same() {
    let (recognisers, _) = engine();
    let plain = "Error response from daemon: Get \"https://contoso.azurecr.io/v2/\": denied: client with IP '20.1.2.3' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.";
    let facts = |text: &str| -> Vec<String> {
        read(&recognisers, text).observations.iter().map(|observation| observation.seen.to_string()).collect()
    };
    let expected = facts(plain);
    let wrapped: String =
        plain.as_bytes().chunks(80).map(|part| format!("{}\r\n", String::from_utf8_lossy(part))).collect();
    let carried = [
        serde_json::to_string(plain).expect("JSON"),
        serde_json::to_string(&serde_json::to_string(plain).expect("JSON")).expect("JSON"),
        plain.replace('\'', "\\u0027"),
        plain.replace('"', "&quot;").replace('\'', "&#39;"),
        plain.replace('"', "\u{201d}").replace('\'', "\u{2019}"),
        plain.to_uppercase(),
        format!("\u{1b}[31m{plain}\u{1b}[0m"),
        format!("2024-10-22T18:32:07.1234567Z {plain}"),
        plain.replace(' ', "  "),
        plain.replace(": denied", ":\n   denied"),
        wrapped,
        format!("> {plain}\r"),
    ];
    for text in carried {
        assert_eq!(facts(&text), expected, "{text}");
    }
}
