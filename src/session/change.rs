//! A change that a mark on the page makes to the session.

use super::{Ruling, Session, Shell};
use crate::knowledge::{CauseId, SolutionId, StepId, SymptomId};
use std::fmt;

/// What a button or box on a static page does to the session; its attribute `data-change` holds it as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Ticks a step off; a second time: takes that back.
    Tick(SolutionId, StepId),
    /// Says something of a cause; a second time: takes that back.
    Rule(SymptomId, CauseId, Ruling),
    /// Chooses the shell that commands are shown for.
    Choose(Shell),
    /// Forgets ticks and rulings.
    StartAgain,
}

impl Change {
    /// Reads the attribute.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let change = match (words.next()?, words.next()?, words.next(), words.next()) {
            ("tick", solution, Some(step), None) => Self::Tick(solution.into(), step.into()),
            ("ruling", symptom, Some(cause), Some(ruling)) => {
                Self::Rule(symptom.into(), cause.into(), Ruling::named(ruling)?)
            }
            ("shell", shell, None, None) => Self::Choose(Shell::named(shell)?),
            ("start", "again", None, None) => Self::StartAgain,
            _ => return None,
        };
        words.next().is_none().then_some(change)
    }

    /// Whether the session is already as this change would make it.
    pub fn holds(&self, session: &Session) -> bool {
        match self {
            Self::Tick(solution, step) => session.is_ticked(solution, step),
            Self::Rule(symptom, cause, ruling) => session.ruling(symptom, cause) == *ruling,
            Self::Choose(shell) => session.shell == *shell,
            Self::StartAgain => !session.has_progress(),
        }
    }

    /// Makes the change, or takes it back where it holds already; of the shells one is always chosen.
    pub fn apply(&self, session: &mut Session) {
        let held = self.holds(session);
        match self {
            Self::Tick(solution, step) => session.tick(solution, step, !held),
            Self::Rule(symptom, cause, ruling) => {
                session.rule(symptom, cause, if held { Ruling::Open } else { *ruling });
            }
            Self::Choose(shell) => session.shell = *shell,
            Self::StartAgain => session.start_again(),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tick(solution, step) => write!(out, "tick {solution} {step}"),
            Self::Rule(symptom, cause, ruling) => write!(out, "ruling {symptom} {cause} {}", ruling.as_str()),
            Self::Choose(shell) => write!(out, "shell {}", shell.as_str()),
            Self::StartAgain => out.write_str("start again"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes() -> [Change; 4] {
        [
            Change::Tick("set-proxy".into(), "restart".into()),
            Change::Rule("request-timeout".into(), "vnet".into(), Ruling::Out),
            Change::Choose(Shell::PowerShell),
            Change::StartAgain,
        ]
    }

    #[test]
    fn a_change_survives_its_attribute() {
        for change in changes() {
            assert_eq!(Change::parse(&change.to_string()), Some(change));
        }
    }

    #[test]
    fn a_mark_made_twice_is_taken_back_and_everything_else_stays() {
        for change in changes() {
            let mut session = Session::default();
            change.apply(&mut session);
            assert!(change.holds(&session), "{change}");
            change.apply(&mut session);
            assert_eq!(change.holds(&session), matches!(change, Change::Choose(_) | Change::StartAgain), "{change}");
        }
    }

    #[test]
    fn text_that_is_no_change_is_none() {
        for text in
            ["", "tick", "tick a", "tick a b c", "ruling a b", "ruling a b perhaps", "shell fish", "shell bash x"]
        {
            assert_eq!(Change::parse(text), None, "{text}");
        }
    }
}
