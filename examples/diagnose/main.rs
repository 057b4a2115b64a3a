//! The core as a library: reads what a terminal, pipeline or portal printed, prints a diagnosis.
//!
//! ```text
//! cargo run --quiet --example diagnose -- [--lang sv] [--guide URL] [FILE]    for people; standard input without FILE
//! cargo run --quiet --example diagnose -- --json [FILE]                       one JSON object
//! cargo run --quiet --example diagnose -- --json-lines FILE                   one JSON object for each line {"id","text"}
//! ```
//!
//! People read English unless `--lang` names another language of the guide. The URL is that of the hosted guide's start page, in that
//! language: `https://host/sv/`.
//!
//! Exit status: 0 whatever the diagnosis, also when nothing is recognised; 2 when a file cannot be read or an option is unknown.

mod answer;
mod people;

use answer::answer;
use people::People;
use registry_guide::authoring;
use registry_guide::diagnosis::{Engine, Weights};
use registry_guide::paste::{Recognisers, Rules, read, read_bytes};
use serde_json::Value;
use std::io::{Read, Write};
use std::process::ExitCode;

const RECOGNISERS: &str = include_str!("../../content/recognisers.toml");
const WEIGHTS: &str = include_str!("../../content/weights.toml");
const USAGE: &str = "usage: diagnose [--lang sv] [--guide URL] [FILE] | --json [FILE] | --json-lines FILE";

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
    let (mut mode, mut language, mut url, mut file) = (Mode::People, "en".to_owned(), None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => mode = Mode::Json,
            "--json-lines" => mode = Mode::Lines,
            "--guide" => url = Some(arguments.next().ok_or(USAGE)?),
            "--lang" => language = arguments.next().ok_or(USAGE)?,
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
            let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
            let content = authoring::load(&content).map_err(|problems| problems.to_string())?;
            let known = content.languages().iter().any(|known| known.code.as_str() == language);
            let guide = content.guide(&language.as_str().into()).filter(|_| known);
            let guide = guide.ok_or_else(|| format!("the guide does not speak `{language}`"))?;
            let people = People::new(&guide, &pasted, url.as_deref());
            out.write_all(people.told(&engine.diagnose(&pasted.observations)).as_bytes())?;
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
