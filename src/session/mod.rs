//! The session: what the reader has said and done, as a versioned value. Observations are kept, conclusions never.
//!
//! Law: a plain value without clock, DOM or signals, so that it can be stored, shared and recomputed elsewhere.
//! Pasted text never enters it.

mod ruling;
mod shell;
mod values;

pub use ruling::Ruling;
pub use shell::Shell;
pub use values::Values;

use crate::knowledge::{CauseId, SolutionId, StepId, SymptomId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the form below. A stored session of another version is set aside, not guessed at.
pub const VERSION: u32 = 1;

/// What the reader has said and done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The form's version.
    pub version: u32,
    /// The reader's own names, as they typed them.
    pub typed: Typed,
    /// Steps ticked off.
    pub ticks: BTreeSet<(SolutionId, StepId)>,
    /// What the reader says of a symptom's causes.
    pub rulings: BTreeMap<SymptomId, BTreeMap<CauseId, Ruling>>,
    /// The shell that commands are shown for.
    pub shell: Shell,
}

/// The reader's own names, as they typed them: nothing typed is lost, whether it can be read or not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The registry, in any form that the name parser takes.
    pub registry: String,
    /// Whether the reader has said that the host is a registry of their own, whatever its suffix.
    pub self_hosted: bool,
    /// The registry's region, as a short name.
    pub region: String,
    /// The resource group.
    pub resource_group: String,
    /// The address that the registry sees.
    pub client_ip: String,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            version: VERSION,
            typed: Typed::default(),
            ticks: BTreeSet::new(),
            rulings: BTreeMap::new(),
            shell: Shell::default(),
        }
    }
}

impl Session {
    /// Reads a stored session.
    ///
    /// # Errors
    /// Says why a text is no session of this version; the caller starts with an empty one.
    pub fn from_json(json: &str) -> Result<Self, String> {
        let session: Self = serde_json::from_str(json).map_err(|error| error.to_string())?;
        if session.version == VERSION {
            Ok(session)
        } else {
            Err(format!("a session of version {} was met by a program that knows version {VERSION}", session.version))
        }
    }

    /// The form in which it is stored.
    ///
    /// # Errors
    /// None in practice: every key of the value is text.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// What the reader says of a cause of a symptom.
    pub fn ruling(&self, symptom: &SymptomId, cause: &CauseId) -> Ruling {
        self.rulings.get(symptom).and_then(|causes| causes.get(cause)).copied().unwrap_or_default()
    }

    /// Notes what the reader says of a cause of a symptom.
    pub fn rule(&mut self, symptom: &SymptomId, cause: &CauseId, ruling: Ruling) {
        let causes = self.rulings.entry(symptom.clone()).or_default();
        if ruling == Ruling::Open {
            causes.remove(cause);
        } else {
            causes.insert(cause.clone(), ruling);
        }
        if causes.is_empty() {
            self.rulings.remove(symptom);
        }
    }

    /// Whether a step is ticked off.
    pub fn is_ticked(&self, solution: &SolutionId, step: &StepId) -> bool {
        self.ticks.contains(&(solution.clone(), step.clone()))
    }

    /// Ticks a step off, or not.
    pub fn tick(&mut self, solution: &SolutionId, step: &StepId, done: bool) {
        let key = (solution.clone(), step.clone());
        if done {
            self.ticks.insert(key);
        } else {
            self.ticks.remove(&key);
        }
    }

    /// Forgets answers and ticks. The reader's own names and shell stay: they are about the place, not about the case.
    pub fn start_again(&mut self) {
        self.ticks.clear();
        self.rulings.clear();
    }

    /// Whether there is anything that starting again would forget.
    pub fn has_progress(&self) -> bool {
        !self.ticks.is_empty() || !self.rulings.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_survives_being_stored() {
        let mut session = Session::default();
        session.typed.registry = "contosoprod".into();
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Out);
        let json = session.to_json().expect("a session is plain data");
        assert_eq!(Session::from_json(&json), Ok(session));
    }

    #[test]
    fn a_session_of_another_version_is_set_aside_with_a_reason() {
        let error = Session::from_json(r#"{"version":99}"#).expect_err("version 99 is not known");
        assert!(error.contains("99"), "{error}");
    }

    #[test]
    fn a_damaged_session_is_set_aside_with_a_reason() {
        assert!(Session::from_json("{").is_err());
    }

    #[test]
    fn starting_again_keeps_the_readers_own_names() {
        let mut session = Session::default();
        session.typed.registry = "contosoprod".into();
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.start_again();
        assert!(!session.has_progress());
        assert_eq!(session.typed.registry, "contosoprod");
    }

    #[test]
    fn taking_a_ruling_back_leaves_nothing_behind() {
        let mut session = Session::default();
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Out);
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Open);
        assert_eq!(session, Session::default());
    }
}
