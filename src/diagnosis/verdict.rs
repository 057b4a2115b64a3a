//! What a diagnosis says.

use crate::certainty::Certainty;
use crate::knowledge::{CauseId, CommandId, FindingId, QuestionId, Side};
use crate::observation::Seen;
use serde::Serialize;

/// The diagnosis of one case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Diagnosis {
    /// The causes that something speaks for, the likeliest first.
    pub causes: Vec<RankedCause>,
    /// The concrete fault within the first cause, where one stands out.
    pub finding: Option<FindingId>,
    /// Whether the network is to blame; absent where that is open.
    pub network: Option<bool>,
    /// Keys of the words about observations that do not go together.
    pub contradictions: Vec<String>,
    /// What to ask or run next; absent where nothing more is worth it.
    pub next: Option<Next>,
}

impl Diagnosis {
    /// How sure it is of a cause; a cause that nothing speaks for is not tested.
    pub fn certainty_of(&self, cause: &CauseId) -> Certainty {
        self.causes.iter().find(|ranked| ranked.id == *cause).map_or(Certainty::NotTested, |ranked| ranked.certainty)
    }
}

/// A cause with its standing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankedCause {
    /// The cause.
    pub id: CauseId,
    /// Network or exit.
    pub side: Side,
    /// How sure.
    pub certainty: Certainty,
    /// Between 0 and 1; for ordering and tests, not for readers.
    pub probability: f64,
    /// The fault within it that stands out.
    pub finding: Option<FindingId>,
    /// What speaks for it, the strongest first, then what speaks against it.
    pub reasons: Vec<Reason>,
}

/// One reason for or against a cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The key of its words: `reason.<id>`.
    pub id: String,
    /// For it above zero, against it below; a point doubles or halves the odds.
    pub points: i32,
    /// The observations that it rests on.
    pub seen: Vec<Seen>,
}

/// What to ask or run next: a question, a command, or the deciding test of a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Next {
    /// The question, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// The command, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandId>,
    /// The finding, where it is the deciding test of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
    /// How much it is expected to settle, in bits.
    pub bits: f64,
    /// What would change the verdict.
    pub changes: Vec<Change>,
}

/// An outcome that would put another cause first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What would then have been seen.
    pub see: Vec<Seen>,
    /// The cause that would be first.
    pub cause: CauseId,
}
