//! A verdict with all that goes with it.

use super::{Next, Reading, Suspect, Target, VerdictId};
use crate::knowledge::Owner;
use std::fmt;

/// How far the evidence carries a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Nothing follows: what it would rest on was missing or failed.
    NotTested,
    /// One of several explanations.
    Possible,
    /// Speaks clearly for it; others remain.
    Likely,
    /// Follows from what was observed.
    Certain,
}

impl Certainty {
    /// Every certainty, the least first.
    pub const ALL: [Self; 4] = [Self::NotTested, Self::Possible, Self::Likely, Self::Certain];

    /// A stable name, for keys of words.
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

/// A cause that remains, with how much speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// The cause.
    pub suspect: Suspect,
    /// How much speaks for it. Apart from the verdict's own certainty: that something answered can be certain while no cause is.
    pub certainty: Certainty,
}

/// What a check came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: VerdictId,
    /// How far the evidence carries what the verdict says of the registry's reachability from this browser.
    pub certainty: Certainty,
    /// The causes that remain, the most usual first; empty where nothing can be said.
    pub candidates: Vec<Candidate>,
    /// Who can do the next thing.
    pub owner: Owner,
    /// What to do next, the most telling first; never empty.
    pub next: Vec<Next>,
    /// What it rests on: the reading of every target that was asked, in the order of asking.
    pub reasons: Vec<(Target, Reading)>,
}
