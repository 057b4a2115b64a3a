//! A change that a mark on the page makes to the session.

use super::{Field, Ruling, Session, Shell};
use crate::knowledge::{CauseId, SolutionId, StepId, SymptomId};
use crate::observation::Seen;
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
    /// Says something that the diagnosis may rest on: an answer, or that it is not known.
    Say(Seen),
    /// Takes that back.
    Unsay(Seen),
    /// Uses a name for the registry, instead of the one typed.
    UseRegistry(String),
    /// Says that the name typed is a registry of the reader's own, whatever its suffix.
    SelfHosted,
    /// Uses a name in a field.
    Use(Field, String),
    /// Forgets what was read from texts that are no longer there.
    ForgetRead,
    /// Forgets what belongs to this case.
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
            ("use", "registry", Some(name), None) => Self::UseRegistry(name.into()),
            ("use", field, Some(name), None) => Self::Use(Field::named(field)?, name.into()),
            ("self", "hosted", None, None) => Self::SelfHosted,
            ("forget", "read", None, None) => Self::ForgetRead,
            ("say", seen, None, None) => Self::Say(Seen::parse(seen)?),
            ("unsay", seen, None, None) => Self::Unsay(Seen::parse(seen)?),
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
            Self::Say(seen) => session.said().contains(seen),
            Self::Unsay(seen) => !session.said().contains(seen),
            Self::UseRegistry(name) => session.typed.registry == *name && !session.typed.self_hosted,
            Self::SelfHosted => session.typed.self_hosted,
            Self::Use(field, name) => session.typed.field(*field) == name,
            Self::ForgetRead => session.read().is_empty(),
        }
    }

    /// Makes the change. Ticks and rulings are taken back where they hold already.
    pub fn apply(&self, session: &mut Session) {
        let held = self.holds(session);
        match self {
            Self::Tick(solution, step) => session.tick(solution, step, !held),
            Self::Rule(symptom, cause, ruling) => {
                session.rule(symptom, cause, if held { Ruling::Open } else { *ruling });
            }
            Self::Choose(shell) => session.shell = *shell,
            Self::StartAgain => session.start_again(),
            Self::Say(seen) => session.say(seen.clone()),
            Self::Unsay(seen) => session.unsay(seen),
            Self::UseRegistry(name) => {
                session.typed.registry.clone_from(name);
                session.typed.self_hosted = false;
            }
            Self::SelfHosted => session.typed.self_hosted = true,
            Self::Use(field, name) => session.typed.set_field(*field, name.clone()),
            Self::ForgetRead => session.set_read(Vec::new()),
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
            Self::Say(seen) => write!(out, "say {seen}"),
            Self::Unsay(seen) => write!(out, "unsay {seen}"),
            Self::UseRegistry(name) => write!(out, "use registry {name}"),
            Self::SelfHosted => out.write_str("self hosted"),
            Self::Use(field, name) => write!(out, "use {} {name}", field.as_str()),
            Self::ForgetRead => out.write_str("forget read"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes() -> [Change; 10] {
        [
            Change::Say(Seen::DontKnow("uses-proxy".into())),
            Change::Unsay(Seen::DontKnow("uses-proxy".into())),
            Change::UseRegistry("contosoprod.azurecr.io".into()),
            Change::SelfHosted,
            Change::Use(Field::ClientIp, "203.0.113.7".into()),
            Change::ForgetRead,
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
    fn a_tick_or_ruling_made_twice_is_taken_back_and_everything_else_stays() {
        for change in changes() {
            let mut session = Session::default();
            change.apply(&mut session);
            assert!(change.holds(&session), "{change}");
            change.apply(&mut session);
            let is_mark = matches!(change, Change::Tick(..) | Change::Rule(..));
            assert_eq!(change.holds(&session), !is_mark, "{change}");
        }
    }

    #[test]
    fn text_that_is_no_change_is_none() {
        for text in [
            "",
            "tick",
            "tick a",
            "tick a b c",
            "ruling a b",
            "ruling a b perhaps",
            "shell fish",
            "shell bash x",
            "say nonsense",
        ] {
            assert_eq!(Change::parse(text), None, "{text}");
        }
    }
}
