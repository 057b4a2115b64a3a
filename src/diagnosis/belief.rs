//! Belief: how likely each finding is, given a set of observations. Exact, small, without floating surprises: points are
//! integers, only the last step leaves them.

use super::logarithm::{exp2, log2};
use super::weights::{Weight, Weights};
use crate::knowledge::{CauseId, FindingId, Side};
use crate::observation::{Observation, Seen};
use crate::small::sort_by_key;

/// Points that a finding's own test gives or takes; trying what mends it counts as a test. More than texts can gather against it.
const TESTED: f64 = 40.0;

/// The observations of one case, each once. A few dozen at most, so they are looked through instead of being kept in a tree.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence(Vec<Seen>);

impl Evidence {
    /// What was observed, in the order of ids, so that nothing depends on who said it first.
    pub fn of(observations: &[Observation]) -> Self {
        let mut evidence = Self::default();
        observations.iter().for_each(|observation| evidence.add(&observation.seen));
        sort_by_key(&mut evidence.0, Clone::clone);
        evidence
    }

    /// Notes one more.
    pub fn add(&mut self, seen: &Seen) {
        if !self.contains(seen) {
            self.0.push(seen.clone());
        }
    }

    /// Whether it was observed.
    pub fn contains(&self, seen: &Seen) -> bool {
        self.0.contains(seen)
    }

    /// Each.
    pub fn iter(&self) -> impl Iterator<Item = &Seen> {
        self.0.iter()
    }
}

/// One finding of one cause, with its prior.
#[derive(Debug, Clone)]
pub(super) struct Hypothesis {
    pub cause: usize,
    pub finding: FindingId,
    prior: f64,
}

/// A weight with its ids resolved.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub weight: Weight,
    /// Points for each hypothesis that it speaks of.
    pub points: Vec<(usize, i32)>,
    pub decides: Option<usize>,
}

/// The weights, resolved: made once, asked often.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub causes: Vec<(CauseId, Side)>,
    pub hypotheses: Vec<Hypothesis>,
    pub rules: Vec<Rule>,
}

impl Model {
    /// Resolves the ids.
    ///
    /// # Errors
    /// An id in a weight that is neither a cause nor a finding of the priors.
    pub fn new(weights: &Weights) -> Result<Self, String> {
        let mut causes = Vec::new();
        let mut hypotheses = Vec::new();
        for prior in &weights.priors {
            let total: f64 = prior.findings.iter().map(|(_, points)| exp2(f64::from(*points))).sum();
            for (finding, points) in prior.findings.iter() {
                hypotheses.push(Hypothesis {
                    cause: causes.len(),
                    finding: finding.clone(),
                    prior: f64::from(prior.points + points) - log2(total),
                });
            }
            causes.push((prior.cause.clone(), prior.side));
        }
        let mut model = Self { causes, hypotheses, rules: Vec::new() };
        for weight in &weights.weights {
            let rule = model.resolve(weight)?;
            model.rules.push(rule);
        }
        Ok(model)
    }

    fn resolve(&self, weight: &Weight) -> Result<Rule, String> {
        let mut points = Vec::new();
        for (id, value) in weight.points.iter() {
            let before = points.len();
            for (nth, hypothesis) in self.hypotheses.iter().enumerate() {
                if hypothesis.finding.as_str() == id || self.causes[hypothesis.cause].0.as_str() == id {
                    points.push((nth, *value));
                }
            }
            if points.len() == before {
                return Err(format!(
                    "weight `{}`: `{id}` is neither a cause nor a finding that has a prior",
                    weight.reason()
                ));
            }
        }
        let decides = match &weight.decides {
            None => None,
            Some(id) => Some(
                self.causes
                    .iter()
                    .position(|(cause, _)| cause == id)
                    .ok_or_else(|| format!("weight `{}`: `{id}` is not a cause that has a prior", weight.reason()))?,
            ),
        };
        Ok(Rule { weight: weight.clone(), points, decides })
    }

    /// The rules that the evidence makes speak.
    pub fn speaking<'m>(&'m self, evidence: &'m Evidence) -> impl Iterator<Item = &'m Rule> {
        self.rules.iter().filter(move |rule| speaks(&rule.weight, evidence))
    }

    /// Log odds of every hypothesis, base two, not normalised.
    pub fn scores(&self, evidence: &Evidence) -> Vec<f64> {
        let mut scores: Vec<f64> = self.hypotheses.iter().map(|hypothesis| hypothesis.prior).collect();
        for rule in self.speaking(evidence) {
            for (nth, points) in &rule.points {
                scores[*nth] += f64::from(*points);
            }
        }
        for seen in evidence.iter() {
            let (what, points) = match seen {
                // Its test says so, but what mends it did not help: then it was not this, or not this alone.
                Seen::Confirmed(what) if evidence.contains(&Seen::RuledOut(what.clone())) => continue,
                Seen::Confirmed(what) => (what, TESTED),
                Seen::RuledOut(what) => (what, -TESTED),
                _ => continue,
            };
            for (hypothesis, score) in self.hypotheses.iter().zip(&mut scores) {
                if hypothesis.finding.as_str() == what || self.causes[hypothesis.cause].0.as_str() == what {
                    *score += points;
                }
            }
        }
        scores
    }

    /// Probabilities of the causes, from those of the hypotheses.
    pub fn by_cause(&self, belief: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.causes.len()];
        for (hypothesis, probability) in self.hypotheses.iter().zip(belief) {
            sums[hypothesis.cause] += probability;
        }
        sums
    }
}

fn speaks(weight: &Weight, evidence: &Evidence) -> bool {
    weight.when.iter().all(|seen| evidence.contains(seen))
        && (weight.any.is_empty() || weight.any.iter().any(|seen| evidence.contains(seen)))
        && !weight.unless.iter().any(|seen| evidence.contains(seen))
}

/// Scores as probabilities that sum to one.
pub(super) fn normalise(scores: &[f64]) -> Vec<f64> {
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut belief: Vec<f64> = scores.iter().map(|score| exp2(score - most)).collect();
    let total: f64 = belief.iter().sum();
    belief.iter_mut().for_each(|value| *value /= total);
    belief
}

/// Uncertainty in bits.
pub(super) fn entropy(probabilities: &[f64]) -> f64 {
    probabilities.iter().filter(|p| **p > f64::MIN_POSITIVE).map(|p| -p * log2(*p)).sum()
}
