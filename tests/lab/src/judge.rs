//! Whether what was said is true, and narrow enough.
//!
//! Three rules. No statement may be false: a verdict claims what the scenario does not contradict, and no cause is `likely` or
//! `certain` that is not the truth. The truth is among the causes that are left standing. And these are few: at most two, in
//! so many of a hundred runs.

mod claims;

use crate::page::{Reading, TargetReading};
use crate::run::Record;
use crate::scenario::{Browser, Cause, Host, Question, Scenario, Truth};

/// At most so many causes count as narrowed down.
pub const FEW: usize = 2;
/// Of a hundred runs in Chromium, how many must be narrowed down by the check and public DNS.
pub const NARROWED: usize = 80;
/// The same when the page has been told what the tabs show.
pub const NARROWED_BY_TABS: usize = 95;

/// What became of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is false, a line each; empty in a good run.
    pub false_statements: Vec<String>,
    /// What took longer than the page may take.
    pub late: Option<String>,
    /// Whether the truth is left standing throughout.
    pub names_truth: bool,
    /// How many causes are left standing, by [`Stage::ALL`].
    pub candidates: [usize; 3],
}

/// How much has been asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The check alone.
    Check,
    /// The check, and a public resolver.
    PublicDns,
    /// These, and what two tabs show.
    Tabs,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 3] = [Self::Check, Self::PublicDns, Self::Tabs];

    /// What the page said then; where a stage was left out, what it had said before.
    pub fn reading(self, record: &Record) -> &Reading {
        let before = || record.with_dns.as_ref().unwrap_or(&record.reading);
        match self {
            Self::Check => &record.reading,
            Self::PublicDns => before(),
            Self::Tabs => record.after_tabs.as_ref().unwrap_or_else(before),
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Check => "by the check alone",
            Self::PublicDns => "with public DNS",
            Self::Tabs => "after the tabs",
        }
    }
}

impl Finding {
    /// Holds a run against the truth.
    pub fn of(scenario: &Scenario, record: &Record) -> Self {
        let mut false_statements: Vec<String> = Vec::new();
        for stage in Stage::ALL {
            for line in falsehoods(scenario, record.browser, stage.reading(record)) {
                // Once said, it is not said again for each stage.
                if !false_statements.iter().any(|said| said.starts_with(&line)) {
                    false_statements.push(format!("{line} ({})", stage.as_str()));
                }
            }
        }
        false_statements.extend(record.unasked.iter().map(|line| format!("sent before the reader pressed: {line}")));
        false_statements.extend(record.revealing.iter().map(|line| format!("reveals the reader: {line}")));
        let names_truth =
            Stage::ALL.into_iter().all(|stage| names_truth(scenario, record.browser, stage.reading(record)));
        let candidates = Stage::ALL
            .map(|stage| stage.reading(record).of(scenario.about).map_or(usize::MAX, |target| target.candidates.len()));
        Self { false_statements, late: late(scenario, record), names_truth, candidates }
    }

    /// Whether nothing false was said, the truth was not left out, and that in time.
    pub fn is_good(&self) -> bool {
        self.false_statements.is_empty() && self.late.is_none() && self.names_truth
    }
}

/// The longest that a check may take, in seconds, however many hosts say nothing.
const LONGEST: f64 = 12.0;
/// How many times longer than the slowest answer a check may take where all answer.
const PATIENCE: f64 = 1.5;
/// Below this, in seconds, what the machine does besides counts for more than answers.
const NOTICEABLE: f64 = 1.0;

/// What took longer than the page may take, by the page's own clock. A machine on which the page's clock itself stood still is not the
/// page's fault: that much is allowed besides, as measured in the same check.
fn late(scenario: &Scenario, record: &Record) -> Option<String> {
    let [took, stalled] = [record.reading.took_ms, record.reading.stalled_ms].map(|ms| ms / 1000.0);
    let limit = match (scenario.reader.question, scenario.host, record.reading.slowest_answer()) {
        // The reader's own time.
        (Question::Unanswered | Question::Dismissed | Question::Allowed, ..) => return None,
        (Question::NobodyThere, Host::Answers, Some(slowest)) if slowest >= NOTICEABLE => slowest * PATIENCE,
        // Refusal and silence by turns is what an open question of Firefox's looks like, so the host is asked once more.
        (Question::NobodyThere, Host::FailsUnevenly, _) => 2.0 * LONGEST,
        (Question::NobodyThere, ..) => LONGEST,
    };
    let limit = limit + stalled;
    (took > limit).then(|| format!("the check took {took:.1} s, and may take {limit:.1}"))
}

/// What verdicts and causes say that is not so.
fn falsehoods(scenario: &Scenario, browser: Browser, reading: &Reading) -> Vec<String> {
    let mut lines = Vec::new();
    match reading.of(scenario.about) {
        Some(target) => {
            lines.extend(claims::contradiction(scenario, browser, &target.verdict));
            lines.extend(false_causes(scenario, target));
            lines.extend(blamed(scenario, target));
        }
        None => lines.push(format!("the page says nothing of the {}", scenario.about.as_str())),
    }
    lines.extend(claims::path_contradiction(scenario, browser, &reading.path.verdict));
    lines.extend(false_causes(scenario, &reading.path).map(|line| format!("the path: {line}")));
    lines
}

/// A question that nobody has answered is never called a firewall: not even possibly.
fn blamed(scenario: &Scenario, said: &TargetReading) -> Option<String> {
    let is_asked = scenario.host == Host::Withheld && scenario.reader.question != Question::NobodyThere;
    let is_blamed = said.candidates.iter().any(|it| it.cause == Cause::ClientFirewall.as_str());
    (is_asked && is_blamed).then(|| "an open question is called a firewall".into())
}

/// Causes that are called more than possible and are not the truth.
fn false_causes(scenario: &Scenario, said: &TargetReading) -> impl Iterator<Item = String> {
    let is_true = |cause: &str| match scenario.truth {
        Truth::Cause(causes) => causes.iter().any(|one| one.as_str() == cause),
        Truth::Works | Truth::Browser => false,
    };
    said.candidates
        .iter()
        .filter(move |it| matches!(it.certainty.as_str(), "certain" | "likely") && !is_true(&it.cause))
        .map(|it| format!("{} is called {} and is not the truth", it.cause, it.certainty))
}

fn names_truth(scenario: &Scenario, browser: Browser, reading: &Reading) -> bool {
    let Some(target) = reading.of(scenario.about) else { return false };
    match scenario.truth {
        Truth::Cause([first, ..]) => target.candidates.iter().any(|candidate| candidate.cause == first.as_str()),
        // Nothing is broken on the way: that is what the verdict itself must leave room for.
        Truth::Cause([]) | Truth::Works | Truth::Browser => {
            claims::leaves_room(scenario.truth, browser, &target.verdict)
        }
    }
}

/// What the runs of one browser came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many runs there were.
    pub runs: usize,
    /// How many were narrowed down, by [`Stage::ALL`].
    pub narrowed: [usize; 3],
}

impl Tally {
    /// Counts the runs of one browser.
    pub fn of<'a>(browser: Browser, runs: impl IntoIterator<Item = (&'a Record, &'a Finding)>) -> Self {
        let mut tally = Self { runs: 0, narrowed: [0; 3] };
        for (_, finding) in runs.into_iter().filter(|(record, _)| record.browser == browser) {
            tally.runs += 1;
            for (narrowed, candidates) in tally.narrowed.iter_mut().zip(finding.candidates) {
                *narrowed += usize::from(candidates <= FEW);
            }
        }
        tally
    }

    /// What is not narrow enough, a line each.
    pub fn complaints(&self) -> Vec<String> {
        let [_, with_dns, by_tabs] = self.narrowed;
        let asked = [(Stage::PublicDns, with_dns, NARROWED), (Stage::Tabs, by_tabs, NARROWED_BY_TABS)];
        let wanting = asked.into_iter().filter(|(_, narrowed, percent)| narrowed * 100 < self.runs * percent);
        wanting
            .map(|(stage, narrowed, percent)| {
                let when = stage.as_str();
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

    fn record(scenario: &Scenario, reading: Reading) -> Record {
        Record {
            scenario: scenario.name.into(),
            browser: Browser::Chromium,
            reading,
            asked: false,
            with_dns: None,
            path_tab: None,
            rules_tab: None,
            after_tabs: None,
            unasked: Vec::new(),
            revealing: Vec::new(),
        }
    }

    fn run(scenario: &'static Scenario, path: &str, verdict: &str, candidates: &[(&str, &str)]) -> Finding {
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
        let path = TargetReading { verdict: path.into(), ..TargetReading::default() };
        let reading = Reading { stage: "done".into(), path, targets: vec![target], ..Reading::default() };
        Finding::of(scenario, &record(scenario, reading))
    }

    fn scenario(name: &str) -> &'static Scenario {
        Scenario::find(name).unwrap()
    }

    #[test]
    fn a_cause_that_is_likely_and_not_the_truth_is_a_false_statement() {
        let missing = scenario("name-missing");
        let good = [("registry-name", "likely"), ("client-firewall", "possible")];
        assert!(run(missing, "login-fails", "gave-up-at-once", &good).is_good());
        let bad = run(
            missing,
            "login-fails",
            "gave-up-at-once",
            &[("client-firewall", "likely"), ("registry-name", "possible")],
        );
        assert_eq!(bad.false_statements.len(), 1, "{bad:?}");
    }

    #[test]
    fn a_truth_that_is_not_named_is_missed() {
        assert!(
            !run(
                scenario("private-zone-without-record"),
                "login-fails",
                "gave-up-at-once",
                &[("client-firewall", "possible")]
            )
            .is_good()
        );
    }

    #[test]
    fn an_answer_is_not_claimed_where_nothing_can_answer() {
        let dropped = run(scenario("public-dropped"), "login-fails", "answered", &[("client-firewall", "possible")]);
        assert_eq!(dropped.false_statements.len(), 1, "{dropped:?}");
    }

    #[test]
    fn an_open_question_may_not_be_called_a_firewall() {
        let asked = |causes| run(scenario("private-unanswered"), "withheld", "withheld-waiting", causes);
        assert!(asked(&[("vnet", "possible")]).is_good());
        assert!(!asked(&[("vnet", "possible"), ("client-firewall", "possible")]).is_good());
    }

    #[test]
    fn a_path_that_works_may_not_be_called_dead() {
        assert!(!run(scenario("healthy"), "login-only", "no-answer", &[("client-firewall", "possible")]).is_good());
        assert!(run(scenario("healthy"), "login-only", "answered", &[("public-access", "possible")]).is_good());
    }

    #[test]
    fn the_pages_own_clock_decides_how_long_a_check_took_and_a_clock_that_stood_still_is_allowed_for() {
        let dropped = scenario("public-dropped");
        let late = |took_ms, stalled_ms| {
            let reading = Reading { took_ms, stalled_ms, ..Reading::default() };
            late(dropped, &record(dropped, reading))
        };
        assert_eq!(late(12_000.0, 0.0), None);
        assert!(late(12_500.0, 0.0).is_some() && late(12_500.0, 400.0).is_some());
        assert_eq!(late(12_500.0, 600.0), None);
    }

    #[test]
    fn four_of_five_is_just_enough() {
        assert_eq!(Tally { runs: 5, narrowed: [0, 4, 5] }.complaints(), Vec::<String>::new());
        assert_eq!(Tally { runs: 5, narrowed: [0, 3, 4] }.complaints().len(), 2);
    }
}
