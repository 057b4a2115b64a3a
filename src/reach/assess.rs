//! From everything observed to one judgement per target and one for the whole path.

use super::{Judgement, Measurement, PathJudgement, PublicName, Surroundings, TabAnswer, Target, judge, path};

/// Everything that a check has brought in so far, also of one that is under way or was cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Observed {
    /// What came of the probes, in any order.
    pub measurements: Vec<Measurement>,
    /// What the browser says of itself.
    pub surroundings: Surroundings,
    /// What public DNS says, by target; a target that is not listed was not asked about.
    pub public_names: Vec<(Target, PublicName)>,
    /// What the reader has seen in tabs.
    pub tabs: Vec<TabAnswer>,
    /// Whether the registry is the reader's own and not in Azure: then it has no private link and no access rules, and may
    /// well answer without sign-in.
    pub is_self_hosted: bool,
}

/// What a check came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// One judgement per target of the registry that was asked or planned, in the order of asking.
    pub targets: Vec<(Target, Judgement)>,
    /// The whole path.
    pub path: PathJudgement,
}

/// Judges a check.
pub fn assess(observed: &Observed) -> Assessment {
    let mut targets: Vec<(Target, Judgement)> = Vec::new();
    for measurement in observed.measurements.iter().filter(|measurement| !measurement.target.is_control()) {
        if targets.iter().all(|(target, _)| *target != measurement.target) {
            targets.push((measurement.target.clone(), judge::judge(observed, &measurement.target)));
        }
    }
    let path = path::judge(&targets);
    Assessment { targets, path }
}
