//! Observations in, diagnosis out: total, deterministic, explainable.

use super::belief::{Evidence, Model, normalise};
use super::inquire;
use super::weights::{Contradiction, Inquiry, Weights};
use super::{Certainty, Change, Diagnosis, Next, RankedCause, Reason};
use crate::knowledge::{CauseId, FindingId, Side};
use crate::observation::{Fact, Observation, Seen};
use crate::small::sort_by_key;

/// A cause less likely than this is not shown, unless something that was seen speaks for it alone: a log may hold two faults.
const SHOWN: f64 = 0.03;
/// From here a cause is likely.
const LIKELY: f64 = 0.6;
/// From here a decided cause is certain: nothing else may have more than a few in a hundred.
const CERTAIN: f64 = 0.95;
/// Points from which what speaks for another cause alone speaks against calling this one certain.
const OPPOSES: i32 = 6;
/// From here the network is in, or out.
const SIDE: f64 = 0.85;
/// From here a finding may be named within its cause.
const NAMED: f64 = 0.5;

/// The weights, ready to judge. Make it once.
#[derive(Debug, Clone)]
pub struct Engine {
    model: Model,
    contradictions: Vec<Contradiction>,
    inquiries: Vec<Inquiry>,
}

impl Engine {
    /// Resolves the weights.
    ///
    /// # Errors
    /// Names the weight that speaks of an unknown cause or finding.
    pub fn new(weights: Weights) -> Result<Self, String> {
        let model = Model::new(&weights)?;
        let mut inquiries = weights.inquiries;
        inquiries.extend(model.hypotheses.iter().map(|hypothesis| Inquiry::test_of(&hypothesis.finding)));
        Ok(Self { model, contradictions: weights.contradictions, inquiries })
    }

    /// What the observations amount to. The order of observations does not matter.
    pub fn diagnose(&self, observations: &[Observation]) -> Diagnosis {
        let evidence = Evidence::of(observations);
        let belief = normalise(&self.model.scores(&evidence));
        let by_cause = self.model.by_cause(&belief);
        let contradictions: Vec<String> = self
            .contradictions
            .iter()
            .filter(|contradiction| contradiction.when.iter().all(|seen| evidence.contains(seen)))
            .map(|contradiction| contradiction.reason.clone())
            .collect();
        let first = (0..by_cause.len()).max_by(|one, other| by_cause[*one].total_cmp(&by_cause[*other]));
        let mut supported_causes: Vec<(RankedCause, bool)> = Vec::new();
        for (nth, (id, side)) in self.model.causes.iter().enumerate() {
            let (reasons, supported, decided) = self.reasons(nth, &evidence);
            let probability = by_cause[nth];
            let is_shown = probability >= SHOWN || first.is_some_and(|first| self.stands_alone(nth, first, &evidence));
            if supported {
                let certainty = match probability {
                    p if p >= CERTAIN && decided && contradictions.is_empty() && !self.is_opposed(nth, &evidence) => {
                        Certainty::Certain
                    }
                    p if p >= LIKELY => Certainty::Likely,
                    _ => Certainty::Possible,
                };
                let finding = self.finding(nth, &belief, probability, &evidence);
                let cause = RankedCause { id: id.clone(), side: *side, certainty, probability, finding, reasons };
                supported_causes.push((cause, is_shown));
            }
        }
        sort_by_key(&mut supported_causes, |(cause, _)| -cause.probability);
        let causes = shown(supported_causes);
        let finding = causes.first().and_then(|cause| cause.finding.clone());
        let network = self.network(&causes, &by_cause, &evidence);
        let next = self.next(&causes, &evidence);
        Diagnosis { causes, finding, network, contradictions, next }
    }

    /// The reasons for and against a cause, whether any speaks for it, and whether one decides.
    fn reasons(&self, cause: usize, evidence: &Evidence) -> (Vec<Reason>, bool, bool) {
        let mut reasons: Vec<Reason> = Vec::new();
        let (mut supported, mut decided) = (false, false);
        for rule in self.model.speaking(evidence) {
            let points = rule
                .points
                .iter()
                .filter(|(nth, _)| self.model.hypotheses[*nth].cause == cause)
                .map(|(_, points)| *points);
            let (most, least) = points.fold((0, 0), |(most, least), points| (most.max(points), least.min(points)));
            // Against a cause speaks only what speaks against every finding of it.
            let against = rule
                .points
                .iter()
                .filter(|(nth, points)| *points < 0 && self.model.hypotheses[*nth].cause == cause)
                .count();
            let findings = self.model.hypotheses.iter().filter(|hypothesis| hypothesis.cause == cause).count();
            let points = if most > 0 {
                most
            } else if against == findings {
                least
            } else {
                0
            };
            if points == 0 {
                continue;
            }
            supported |= points > 0 && !rule.weight.is_tendency();
            decided |= rule.decides == Some(cause);
            let id = rule.weight.reason();
            let seen = rule
                .weight
                .when
                .iter()
                .chain(rule.weight.any.iter().filter(|seen| evidence.contains(seen)))
                .cloned()
                .collect();
            if !reasons.iter().any(|reason| reason.id == id) {
                reasons.push(Reason { id, points, seen });
            }
        }
        // What was seen does not stand on both sides.
        let spoken: Vec<Seen> =
            reasons.iter().filter(|reason| reason.points > 0).flat_map(|reason| reason.seen.clone()).collect();
        reasons.retain(|reason| reason.points > 0 || !reason.seen.iter().all(|seen| spoken.contains(seen)));
        sort_by_key(&mut reasons, |reason| -reason.points);
        (reasons, supported, decided)
    }

    /// Whether something that was seen speaks strongly for another cause and not at all for this one: a log may hold two faults.
    fn is_opposed(&self, cause: usize, evidence: &Evidence) -> bool {
        self.model.speaking(evidence).any(|rule| {
            let most = |wanted: &dyn Fn(usize) -> bool| {
                let points = rule.points.iter().filter(|(nth, _)| wanted(self.model.hypotheses[*nth].cause));
                points.map(|(_, points)| *points).max().unwrap_or(0)
            };
            most(&|of| of != cause) >= OPPOSES && most(&|of| of == cause) <= 0
        })
    }

    /// Whether what was seen speaks strongly for a cause, also without all that speaks for the first one: then it is a fault beside it.
    fn stands_alone(&self, cause: usize, first: usize, evidence: &Evidence) -> bool {
        let of = |hypothesis: usize| self.model.hypotheses[hypothesis].cause;
        (0..self.model.hypotheses.len()).filter(|nth| of(*nth) == cause).any(|nth| {
            let (mut alone, mut total) = (0, 0);
            for rule in self.model.speaking(evidence) {
                let points: i32 = rule.points.iter().filter(|(of, _)| *of == nth).map(|(_, points)| points).sum();
                let is_shared = rule.points.iter().any(|(nth, points)| of(*nth) == first && *points > 0);
                total += points;
                alone += if is_shared { points.min(0) } else { points };
            }
            alone.min(total) >= OPPOSES
        })
    }

    /// The finding within a cause, where one stands out and something speaks for just it.
    fn finding(&self, cause: usize, belief: &[f64], probability: f64, evidence: &Evidence) -> Option<FindingId> {
        let (nth, _) = self
            .model
            .hypotheses
            .iter()
            .enumerate()
            .filter(|(_, hypothesis)| hypothesis.cause == cause)
            .map(|(nth, _)| (nth, belief[nth]))
            .max_by(|one, other| one.1.total_cmp(&other.1))?;
        // A rule speaks for just this finding when it gives it more than the least favoured of the same cause.
        let spoken = self.model.speaking(evidence).filter(|rule| rule.weight.is_more_than_a_symptom()).any(|rule| {
            let points =
                |of: usize| -> i32 { rule.points.iter().filter(|(nth, _)| *nth == of).map(|(_, points)| points).sum() };
            let least = (0..self.model.hypotheses.len())
                .filter(|of| self.model.hypotheses[*of].cause == cause)
                .map(points)
                .min();
            points(nth) > 0 && least.is_some_and(|least| points(nth) > least)
        });
        (belief[nth] >= NAMED * probability && spoken).then(|| self.model.hypotheses[nth].finding.clone())
    }

    fn network(&self, causes: &[RankedCause], by_cause: &[f64], evidence: &Evidence) -> Option<bool> {
        if causes.is_empty() {
            return evidence.iter().any(is_path_shown).then_some(false);
        }
        let network: f64 = self
            .model
            .causes
            .iter()
            .zip(by_cause)
            .filter(|((_, side), _)| *side == Side::Network)
            .map(|(_, p)| p)
            .sum();
        match network {
            p if p >= SIDE => Some(true),
            p if p <= 1.0 - SIDE => Some(false),
            _ => None,
        }
    }

    fn next(&self, causes: &[RankedCause], evidence: &Evidence) -> Option<Next> {
        let Some(first) = causes.first() else {
            // What was recognised names no cause: then a question may. A path that works needs none.
            let is_open = evidence.iter().next().is_some() && !evidence.iter().any(is_path_shown);
            return if is_open { self.best(evidence) } else { None };
        };
        if first.certainty == Certainty::Certain && (first.side == Side::Exit || first.finding.is_some()) {
            return None;
        }
        self.best(evidence)
    }

    /// The best next inquiry, whatever is believed so far.
    fn best(&self, evidence: &Evidence) -> Option<Next> {
        let (inquiry, bits) = inquire::best(&self.model, evidence, &self.inquiries)?;
        let top = |belief: &[f64]| -> Option<CauseId> {
            let sums = self.model.by_cause(belief);
            let (nth, _) = sums.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1))?;
            Some(self.model.causes[nth].0.clone())
        };
        let now = top(&normalise(&self.model.scores(evidence)));
        let changes = inquire::forecast(&self.model, evidence, inquiry)
            .into_iter()
            .filter_map(|forecast| {
                let cause = top(&forecast.belief)?;
                (Some(&cause) != now.as_ref()).then(|| Change { see: forecast.outcome.see.clone(), cause })
            })
            .collect();
        Some(Next {
            question: inquiry.question.clone(),
            command: inquiry.command.clone(),
            finding: inquiry.finding.clone(),
            bits,
            changes,
        })
    }

    /// What can be asked or run, in the authors' order, then the deciding test of every finding.
    pub fn inquiries(&self) -> &[Inquiry] {
        &self.inquiries
    }

    /// The best question or command after these observations, even where nothing has been seen yet.
    pub fn next_after(&self, observations: &[Observation]) -> Option<Next> {
        self.best(&Evidence::of(observations))
    }

    /// How likely each outcome of an inquiry is if `finding` is what is wrong: the weights' own model, for simulated readers.
    /// Empty where the finding has no prior.
    pub fn outcomes_given(&self, observations: &[Observation], inquiry: &Inquiry, finding: &FindingId) -> Vec<f64> {
        let evidence = Evidence::of(observations);
        let Some(nth) = self.model.hypotheses.iter().position(|hypothesis| hypothesis.finding == *finding) else {
            return Vec::new();
        };
        inquire::forecast(&self.model, &evidence, inquiry).iter().map(|forecast| forecast.given[nth]).collect()
    }

    /// Every finding with its cause and its probability under the observations.
    pub fn belief(&self, observations: &[Observation]) -> Vec<(CauseId, FindingId, f64)> {
        let evidence = Evidence::of(observations);
        let belief = normalise(&self.model.scores(&evidence));
        self.model
            .hypotheses
            .iter()
            .zip(belief)
            .map(|(hypothesis, p)| (self.model.causes[hypothesis.cause].0.clone(), hypothesis.finding.clone(), p))
            .collect()
    }
}

/// Of causes, the likeliest first and each with whether it is worth showing, those that are shown: with a first that is not certain
/// always a second, since whoever finds that it is not the one wants to know where to look next.
fn shown(causes: Vec<(RankedCause, bool)>) -> Vec<RankedCause> {
    let is_open = causes.first().is_some_and(|(first, _)| first.certainty != Certainty::Certain);
    let mut shown: Vec<RankedCause> = Vec::new();
    for (cause, is_worth_it) in causes {
        if is_worth_it || (is_open && shown.len() < 2) {
            shown.push(cause);
        }
    }
    shown
}

fn is_path_shown(seen: &Seen) -> bool {
    matches!(seen, Seen::Fact(fact) if shows_path(*fact))
}

/// Whether a fact shows that the path to the registry works.
fn shows_path(fact: Fact) -> bool {
    matches!(
        fact,
        Fact::ChallengeOk
            | Fact::ChallengeSeen
            | Fact::RefreshTokenOk
            | Fact::AccessTokenOk
            | Fact::SignedIn
            | Fact::TransferOk
            | Fact::ClusterCanPull
            | Fact::HttpOk
            | Fact::TcpOk
            | Fact::TlsOk
            | Fact::RoutingOk
            | Fact::MicrosoftIssuer
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::{Prior, Weight};

    fn prior(cause: &str, side: Side, finding: &str) -> Prior {
        let findings = [(finding.into(), 0)].into_iter().collect();
        Prior { cause: cause.into(), side, points: 0, findings }
    }

    fn weight(fact: Fact, points: &[(&str, i32)]) -> Weight {
        Weight {
            when: vec![fact.into()],
            any: Vec::new(),
            unless: Vec::new(),
            points: points.iter().map(|(id, points)| ((*id).to_owned(), *points)).collect(),
            reason: None,
            decides: None,
        }
    }

    /// Three causes: what speaks for the first may speak for the second too, and for the third something of its own.
    fn engine(weights: Vec<Weight>) -> Engine {
        let priors = vec![
            prior("firewall", Side::Network, "blocked"),
            prior("zone", Side::Network, "unlinked"),
            prior("docker", Side::Exit, "stopped"),
        ];
        Engine::new(Weights { priors, weights, ..Weights::default() }).expect("weights of known causes")
    }

    fn named(engine: &Engine, facts: &[Fact]) -> Vec<String> {
        let observations: Vec<Observation> = facts.iter().map(|fact| Seen::from(*fact).into()).collect();
        engine.diagnose(&observations).causes.iter().map(|cause| cause.id.to_string()).collect()
    }

    #[test]
    fn a_second_fault_is_named_however_likely_the_first_is() {
        let engine = engine(vec![
            weight(Fact::TcpTimeout, &[("firewall", 20), ("zone", 9)]),
            weight(Fact::DaemonNotRunning, &[("docker", OPPOSES)]),
            weight(Fact::LocalFault, &[("docker", OPPOSES - 1)]),
            weight(Fact::DaemonOk, &[("docker", -1)]),
        ]);
        let zone_second = ["firewall", "zone"];
        assert_eq!(named(&engine, &[Fact::TcpTimeout]), zone_second);
        // It stands on something of its own: it is a fault beside the first, though far less likely than what shares its evidence.
        assert_eq!(named(&engine, &[Fact::TcpTimeout, Fact::DaemonNotRunning]), ["firewall", "zone", "docker"]);
        assert_eq!(named(&engine, &[Fact::TcpTimeout, Fact::LocalFault]), zone_second);
        // What speaks against it counts too.
        assert_eq!(named(&engine, &[Fact::TcpTimeout, Fact::DaemonNotRunning, Fact::DaemonOk]), zone_second);
    }

    #[test]
    fn an_uncertain_first_has_a_second_and_a_certain_one_needs_none() {
        let mut weights = vec![weight(Fact::TcpTimeout, &[("firewall", 20), ("zone", 3)])];
        assert_eq!(named(&engine(weights.clone()), &[Fact::TcpTimeout]), ["firewall", "zone"]);
        weights[0].decides = Some("firewall".into());
        assert_eq!(named(&engine(weights), &[Fact::TcpTimeout]), ["firewall"]);
    }
}
