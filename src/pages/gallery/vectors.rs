//! Fixed measurements: one for every verdict and every verdict on the path.

use crate::knowledge::Cloud;
use crate::observation::Seen;
use crate::reach::{Observed, Plan, Registry};

/// A check that was never run.
#[derive(Debug, Clone)]
pub struct Vector {
    /// What it shows.
    pub name: String,
    /// The registry.
    pub registry: Registry,
    /// What would have been asked.
    pub plan: Plan,
    /// What would have come in.
    pub observed: Observed,
    /// What the reader would have said.
    pub said: Vec<Seen>,
}

/// Every vector, in the order of the verdicts.
pub fn vectors(_clouds: &[Cloud]) -> Vec<Vector> {
    Vec::new()
}
