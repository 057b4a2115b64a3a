//! The form in which a session is stored: a list of short lines, one fact each.
//!
//! Lines instead of a tree of objects because every derived type would be code that readers download, and because a line of
//! a later version that this program does not know can be told apart from a damaged one.

use super::{Checked, Field, Ruling, Session, Shell};
use crate::observation::Seen;

/// The version of the form. A session of another version is set aside, not guessed at.
pub const VERSION: &str = "2";

/// Why a stored session was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It was written by another version of the guide.
    OtherVersion(String),
    /// This line is none of this version.
    Line(String),
}

impl Session {
    /// The lines to store.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![line(&["version", VERSION])];
        let typed = &self.typed;
        for field in Field::ALL {
            let value = typed.field(field);
            if !value.is_empty() {
                lines.push(line(&[field.as_str(), value]));
            }
        }
        if typed.self_hosted {
            lines.push(line(&["self-hosted", ""]));
        }
        lines.push(line(&["shell", self.shell.as_str()]));
        lines.extend(self.ticks.iter().map(|(solution, step)| line(&["tick", solution.as_str(), step.as_str()])));
        lines.extend(
            self.rulings
                .iter()
                .map(|(symptom, cause, ruling)| line(&["ruling", symptom.as_str(), cause.as_str(), ruling.as_str()])),
        );
        lines.extend(self.checked.iter().map(|checked| line(&["check", &checked.to_text()])));
        lines.extend(self.read.iter().map(|seen| line(&["read", &seen.to_string()])));
        lines.extend(self.said.iter().map(|seen| line(&["said", &seen.to_string()])));
        lines
    }

    /// Reads stored lines.
    ///
    /// # Errors
    /// Says why they are no session of this version; the caller starts with an empty one.
    pub fn from_lines(text: &str) -> Result<Self, Unreadable> {
        let mut session = Self::default();
        let mut lines = text.split('\n');
        let version = lines.next().unwrap_or_default();
        if version.strip_prefix("version ") != Some(VERSION) {
            return Err(Unreadable::OtherVersion(version.to_owned()));
        }
        for fact in lines {
            session.take(fact).ok_or_else(|| Unreadable::Line(fact.to_owned()))?;
        }
        Ok(session)
    }

    /// Takes one line in; nothing where it is none.
    pub(crate) fn take(&mut self, fact: &str) -> Option<()> {
        let (kind, rest) = fact.split_once(' ')?;
        match kind {
            "self-hosted" => self.typed.self_hosted = true,
            "shell" => self.shell = Shell::named(rest)?,
            "tick" => {
                let (solution, step) = rest.split_once(' ')?;
                self.tick(&solution.into(), &step.into(), true);
            }
            "ruling" => {
                let (symptom, rest) = rest.split_once(' ')?;
                let (cause, ruling) = rest.split_once(' ')?;
                self.rule(&symptom.into(), &cause.into(), Ruling::named(ruling)?);
            }
            "check" => self.checked = Some(Checked::from_text(rest)?),
            "read" => self.read.push(Seen::parse(rest)?),
            "said" => self.say(Seen::parse(rest)?),
            field => self.typed.set_field(Field::named(field)?, rest.into()),
        }
        Some(())
    }
}

fn line(words: &[&str]) -> String {
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Fact;

    #[test]
    fn a_session_survives_being_stored() {
        let mut session = Session::default();
        session.typed.registry = " docker pull contosoprod.azurecr.io/app ".into();
        session.typed.self_hosted = true;
        session.typed.client_ip = "203.0.113.7".into();
        session.shell = Shell::PowerShell;
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Out);
        session.set_read(vec![Seen::Fact(Fact::TcpTimeout)]);
        session.say(Seen::Answer("uses-proxy".into(), "yes".into()));
        assert_eq!(Session::from_lines(&session.lines().join("\n")), Ok(session));
    }

    #[test]
    fn an_empty_session_survives_being_stored() {
        assert_eq!(Session::from_lines(&Session::default().lines().join("\n")), Ok(Session::default()));
    }

    #[test]
    fn a_session_of_another_version_is_set_aside() {
        let error = Session::from_lines("version 99\ntick a b");
        assert_eq!(error, Err(Unreadable::OtherVersion("version 99".into())));
        assert_eq!(Session::from_lines(""), Err(Unreadable::OtherVersion(String::new())));
    }

    #[test]
    fn a_damaged_line_is_named() {
        for damaged in [
            "tick only-one",
            "nonsense a",
            "shell fish",
            "ruling a b maybe",
            "check AAA",
            "said nonsense",
            "read x.y",
            "",
        ] {
            let error = Session::from_lines(&["version 2", damaged].join("\n"));
            assert_eq!(error, Err(Unreadable::Line(damaged.into())));
        }
    }
}
