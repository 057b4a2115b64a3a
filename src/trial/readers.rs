//! Simulated readers: how many questions and commands until the right solution stands first.
//!
//! A reader has one fault. What they see first and how they answer is drawn from the weights' own model, or the first sight is a labelled
//! text of the corpus. Three in twenty times they do not know an answer. A reader stops when the right solution stands first.

use super::Dice;
use super::corpus::Case;
use super::limits;
use super::measure::{Limit, Measure, share};
use crate::diagnosis::{Engine, Inquiry, Outcome};
use crate::knowledge::{FindingId, Knowledge, SolutionId};
use crate::observation::{Observation, Seen};
use crate::paste::{Recognisers, read};

/// How often a reader does not know the answer to a question.
const UNKNOWN: f64 = 0.15;
/// What looks this good is tried, whatever else could be asked.
const GOOD: f64 = 0.6;
/// After so many questions and commands a reader tries the best there is.
const PATIENCE: usize = 3;

/// What readers see first, by the facts that their text shows.
const SIGHTS: &str = "name-unknown, dns-timeout, tcp-timeout, tcp-timeout to-private, tcp-timeout to-public, http-timeout client-docker, \
    tcp-timeout client-kubelet, tls-timeout, tls-unknown-authority, ended-early at-layers, tcp-timeout at-layers at-blob, \
    name-unknown at-data-endpoint, proxy-wants-login, proxy-unreachable, client-ip-denied client-ip-public, \
    client-ip-denied client-acr-tasks, client-ip-denied client-hosted-agent, forbidden, no-access, token-forbidden, auth-required, \
    scope-missing, registry-not-listed, daemon-not-running, docker-missing, socket-denied, tag-missing, image-missing, \
    platform-missing, throttled, unavailable, pull-unexplained, challenge-failed, connect-failed, storage-denied";

/// What came of a number of readers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Readers.
    pub readers: usize,
    /// Questions and commands, of all.
    pub asked: usize,
    /// Questions and commands of the reader with the most.
    pub most_asked: usize,
    /// Solutions tried in vain, of all.
    pub tried: usize,
    /// Readers with more than six questions, commands and solutions tried in vain.
    pub long_ways: usize,
}

impl Tally {
    fn add(&mut self, (asked, tried): (usize, usize)) {
        self.readers += 1;
        self.asked += asked;
        self.most_asked = self.most_asked.max(asked);
        self.tried += tried;
        self.long_ways += usize::from(asked + tried > 6);
    }

    /// The figures with their limits: few questions and commands, and few even with every solution counted that was tried in vain.
    pub fn measures(&self) -> Vec<Measure> {
        let measure = |name, part, whole, limit| Measure { name, value: share(part, whole), limit };
        vec![
            measure("readers", self.readers, 1, Limit::None),
            measure("mean-asked", self.asked, self.readers, limits::STEPS),
            measure("mean-with-tried-in-vain", self.asked + self.tried, self.readers, limits::STEPS),
            measure("most-asked", self.most_asked, 1, limits::MOST_ASKED),
            measure("long-ways", self.long_ways, self.readers, limits::LONG_WAYS),
        ]
    }
}

/// Readers of a guide.
pub struct Readers<'a> {
    /// What they are asked and told.
    pub engine: &'a Engine,
    /// Which solution mends what.
    pub knowledge: &'a Knowledge,
}

impl<'a> Readers<'a> {
    /// What readers of the model may see first; each is one or several facts.
    pub fn sights() -> Vec<Vec<Seen>> {
        // A word that is no fact empties its sight, so that a misspelling is noticed.
        let facts = |sight: &str| sight.split_whitespace().map(Seen::parse).collect::<Option<Vec<_>>>();
        SIGHTS.split(',').map(|sight| facts(sight).unwrap_or_default()).collect()
    }

    /// Readers whose fault and first sight are drawn from the weights' own model.
    pub fn from_model(&self, count: usize) -> Tally {
        let outcomes = Self::sights().into_iter().map(|see| Outcome { see, base: 0 }).collect();
        let opening =
            Inquiry { question: None, command: None, finding: None, cost: 1, when: vec![], unless: vec![], outcomes };
        let prior = self.engine.belief(&[]);
        let mut dice = Dice::new(0x2545_f491_4f6c_dd1d);
        let mut tally = Tally::default();
        for _ in 0..count {
            let (_, fault, _) = &prior[dice.draw(prior.iter().map(|(.., probability)| *probability))];
            let chances = self.engine.outcomes_given(&[], &opening, fault);
            let sight = dice.draw(chances.iter().copied());
            let mut observations = Vec::new();
            observe(&mut observations, &opening.outcomes[sight].see);
            tally.add(self.run(&mut observations, fault, &mut dice));
        }
        tally
    }

    /// Three readers for each labelled text; the fault is one of the labelled cause's, as likely as the text makes it.
    pub fn from_cases<'c>(&self, recognisers: &Recognisers, cases: impl IntoIterator<Item = &'c Case>) -> Tally {
        let mut dice = Dice::new(0x1234_5678_9abc_def1);
        let mut tally = Tally::default();
        for case in cases {
            let pasted = read(recognisers, &case.text);
            let known = case.cause.as_ref().filter(|cause| case.acceptable.contains(cause));
            let Some(label) = known.or(case.acceptable.first()) else { continue };
            let belief = self.engine.belief(&pasted.observations);
            let faults: Vec<_> = belief.iter().filter(|(cause, ..)| cause == label).collect();
            for _ in 0..3 {
                let (_, fault, _) = faults[dice.draw(faults.iter().map(|(.., probability)| *probability))];
                tally.add(self.run(&mut pasted.observations.clone(), fault, &mut dice));
            }
        }
        tally
    }

    fn solution(&self, finding: &FindingId) -> Option<&'a SolutionId> {
        self.knowledge.finding(finding).map(|finding| &finding.solution)
    }

    /// The solution that stands first, and how likely it is.
    fn first(&self, observations: &[Observation]) -> (Option<&'a SolutionId>, f64) {
        let mut sums: Vec<(Option<&SolutionId>, f64)> = Vec::new();
        for (_, finding, probability) in self.engine.belief(observations) {
            let solution = self.solution(&finding);
            match sums.iter_mut().find(|(id, _)| *id == solution) {
                Some((_, sum)) => *sum += probability,
                None => sums.push((solution, probability)),
            }
        }
        sums.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default()
    }

    /// Asks until the right solution stands first; answers how many questions and commands that took, and how many wrong solutions were
    /// tried in vain on the way: one that looks good, or the best after three questions.
    fn run(&self, observations: &mut Vec<Observation>, fault: &FindingId, dice: &mut Dice) -> (usize, usize) {
        let right = self.solution(fault);
        let (mut asked, mut tried) = (0, 0);
        loop {
            let (shown, probability) = self.first(observations);
            // Whoever has tried every solution gives up: their way was long.
            if shown == right || tried > self.knowledge.solutions.len() {
                return (asked, tried);
            }
            let next = self.engine.next_after(observations).filter(|_| probability < GOOD && asked < PATIENCE);
            let inquiry = next.and_then(|next| {
                self.engine.inquiries().iter().find(|inquiry| {
                    (&inquiry.question, &inquiry.command, &inquiry.finding)
                        == (&next.question, &next.command, &next.finding)
                })
            });
            match inquiry {
                Some(inquiry) => {
                    asked += 1;
                    self.answer(inquiry, observations, fault, dice);
                }
                None => {
                    tried += 1;
                    let all = self.engine.belief(&[]);
                    let vain = all.into_iter().filter(|(_, finding, _)| self.solution(finding) == shown);
                    observe(
                        observations,
                        &vain.map(|(_, finding, _)| Seen::RuledOut(finding.to_string())).collect::<Vec<_>>(),
                    );
                }
            }
        }
    }

    fn answer(&self, inquiry: &Inquiry, observations: &mut Vec<Observation>, fault: &FindingId, dice: &mut Dice) {
        match &inquiry.question {
            Some(question) if dice.unit() < UNKNOWN => observe(observations, &[Seen::DontKnow(question.clone())]),
            _ => {
                let chances = self.engine.outcomes_given(observations, inquiry, fault);
                let outcome = dice.draw(chances.iter().copied());
                observe(observations, &inquiry.outcomes[outcome].see);
            }
        }
    }
}

fn observe(observations: &mut Vec<Observation>, seen: &[Seen]) {
    observations.extend(seen.iter().cloned().map(Observation::from));
}
