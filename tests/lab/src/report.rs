//! The confusion table: what is true against what was said.

use crate::judge::{FEW, Finding, Stage, Tally};
use crate::page::TargetReading;
use crate::run::Record;
use crate::scenario::{ALL, Browser, Cause, Scenario, Truth};
use crate::tab::Sight;
use std::fmt::Write;

/// A run with what it came to.
#[derive(Debug, Clone)]
pub struct Run {
    /// The scenario.
    pub scenario: &'static Scenario,
    /// The browser.
    pub browser: Browser,
    /// What was seen, or why nothing was.
    pub outcome: Result<(Record, Finding), String>,
}

/// What is wrong with the runs, a line each.
pub fn complaints(runs: &[Run], is_whole: bool) -> Vec<String> {
    let mut complaints = Vec::new();
    for run in runs {
        let name = format!("{} in {}", run.scenario.name, run.browser.as_str());
        match &run.outcome {
            Err(why) => complaints.push(format!("{name}: did not run: {why}")),
            Ok((_, finding)) => {
                let lines = finding.false_statements.iter().chain(&finding.late);
                complaints.extend(lines.map(|line| format!("{name}: {line}")));
                if !finding.names_truth {
                    complaints.push(format!("{name}: the truth ({}) is not left standing", truth(run.scenario)));
                }
            }
        }
    }
    if is_whole {
        complaints.extend(tally(runs, Browser::Chromium).complaints());
    }
    complaints
}

fn tally(runs: &[Run], browser: Browser) -> Tally {
    Tally::of(
        browser,
        runs.iter().filter_map(|run| run.outcome.as_ref().ok()).map(|(record, finding)| (record, finding)),
    )
}

/// All runs in one line, as other test programs end.
pub fn summary(runs: &[Run], complaints: usize, seconds: f32) -> String {
    let is_good = |run: &&Run| run.outcome.as_ref().is_ok_and(|(_, finding)| finding.is_good());
    let good = runs.iter().filter(is_good).count();
    let Tally { runs: count, narrowed } = tally(runs, Browser::Chromium);
    let [alone, with_dns, by_tabs] = narrowed.map(|narrowed| narrowed * 100 / count.max(1));
    let result = if complaints == 0 { "ok" } else { "FAILED" };
    format!(
        "laboratory result: {result}. {good} runs good; {} not; {complaints} complaints; in Chromium at most {FEW} causes in {alone} % by the \
         check alone, {with_dns} % with public DNS, {by_tabs} % after the tabs; finished in {seconds:.0} s",
        runs.len() - good
    )
}

/// A run in one line, for whoever watches.
pub fn line(run: &Run) -> String {
    let name = format!("{:<9}{}", run.browser.as_str(), run.scenario.name);
    match &run.outcome {
        Err(why) => format!("  ??  {name}: {why}"),
        Ok((record, finding)) => {
            let verdict = record.reading.of(run.scenario.about).map_or("", |target| target.verdict.as_str());
            let mark = if finding.is_good() { "ok" } else { "!!" };
            format!("  {mark}  {name}: {verdict} after {:.1} s", record.reading.took_ms / 1000.0)
        }
    }
}

/// What the page had measured in a run that went wrong, for whoever looks into it.
pub fn measured(run: &Run) -> &[String] {
    match &run.outcome {
        Ok((record, finding)) if !finding.is_good() => &record.reading.measured,
        _ => &[],
    }
}

/// The whole report, in Markdown.
pub fn markdown(runs: &[Run]) -> String {
    let mut text = String::from(
        "# What the check says where the truth is known\n\n\
         Written by `cargo xtask test lab`; not by hand. Each row is a network of its own with one thing wrong in it, and a real browser\n\
         that checked a registry there with the built guide. *Truth*: the cause, first the one that must be among those left standing.\n\
         *Causes left*: by the check alone, then (where it changes anything) with public DNS asked as well, then when the page had been told what\n\
         `/v2/`, and the token service after it, showed in a tab. A cause is only possible where nothing else is said.\n\n",
    );
    for browser in [Browser::Chromium, Browser::Firefox] {
        let mine: Vec<&Run> = runs.iter().filter(|run| run.browser == browser).collect();
        if mine.is_empty() {
            continue;
        }
        let Tally { runs: count, narrowed: [alone, with_dns, by_tabs] } = tally(runs, browser);
        let good = mine.iter().filter(|run| run.outcome.as_ref().is_ok_and(|(_, finding)| finding.is_good())).count();
        let name = match browser {
            Browser::Chromium => "Chromium",
            Browser::Firefox => "Firefox",
        };
        let _ = writeln!(
            text,
            "## {name}\n\n{count} runs; {good} without a false statement and with the truth among what is left standing. Narrowed to {FEW} causes: \
             {alone} by the check alone, {with_dns} with public DNS, {by_tabs} after the tabs.\n"
        );
        confusion(&mut text, &mine);
        text.push_str(HEAD);
        for run in mine {
            row(&mut text, run);
        }
        text.push('\n');
    }
    text
}

/// A report without what differs from run to run.
pub fn without_times(text: &str) -> String {
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').collect();
        // The last column but one, in rows of runs.
        let is_seconds = |nth: usize| cells.len() == COLUMNS + 2 && nth == COLUMNS - 1;
        cells
            .iter()
            .enumerate()
            .filter(|(nth, _)| !is_seconds(*nth))
            .map(|(_, cell)| *cell)
            .collect::<Vec<_>>()
            .join("|")
    };
    text.lines().map(row).collect::<Vec<_>>().join("\n")
}

/// How many columns a row of a run has.
const COLUMNS: usize = 11;

const HEAD: &str = "| scenario | truth | path | verdict | sure | causes left | with public DNS | tabs | after the tabs | seconds | |\n\
    |---|---|---|---|---|---|---|---|---|---|---|\n";

/// Truths against verdicts, with how often each pair came up.
fn confusion(text: &mut String, runs: &[&Run]) {
    let said =
        |run: &Run| run.outcome.as_ref().ok().and_then(|(record, _)| record.reading.of(run.scenario.about).cloned());
    let mut verdicts: Vec<String> = runs.iter().filter_map(|run| said(run)).map(|target| target.verdict).collect();
    verdicts.sort();
    verdicts.dedup();
    let mut truths: Vec<String> = Vec::new();
    for scenario in ALL {
        let truth = first_truth(scenario.truth);
        if !truths.contains(&truth) {
            truths.push(truth);
        }
    }
    let _ = writeln!(text, "| truth \\ verdict | {} |\n|---|{}", verdicts.join(" | "), "---|".repeat(verdicts.len()));
    for truth in truths {
        let _ = write!(text, "| {truth} |");
        for verdict in &verdicts {
            let is_this = |run: &&&Run| {
                first_truth(run.scenario.truth) == truth && said(run).is_some_and(|target| target.verdict == *verdict)
            };
            match runs.iter().filter(is_this).count() {
                0 => text.push_str(" |"),
                count => {
                    let _ = write!(text, " {count} |");
                }
            }
        }
        text.push('\n');
    }
    text.push('\n');
}

fn row(text: &mut String, run: &Run) {
    let (scenario, truth) = (run.scenario.name, truth(run.scenario));
    let _ = match &run.outcome {
        Err(why) => writeln!(text, "| {scenario} | {truth} | did not run: {} |", why.replace(['\n', '|'], " ")),
        Ok((record, finding)) => {
            let target = |stage: Stage| stage.reading(record).of(run.scenario.about).cloned().unwrap_or_default();
            let TargetReading { verdict, certainty, .. } = target(Stage::Check);
            let [left, with_dns, by_tabs] = Stage::ALL.map(|stage| causes(&target(stage).candidates));
            let named = target(Stage::PublicDns).verdict;
            // Only where it changed anything.
            let with_dns = match (with_dns == left, named == verdict) {
                (true, true) => String::new(),
                (_, true) => with_dns,
                (_, false) => format!("{named}: {with_dns}"),
            };
            let tabs: Vec<String> = [&record.path_tab, &record.rules_tab].into_iter().flatten().map(shown).collect();
            writeln!(
                text,
                "| {scenario} | {truth} | {} | {verdict} | {certainty} | {left} | {with_dns} | {} | {by_tabs} | {:.1} | {} |",
                record.reading.path.verdict,
                tabs.join(", "),
                record.reading.took_ms / 1000.0,
                if finding.is_good() { "" } else { "wrong" }
            )
        }
    };
}

fn causes(candidates: &[crate::page::Candidate]) -> String {
    if candidates.is_empty() {
        return "none".into();
    }
    // That a cause is possible goes without saying.
    let said = candidates.iter().map(|it| match it.certainty.as_str() {
        "possible" => it.cause.clone(),
        certainty => format!("{} ({certainty})", it.cause),
    });
    said.collect::<Vec<_>>().join(", ")
}

fn shown(sight: &Sight) -> String {
    match sight {
        Sight::Unauthorized => "UNAUTHORIZED".into(),
        Sight::Denied => "DENIED".into(),
        Sight::Code(code) => code.clone(),
        Sight::CertificateWarning(code) => format!("a warning {code}").trim_end().to_owned(),
        Sight::LoginBox => "a box for a login".into(),
        Sight::Empty => "nothing".into(),
        Sight::Page(text) => format!("a page: {}", text.replace('|', " ")),
        Sight::KeepsLoading => "keeps loading".into(),
    }
}

fn first_truth(truth: Truth) -> String {
    match truth {
        Truth::Works => "works".into(),
        Truth::Browser => "the browser itself".into(),
        Truth::Cause(causes) => causes.first().map_or("", |cause| cause.as_str()).into(),
    }
}

fn truth(scenario: &Scenario) -> String {
    match scenario.truth {
        Truth::Cause(causes) => causes.iter().map(|cause: &Cause| cause.as_str()).collect::<Vec<_>>().join(", "),
        other => first_truth(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_are_no_news() {
        let row = |verdict: &str, seconds: &str| {
            format!("{HEAD}| healthy | works | all-answer | {verdict} | likely | none |  |  | none | {seconds} |  |\n")
        };
        assert_eq!(without_times(&row("answered", "0.4")), without_times(&row("answered", "1.9")));
        assert_ne!(without_times(&row("answered", "0.4")), without_times(&row("no-answer", "0.4")));
    }
}
