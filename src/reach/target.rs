//! What is probed, and by which means.

use super::Region;

/// What a probe is sent to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The page's own server: shows that the page, the tab and the network as such are alive.
    OwnOrigin,
    /// A public address that should answer, by its place among the cloud's controls: shows that more than the page's own
    /// server can be reached.
    PublicControl(u8),
    /// A name that cannot exist: shows that not just anything is answered.
    NegativeControl,
    /// The host that Docker talks to first.
    LoginServer,
    /// A login server of one replica.
    RegionalEndpoint(Region),
    /// The host that serves layers, where the registry has dedicated ones.
    DataEndpoint(Region),
    /// The storage host that serves layers where there is no data endpoint.
    Storage,
}

impl Target {
    /// A stable name, for keys of words, classes and stored observations; regions and numbers are not part of it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::OwnOrigin => "own-origin",
            Self::PublicControl(_) => "public-control",
            Self::NegativeControl => "negative-control",
            Self::LoginServer => "login-server",
            Self::RegionalEndpoint(_) => "regional-endpoint",
            Self::DataEndpoint(_) => "data-endpoint",
            Self::Storage => "storage",
        }
    }

    /// Whether it is there only to judge the others by.
    pub fn is_control(&self) -> bool {
        match self {
            Self::OwnOrigin | Self::PublicControl(_) | Self::NegativeControl => true,
            Self::LoginServer | Self::RegionalEndpoint(_) | Self::DataEndpoint(_) | Self::Storage => false,
        }
    }
}

/// The means by which a probe asks. Each sees something else of one and the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// `fetch` that wants to read the answer: succeeds only where the server lets pages of other origins read it.
    Cors,
    /// `fetch` in the mode `no-cors`: succeeds for any answer, and lets nothing of it be read.
    Opaque,
}

impl Signal {
    /// Every signal, in the order in which they are sent to one host.
    pub const ALL: [Self; 2] = [Self::Cors, Self::Opaque];

    /// A stable name, for keys of words and stored observations.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cors => "cors",
            Self::Opaque => "opaque",
        }
    }
}
