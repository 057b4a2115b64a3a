//! Observations → ranked causes with reasons → the next best question or command.
//!
//! Law: a pure function of the observations and the weights; no clock, no randomness, no text of its own. It is never more certain
//! than the evidence: `Certain` needs an observation that decides, and nothing that speaks against it.

mod belief;
mod engine;
mod inquire;
mod logarithm;
mod points;
mod verdict;
mod weights;

pub use crate::certainty::Certainty;
pub use engine::Engine;
pub use points::Points;
pub use verdict::{Change, Diagnosis, Next, RankedCause, Reason};
pub use weights::{Contradiction, Inquiry, Outcome, Prior, Weight, Weights};
