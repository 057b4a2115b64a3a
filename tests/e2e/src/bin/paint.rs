//! `cargo xtask bench paint`: how long readers on a slow line wait for the first words, compared with a bare file.
//!
//! `paint [RUNS]`; the result goes to `target/bench.json` as well. Ends with 1 if a page is too slow or moves.

use guide_e2e::paint::{Bare, Loader, PAGES, Report, Row, Variant};
use std::process::ExitCode;

/// Loads of each page in each variant: enough for a median that one disturbance does not move.
const RUNS: usize = 9;

fn main() -> ExitCode {
    let runs = match std::env::args().nth(1).map(|runs| runs.parse::<usize>()) {
        None => RUNS,
        Some(Ok(runs)) if runs > 0 => runs,
        Some(_) => {
            eprintln!("usage: paint [RUNS]");
            return ExitCode::from(2);
        }
    };
    let bare = Bare::of(&PAGES);
    let loader = Loader::new();
    let mut rows: Vec<Row> =
        PAGES.iter().map(|(page, _)| Row { page: (*page).into(), loads: Default::default() }).collect();
    // Round 0 is not counted: the server compresses each file when it is asked for first.
    for round in 0..=runs {
        for (row, (name, path)) in rows.iter_mut().zip(PAGES) {
            // Each takes its turn at being first.
            for turn in 0..Variant::ALL.len() {
                let at = (round + turn) % Variant::ALL.len();
                let load = match Variant::ALL[at] {
                    Variant::Guide => loader.guide(path),
                    other => loader.other(&bare.url(name, other)),
                };
                if round > 0 {
                    row.loads[at].push(load);
                }
            }
        }
    }
    let report = Report(rows);
    println!("{report}");
    if let Err(error) = std::fs::write(guide_e2e::target().join("bench.json"), format!("{:#}\n", report.to_json())) {
        eprintln!("target/bench.json could not be written: {error}");
        return ExitCode::FAILURE;
    }
    let faults = report.faults();
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
