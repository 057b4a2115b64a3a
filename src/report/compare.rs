//! What is different between two sessions: "it worked yesterday".

use crate::certainty::Certainty;
use crate::diagnosis::Diagnosis;
use crate::knowledge::CauseId;
use crate::observation::Seen;
use crate::reach::{Assessment, PathId, Target, VerdictId};
use crate::session::Session;

/// What is different between two sessions. Empty where nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The likeliest cause before and after, where either the cause or how sure of it is different.
    pub cause: Option<Changed<Option<(CauseId, Certainty)>>>,
    /// The verdict on the path before and after, where both were checked.
    pub path: Option<Changed<PathId>>,
    /// The hosts whose verdicts are different, or that were checked once only.
    pub hosts: Vec<(Target, Changed<Option<VerdictId>>)>,
    /// What was seen after and not before.
    pub added: Vec<Seen>,
    /// What was seen before and not after.
    pub gone: Vec<Seen>,
}

/// What something was and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// In the earlier session.
    pub before: T,
    /// In the later one.
    pub after: T,
}

impl<T: PartialEq> Changed<T> {
    fn between(before: T, after: T) -> Option<Self> {
        (before != after).then_some(Self { before, after })
    }
}

impl Comparison {
    /// Compares an earlier session with a later one, each with what it amounts to by today's knowledge.
    pub fn of(before: (&Session, &Diagnosis), after: (&Session, &Diagnosis)) -> Self {
        let cause = |diagnosis: &Diagnosis| diagnosis.causes.first().map(|cause| (cause.id.clone(), cause.certainty));
        let check = |session: &Session| session.checked.as_ref().map(|checked| checked.assessment(session.said()));
        let (was, is) = (check(before.0), check(after.0));
        let path = was.as_ref().zip(is.as_ref());
        let path = path.and_then(|(was, is)| Changed::between(was.path.verdict, is.path.verdict));
        let mut targets: Vec<&Target> = Vec::new();
        for (target, _) in is.iter().chain(&was).flat_map(|assessment| &assessment.targets) {
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        let hosts = targets.into_iter().filter_map(|target| {
            let verdict = |assessment: &Option<Assessment>| {
                let targets = assessment.iter().flat_map(|assessment| &assessment.targets);
                targets.filter(|(of, _)| of == target).map(|(_, judgement)| judgement.verdict).next()
            };
            Some((target.clone(), Changed::between(verdict(&was), verdict(&is))?))
        });
        Self {
            cause: Changed::between(cause(before.1), cause(after.1)),
            path,
            hosts: hosts.collect(),
            added: only(after.0, before.0),
            gone: only(before.0, after.0),
        }
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What one session has seen and another has not. What the check came to is told host by host.
fn only(one: &Session, other: &Session) -> Vec<Seen> {
    let is_told = |seen: &&Seen| !matches!(seen, Seen::Verdict(_) | Seen::Path(_));
    one.seen().filter(is_told).filter(|seen| other.seen().all(|known| known != *seen)).cloned().collect()
}
