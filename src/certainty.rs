//! How sure a statement is: one scale for checks and diagnoses.

use serde::{Serialize, Serializer};
use std::fmt;

/// How far the evidence carries a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Nothing that was seen bears on it, or what it would rest on failed.
    NotTested,
    /// It would explain what was seen, and so would something else.
    Possible,
    /// It explains what was seen better than anything else; others remain.
    Likely,
    /// It follows from what was seen, and nothing speaks against it.
    Certain,
}

impl Certainty {
    /// Every certainty, the least first.
    pub const ALL: [Self; 4] = [Self::NotTested, Self::Possible, Self::Likely, Self::Certain];

    /// A stable name, for keys of words and for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotTested => "not-tested",
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Serialize for Certainty {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
