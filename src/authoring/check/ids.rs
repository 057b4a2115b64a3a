//! Ids are well formed and name one thing each.

use super::references::Kind;
use crate::authoring::content::Content;
use crate::authoring::problem::Report;
use crate::words::{Placeholder, UI_ARGUMENTS};
use std::collections::BTreeMap;

pub(super) fn check(content: &Content, report: &mut Report) {
    let knowledge = &content.guide.knowledge;
    for kind in Kind::ALL {
        check_list(content, kind.as_str(), kind.as_str(), &kind.ids(knowledge), report);
    }
    let changes: Vec<&str> = knowledge.changes.iter().map(|change| change.id.as_str()).collect();
    check_list(content, "change", "change", &changes, report);
    let clouds: Vec<&str> = knowledge.clouds.iter().map(|cloud| cloud.id.as_str()).collect();
    check_list(content, "cloud", "cloud", &clouds, report);
    for (n, solution) in knowledge.solutions.iter().enumerate() {
        let steps: Vec<&str> = solution.steps.iter().map(|step| step.id.as_str()).collect();
        check_list(content, &format!("solution[{n}].step"), "step", &steps, report);
    }
    for (n, question) in knowledge.questions.iter().enumerate() {
        let answers: Vec<&str> = question.answers.iter().map(|answer| answer.id.as_str()).collect();
        check_list(content, &format!("question[{n}].answer"), "answer", &answers, report);
    }
    for id in knowledge.literals.keys() {
        let id = id.as_str();
        let at = content.guide.positions.at(&format!("literals.{id}"));
        if !is_well_formed(id) {
            report.error(at, format!("literal `{id}` has an ill-formed id"), WELL_FORMED);
        } else if Placeholder::named(id).is_some() {
            let what = format!("literal `{id}` has the name of a placeholder");
            report.error(at, what, "choose another id: {…} could mean either");
        } else if UI_ARGUMENTS.contains(&id) {
            let what = format!("literal `{id}` has the name of something that the interface fills in");
            report.error(at, what, "choose another id: {…} could mean either");
        }
    }
}

pub(super) const WELL_FORMED: &str = "write lower-case letters a–z, digits and single hyphens, beginning with a letter";

fn check_list(content: &Content, list: &str, kind: &str, ids: &[&str], report: &mut Report) {
    let mut first = BTreeMap::new();
    for (nth, id) in ids.iter().enumerate() {
        let at = content.guide.positions.at(&format!("{list}[{nth}].id"));
        if !is_well_formed(id) {
            report.error(at.clone(), format!("{kind} `{id}` has an ill-formed id"), WELL_FORMED);
        }
        if let Some(before) = first.get(id) {
            report.error(
                at,
                format!("{kind} `{id}` stands here a second time, after {before}"),
                "give one of them another id",
            );
        } else {
            first.insert(id, at);
        }
    }
}

/// Whether an id can stand in an address, in a key and between braces.
pub(super) fn is_well_formed(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}
