//! What public DNS says of a name, asked over HTTPS and only if the reader agrees.

use super::Region;

/// What public DNS says of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PublicView {
    /// The reader did not agree to ask.
    #[default]
    NotAsked,
    /// The name does not exist (NXDOMAIN).
    Missing,
    /// The name exists, and its chain of names passes no private link.
    Plain,
    /// The name's chain passes `privatelink`: a private endpoint exists.
    PrivateLink,
    /// The resolver could not be asked, or gave no clear answer.
    Failed,
}

/// What public DNS says of a name. It never shows what this machine's own resolver answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicName {
    /// Whether and how the name exists.
    pub view: PublicView,
    /// The region that the chain of names gives away, where it does.
    pub region: Option<Region>,
    /// How long the answer may be kept, in seconds: the shortest of the chain.
    pub ttl_s: Option<u32>,
}

impl PublicName {
    /// A resolver that could not be asked.
    pub fn failed() -> Self {
        Self { view: PublicView::Failed, ..Self::default() }
    }
}
