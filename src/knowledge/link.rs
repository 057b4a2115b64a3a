//! A link: where to read on.

use super::LinkId;
use serde::{Deserialize, Serialize};

/// Where to read on. Words: `title`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Names it.
    pub id: LinkId,
    /// Today's address, without a language in its path where the site negotiates one.
    pub url: String,
}
