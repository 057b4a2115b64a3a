//! A verdict with all that goes with it.

use super::{Next, Reading, Suspect, Target, VerdictId};
use crate::certainty::Certainty;
use crate::knowledge::Owner;

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
    /// The causes that remain, the most usual first, as few as the evidence allows; empty where nothing can be said.
    pub candidates: Vec<Candidate>,
    /// Whether nothing at all may be wrong with the path to this host: what fails then is one of [`Suspect::BEYOND`].
    pub may_be_healthy: bool,
    /// Who can do the next thing.
    pub owner: Owner,
    /// What to do next, the most telling first; never empty.
    pub next: Vec<Next>,
    /// What it rests on: the reading of every target that was asked, in the order of asking.
    pub reasons: Vec<(Target, Reading)>,
}
