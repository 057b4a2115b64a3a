//! A solution: ordered steps, how to verify, who can do it.

use super::{CommandId, LinkId, SolutionId, StepId};
use serde::{Deserialize, Serialize};

/// Who can carry something out. Words: `owner.<id>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// Whoever runs the failing command, on their own machine.
    Reader,
    /// Whoever runs the company's firewall, proxy, DNS or virtual network.
    NetworkTeam,
    /// Whoever may change the registry's settings.
    RegistryOwner,
    /// Whoever runs the cluster, pipeline or service that pulls.
    PlatformTeam,
}

impl Owner {
    /// Every owner.
    pub const ALL: [Self; 4] = [Self::Reader, Self::NetworkTeam, Self::RegistryOwner, Self::PlatformTeam];

    /// The owner's name in `content/` and in word keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::NetworkTeam => "network-team",
            Self::RegistryOwner => "registry-owner",
            Self::PlatformTeam => "platform-team",
        }
    }
}

/// What to do about a cause.
///
/// Words: `title`, `why`, `verify` (what shows that it worked), and `step.<id>` for each step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solution {
    /// Names it.
    pub id: SolutionId,
    /// Who can carry it out; more than one where steps differ.
    pub owners: Vec<Owner>,
    /// The steps, in order.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
    /// Commands whose outcome shows that it worked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verify: Vec<CommandId>,
    /// Where to read on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkId>,
}

/// One thing to do, small enough to be ticked off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Names it within its solution.
    pub id: StepId,
    /// What to run for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<CommandId>,
    /// Who does it, where that differs from the whole solution's owners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// Where to read on about this very step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkId>,
}
