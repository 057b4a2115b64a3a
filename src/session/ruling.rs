//! What the reader says of a cause.

use serde::{Deserialize, Serialize};

/// What the reader says of a cause. Saying nothing is always allowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// Nothing yet, or does not know.
    #[default]
    Open,
    /// The test of the cause came out for it.
    Fits,
    /// The test of the cause came out against it.
    Out,
}
