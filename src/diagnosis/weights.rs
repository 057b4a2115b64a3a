//! Weights as authors write them: what an observation says for or against a cause or finding.

use crate::knowledge::{CauseId, CommandId, FindingId, QuestionId, Side};
use crate::observation::{Fact, Seen};
use crate::small::Listing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Everything in `content/weights.toml`; also its compact form for the browser.
///
/// A point doubles the odds: +3 makes something eight times as likely against the rest, -3 an eighth.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// How likely each cause and each finding within it is before anything is seen.
    #[serde(rename = "prior")]
    pub priors: Vec<Prior>,
    /// What observations say.
    #[serde(rename = "weight")]
    pub weights: Vec<Weight>,
    /// Observations that do not go together.
    #[serde(default, rename = "contradiction")]
    pub contradictions: Vec<Contradiction>,
    /// What can be asked or run next.
    #[serde(default, rename = "inquiry")]
    pub inquiries: Vec<Inquiry>,
}

/// A cause before anything is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prior {
    /// The cause.
    pub cause: CauseId,
    /// Network or exit.
    pub side: Side,
    /// Points of the cause.
    pub points: i32,
    /// Points of each finding against the others of this cause.
    pub findings: Listing<FindingId, i32>,
}

/// What some observations together say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// Seen all together.
    pub when: Vec<Seen>,
    /// And at least one of these, where any are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<Seen>,
    /// And none of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<Seen>,
    /// Points by the id of a cause (for all its findings) or of a finding.
    pub points: Listing<String, i32>,
    /// The key of the words that give the reason; the first observation's id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The cause that this proves, unless something else speaks against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decides: Option<CauseId>,
}

impl Weight {
    /// The key of the words that give the reason.
    pub fn reason(&self) -> String {
        self.reason
            .clone()
            .or_else(|| self.when.first().or(self.any.first()).map(ToString::to_string))
            .unwrap_or_default()
    }

    /// Whether it rests on more than a symptom that the reader picked: a symptom alone names no fault.
    pub fn is_more_than_a_symptom(&self) -> bool {
        self.when.iter().chain(&self.any).any(|seen| !matches!(seen, Seen::Symptom(_)))
    }

    /// Whether it says only who is more often hit by what: a tendency, no evidence.
    pub fn is_tendency(&self) -> bool {
        self.when
            .iter()
            .chain(&self.any)
            .all(|seen| matches!(seen, Seen::Fact(fact) if fact.is_client() || *fact == Fact::ProxyInUse))
    }
}

/// Observations that do not go together on one path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Seen all together.
    pub when: Vec<Seen>,
    /// The key of the words that explain it.
    pub reason: String,
}

/// Something to ask or to run, with the ways it can end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    /// The question, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// The command, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandId>,
    /// The finding, where it is the deciding test of one: the page takes command and reading from the finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
    /// What it costs the reader, in tenths of a simple question.
    pub cost: u32,
    /// Makes sense only when all of these are seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Seen>,
    /// Makes no sense when any of these is seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<Seen>,
    /// How it can end.
    #[serde(rename = "outcome")]
    pub outcomes: Vec<Outcome>,
}

impl Inquiry {
    /// The deciding test of a finding: it is this, or it is not. Dearer than a question, since something must be run and read.
    pub(super) fn test_of(finding: &FindingId) -> Self {
        let outcome = |seen: Seen, base| Outcome { see: vec![seen], base };
        Self {
            question: None,
            command: None,
            finding: Some(finding.clone()),
            cost: 16,
            when: Vec::new(),
            unless: Vec::new(),
            outcomes: vec![
                outcome(Seen::Confirmed(finding.to_string()), -6),
                outcome(Seen::RuledOut(finding.to_string()), 0),
            ],
        }
    }
}

/// A way an inquiry can end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What is then seen.
    pub see: Vec<Seen>,
    /// How usual that is, in points, before weights speak.
    #[serde(default)]
    pub base: i32,
}

impl Weights {
    /// The keys of every reason and contradiction, sorted: each needs words `reason.<key>.title` in every language, except answers of the
    /// reader and symptoms that the reader picked, which have words already ([`Seen::has_own_words`]).
    pub fn reasons(&self) -> BTreeSet<String> {
        let contradictions = self.contradictions.iter().map(|contradiction| contradiction.reason.clone());
        self.weights.iter().map(Weight::reason).chain(contradictions).collect()
    }
}

#[cfg(feature = "author")]
impl Weights {
    /// Reads the weights as authors write them.
    ///
    /// # Errors
    /// What TOML or the model says is wrong, with line and column.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
