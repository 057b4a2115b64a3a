//! From everything observed to one judgement per target and one for the whole path.

use super::{
    Calibration, Clues, Judgement, Measurement, Next, PathJudgement, PublicName, Reading, Scene, Surroundings, Suspect,
    TabAnswer, Target, advice, path, read,
};

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

/// Judges a check: total, and the same for the same observations in any order.
pub fn assess(observed: &Observed) -> Assessment {
    let mut reasons: Vec<(Target, Reading)> = Vec::new();
    for one in &observed.measurements {
        if reasons.iter().all(|(target, _)| *target != one.target) {
            reasons.push((one.target.clone(), read(&observed.measurements, &one.target)));
        }
    }
    let calibration = Calibration::of(&observed.measurements);
    let hosts: Vec<(Target, Clues)> = reasons
        .iter()
        .map(|(target, _)| (target.clone(), Clues::of(&observed.measurements, target, &calibration)))
        .collect();
    let targets: Vec<(Target, Judgement)> = hosts
        .iter()
        .filter(|(target, _)| !target.is_control())
        .map(|(target, clues)| {
            // What it rests on: the controls and the target itself.
            let reasons = reasons.iter().filter(|(of, _)| of.is_control() || of == target).cloned().collect();
            let mut judgement =
                advice::judge(&Scene::of(observed, target, *clues, &calibration, &hosts), &observed.tabs, reasons);
            if observed.is_self_hosted {
                judgement.leave_out_azure();
            }
            (target.clone(), judgement)
        })
        .collect();
    let path = path::judge(&targets);
    Assessment { targets, path }
}

impl Judgement {
    /// Leaves out what only a registry in Azure has.
    fn leave_out_azure(&mut self) {
        self.candidates.retain(|candidate| !matches!(candidate.suspect, Suspect::PublicAccess | Suspect::Vnet));
        self.next.retain(|next| *next != Next::OpenRules);
    }
}
