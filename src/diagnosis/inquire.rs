//! The next best question or command: the one expected to settle most for what it costs (decision-theoretic troubleshooting:
//! Heckerman, Breese and Rommelse, 1995).

use super::belief::{Evidence, Model, entropy, normalise};
use super::weights::{Inquiry, Outcome};
use crate::observation::Seen;

/// How often a reader does not know the answer to a question.
const UNKNOWN: f64 = 0.15;
/// Less than this many bits, expected, is not worth a reader's time.
const WORTH: f64 = 0.05;

/// How likely each outcome is for one hypothesis, and what is believed after it.
pub(super) struct Forecast<'w> {
    pub outcome: &'w Outcome,
    /// Probability over all hypotheses.
    pub probability: f64,
    /// Probability for each hypothesis.
    pub given: Vec<f64>,
    /// Belief after it.
    pub belief: Vec<f64>,
}

/// What an inquiry's outcomes would do to the belief.
pub(super) fn forecast<'w>(model: &Model, evidence: &Evidence, inquiry: &'w Inquiry) -> Vec<Forecast<'w>> {
    let before = model.scores(evidence);
    let belief = normalise(&before);
    let after: Vec<Vec<f64>> = inquiry.outcomes.iter().map(|outcome| model.scores(&with(evidence, outcome))).collect();
    let mut given: Vec<Vec<f64>> = vec![vec![0.0; belief.len()]; after.len()];
    for nth in 0..belief.len() {
        let raw: Vec<f64> = inquiry
            .outcomes
            .iter()
            .zip(&after)
            .map(|(outcome, scores)| f64::from(outcome.base) + scores[nth] - before[nth])
            .collect();
        for (row, probability) in given.iter_mut().zip(normalise(&raw)) {
            row[nth] = probability;
        }
    }
    inquiry
        .outcomes
        .iter()
        .zip(given)
        .zip(&after)
        .map(|((outcome, given), scores)| Forecast {
            outcome,
            probability: given.iter().zip(&belief).map(|(given, belief)| given * belief).sum(),
            given,
            belief: normalise(scores),
        })
        .collect()
}

/// The evidence as it would be after an outcome.
pub(super) fn with(evidence: &Evidence, outcome: &Outcome) -> Evidence {
    let mut evidence = evidence.clone();
    outcome.see.iter().for_each(|seen| evidence.add(seen));
    evidence
}

/// What is still open, in bits: which cause, and half as much which finding.
fn open(model: &Model, belief: &[f64]) -> f64 {
    entropy(&model.by_cause(belief)) + 0.5 * entropy(belief)
}

/// The best inquiry and the bits that it is expected to settle, if any is worth its cost.
pub(super) fn best<'w>(model: &Model, evidence: &Evidence, inquiries: &'w [Inquiry]) -> Option<(&'w Inquiry, f64)> {
    let now = open(model, &normalise(&model.scores(evidence)));
    let mut best: Option<(&Inquiry, f64, f64)> = None;
    for inquiry in inquiries.iter().filter(|inquiry| is_open(inquiry, evidence)) {
        let expected: f64 = forecast(model, evidence, inquiry)
            .iter()
            .map(|forecast| forecast.probability * open(model, &forecast.belief))
            .sum();
        let known = if inquiry.question.is_some() { 1.0 - UNKNOWN } else { 1.0 };
        let gain = (now - expected) * known;
        let rate = gain / f64::from(inquiry.cost.max(1));
        if gain > WORTH && best.is_none_or(|(_, _, other)| rate > other) {
            best = Some((inquiry, gain, rate));
        }
    }
    best.map(|(inquiry, gain, _)| (inquiry, gain))
}

/// Whether an inquiry makes sense and has not been made.
pub(super) fn is_open(inquiry: &Inquiry, evidence: &Evidence) -> bool {
    let made = inquiry
        .outcomes
        .iter()
        .any(|outcome| !outcome.see.is_empty() && outcome.see.iter().all(|seen| evidence.contains(seen)));
    let unknown =
        inquiry.question.as_ref().is_some_and(|question| evidence.contains(&Seen::DontKnow(question.clone())));
    let skipped =
        inquiry.command.as_ref().is_some_and(|command| evidence.contains(&Seen::DontKnow(command.as_str().into())));
    let settled = inquiry.finding.as_ref().is_some_and(|finding| {
        let id = finding.as_str();
        [Seen::Confirmed(id.into()), Seen::RuledOut(id.into()), Seen::DontKnow(id.into())]
            .iter()
            .any(|seen| evidence.contains(seen))
    });
    !made
        && !settled
        && !unknown
        && !skipped
        && inquiry.when.iter().all(|seen| evidence.contains(seen))
        && !inquiry.unless.iter().any(|seen| evidence.contains(seen))
}
