//! Every relation of the knowledge as one list: from where, to what.

use crate::knowledge::{Knowledge, Subject};
use std::fmt::Display;

/// What a relation leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Symptom,
    Cause,
    Finding,
    Solution,
    Question,
    Command,
    Link,
}

impl Kind {
    pub(super) const ALL: [Self; 7] =
        [Self::Symptom, Self::Cause, Self::Finding, Self::Solution, Self::Question, Self::Command, Self::Link];

    /// As authors write it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Symptom => "symptom",
            Self::Cause => "cause",
            Self::Finding => "finding",
            Self::Solution => "solution",
            Self::Question => "question",
            Self::Command => "command",
            Self::Link => "link",
        }
    }

    /// The ids of this kind, in the authors' order.
    pub(super) fn ids(self, knowledge: &Knowledge) -> Vec<&str> {
        match self {
            Self::Symptom => knowledge.symptoms.iter().map(|thing| thing.id.as_str()).collect(),
            Self::Cause => knowledge.causes.iter().map(|thing| thing.id.as_str()).collect(),
            Self::Finding => knowledge.findings.iter().map(|thing| thing.id.as_str()).collect(),
            Self::Solution => knowledge.solutions.iter().map(|thing| thing.id.as_str()).collect(),
            Self::Question => knowledge.questions.iter().map(|thing| thing.id.as_str()).collect(),
            Self::Command => knowledge.commands.iter().map(|thing| thing.id.as_str()).collect(),
            Self::Link => knowledge.links.iter().map(|thing| thing.id.as_str()).collect(),
        }
    }
}

/// One relation.
#[derive(Debug)]
pub(super) struct Reference {
    /// The field: `symptom[3].causes`.
    pub(super) field: String,
    /// The place in it, where the field is a list.
    pub(super) nth: Option<usize>,
    pub(super) kind: Kind,
    pub(super) id: String,
}

impl Reference {
    /// The path of the very id: `symptom[3].causes[1]`.
    pub(super) fn path(&self) -> String {
        match self.nth {
            Some(nth) => format!("{}[{nth}]", self.field),
            None => self.field.clone(),
        }
    }
}

/// Every relation, except that of a finding to a step: that one is between two things at once.
pub(super) fn references(knowledge: &Knowledge) -> Vec<Reference> {
    let mut all = References(Vec::new());
    for (n, symptom) in knowledge.symptoms.iter().enumerate() {
        let path = format!("symptom[{n}]");
        all.list(&path, "causes", Kind::Cause, &symptom.causes);
        all.list(&path, "questions", Kind::Question, &symptom.questions);
        all.list(&path, "commands", Kind::Command, &symptom.commands);
        all.list(&path, "links", Kind::Link, &symptom.links);
    }
    for (n, cause) in knowledge.causes.iter().enumerate() {
        let path = format!("cause[{n}]");
        all.list(&path, "solutions", Kind::Solution, &cause.solutions);
        all.list(&path, "commands", Kind::Command, &cause.commands);
        all.list(&path, "links", Kind::Link, &cause.links);
    }
    for (n, finding) in knowledge.findings.iter().enumerate() {
        let path = format!("finding[{n}]");
        all.one(&path, "cause", Kind::Cause, Some(&finding.cause));
        all.one(&path, "test", Kind::Command, finding.test.as_ref());
        all.one(&path, "solution", Kind::Solution, Some(&finding.solution));
        all.list(&path, "links", Kind::Link, &finding.links);
    }
    for (n, solution) in knowledge.solutions.iter().enumerate() {
        let path = format!("solution[{n}]");
        all.list(&path, "verify", Kind::Command, &solution.verify);
        all.list(&path, "links", Kind::Link, &solution.links);
        for (m, step) in solution.steps.iter().enumerate() {
            let path = format!("{path}.step[{m}]");
            all.list(&path, "commands", Kind::Command, &step.commands);
            all.list(&path, "links", Kind::Link, &step.links);
        }
    }
    for (n, question) in knowledge.questions.iter().enumerate() {
        all.one(&format!("question[{n}]"), "command", Kind::Command, question.command.as_ref());
    }
    for (n, change) in knowledge.changes.iter().enumerate() {
        let path = format!("change[{n}]");
        all.list(&path, "links", Kind::Link, &change.links);
        for (m, subject) in change.about.iter().enumerate() {
            let (kind, id) = match subject {
                Subject::Symptom(id) => (Kind::Symptom, id.to_string()),
                Subject::Cause(id) => (Kind::Cause, id.to_string()),
                Subject::Finding(id) => (Kind::Finding, id.to_string()),
                Subject::Solution(id) => (Kind::Solution, id.to_string()),
            };
            all.0.push(Reference { field: format!("{path}.about"), nth: Some(m), kind, id });
        }
    }
    all.0
}

struct References(Vec<Reference>);

impl References {
    fn list(&mut self, path: &str, field: &str, kind: Kind, ids: &[impl Display]) {
        for (nth, id) in ids.iter().enumerate() {
            self.0.push(Reference { field: format!("{path}.{field}"), nth: Some(nth), kind, id: id.to_string() });
        }
    }

    fn one(&mut self, path: &str, field: &str, kind: Kind, id: Option<&impl Display>) {
        if let Some(id) = id {
            self.0.push(Reference { field: format!("{path}.{field}"), nth: None, kind, id: id.to_string() });
        }
    }
}
