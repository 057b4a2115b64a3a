//! A cause: which of the places on the path refuses.

use super::{CauseId, CommandId, LinkId, SolutionId, Stop};
use serde::{Deserialize, Serialize};

/// Whether a cause is on the network path, or a way out of this guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The path from client to registry, or the registry's rules about it.
    Network,
    /// Something else: saying so early is worth as much as a fix.
    Exit,
}

/// A place on the path that can refuse, or a reason outside the network.
///
/// Words: `title`, `summary`, `tell` (how to tell that it is this one).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// Names it.
    pub id: CauseId,
    /// Network or exit.
    pub side: Side,
    /// Where on the path it is, as far as the cause alone says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Stop>,
    /// A short word for codes that are read out on the phone: capital letters. Without one the id stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What to do, the most usual first; never empty.
    pub solutions: Vec<SolutionId>,
    /// Commands that tell whether it is this cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<CommandId>,
    /// Where to read on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkId>,
}

impl Cause {
    /// The word for codes that are read out: capital letters, no other cause has the same.
    pub fn spoken(&self) -> String {
        let id = || self.id.as_str().chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_uppercase();
        self.code.clone().unwrap_or_else(id)
    }
}
