//! Every symptom leads on, every cause has a way out, and everything that is written can be reached.

use super::references::{Kind, references};
use crate::authoring::content::Content;
use crate::authoring::problem::Report;
use std::collections::BTreeSet;

pub(super) fn check(content: &Content, report: &mut Report) {
    ways_out(content, report);
    let knowledge = &content.guide.knowledge;
    let references = references(knowledge);
    let reached = |kind: Kind, from: &[&str]| -> BTreeSet<String> {
        let counts = |field: &str| from.is_empty() || from.iter().any(|start| field.starts_with(start));
        references.iter().filter(|it| it.kind == kind && counts(&it.field)).map(|it| it.id.clone()).collect()
    };
    let mut unreached = |kind: Kind, from: &[&str], serious: bool, remedy: &str| {
        let reached = reached(kind, from);
        for (nth, id) in kind.ids(knowledge).into_iter().enumerate().filter(|(_, id)| !reached.contains(*id)) {
            let name = kind.as_str();
            let at = content.guide.positions.at(&format!("{name}[{nth}].id"));
            let what = format!("nothing leads to {name} `{id}`");
            if serious { report.error(at, what, remedy) } else { report.warning(at, what, remedy) }
        }
    };
    unreached(Kind::Cause, &["symptom["], true, "name it among the `causes` of a symptom, or remove it");
    // A finding is shown on the page of its cause, so it is reached exactly when that is.
    unreached(Kind::Solution, &["cause[", "finding["], true, "name it among the `solutions` of a cause, or remove it");
    unreached(Kind::Question, &[], true, "name it among the `questions` of a symptom, or remove it");
    unreached(Kind::Command, &[], true, "name it where it helps, or remove it");
    unreached(Kind::Link, &[], false, "name it where it helps, or remove it");
    unused_literals(content, report);
}

fn ways_out(content: &Content, report: &mut Report) {
    let knowledge = &content.guide.knowledge;
    let at = |path: String| content.guide.positions.at(&path);
    for (n, symptom) in knowledge.symptoms.iter().enumerate().filter(|(_, symptom)| symptom.causes.is_empty()) {
        let what = format!("symptom `{}` has no causes", symptom.id);
        report.error(at(format!("symptom[{n}].causes")), what, "name the likely ones, the likeliest first");
    }
    for (n, cause) in knowledge.causes.iter().enumerate().filter(|(_, cause)| cause.solutions.is_empty()) {
        let what = format!("cause `{}` has no way out: it has no solutions", cause.id);
        report.error(at(format!("cause[{n}].solutions")), what, "name what can be done, if only whom to ask");
    }
    for (n, solution) in knowledge.solutions.iter().enumerate() {
        if solution.steps.is_empty() {
            let what = format!("solution `{}` is no way out: it has no steps", solution.id);
            report.error(at(format!("solution[{n}].step")), what, "write a [[solution.step]] for each thing to do");
        }
        if solution.owners.is_empty() {
            let what = format!("solution `{}` has nobody to carry it out", solution.id);
            report.error(at(format!("solution[{n}].owners")), what, "name at least one owner");
        }
    }
}

fn unused_literals(content: &Content, report: &mut Report) {
    let used: BTreeSet<&str> =
        content.vocabularies.values().flat_map(|words| words.texts.values()).flat_map(|text| text.names()).collect();
    for id in content.guide.knowledge.literals.keys().filter(|id| !used.contains(id.as_str())) {
        let at = content.guide.positions.at(&format!("literals.{id}"));
        report.warning(
            at,
            format!("no text mentions literal `{id}`"),
            format!("write {{{id}}} where it helps, or remove it"),
        );
    }
}
