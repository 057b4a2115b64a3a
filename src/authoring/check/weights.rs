//! The weights of the diagnosis speak of things that exist, and give reasons that can have words.

use super::ids::{WELL_FORMED, is_well_formed};
use super::references::Kind;
use crate::authoring::content::Content;
use crate::authoring::problem::Report;
use crate::authoring::similar::did_you_mean;
use crate::diagnosis::{Inquiry, Prior, Weight};
use crate::knowledge::SymptomId;
use crate::observation::Seen;
use crate::reach::{PathId, VerdictId};
use std::collections::BTreeSet;

pub(super) fn check(content: &Content, report: &mut Report) {
    let weights = &content.weights.weights;
    let mut rules = Rules { content, report };
    for (n, prior) in weights.priors.iter().enumerate() {
        rules.prior(&format!("prior[{n}]"), prior);
    }
    for (n, weight) in weights.weights.iter().enumerate() {
        rules.weight(&format!("weight[{n}]"), weight);
    }
    for (n, contradiction) in weights.contradictions.iter().enumerate() {
        let path = format!("contradiction[{n}]");
        rules.all_seen(&format!("{path}.when"), &contradiction.when);
        rules.reason(&path, Some(&contradiction.reason));
    }
    for (n, inquiry) in weights.inquiries.iter().enumerate() {
        rules.inquiry(&format!("inquiry[{n}]"), inquiry);
    }
    if !weights.priors.is_empty() && !content.weights.has_unreadable {
        rules.without_prior();
        rules.unheard_symptoms();
    }
}

struct Rules<'a> {
    content: &'a Content,
    report: &'a mut Report,
}

impl Rules<'_> {
    fn error(&mut self, path: &str, what: String, remedy: impl Into<String>) {
        self.report.error(self.content.weights.positions.at(path), what, remedy);
    }

    /// One of some kinds of things has that id. `path` is where the id stands.
    fn exists(&mut self, path: &str, kinds: &[Kind], id: &str) -> bool {
        let knowledge = &self.content.guide.knowledge;
        let known: Vec<&str> = kinds.iter().flat_map(|kind| kind.ids(knowledge)).collect();
        let is_unreadable = |kind: &Kind| self.content.guide.unreadable.contains(&(kind.as_str().into(), id.into()));
        if known.contains(&id) {
            return true;
        }
        if !kinds.iter().any(is_unreadable) {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
            let otherwise = "add it to content/guide/, or remove it here";
            let remedy = did_you_mean(id, known.iter().copied(), otherwise);
            self.error(path, format!("there is no {} `{id}`", names.join(" or ")), remedy);
        }
        false
    }

    fn prior(&mut self, path: &str, prior: &Prior) {
        let knowledge = &self.content.guide.knowledge;
        if self.exists(&format!("{path}.cause"), &[Kind::Cause], prior.cause.as_str())
            && knowledge.cause(&prior.cause).is_some_and(|cause| cause.side != prior.side)
        {
            let what = format!("cause `{}` is on the other side in content/guide/", prior.cause);
            self.error(&format!("{path}.side"), what, "write the same side in both");
        }
        for (finding, _) in prior.findings.iter() {
            let place = format!("{path}.findings.{finding}");
            let exists = self.exists(&place, &[Kind::Finding], finding.as_str());
            let of = knowledge.findings.iter().find(|known| known.id == *finding).map(|known| &known.cause);
            if let Some(of) = of.filter(|of| exists && **of != prior.cause) {
                let what = format!("finding `{finding}` is one of cause `{of}`");
                self.error(&place, what, "move it to that cause's prior");
            }
        }
    }

    fn weight(&mut self, path: &str, weight: &Weight) {
        for (field, list) in [("when", &weight.when), ("any", &weight.any), ("unless", &weight.unless)] {
            self.all_seen(&format!("{path}.{field}"), list);
        }
        for (id, _) in weight.points.iter() {
            self.exists(&format!("{path}.points.{id}"), &[Kind::Cause, Kind::Finding], id);
        }
        if let Some(cause) = &weight.decides {
            self.exists(&format!("{path}.decides"), &[Kind::Cause], cause.as_str());
        }
        if weight.when.is_empty() && weight.any.is_empty() {
            let what = "this weight speaks whatever is seen".to_owned();
            self.error(path, what, "name what must be seen in `when` or `any`; what always holds is a prior");
        }
        self.reason(path, weight.reason.as_ref());
    }

    fn inquiry(&mut self, path: &str, inquiry: &Inquiry) {
        let things = [
            ("question", Kind::Question, inquiry.question.as_ref().map(ToString::to_string)),
            ("command", Kind::Command, inquiry.command.as_ref().map(ToString::to_string)),
            ("finding", Kind::Finding, inquiry.finding.as_ref().map(ToString::to_string)),
        ];
        if things.iter().filter(|(.., id)| id.is_some()).count() != 1 {
            let what = "an inquiry is about one thing".to_owned();
            self.error(path, what, "name one `question`, one `command` or one `finding`");
        }
        for (field, kind, id) in things {
            if let Some(id) = id {
                self.exists(&format!("{path}.{field}"), &[kind], &id);
            }
        }
        self.all_seen(&format!("{path}.when"), &inquiry.when);
        self.all_seen(&format!("{path}.unless"), &inquiry.unless);
        for (n, outcome) in inquiry.outcomes.iter().enumerate() {
            self.all_seen(&format!("{path}.outcome[{n}].see"), &outcome.see);
        }
    }

    fn all_seen(&mut self, path: &str, list: &[Seen]) {
        for (nth, seen) in list.iter().enumerate() {
            self.seen(&format!("{path}[{nth}]"), seen);
        }
    }

    fn seen(&mut self, path: &str, seen: &Seen) {
        match seen {
            // A closed set: a fact that does not exist is not read in the first place.
            Seen::Fact(_) | Seen::Tab(_) => {}
            Seen::Answer(id, answer) => {
                let questions = &self.content.guide.knowledge.questions;
                let question = questions.iter().find(|question| question.id == *id);
                if !self.exists(path, &[Kind::Question], id.as_str()) {
                    return;
                }
                let answers: Vec<&str> =
                    question.iter().flat_map(|it| &it.answers).map(|answer| answer.id.as_str()).collect();
                if !answers.contains(&answer.as_str()) {
                    let remedy = did_you_mean(answer.as_str(), answers, "name one of its answers");
                    self.error(path, format!("question `{id}` has no answer `{answer}`"), remedy);
                }
            }
            Seen::DontKnow(id) => _ = self.exists(path, &[Kind::Question], id.as_str()),
            Seen::Confirmed(id) => _ = self.exists(path, &[Kind::Finding], id),
            Seen::RuledOut(id) => _ = self.exists(path, &[Kind::Cause, Kind::Finding], id),
            Seen::Symptom(id) => _ = self.exists(path, &[Kind::Symptom], id.as_str()),
            Seen::Verdict(id) => {
                let known = VerdictId::ALL.iter().map(|verdict| verdict.as_str());
                self.verdict(path, id, known, "name one of src/reach/verdict.rs");
            }
            Seen::Path(id) => {
                let known = PathId::ALL.iter().map(|verdict| verdict.as_str());
                self.verdict(path, id, known, "name one of src/reach/path.rs");
            }
        }
    }

    /// A verdict of a closed set.
    fn verdict(&mut self, path: &str, id: &str, known: impl Iterator<Item = &'static str> + Clone, otherwise: &str) {
        if !known.clone().any(|verdict| verdict == id) {
            let remedy = did_you_mean(id, known, otherwise);
            self.error(path, format!("there is no verdict `{id}`"), remedy);
        }
    }

    /// A reason is a key of words: `reason.<id>.title`.
    fn reason(&mut self, path: &str, reason: Option<&String>) {
        if let Some(id) = reason.filter(|id| !is_well_formed(id)) {
            self.error(&format!("{path}.reason"), format!("reason `{id}` has an ill-formed id"), WELL_FORMED);
        }
    }

    /// Picking a symptom must say something.
    fn unheard_symptoms(&mut self) {
        let content = self.content;
        let heard = |id: &SymptomId| {
            let picked = Seen::Symptom(id.clone());
            content.weights.weights.weights.iter().any(|weight| weight.when.contains(&picked))
        };
        let symptoms = &content.guide.knowledge.symptoms;
        for (nth, symptom) in symptoms.iter().enumerate().filter(|(_, symptom)| !heard(&symptom.id)) {
            let at = content.guide.positions.at(&format!("symptom[{nth}].id"));
            let what = format!("the diagnosis says nothing to whoever picks symptom `{}`", symptom.id);
            self.report.error(at, what, "add a weight with `when = [\"symptom.<id>\"]` to content/weights.toml");
        }
    }

    /// What has no prior can be neither suspected nor asked about.
    fn without_prior(&mut self) {
        let content = self.content;
        let priors = &content.weights.weights.priors;
        let causes: BTreeSet<&str> = priors.iter().map(|prior| prior.cause.as_str()).collect();
        let findings: BTreeSet<&str> =
            priors.iter().flat_map(|prior| prior.findings.iter()).map(|(id, _)| id.as_str()).collect();
        for (kind, known) in [(Kind::Cause, causes), (Kind::Finding, findings)] {
            for (nth, id) in
                kind.ids(&content.guide.knowledge).into_iter().enumerate().filter(|(_, id)| !known.contains(id))
            {
                let kind = kind.as_str();
                let at = content.guide.positions.at(&format!("{kind}[{nth}].id"));
                let what = format!("the diagnosis does not know {kind} `{id}`");
                self.report.error(at, what, "give it a prior in content/weights.toml");
            }
        }
    }
}
