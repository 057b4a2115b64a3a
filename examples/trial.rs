//! Tries the diagnosis on the labelled outputs and on simulated readers, and shows the figures with their limits.
//!
//! ```text
//! cargo run --release --example trial -- [FILE.json]    a table; the figures also as JSON
//! ```
//!
//! Exit status: 0 when every figure keeps to its limit, 1 when one does not, 2 when something cannot be read or written.

use registry_guide::authoring;
use registry_guide::diagnosis::{Engine, Weights};
use registry_guide::paste::{Recognisers, Rules, read};
use registry_guide::trial::{Case, Figures, Limit, Measure, Readers, cases, limits, log};
use serde_json::{Map, Value, json};
use std::process::ExitCode;
use std::time::Instant;

const CORPORA: [(&str, &str); 3] = [
    ("sample", include_str!("../tests/corpus/sample.jsonl")),
    ("recorded", include_str!("../tests/corpus/recorded.jsonl")),
    ("written", include_str!("../tests/corpus/written.jsonl")),
];
/// Simulated readers that are drawn from the model.
const READERS: usize = 1_000;
const MEGABYTE: usize = 1024 * 1024;

type Failure = Box<dyn std::error::Error>;
type Part = (&'static str, Vec<Measure>);

fn main() -> ExitCode {
    let parts = match run() {
        Ok(parts) => parts,
        Err(problem) => {
            eprintln!("trial: {problem}");
            return ExitCode::from(2);
        }
    };
    if parts.iter().flat_map(|(_, measures)| measures).all(Measure::is_kept) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn run() -> Result<Vec<Part>, Failure> {
    let recognisers = Recognisers::compile(Rules::from_toml(include_str!("../content/recognisers.toml"))?)?;
    let engine = Engine::new(Weights::from_toml(include_str!("../content/weights.toml"))?)?;
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = authoring::load(&content).map_err(|problems| problems.to_string())?;
    let mut parts: Vec<Part> = Vec::new();
    let mut all: Vec<Case> = Vec::new();
    for (name, corpus) in CORPORA {
        let cases = cases(corpus)?;
        parts.push((name, Figures::of(&recognisers, &engine, &cases).measures()));
        all.extend(cases);
    }
    let readers = Readers { engine: &engine, knowledge: content.knowledge() };
    parts.push(("readers-of-the-model", readers.from_model(READERS).measures()));
    parts.push(("readers-with-the-texts", readers.from_cases(&recognisers, &all).measures()));
    parts.push(("speed", speed(&recognisers, &all)));
    print!("{}", table(&parts));
    if let Some(path) = std::env::args().nth(1) {
        write(&path, &parts).map_err(|problem| format!("{path}: {problem}"))?;
    }
    Ok(parts)
}

/// The best of five readings: the others show what else the machine was doing.
fn speed(recognisers: &Recognisers, cases: &[Case]) -> Vec<Measure> {
    let outputs: Vec<String> = cases.iter().map(|case| case.text.clone()).collect();
    let log = log(&outputs, MEGABYTE);
    let times = (0..5).map(|_| {
        let start = Instant::now();
        std::hint::black_box(read(recognisers, &log));
        start.elapsed().as_secs_f64()
    });
    let best = times.fold(f64::INFINITY, f64::min);
    // Without optimisation the figure says nothing about the limit, which is for releases.
    let limit = if cfg!(debug_assertions) { Limit::None } else { limits::MEGABYTE };
    vec![
        Measure { name: "megabyte-milliseconds", value: best * 1000.0, limit },
        Measure { name: "megabytes-per-second", value: 1.0 / best, limit: Limit::None },
    ]
}

fn table(parts: &[Part]) -> String {
    let mut table = String::new();
    for (name, measures) in parts {
        table.push_str(&format!("{name}\n"));
        for measure in measures {
            let limit = match measure.limit {
                Limit::AtLeast(least) => format!("≥ {least}"),
                Limit::AtMost(most) => format!("≤ {most}"),
                Limit::None => String::new(),
            };
            let value = (measure.value * 1000.0).round() / 1000.0;
            let mark = if measure.is_kept() { "" } else { "  ← beyond the limit" };
            table.push_str(&format!("    {:<26} {value:>9}  {limit:<8}{mark}\n", measure.name));
        }
    }
    table
}

/// Puts the figures under `diagnosis` into a file that other measurements may share.
fn write(path: &str, parts: &[Part]) -> Result<(), Failure> {
    let mut file = match std::fs::read_to_string(path) {
        Ok(text) => serde_json::from_str::<Map<String, Value>>(&text)?,
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => Map::new(),
        Err(problem) => return Err(problem.into()),
    };
    let figures: Map<String, Value> =
        parts.iter().map(|(name, measures)| ((*name).to_owned(), json_of(measures))).collect();
    file.insert("diagnosis".into(), figures.into());
    std::fs::write(path, format!("{:#}\n", Value::from(file)))?;
    Ok(())
}

fn json_of(measures: &[Measure]) -> Value {
    let one = |measure: &Measure| {
        let limit = match measure.limit {
            Limit::AtLeast(least) => json!({ "at-least": least }),
            Limit::AtMost(most) => json!({ "at-most": most }),
            Limit::None => Value::Null,
        };
        json!({ "value": measure.value, "limit": limit, "kept": measure.is_kept() })
    };
    measures.iter().map(|measure| (measure.name.to_owned(), one(measure))).collect::<Map<_, _>>().into()
}
