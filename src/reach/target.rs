//! What is probed, and by which means.

use super::Region;

/// What a probe is sent to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The page's own server: shows that the page, the tab and the network as such are alive.
    OwnOrigin,
    /// A public address that should answer, by its place among the cloud's controls: shows that more than the page's own
    /// server can be reached. The first is the nearest relative of a registry that the cloud has.
    PublicControl(u8),
    /// A random name under the registry's own suffix, which must fail: shows that not just any name is answered here.
    NegativeControl,
    /// A random name under `.invalid`, which must fail at once: shows what a failure looks like in this browser.
    InvalidName,
    /// The host that Docker talks to first.
    LoginServer,
    /// A login server of one replica.
    RegionalEndpoint(Region),
    /// The host that serves layers, where the registry has dedicated ones.
    DataEndpoint(Region),
    /// Storage, which serves layers where there is no data endpoint. A page cannot know the account: one of Microsoft's own
    /// stands for all of them.
    Storage,
}

impl Target {
    /// A stable name, for keys of words, classes and stored observations; regions and numbers are not part of it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::OwnOrigin => "own-origin",
            Self::PublicControl(_) => "public-control",
            Self::NegativeControl => "negative-control",
            Self::InvalidName => "invalid-name",
            Self::LoginServer => "login-server",
            Self::RegionalEndpoint(_) => "regional-endpoint",
            Self::DataEndpoint(_) => "data-endpoint",
            Self::Storage => "storage",
        }
    }

    /// The region of the replica that it belongs to.
    pub fn region(&self) -> Option<&Region> {
        match self {
            Self::RegionalEndpoint(region) | Self::DataEndpoint(region) => Some(region),
            Self::OwnOrigin
            | Self::PublicControl(_)
            | Self::NegativeControl
            | Self::InvalidName
            | Self::LoginServer
            | Self::Storage => None,
        }
    }

    /// Whether it is there only to judge the others by.
    pub fn is_control(&self) -> bool {
        match self {
            Self::OwnOrigin | Self::PublicControl(_) | Self::NegativeControl | Self::InvalidName => true,
            Self::LoginServer | Self::RegionalEndpoint(_) | Self::DataEndpoint(_) | Self::Storage => false,
        }
    }
}
