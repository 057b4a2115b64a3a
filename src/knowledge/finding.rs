//! A finding: the concrete fault inside a cause.

use super::{CauseId, CommandId, FindingId, LinkId, Owner, SolutionId, StepId, Stop};
use serde::{Deserialize, Serialize};

/// The concrete fault inside a cause, with the test that decides and the fix.
///
/// Words: `title`, `summary` (what is wrong and why it shows), `test` (how to read the deciding test).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Names it.
    pub id: FindingId,
    /// The cause that it belongs to.
    pub cause: CauseId,
    /// What to run to decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<CommandId>,
    /// The solution that mends it.
    pub solution: SolutionId,
    /// The step of that solution that mends just this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// Who can mend it.
    pub owner: Owner,
    /// Where on the path it is, where that is another place than its cause's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Stop>,
    /// Where to read on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkId>,
}
