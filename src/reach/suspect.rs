//! The causes that a check can leave standing.

use super::{Candidate, Certainty};
use crate::knowledge::CauseId;

/// A cause that a check can leave standing. Causes that no browser can say anything of are not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suspect {
    /// The client's own firewall or proxy, or the way to the registry.
    ClientFirewall,
    /// The registry's public access rules.
    PublicAccess,
    /// Virtual network, private endpoint or its DNS.
    Vnet,
    /// The name: misspelt, another cloud, gone.
    RegistryName,
    /// Sign-in or permissions.
    SignIn,
    /// Neither network nor sign-in: a missing image, a limit, an outage.
    NotNetwork,
}

impl Suspect {
    /// Every suspect.
    pub const ALL: [Self; 6] =
        [Self::ClientFirewall, Self::PublicAccess, Self::Vnet, Self::RegistryName, Self::SignIn, Self::NotNetwork];

    /// Where a failure is to be looked for when nothing is wrong with the path. Never candidates of a check: it says nothing of them.
    pub const BEYOND: [Self; 2] = [Self::SignIn, Self::NotNetwork];

    /// The cause's name in `content/`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClientFirewall => "client-firewall",
            Self::PublicAccess => "public-access",
            Self::Vnet => "vnet",
            Self::RegistryName => "registry-name",
            Self::SignIn => "sign-in",
            Self::NotNetwork => "not-network",
        }
    }

    /// The cause.
    pub fn cause(self) -> CauseId {
        CauseId::new(self.as_str())
    }

    /// As a cause that remains and nothing more.
    pub(super) fn possible(self) -> Candidate {
        Candidate { suspect: self, certainty: Certainty::Possible }
    }

    /// Whether it lies on the network path or in the registry's rules about it.
    pub fn is_network(self) -> bool {
        match self {
            Self::ClientFirewall | Self::PublicAccess | Self::Vnet | Self::RegistryName => true,
            Self::SignIn | Self::NotNetwork => false,
        }
    }
}
