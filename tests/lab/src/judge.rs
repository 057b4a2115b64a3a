//! Whether what was said is true, and narrow enough.
//!
//! Three rules. No statement may be false: a verdict claims what the scenario does not contradict, and no cause is `likely` or
//! `certain` that is not the truth. The truth is among the causes that are left standing. And these are few: at most two, in
//! so many of a hundred runs.

mod claims;

use crate::page::{Reading, TargetReading};
use crate::run::Record;
use crate::scenario::{Browser, Scenario, Truth};

/// At most so many causes count as narrowed down.
pub const FEW: usize = 2;
/// Of a hundred runs in Chromium, how many must be narrowed down by the check alone.
pub const NARROWED: usize = 80;
/// The same when the page has been told what the tabs show.
pub const NARROWED_BY_TABS: usize = 95;

/// What became of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is false, a line each; empty in a good run.
    pub false_statements: Vec<String>,
    /// Whether the truth is left standing.
    pub names_truth: bool,
    /// How many causes are left standing by the check alone.
    pub candidates: usize,
    /// How many when the tabs are told as well.
    pub candidates_after_tabs: usize,
}

impl Finding {
    /// Holds a run against the truth.
    pub fn of(scenario: &Scenario, record: &Record) -> Self {
        let mut false_statements = Vec::new();
        let last = record.after_tabs.as_ref().unwrap_or(&record.reading);
        let readings = [("", Some(&record.reading)), ("after the tabs: ", record.after_tabs.as_ref())];
        for (when, reading) in readings {
            let Some(reading) = reading else { continue };
            match reading.of(scenario.about) {
                Some(target) => {
                    false_statements.extend(falsehoods(scenario, target).map(|line| format!("{when}{line}")))
                }
                None => {
                    false_statements.push(format!("{when}the page says nothing of the {}", scenario.about.as_str()))
                }
            }
        }
        for line in &record.unasked {
            false_statements.push(format!("sent before the reader pressed: {line}"));
        }
        for line in &record.revealing {
            false_statements.push(format!("reveals the reader: {line}"));
        }
        let names_truth = [&record.reading, last].into_iter().all(|reading| names_truth(scenario, reading));
        let count = |reading: &Reading| reading.of(scenario.about).map_or(usize::MAX, |target| target.candidates.len());
        Self { false_statements, names_truth, candidates: count(&record.reading), candidates_after_tabs: count(last) }
    }

    /// Whether nothing false was said and the truth was not left out.
    pub fn is_good(&self) -> bool {
        self.false_statements.is_empty() && self.names_truth
    }
}

/// What a target's verdict and causes say that is not so.
fn falsehoods(scenario: &Scenario, target: &TargetReading) -> impl Iterator<Item = String> {
    let claim = claims::contradiction(scenario, &target.verdict);
    let causes = target.candidates.iter().filter(|candidate| {
        let is_true = match scenario.truth {
            Truth::Cause(causes) => causes.iter().any(|cause| cause.as_str() == candidate.cause),
            Truth::Works | Truth::Browser => false,
        };
        matches!(candidate.certainty.as_str(), "certain" | "likely") && !is_true
    });
    let causes: Vec<String> =
        causes.map(|it| format!("{} is called {} and is not the truth", it.cause, it.certainty)).collect();
    claim.into_iter().chain(causes)
}

fn names_truth(scenario: &Scenario, reading: &Reading) -> bool {
    let Some(target) = reading.of(scenario.about) else { return false };
    match scenario.truth {
        Truth::Cause([first, ..]) => target.candidates.iter().any(|candidate| candidate.cause == first.as_str()),
        // Nothing is broken on the way: that is what the verdict itself must leave room for.
        Truth::Cause([]) | Truth::Works | Truth::Browser => claims::leaves_room(scenario.truth, &target.verdict),
    }
}

/// What all runs came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many runs there were.
    pub runs: usize,
    /// How many were narrowed down by the check alone.
    pub narrowed: usize,
    /// How many were when the tabs were told.
    pub narrowed_by_tabs: usize,
}

impl Tally {
    /// Counts the runs of one browser.
    pub fn of<'a>(browser: Browser, runs: impl IntoIterator<Item = (&'a Record, &'a Finding)>) -> Self {
        let mut tally = Self { runs: 0, narrowed: 0, narrowed_by_tabs: 0 };
        for (_, finding) in runs.into_iter().filter(|(record, _)| record.browser == browser) {
            tally.runs += 1;
            tally.narrowed += usize::from(finding.candidates <= FEW);
            tally.narrowed_by_tabs += usize::from(finding.candidates_after_tabs <= FEW);
        }
        tally
    }

    /// What is not narrow enough, a line each. Only Chromium tells a page so much.
    pub fn complaints(&self) -> Vec<String> {
        let asked = [
            ("by the check alone", self.narrowed, NARROWED),
            ("after the tabs", self.narrowed_by_tabs, NARROWED_BY_TABS),
        ];
        let wanting = asked.into_iter().filter(|(_, narrowed, percent)| narrowed * 100 < self.runs * percent);
        wanting
            .map(|(when, narrowed, percent)| {
                format!(
                    "{narrowed} of {} runs are narrowed to {FEW} causes {when}; {percent} % are asked for",
                    self.runs
                )
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Candidate;

    fn run(scenario: &'static Scenario, verdict: &str, candidates: &[(&str, &str)]) -> Finding {
        let candidates = candidates
            .iter()
            .map(|(cause, certainty)| Candidate { cause: (*cause).into(), certainty: (*certainty).into() });
        let target = TargetReading {
            target: scenario.about.as_str().into(),
            host: scenario.registry.into(),
            verdict: verdict.into(),
            certainty: "likely".into(),
            candidates: candidates.collect(),
        };
        let record = Record {
            scenario: scenario.name.into(),
            browser: Browser::Chromium,
            reading: Reading { stage: "done".into(), path: String::new(), targets: vec![target] },
            took_ms: 0,
            path_tab: None,
            rules_tab: None,
            after_tabs: None,
            unasked: Vec::new(),
            revealing: Vec::new(),
        };
        Finding::of(scenario, &record)
    }

    fn scenario(name: &str) -> &'static Scenario {
        Scenario::find(name).unwrap()
    }

    #[test]
    fn a_cause_that_is_likely_and_not_the_truth_is_a_false_statement() {
        let missing = scenario("name-missing");
        let good = [("registry-name", "likely"), ("client-firewall", "possible")];
        assert!(run(missing, "gave-up-at-once", &good).is_good());
        let bad = run(missing, "gave-up-at-once", &[("client-firewall", "likely"), ("registry-name", "possible")]);
        assert_eq!(bad.false_statements.len(), 1, "{bad:?}");
    }

    #[test]
    fn a_truth_that_is_not_named_is_missed() {
        assert!(
            !run(scenario("private-zone-without-record"), "gave-up-at-once", &[("client-firewall", "possible")])
                .is_good()
        );
    }

    #[test]
    fn an_answer_is_not_claimed_where_nothing_can_answer() {
        let dropped = run(scenario("public-dropped"), "answered", &[("client-firewall", "possible")]);
        assert_eq!(dropped.false_statements.len(), 1, "{dropped:?}");
    }

    #[test]
    fn a_path_that_works_may_not_be_called_dead() {
        assert!(!run(scenario("healthy"), "no-answer", &[("client-firewall", "possible")]).is_good());
        assert!(run(scenario("healthy"), "answered", &[("public-access", "possible")]).is_good());
    }

    #[test]
    fn four_of_five_is_just_enough() {
        assert_eq!(Tally { runs: 5, narrowed: 4, narrowed_by_tabs: 5 }.complaints(), Vec::<String>::new());
        assert_eq!(Tally { runs: 5, narrowed: 3, narrowed_by_tabs: 4 }.complaints().len(), 2);
    }
}
