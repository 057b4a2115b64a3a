//! The stops of the path from the reader's client to the layers.

use serde::{Deserialize, Serialize};

/// A stop of the path, in the order in which a pull gets there. Words: `ui.report.stop-<id>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// The machine where the pull runs, and the program that pulls.
    Client,
    /// The firewall or proxy in front of it.
    Firewall,
    /// Whatever tells it the address.
    Dns,
    /// The virtual network, its routes and rules.
    VirtualNetwork,
    /// The registry's private endpoint.
    PrivateEndpoint,
    /// The registry's login server, with its rules and its sign-in.
    LoginServer,
    /// The registry's data endpoints, where it has them.
    DataEndpoint,
    /// The storage that serves layers where there are none.
    Storage,
}

impl Stop {
    /// Every stop, in the order of the path.
    pub const ALL: [Self; 8] = [
        Self::Client,
        Self::Firewall,
        Self::Dns,
        Self::VirtualNetwork,
        Self::PrivateEndpoint,
        Self::LoginServer,
        Self::DataEndpoint,
        Self::Storage,
    ];

    /// Its name in `content/`, in word keys and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Firewall => "firewall",
            Self::Dns => "dns",
            Self::VirtualNetwork => "virtual-network",
            Self::PrivateEndpoint => "private-endpoint",
            Self::LoginServer => "login-server",
            Self::DataEndpoint => "data-endpoint",
            Self::Storage => "storage",
        }
    }

    /// The stop of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stop| stop.as_str() == name)
    }
}
