//! `guide-lab [FILTER]…`: runs the scenarios whose names contain one of these, with the built guide from `GUIDE_DIST`.
//!
//! As `guide-lab drive SCENARIO BROWSER NETWORK` it is the part of one run that stands in the reader's network; as `guide-lab stand` it
//! builds everything and then does nothing, until it is ended.

use guide_lab::access::Access;
use guide_lab::judge::Finding;
use guide_lab::report::{self, Run};
use guide_lab::scenario::{ALL, Browser, Scenario};
use guide_lab::world::World;
use guide_lab::{run, sandbox};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Runs side by side. Most of a run is waiting, so more than there are processors; few enough that no browser starves.
const SIDE_BY_SIDE: usize = 5;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [role, scenario, browser, number] = arguments.as_slice()
        && role == "drive"
    {
        return drive(scenario, browser, number);
    }
    if !sandbox::is_inside() {
        if let Some(hindrance) = sandbox::hindrance() {
            println!("NOT TESTED, the network laboratory: {hindrance}.");
            return ExitCode::SUCCESS;
        }
        eprintln!("{}", sandbox::enter());
        return ExitCode::FAILURE;
    }
    if arguments == ["stand"] {
        return stand();
    }
    match all(&arguments) {
        Ok(complaints) if complaints.is_empty() => ExitCode::SUCCESS,
        Ok(complaints) => {
            println!("\n{} complaints:", complaints.len());
            complaints.iter().for_each(|line| println!("  {line}"));
            ExitCode::FAILURE
        }
        Err(why) => {
            eprintln!("the laboratory does not come up: {why}");
            ExitCode::FAILURE
        }
    }
}

fn drive(scenario: &str, browser: &str, number: &str) -> ExitCode {
    let scenario = Scenario::find(scenario);
    let browser = [Browser::Chromium, Browser::Firefox].into_iter().find(|one| one.as_str() == browser);
    let (Some(scenario), Some(browser), Ok(number)) = (scenario, browser, number.parse()) else {
        eprintln!("no such scenario, browser or network");
        return ExitCode::FAILURE;
    };
    match run::drive(scenario, browser, number).and_then(|it| serde_json::to_string(&it).map_err(|it| it.to_string())) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn stand() -> ExitCode {
    let built = dist().and_then(|dist| {
        sandbox::furnish()?;
        Ok((World::build(&dist)?, Access::build(&[])?))
    });
    match built {
        Ok(_kept) => {
            println!("standing");
            loop {
                std::thread::park();
            }
        }
        Err(why) => {
            eprintln!("the laboratory does not come up: {why}");
            ExitCode::FAILURE
        }
    }
}

fn dist() -> Result<PathBuf, String> {
    let dist = std::env::var_os("GUIDE_DIST").map(PathBuf::from).filter(|dist| dist.is_dir());
    dist.ok_or("GUIDE_DIST does not say where the built guide is. Run `cargo xtask test lab`".into())
}

type Job = (&'static Scenario, Browser);

/// Runs them all, so many side by side.
fn run_all(jobs: &[Job], side_by_side: usize) -> Vec<Run> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..side_by_side.min(jobs.len()) {
            scope.spawn(|| {
                while let Some(&(scenario, browser)) = jobs.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let outcome = run::scenario(scenario, browser).map(|record| {
                        let finding = Finding::of(scenario, &record);
                        (record, finding)
                    });
                    let run = Run { scenario, browser, outcome };
                    println!("{}", report::line(&run));
                    report::measured(&run).iter().for_each(|row| println!("        {row}"));
                    done.lock().unwrap_or_else(PoisonError::into_inner).push(run);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn all(filter: &[String]) -> Result<Vec<String>, String> {
    let dist = dist()?;
    let is_wanted = |name: &str| filter.is_empty() || filter.iter().any(|part| name.contains(part.as_str()));
    let jobs: Vec<Job> = ALL
        .iter()
        .flat_map(|scenario| scenario.browsers.iter().map(move |&browser| (scenario, browser)))
        .filter(|(scenario, browser)| is_wanted(&format!("{} {}", scenario.name, browser.as_str())))
        .collect();
    if jobs.is_empty() {
        // As with other tests: a filter may be meant for those.
        println!("No scenario's name contains {}", filter.join(" or "));
        return Ok(Vec::new());
    }
    let began = Instant::now();
    sandbox::furnish()?;
    let _world = World::build(&dist)?;
    println!("The internet is up after {:.1} s; {} runs", began.elapsed().as_secs_f32(), jobs.len());
    let (timed, mut others): (Vec<_>, Vec<_>) = jobs.into_iter().partition(|(scenario, _)| scenario.is_timed());
    // Those that wait longest begin first.
    others.sort_by_key(|(scenario, _)| std::cmp::Reverse(scenario.waits()));
    let mut runs = run_all(&others, SIDE_BY_SIDE);
    runs.extend(run_all(&timed, 1));
    // What a busy machine may have done is tried once more with nothing beside it. What was said is judged as it was said.
    let starved = |run: &Run| match &run.outcome {
        Ok((record, finding)) => finding.late.is_some() || record.reading.measured.is_empty(),
        Err(_) => true,
    };
    let again: Vec<Job> = runs.iter().filter(|run| starved(run)).map(|run| (run.scenario, run.browser)).collect();
    if !again.is_empty() {
        println!("Once more, each by itself: {}", again.iter().map(|(it, _)| it.name).collect::<Vec<_>>().join(", "));
        runs.retain(|run| !starved(run));
        runs.extend(run_all(&again, 1));
    }
    let place = |run: &Run| ALL.iter().position(|scenario| scenario.name == run.scenario.name);
    runs.sort_by_key(|run| (run.browser, place(run)));
    let is_whole = filter.is_empty();
    let text = report::markdown(&runs);
    println!("\n{text}");
    let complaints = report::complaints(&runs, is_whole);
    println!("{}", report::summary(&runs, complaints.len(), began.elapsed().as_secs_f32()));
    if is_whole && let Some(file) = std::env::var_os("GUIDE_LAB_REPORT").map(PathBuf::from) {
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        // Each run takes other times: that alone is no news.
        if report::without_times(&before) != report::without_times(&text) {
            std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
        }
    }
    Ok(complaints)
}
