//! The core as a library: reads what a terminal, pipeline or portal printed, prints a diagnosis.
//!
//! ```text
//! cargo run --quiet --example diagnose -- [--guide URL] [FILE]     for people; standard input without FILE
//! cargo run --quiet --example diagnose -- --json [FILE]            one JSON object
//! cargo run --quiet --example diagnose -- --json-lines FILE        one JSON object for each line {"id","text"}
//! ```
//!
//! Exit status: 0 whatever the diagnosis, also when nothing is recognised; 2 when a file cannot be read or an option is unknown.

use registry_guide::diagnosis::{Diagnosis, Engine, RankedCause, Weights};
use registry_guide::observation::Seen;
use registry_guide::paste::{Pasted, Recognisers, Rules, read, read_bytes};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::ExitCode;

const RECOGNISERS: &str = include_str!("../content/recognisers.toml");
const WEIGHTS: &str = include_str!("../content/weights.toml");
const USAGE: &str = "usage: diagnose [--guide URL] [FILE] | --json [FILE] | --json-lines FILE";

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("diagnose: {problem}");
            ExitCode::from(2)
        }
    }
}

enum Mode {
    People,
    Json,
    Lines,
}

fn run() -> Result<(), Failure> {
    let (mut mode, mut guide, mut file) = (Mode::People, None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => mode = Mode::Json,
            "--json-lines" => mode = Mode::Lines,
            "--guide" => guide = Some(arguments.next().ok_or(USAGE)?),
            "--help" | "-h" => {
                println!("{USAGE}");
                return Ok(());
            }
            "-" => file = None,
            option if option.starts_with("--") => return Err(format!("unknown option {option}\n{USAGE}").into()),
            path => file = Some(path.to_owned()),
        }
    }
    let recognisers = Recognisers::compile(Rules::from_toml(RECOGNISERS)?)?;
    let engine = Engine::new(Weights::from_toml(WEIGHTS)?)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match mode {
        Mode::Lines => {
            let bytes = input(Some(file.ok_or(USAGE)?))?;
            for (nth, line) in
                String::from_utf8_lossy(&bytes).lines().enumerate().filter(|(_, line)| !line.trim().is_empty())
            {
                let case: Value =
                    serde_json::from_str(line).map_err(|problem| format!("line {}: {problem}", nth + 1))?;
                let pasted = read(&recognisers, case["text"].as_str().unwrap_or_default());
                let mut answer = answer(&pasted, &engine.diagnose(&pasted.observations));
                answer["id"] = case["id"].clone();
                writeln!(out, "{answer}")?;
            }
        }
        Mode::Json => {
            let pasted = read_bytes(&recognisers, &input(file)?);
            writeln!(out, "{}", answer(&pasted, &engine.diagnose(&pasted.observations)))?;
        }
        Mode::People => {
            let pasted = read_bytes(&recognisers, &input(file)?);
            people(&mut out, &pasted, &engine.diagnose(&pasted.observations), guide.as_deref())?;
        }
    }
    out.flush()?;
    Ok(())
}

fn input(file: Option<String>) -> Result<Vec<u8>, Failure> {
    let Some(path) = file else {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    };
    std::fs::read(&path).map_err(|problem| format!("{path}: {problem}").into())
}

/// The answer for programs.
fn answer(pasted: &Pasted, diagnosis: &Diagnosis) -> Value {
    let recognised: Vec<String> = if pasted.is_recognised() {
        pasted.observations.iter().map(|observation| observation.seen.to_string()).collect()
    } else {
        Vec::new()
    };
    let reasons = |cause: &RankedCause, sign: i32| -> Vec<String> {
        cause.reasons.iter().filter(|reason| reason.points.signum() == sign).map(|reason| reason.id.clone()).collect()
    };
    let causes: Vec<Value> = diagnosis
        .causes
        .iter()
        .map(|cause| {
            json!({
                "id": cause.id,
                "certainty": cause.certainty,
                "finding": cause.finding,
                "reasons": reasons(cause, 1),
                "against": reasons(cause, -1),
                "probability": (cause.probability * 1000.0).round() / 1000.0,
            })
        })
        .collect();
    json!({
        "recognised": recognised,
        "causes": causes,
        "finding": diagnosis.finding,
        "network": diagnosis.network,
        "contradictions": diagnosis.contradictions,
        "next": diagnosis.next,
        "names": pasted.names,
    })
}

/// The answer for people, short enough for the end of a pipeline's log.
fn people(out: &mut impl Write, pasted: &Pasted, diagnosis: &Diagnosis, guide: Option<&str>) -> Result<(), Failure> {
    if !pasted.is_recognised() {
        writeln!(
            out,
            "Nothing was recognised. Give the whole error text, or the output of: az acr check-health --ignore-errors --yes"
        )?;
        return Ok(());
    }
    match (diagnosis.causes.first(), diagnosis.network) {
        (None, Some(false)) => writeln!(out, "The path to the registry works as far as this text shows.")?,
        (None, _) => writeln!(out, "What was recognised names no cause.")?,
        (Some(_), Some(true)) => writeln!(out, "The network, or the registry's rules about it:")?,
        (Some(_), Some(false)) => writeln!(out, "Not the network:")?,
        (Some(_), None) => writeln!(out, "Whether it is the network is open:")?,
    }
    for cause in &diagnosis.causes {
        let certainty = serde_json::to_value(cause.certainty)?;
        write!(out, "  {:<9} {}", certainty.as_str().unwrap_or_default(), cause.id)?;
        if let Some(finding) = &cause.finding {
            write!(out, " ({finding})")?;
        }
        writeln!(out)?;
        for reason in &cause.reasons {
            let lines = lines_of(pasted, &reason.seen);
            writeln!(out, "            {} {}{lines}", if reason.points > 0 { '+' } else { '-' }, reason.id)?;
        }
        if let Some(guide) = guide {
            writeln!(out, "            {}/causes/{}/", guide.trim_end_matches('/'), cause.id)?;
        }
    }
    for contradiction in &diagnosis.contradictions {
        writeln!(out, "  does not go together: {contradiction}")?;
    }
    if let Some(next) = &diagnosis.next {
        match (&next.question, &next.command, &next.finding) {
            (Some(question), ..) => writeln!(out, "Next, answer: {question}")?,
            (_, Some(command), _) => writeln!(out, "Next, run: {command}")?,
            (.., Some(finding)) => writeln!(out, "Next, test for: {finding}")?,
            _ => {}
        }
    }
    Ok(())
}

fn lines_of(pasted: &Pasted, seen: &[Seen]) -> String {
    let lines: Vec<String> = pasted
        .observations
        .iter()
        .filter(|observation| seen.contains(&observation.seen))
        .flat_map(|observation| observation.lines.iter().take(3))
        .map(|line| (line + 1).to_string())
        .collect();
    if lines.is_empty() { String::new() } else { format!(" (line {})", lines.join(", ")) }
}
