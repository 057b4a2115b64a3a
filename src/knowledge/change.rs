//! What is no longer as the 2021 article says: readers may have its text at hand.

use super::{CauseId, ChangeId, FindingId, LinkId, SolutionId, SymptomId};
use serde::{Deserialize, Serialize};

/// What a change is about, written as `symptom/<id>`, `cause/<id>`, `finding/<id>` or `solution/<id>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A symptom.
    Symptom(SymptomId),
    /// A cause.
    Cause(CauseId),
    /// A finding.
    Finding(FindingId),
    /// A solution.
    Solution(SolutionId),
}

impl Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self {
            Self::Symptom(id) => format!("symptom/{id}"),
            Self::Cause(id) => format!("cause/{id}"),
            Self::Finding(id) => format!("finding/{id}"),
            Self::Solution(id) => format!("solution/{id}"),
        };
        serializer.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.split_once('/') {
            Some(("symptom", id)) => Ok(Self::Symptom(id.into())),
            Some(("cause", id)) => Ok(Self::Cause(id.into())),
            Some(("finding", id)) => Ok(Self::Finding(id.into())),
            Some(("solution", id)) => Ok(Self::Solution(id.into())),
            _ => Err(serde::de::Error::custom(format!(
                "`{text}` is not a subject: write symptom/…, cause/…, finding/… or solution/… and an id"
            ))),
        }
    }
}

/// Something that the 2021 article says and that is no longer so.
///
/// Words: `then` (what it says), `now` (what is true today).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Names it.
    pub id: ChangeId,
    /// When it changed, as `YYYY` or `YYYY-MM`, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Where to show it.
    pub about: Vec<Subject>,
    /// Where it is documented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkId>,
}
