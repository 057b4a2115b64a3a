//! Relations lead to things that exist, and to each only once.

use super::references::{Kind, references};
use crate::authoring::content::Content;
use crate::authoring::problem::Report;
use crate::authoring::similar::did_you_mean;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(content: &Content, report: &mut Report) {
    let knowledge = &content.guide.knowledge;
    let known: BTreeMap<Kind, BTreeSet<&str>> =
        Kind::ALL.into_iter().map(|kind| (kind, kind.ids(knowledge).into_iter().collect())).collect();
    let mut seen = BTreeSet::new();
    for reference in references(knowledge) {
        let (kind, id) = (reference.kind.as_str(), reference.id.as_str());
        let at = content.guide.positions.at(&reference.path());
        let exists =
            known[&reference.kind].contains(id) || content.guide.unreadable.contains(&(kind.to_owned(), id.to_owned()));
        if !exists {
            let otherwise = format!("add a [[{kind}]] with that id, or remove it here");
            let remedy = did_you_mean(id, known[&reference.kind].iter().copied(), &otherwise);
            report.error(at.clone(), format!("there is no {kind} `{id}`"), remedy);
        }
        if !seen.insert((reference.field.clone(), reference.kind, reference.id.clone())) {
            report.error(at, format!("{kind} `{id}` stands twice in this list"), "keep the first");
        }
    }
    check_findings(content, report);
}

/// A finding's step is one of its solution's, and its solution is found from its cause.
fn check_findings(content: &Content, report: &mut Report) {
    let knowledge = &content.guide.knowledge;
    for (n, finding) in knowledge.findings.iter().enumerate() {
        let Some(solution) = knowledge.solution(&finding.solution) else {
            continue;
        };
        if let Some(step) = finding.step.as_ref().filter(|id| !solution.steps.iter().any(|step| step.id == **id)) {
            let at = content.guide.positions.at(&format!("finding[{n}].step"));
            let otherwise =
                format!("name a step of that solution, or leave `step` out ({} has {})", solution.id, list(solution));
            let remedy = did_you_mean(step.as_str(), solution.steps.iter().map(|step| step.id.as_str()), &otherwise);
            report.error(at, format!("solution `{}` has no step `{step}`", solution.id), remedy);
        }
        let Some(cause) = knowledge.cause(&finding.cause) else {
            continue;
        };
        if !cause.solutions.contains(&finding.solution) {
            let at = content.guide.positions.at(&format!("finding[{n}].solution"));
            let what = format!("solution `{}` is not among those of the finding's cause `{}`", solution.id, cause.id);
            report.warning(at, what, format!("add it to the solutions of cause `{}`, or choose one of them", cause.id));
        }
    }
}

fn list(solution: &crate::knowledge::Solution) -> String {
    solution.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>().join(", ")
}
