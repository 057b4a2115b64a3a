//! Each fault, judged from what the script prints in each shell.

use crate::script::{can_run, inner, scratch};
use registry_guide::diagnosis::{Diagnosis, Engine, Weights};
use registry_guide::paste::{Pasted, Recognisers, Rules, read};
use serde::Deserialize;
use std::path::Path;
use std::process::{Command, Stdio};

const NEEDED: [&str; 12] =
    ["python3", "ip", "unshare", "openssl", "curl", "wget", "nslookup", "nc", "getent", "dash", "bash", "busybox"];
/// The longest that the script may take, in seconds.
const PATIENCE: f64 = 60.0;

#[derive(Deserialize)]
struct Run {
    fault: String,
    shell: String,
    seconds: f64,
    server: String,
    text: String,
}

/// Runs the script against every fault in every shell.
fn runs(shells: &[&str]) -> Option<Vec<Run>> {
    if !can_run(&NEEDED) {
        return None;
    }
    let dir = scratch("collect-lab");
    let script = dir.join("script.sh");
    std::fs::write(&script, inner()).expect("the folder is this test's own");
    let lab = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/collect/lab.py");
    let output = Command::new("unshare")
        .args(["--map-root-user", "--user", "--net", "--mount", "python3"])
        .args([&lab, &dir, &script])
        .args(shells)
        .stderr(Stdio::inherit())
        .output()
        .expect("unshare is there");
    if !output.status.success() {
        assert!(std::env::var_os("CI").is_none(), "the lab does not come up: see above");
        eprintln!("NOT TESTED, the lab does not come up: see above");
        return None;
    }
    let lines = String::from_utf8(output.stdout).expect("the lab prints JSON");
    Some(lines.lines().map(|line| serde_json::from_str(line).expect("a run a line")).collect())
}

struct Judge(Recognisers, Engine);

impl Judge {
    fn new() -> Self {
        let rules =
            Rules::from_toml(include_str!("../../content/recognisers.toml")).expect("recognisers are well formed");
        let weights = Weights::from_toml(include_str!("../../content/weights.toml")).expect("weights are well formed");
        Self(
            Recognisers::compile(rules).expect("patterns compile"),
            Engine::new(weights).expect("weights name known ids"),
        )
    }

    fn judge(&self, text: &str) -> (Pasted, Diagnosis) {
        let pasted = read(&self.0, text);
        let diagnosis = self.1.diagnose(&pasted.observations);
        (pasted, diagnosis)
    }
}

/// For each fault the causes that may come first; none where the path works. Where one finding is to be named, it stands too.
const EXPECTED: [(&str, &[&str], Option<&str>); 28] = [
    ("healthy", &[], None),
    ("healthy-anonymous", &[], None),
    ("proxied-healthy", &[], None),
    ("name-unknown", &["registry-name"], None),
    ("only-login-unknown", &["vnet", "registry-name"], None),
    ("name-empty", &["vnet", "client-firewall"], None),
    ("name-failed", &["client-firewall", "vnet"], None),
    ("name-silent", &["client-firewall", "vnet"], None),
    ("refused", &["client-firewall"], None),
    ("dropped", &["client-firewall"], None),
    ("private-dropped", &["vnet"], None),
    ("reset", &["client-firewall"], None),
    ("not-tls", &["client-firewall"], None),
    ("inspected", &["client-firewall"], Some("tls-inspection")),
    ("self-signed", &["client-firewall"], Some("tls-inspection")),
    ("wrong-name", &["client-firewall"], None),
    ("expired", &["client-firewall"], None),
    ("clock-behind", &["client-firewall"], Some("clock-drift")),
    ("denied", &["public-access"], None),
    ("no-challenge", &["public-access"], None),
    ("block-page", &["client-firewall"], None),
    ("unavailable", &["not-network"], None),
    ("only-data-dropped", &["client-firewall"], Some("data-endpoint-not-allowed")),
    ("data-not-private", &["vnet"], Some("data-record-missing")),
    ("data-unknown", &["vnet"], Some("data-record-missing")),
    ("proxy-login", &["client-firewall"], Some("proxy-wants-login")),
    ("proxy-refuses", &["client-firewall"], Some("proxy-refuses")),
    ("proxy-closed", &["client-firewall"], Some("proxy-address-wrong")),
];

/// With few tools: the fault without them, and what may come first.
const WITH: [(&str, &str, &[&str]); 18] = [
    ("healthy", "no-timeout", &[]),
    ("dropped", "no-timeout", &["client-firewall"]),
    ("healthy", "wget", &[]),
    ("healthy", "python", &[]),
    ("healthy", "openssl", &[]),
    ("healthy", "nothing", &[]),
    ("inspected", "wget", &["client-firewall"]),
    ("inspected", "python", &["client-firewall"]),
    ("inspected", "openssl", &["client-firewall"]),
    ("denied", "wget", &["public-access"]),
    ("denied", "python", &["public-access"]),
    ("denied", "openssl", &[]),
    ("denied", "nothing", &[]),
    ("inspected", "nothing", &[]),
    ("dropped", "wget", &["client-firewall"]),
    ("dropped", "python", &["client-firewall"]),
    ("dropped", "openssl", &[]),
    ("dropped", "nothing", &[]),
];

#[test]
fn each_fault_is_named_right_from_what_the_script_prints_in_any_shell() {
    let shells = ["dash", "bash", "busybox sh"];
    let Some(runs) = runs(&shells) else { return };
    let judge = Judge::new();
    let mut wrong = Vec::new();
    let mut slowest: f64 = 0.0;
    for run in &runs {
        let (causes, finding) = EXPECTED
            .iter()
            .find(|(fault, ..)| *fault == run.fault)
            .map(|(_, causes, finding)| (*causes, *finding))
            .or_else(|| {
                let with = |(fault, tools, _): &&(&str, &str, &[&str])| run.fault == format!("{fault}-with-{tools}");
                WITH.iter().find(with).map(|(_, _, causes)| (*causes, None))
            })
            .unwrap_or_else(|| panic!("nothing is expected of {}", run.fault));
        let (pasted, diagnosis) = judge.judge(&run.text);
        let first = diagnosis.causes.first().map(|cause| cause.id.as_str());
        let named = diagnosis.finding.as_ref().map(|finding| finding.as_str());
        let is_right = first.map_or(causes.is_empty(), |first| causes.contains(&first))
            && finding.is_none_or(|finding| named == Some(finding))
            && (run.fault.ends_with("nothing") || pasted.names.login_servers.contains(&run.server));
        if !is_right {
            let seen: Vec<String> = pasted.observations.iter().map(|seen| seen.seen.to_string()).collect();
            wrong.push(format!("{} in {}: {first:?}, {named:?} from {seen:?}\n{}", run.fault, run.shell, run.text));
        }
        let works = causes.is_empty() && !run.fault.ends_with("nothing") && run.fault.starts_with("healthy");
        if works && diagnosis.network != Some(false) {
            wrong.push(format!("{} in {}: network {:?}", run.fault, run.shell, diagnosis.network));
        }
        if run.text.contains("pa%40ss") || run.text.contains("user:") || run.text.contains("SECRET") {
            wrong.push(format!("{} in {} prints a secret:\n{}", run.fault, run.shell, run.text));
        }
        if run.seconds > PATIENCE {
            wrong.push(format!("{} in {} takes {} s", run.fault, run.shell, run.seconds));
        }
        slowest = slowest.max(run.seconds);
    }
    println!("{} runs, the slowest {slowest} s", runs.len());
    assert_eq!(runs.len(), shells.len() * (EXPECTED.len() + WITH.len()), "a fault went missing");
    assert!(wrong.is_empty(), "{} complaints:\n{}", wrong.len(), wrong.join("\n"));
}
