//! The check's page, as far as the laboratory reads and uses it. Whatever changes there changes here, and nowhere else.

use crate::browser::Tab;
use crate::scenario::{Scenario, Target};
use crate::tab::Sight;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::time::{Duration, Instant};

/// The page, below the site's address.
pub const PATH: &str = "en/check/";

/// How long a check may take until the page calls it done: longer than the page promises, so that a broken promise is seen.
const PATIENCE: Duration = Duration::from_secs(45);

/// What the page says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Where the check stands.
    pub stage: String,
    /// The verdict on the whole path.
    #[serde(default)]
    pub path: String,
    /// The verdicts on the registry's hosts.
    pub targets: Vec<TargetReading>,
}

/// What the page says of one host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetReading {
    /// Which kind of host.
    pub target: String,
    /// Its name.
    pub host: String,
    /// The verdict.
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
const sure = { "Certain": "certain", "Likely": "likely", "Possible": "possible", "Not tested": "not-tested" };
const verdict = document.querySelector(".verdict");
const host = document.querySelector(".measured li:last-child code");
return {
  stage: verdict ? "done" : "running",
  targets: verdict ? [{
    target: "login-server", host: host?.innerText ?? "", verdict: verdict.dataset.is,
    certainty: sure[verdict.querySelector(".certainty").innerText.trim()] ?? verdict.querySelector(".certainty").innerText,
    candidates: [...verdict.querySelectorAll("a[href*='/causes/']")].map((link) => ({
      cause: link.getAttribute("href").split("/").filter(Boolean).at(-1),
      certainty: sure[link.parentElement.querySelector("small").innerText.trim()] ?? link.parentElement.querySelector("small").innerText,
    })),
  }] : [],
};"#;

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
    until(tab, "document.querySelector('#check:not(:disabled)')", Duration::from_secs(5))
}

/// Starts the check.
///
/// # Errors
/// The button cannot be pressed.
pub fn check(tab: &mut dyn Tab) -> Result<(), String> {
    tab.press("#check")
}

/// Waits until the check is over, and reads what came of it.
///
/// # Errors
/// It is never over.
pub fn outcome(tab: &mut dyn Tab, scenario: &Scenario) -> Result<Reading, String> {
    let _ = scenario;
    let began = Instant::now();
    loop {
        let reading = read(tab)?;
        if reading.stage == "done" {
            return Ok(reading);
        }
        if began.elapsed() > PATIENCE {
            return Err(format!("after {} s the check is still {}", PATIENCE.as_secs(), reading.stage));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Says on the page what the tab showed; `false` where the page does not ask.
///
/// # Errors
/// The choice cannot be made.
pub fn choose(tab: &mut dyn Tab, address: &str, sight: &Sight) -> Result<bool, String> {
    let _ = (tab, address, sight);
    Ok(false)
}

fn until(tab: &mut dyn Tab, condition: &str, patience: Duration) -> Result<(), String> {
    let began = Instant::now();
    let script = format!("return Boolean({condition})");
    while tab.run(&script)? != Value::Bool(true) {
        if began.elapsed() > patience {
            return Err(format!("never: {condition}"));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
