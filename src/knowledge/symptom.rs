//! A symptom: what the reader sees.

use super::{CauseId, CommandId, LinkId, QuestionId, SymptomId};
use serde::{Deserialize, Serialize};

/// What the reader sees, with the literal texts by which they know it.
///
/// Words: `title`, `summary`, and for each cause `because.<cause>`: why this cause shows itself in this way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// Names it.
    pub id: SymptomId,
    /// Literal texts as programs print them; never translated. `…` stands for what varies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<String>,
    /// Likely causes, the most likely first.
    pub causes: Vec<CauseId>,
    /// Questions that tell the causes apart, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionId>,
    /// Commands that tell the causes apart, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<CommandId>,
    /// Where to read on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkId>,
}
