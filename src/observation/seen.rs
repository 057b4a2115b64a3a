//! One observation, with a stable id and the lines that it was read from.

use super::{Fact, TabAnswer};
use crate::knowledge::{AnswerId, QuestionId, SymptomId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What was seen, said or measured.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seen {
    /// Read from a text or a setting.
    Fact(Fact),
    /// The reader's answer to a question.
    Answer(QuestionId, AnswerId),
    /// The reader was asked and does not know.
    DontKnow(QuestionId),
    /// The deciding test of this finding shows that it is this.
    Confirmed(String),
    /// The deciding test of this finding shows that it is not this, or the reader has tried what mends
    /// it and it did not help; also for a whole cause.
    RuledOut(String),
    /// The verdict of a check made by the browser.
    Verdict(String),
    /// The verdict of that check on the whole path.
    Path(String),
    /// What a tab showed when the reader opened one of the registry's addresses.
    Tab(TabAnswer),
    /// What the reader says that they see, picked from the guide's symptoms.
    Symptom(SymptomId),
}

impl Seen {
    /// Reads an id: `tcp-timeout`, `answer.uses-proxy.yes`, `dont-know.uses-proxy`, `ruled-out.tls-inspection`,
    /// `verdict.answered`, `path.layers-fail`, `tab.path.unauthorized`, `symptom.layers-fail`.
    pub fn parse(id: &str) -> Option<Self> {
        if let Some(fact) = Fact::named(id) {
            return Some(Self::Fact(fact));
        }
        let mut parts = id.split('.');
        match (parts.next()?, parts.next()?, parts.next(), parts.next()) {
            ("answer", question, Some(answer), None) => Some(Self::Answer(question.into(), answer.into())),
            ("dont-know", question, None, None) => Some(Self::DontKnow(question.into())),
            ("confirmed", what, None, None) => Some(Self::Confirmed(what.to_owned())),
            ("ruled-out", what, None, None) => Some(Self::RuledOut(what.to_owned())),
            ("verdict", verdict, None, None) => Some(Self::Verdict(verdict.to_owned())),
            ("path", path, None, None) => Some(Self::Path(path.to_owned())),
            ("tab", address, Some(sight), None) => TabAnswer::parse(address, sight).map(Self::Tab),
            ("symptom", symptom, None, None) => Some(Self::Symptom(symptom.into())),
            _ => None,
        }
    }

    /// Whether both are about the same thing, so that the later takes the earlier's place: answers to one question, words on one
    /// finding, verdicts of the check, what one address showed in a tab, the symptom.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        let subject = |seen: &Self| match seen {
            Self::Answer(question, _) | Self::DontKnow(question) => Some(question.to_string()),
            Self::Confirmed(what) | Self::RuledOut(what) => Some(what.clone()),
            Self::Verdict(_) => Some("verdict".into()),
            Self::Path(_) => Some("path".into()),
            Self::Tab(tab) => Some(["tab ", tab.address.as_str()].concat()),
            Self::Symptom(_) => Some("symptom".into()),
            Self::Fact(_) => None,
        };
        self == other || subject(self).is_some_and(|one| subject(other) == Some(one))
    }

    /// Whether the reader said it in words that the guide gave them: it is then shown in those words, as an answer in the question's and
    /// a symptom by its title, and needs no words of its own as a reason.
    pub fn has_own_words(&self) -> bool {
        matches!(self, Self::Answer(..) | Self::Symptom(_))
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(fact) => out.write_str(fact.as_str()),
            Self::Answer(question, answer) => write!(out, "answer.{question}.{answer}"),
            Self::DontKnow(question) => write!(out, "dont-know.{question}"),
            Self::Confirmed(what) => write!(out, "confirmed.{what}"),
            Self::RuledOut(what) => write!(out, "ruled-out.{what}"),
            Self::Verdict(verdict) => write!(out, "verdict.{verdict}"),
            Self::Path(path) => write!(out, "path.{path}"),
            Self::Tab(tab) => write!(out, "tab.{tab}"),
            Self::Symptom(symptom) => write!(out, "symptom.{symptom}"),
        }
    }
}

impl From<Fact> for Seen {
    fn from(fact: Fact) -> Self {
        Self::Fact(fact)
    }
}

impl Serialize for Seen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::parse(&id).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "`{id}` is no observation: write a fact of src/observation/fact.rs, answer.<question>.<answer>, confirmed.<finding>, ruled-out.<finding>, verdict.<id>, path.<id>, tab.<path|rules>.<sight> or symptom.<id>"
            ))
        })
    }
}

/// What was seen, and where in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// What was seen.
    pub seen: Seen,
    /// The lines of the pasted text that show it, counted from 0, each once, at most a few dozen; empty where no text was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<u32>,
}

impl From<Seen> for Observation {
    fn from(seen: Seen) -> Self {
        Self { seen, lines: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, Seen};
    use crate::observation::{Sight, TabAddress, TabAnswer};

    #[test]
    fn an_id_reads_back_as_what_it_was_written_from() {
        for seen in [
            Seen::Fact(Fact::TcpTimeout),
            Seen::Answer("uses-proxy".into(), "yes".into()),
            Seen::DontKnow("uses-proxy".into()),
            Seen::Confirmed("tls-inspection".into()),
            Seen::RuledOut("tls-inspection".into()),
            Seen::Verdict("answered".into()),
            Seen::Path("layers-fail".into()),
            Seen::Tab(TabAnswer { address: TabAddress::Rules, sight: Sight::Denied }),
            Seen::Symptom("layers-fail".into()),
        ] {
            assert_eq!(Seen::parse(&seen.to_string()), Some(seen));
        }
        for wrong in ["", "tcp", "answer.x", "answer.a.b.c", "verdict", "tab.path.x", "nonsense.x"] {
            assert_eq!(Seen::parse(wrong), None, "{wrong}");
        }
    }
}
