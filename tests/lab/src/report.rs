//! The confusion table: what is true against what was said.

use crate::judge::{FEW, Finding, Tally};
use crate::page::{Reading, TargetReading};
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
                complaints.extend(finding.false_statements.iter().map(|line| format!("{name}: {line}")));
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

/// A run in one line, for whoever watches.
pub fn line(run: &Run) -> String {
    let name = format!("{:<9}{}", run.browser.as_str(), run.scenario.name);
    match &run.outcome {
        Err(why) => format!("  ??  {name}: {why}"),
        Ok((record, finding)) => {
            let verdict = record.reading.of(run.scenario.about).map_or("", |target| target.verdict.as_str());
            let mark = if finding.is_good() { "ok" } else { "!!" };
            format!("  {mark}  {name}: {verdict} after {:.1} s", record.took_ms as f64 / 1000.0)
        }
    }
}

/// The whole report, in Markdown.
pub fn markdown(runs: &[Run]) -> String {
    let mut text = String::from(
        "# What the check says where the truth is known\n\n\
         Written by `cargo xtask test lab`; not by hand. Each row is a network of its own with one thing wrong in it, and a real browser\n\
         that checked a registry there with the built guide. *Truth*: the cause, first the one that must be among those left standing.\n\
         *Tabs*: what `/v2/`, and the token service after it, showed in a tab, and what was left when the page had been told.\n\n",
    );
    for browser in [Browser::Chromium, Browser::Firefox] {
        let mine: Vec<&Run> = runs.iter().filter(|run| run.browser == browser).collect();
        if mine.is_empty() {
            continue;
        }
        let Tally { runs: count, narrowed, narrowed_by_tabs } = tally(runs, browser);
        let good = mine.iter().filter(|run| run.outcome.as_ref().is_ok_and(|(_, finding)| finding.is_good())).count();
        let _ = writeln!(
            text,
            "## {}\n\n{count} runs; {good} without a false statement and with the truth among the causes; narrowed to {FEW} causes: {narrowed} \
             by the check alone, {narrowed_by_tabs} after the tabs.\n",
            match browser {
                Browser::Chromium => "Chromium",
                Browser::Firefox => "Firefox",
            }
        );
        confusion(&mut text, &mine);
        text.push_str("| scenario | truth | verdict | sure | causes left | tabs | causes left then | seconds | |\n|---|---|---|---|---|---|---|---|---|\n");
        for run in mine {
            row(&mut text, run);
        }
        text.push('\n');
    }
    text
}

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
            let target = |reading: &Reading| reading.of(run.scenario.about).cloned().unwrap_or_default();
            let TargetReading { verdict, certainty, candidates, .. } = target(&record.reading);
            let tabs: Vec<String> = [&record.path_tab, &record.rules_tab].into_iter().flatten().map(shown).collect();
            let then =
                record.after_tabs.as_ref().map_or_else(String::new, |reading| causes(&target(reading).candidates));
            writeln!(
                text,
                "| {scenario} | {truth} | {verdict} | {certainty} | {} | {} | {then} | {:.1} | {} |",
                causes(&candidates),
                tabs.join(", "),
                record.took_ms as f64 / 1000.0,
                if finding.is_good() { "" } else { "wrong" }
            )
        }
    };
}

fn causes(candidates: &[crate::page::Candidate]) -> String {
    candidates.iter().map(|it| format!("{} ({})", it.cause, it.certainty)).collect::<Vec<_>>().join(", ")
}

fn shown(sight: &Sight) -> String {
    match sight {
        Sight::Unauthorized => "UNAUTHORIZED".into(),
        Sight::Denied => "DENIED".into(),
        Sight::Code(code) | Sight::CertificateWarning(code) => code.clone(),
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
