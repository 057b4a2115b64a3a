//! The check's page, as far as the laboratory reads and uses it. Whatever changes there changes here, and nowhere else.

use crate::browser::Tab;
use crate::scenario::{Browser, Scenario, Target};
use crate::tab::Sight;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::time::{Duration, Instant};

/// The page, below the site's address.
pub const PATH: &str = "en/check/";

/// How long a check may take until the page calls it done: longer than the page promises, so that a broken promise is seen. The
/// browser's question alone is waited for a minute.
const PATIENCE: Duration = Duration::from_secs(100);

/// What the page says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Where the check stands.
    pub stage: String,
    /// Where the browser's question about local networks stands: explained, waiting; empty where there is none.
    pub asking: String,
    /// The verdict on the whole path.
    pub path: TargetReading,
    /// The verdicts on the registry's hosts.
    pub targets: Vec<TargetReading>,
    /// What was measured: host, signal, outcome, seconds, round, a line each with tabs between.
    pub measured: Vec<String>,
    /// How long the check took by the page's own clock, in milliseconds: what the page promises, whatever the machine does besides.
    pub took_ms: f64,
    /// How long the page was kept from doing anything meanwhile, in milliseconds, all in all: how busy the machine was.
    pub stalled_ms: f64,
}

/// What the page says of one host, or of the whole path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetReading {
    /// Which kind of host.
    pub target: String,
    /// Its name.
    pub host: String,
    /// The verdict; empty while there is none.
    pub verdict: String,
    /// How sure the page is of it.
    pub certainty: String,
    /// The causes that it leaves standing.
    pub candidates: Vec<Candidate>,
}

/// A cause that is left standing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its name in `content/`.
    pub cause: String,
    /// How much speaks for it.
    pub certainty: String,
}

impl Reading {
    /// How long the slowest of all answers took, in seconds; nothing where a host was given up.
    pub fn slowest_answer(&self) -> Option<f64> {
        let rows = || self.measured.iter().map(|row| row.split('\t').collect::<Vec<_>>());
        if rows().any(|row| row.get(2) == Some(&"cut-off")) {
            return None;
        }
        let seconds = |row: Vec<&str>| row.get(3)?.split_whitespace().next()?.parse::<f64>().ok();
        rows().filter_map(seconds).reduce(f64::max)
    }

    /// What is said of a target.
    pub fn of(&self, target: Target) -> Option<&TargetReading> {
        self.targets.iter().find(|one| {
            one.target == target.as_str()
                && match target {
                    Target::DataEndpoint(region) => one.host.contains(&format!(".{region}.")),
                    Target::LoginServer | Target::Storage => true,
                }
        })
    }
}

const READ: &str = r#"
const said = (of) => ({
  target: of?.dataset.target ?? "", host: of?.dataset.host ?? "",
  verdict: of?.dataset.verdict ?? of?.dataset.pathVerdict ?? "", certainty: of?.dataset.certainty ?? "",
  candidates: [...(of?.querySelectorAll("[data-candidate]") ?? [])].map((one) => ({
    cause: one.dataset.candidate, certainty: one.dataset.certainty,
  })),
});
return {
  stage: document.querySelector("[data-check-stage]")?.dataset.checkStage ?? "missing",
  asking: document.querySelector("[data-asking]")?.dataset.asking ?? "",
  path: said(document.querySelector("[data-path-verdict]")),
  targets: [...document.querySelectorAll("[data-target]")].map((one) => said(one)),
  took_ms: Number(document.querySelector("[data-took]")?.dataset.took ?? 0),
  stalled_ms: Number(document.documentElement.dataset.labStalled ?? 0),
  measured: [...document.querySelectorAll(".vector tbody tr")].map((row) =>
    [...row.cells].map((cell) => cell.textContent.trim()).join("\t")),
};"#;

/// Adds up how much later than asked for the page's clock ticked, anew for each check.
const MEASURE_STALLS: &str = r#"
const kept = document.documentElement.dataset;
const TICK = 50;
if (kept.labStalled === undefined) {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    kept.labStalled = Number(kept.labStalled) + Math.max(0, now - last - TICK);
    last = now;
  }, TICK);
}
kept.labStalled = 0;"#;

/// What the page says now.
///
/// # Errors
/// It cannot be read.
pub fn read(tab: &mut dyn Tab) -> Result<Reading, String> {
    let said = tab.run(READ)?;
    serde_json::from_value(said.clone())
        .map_err(|error| format!("the page says what is not understood ({error}): {said}"))
}

/// Waits until the program has taken the page over.
///
/// # Errors
/// It does not.
pub fn ready(tab: &mut dyn Tab) -> Result<(), String> {
    until(tab, "document.documentElement.hasAttribute('data-ready')", Duration::from_secs(30))
}

/// Fills the fields in as the scenario's reader would.
///
/// # Errors
/// A field is missing, or the button stays shut.
pub fn fill(tab: &mut dyn Tab, scenario: &Scenario) -> Result<(), String> {
    tab.write("#registry", scenario.registry)?;
    if !scenario.regions.is_empty() {
        tab.write("#region", &scenario.regions.join(", "))?;
    }
    until(tab, "document.querySelector('#check:not(:disabled)')", Duration::from_secs(5))
}

/// Lets the check ask a public resolver.
///
/// # Errors
/// There is no such choice.
pub fn allow_public_dns(tab: &mut dyn Tab) -> Result<(), String> {
    press(tab, "#public-dns")
}

/// Starts the check, and goes along with it until it is over. Reads the explanation of the browser's question and lets it be asked;
/// `meanwhile` is done again and again, and told whether the page says that the question waits.
///
/// # Errors
/// The button cannot be pressed; the check is never over.
pub fn check(
    tab: &mut dyn Tab,
    meanwhile: &mut dyn FnMut(&mut dyn Tab, bool) -> Result<(), String>,
) -> Result<Outcome, String> {
    let began = Instant::now();
    tab.run(MEASURE_STALLS)?;
    press(tab, "#check")?;
    let mut asked = false;
    loop {
        let reading = read(tab)?;
        match (reading.stage.as_str(), reading.asking.as_str()) {
            ("done", _) => return Ok(Outcome { reading, asked }),
            (_, "explained") => press(tab, "#let-ask")?,
            (_, said) => {
                asked |= said == "waiting";
                meanwhile(tab, said == "waiting")?;
            }
        }
        if began.elapsed() > PATIENCE {
            return Err(format!("after {} s the check is still {}", PATIENCE.as_secs(), reading.stage));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// What a check came to.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What the page says at its end.
    pub reading: Reading,
    /// Whether the page said that the browser is asking.
    pub asked: bool,
}

/// Says on the page what the tab showed.
///
/// # Errors
/// The page does not offer it.
pub fn choose(tab: &mut dyn Tab, browser: Browser, address: &str, sight: &Sight) -> Result<(), String> {
    press(tab, &format!("[data-family={}]", browser.as_str()))?;
    let sight = sight.as_offered(browser);
    press(tab, &format!("[data-tab={address}] [data-sight={sight}]"))?;
    until(
        tab,
        &format!("document.querySelector('[data-tab={address}] [data-sight={sight}][data-picked=true]')"),
        Duration::from_secs(5),
    )
}

/// Presses an element, wherever on the page it is: a reader would scroll, and try again where it has just moved.
fn press(tab: &mut dyn Tab, css: &str) -> Result<(), String> {
    let began = Instant::now();
    let scroll = format!("document.querySelector('{css}')?.scrollIntoView({{ block: 'center', behavior: 'instant' }})");
    loop {
        tab.run(&scroll)?;
        match tab.press(css) {
            Err(_) if began.elapsed() < Duration::from_secs(3) => std::thread::sleep(Duration::from_millis(100)),
            done => return done,
        }
    }
}

fn until(tab: &mut dyn Tab, condition: &str, patience: Duration) -> Result<(), String> {
    let began = Instant::now();
    let script = format!("return Boolean({condition})");
    while tab.run(&script)? != Value::Bool(true) {
        if began.elapsed() > patience {
            // What a reader would see of it.
            let shown = tab.run("return `${location.href} ${document.body.innerText.slice(0, 300)}`")?;
            return Err(format!("never: {condition}: {shown}"));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
