//! The session: what the reader has said and done, as a versioned value. Observations are kept, conclusions never.
//!
//! Law: a plain value without clock, DOM or signals, so that it can be stored, shared and recomputed elsewhere.
//! Pasted text never enters it.

mod change;
mod lines;
mod ruling;
mod shell;
mod values;

pub use change::Change;
pub use lines::Unreadable;
pub use ruling::Ruling;
pub use shell::Shell;
pub use values::Values;

use crate::knowledge::{CauseId, SolutionId, StepId, SymptomId};

/// What the reader has said and done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// The reader's own names, as they typed them.
    pub typed: Typed,
    /// The shell that commands are shown for.
    pub shell: Shell,
    ticks: Vec<(SolutionId, StepId)>,
    rulings: Vec<(SymptomId, CauseId, Ruling)>,
}

/// The name of a field for one of the reader's own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The registry's region.
    Region,
    /// The resource group.
    ResourceGroup,
    /// The address that the registry sees.
    ClientIp,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 3] = [Self::Region, Self::ResourceGroup, Self::ClientIp];

    /// Its name in attributes and stored sessions.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::ResourceGroup => "resource-group",
            Self::ClientIp => "client-ip",
        }
    }
}

/// The reader's own names, as they typed them: nothing typed is lost, whether it can be read or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

impl Typed {
    /// What was typed into a field.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Region => &self.region,
            Field::ResourceGroup => &self.resource_group,
            Field::ClientIp => &self.client_ip,
        }
    }

    /// Notes what was typed into a field.
    pub fn set_field(&mut self, field: Field, value: String) {
        match field {
            Field::Region => self.region = value,
            Field::ResourceGroup => self.resource_group = value,
            Field::ClientIp => self.client_ip = value,
        }
    }
}

impl Session {
    /// What the reader says of a cause of a symptom.
    pub fn ruling(&self, symptom: &SymptomId, cause: &CauseId) -> Ruling {
        let ruling = self.rulings.iter().find(|(s, c, _)| s == symptom && c == cause);
        ruling.map_or(Ruling::Open, |(_, _, ruling)| *ruling)
    }

    /// Notes what the reader says of a cause of a symptom.
    pub fn rule(&mut self, symptom: &SymptomId, cause: &CauseId, ruling: Ruling) {
        self.rulings.retain(|(s, c, _)| s != symptom || c != cause);
        if ruling != Ruling::Open {
            self.rulings.push((symptom.clone(), cause.clone(), ruling));
        }
    }

    /// Whether a step is ticked off.
    pub fn is_ticked(&self, solution: &SolutionId, step: &StepId) -> bool {
        self.ticks.iter().any(|(of, ticked)| of == solution && ticked == step)
    }

    /// Ticks a step off, or not.
    pub fn tick(&mut self, solution: &SolutionId, step: &StepId, done: bool) {
        self.ticks.retain(|(of, ticked)| of != solution || ticked != step);
        if done {
            self.ticks.push((solution.clone(), step.clone()));
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
    fn starting_again_keeps_the_readers_own_names() {
        let mut session = Session::default();
        session.typed.registry = "contosoprod".into();
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.start_again();
        assert!(!session.has_progress());
        assert_eq!(session.typed.registry, "contosoprod");
    }

    #[test]
    fn taking_a_ruling_or_a_tick_back_leaves_nothing_behind() {
        let mut session = Session::default();
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Out);
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Open);
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.tick(&"set-proxy".into(), &"restart".into(), false);
        assert_eq!(session, Session::default());
    }

    #[test]
    fn ticking_twice_is_ticking_once() {
        let mut session = Session::default();
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.tick(&"set-proxy".into(), &"restart".into(), false);
        assert!(!session.has_progress());
    }
}
