//! `cargo xtask content`: checks what authors wrote, tells how far translations have come, and stamps them.

use registry_guide::authoring::{Content, Files, Problems, Selection, Severity};
use registry_guide::words::{LanguageCode, Status};
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask content [--dir DIR] [COMMAND]

  check                      read and check everything (when no command is given)
  status [LANG]              how many texts of each language are current, stale, unstamped and missing; with LANG, which
  stamp LANG [KEY…]          say that these texts are made from the source texts as they are now; without KEY, those
                             that have no stamp yet; a KEY may also be the beginning of one: symptom.request-timeout
  stamp LANG --all-stale     … and all stale ones: only after having looked at each
  --dir DIR                  the folder to read instead of content/";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&mut arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &mut Vec<String>) -> Result<ExitCode, Box<dyn Error>> {
    let dir = take_dir(arguments)?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        [] | ["check"] => check(&dir),
        ["status"] => status(&dir),
        ["status", language] => status_of(&dir, language),
        ["stamp", language] => stamp(&dir, language, &Selection::New),
        ["stamp", language, "--all-stale"] => stamp(&dir, language, &Selection::AllStale),
        ["stamp", language, keys @ ..] if !keys.iter().any(|key| key.starts_with('-')) => {
            stamp(&dir, language, &Selection::Keys(keys.iter().map(ToString::to_string).collect()))
        }
        other => Err(format!("`{}` is not understood\n\n{USAGE}", other.join(" ")).into()),
    }
}

/// The folder to read: where `--dir` says, here, or beside Cargo.toml.
fn take_dir(arguments: &mut Vec<String>) -> Result<PathBuf, Box<dyn Error>> {
    if let Some(at) = arguments.iter().position(|argument| argument == "--dir") {
        if at + 1 == arguments.len() {
            return Err("--dir wants a folder after it".into());
        }
        let dir = arguments.remove(at + 1);
        arguments.remove(at);
        return Ok(dir.into());
    }
    let here = PathBuf::from("content");
    match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(root) if !here.is_dir() => Ok(Path::new(&root).join("content")),
        _ => Ok(here),
    }
}

fn read(dir: &Path) -> Result<Content, Box<dyn Error>> {
    let files = Files::read(dir).inspect_err(|problems| print(dir, problems)).map_err(|_| "content/ was not read")?;
    Ok(Content::read(&files))
}

/// To work with texts they must all have been read; what else is wrong with them does not matter.
fn read_fully(dir: &Path) -> Result<Content, Box<dyn Error>> {
    let content = read(dir)?;
    let problems = content.reading_problems();
    if problems.errors() == 0 {
        return Ok(content);
    }
    print(dir, &problems);
    Err("mend these first".into())
}

fn print(dir: &Path, problems: &Problems) {
    let mut out = std::io::stdout().lock();
    for problem in problems.iter() {
        // Whoever closed the pipe has read enough.
        let _ = writeln!(out, "{}/{problem}", dir.display());
    }
}

fn check(dir: &Path) -> Result<ExitCode, Box<dyn Error>> {
    let content = read(dir)?;
    let problems = content.check();
    print(dir, &problems);
    let knowledge = content.knowledge();
    println!(
        "content: {} symptoms, {} causes, {} findings, {} solutions, {} languages; {}, {}",
        knowledge.symptoms.len(),
        knowledge.causes.len(),
        knowledge.findings.len(),
        knowledge.solutions.len(),
        content.languages().len(),
        count(problems.errors(), Severity::Error),
        count(problems.warnings(), Severity::Warning),
    );
    Ok(if problems.errors() > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn count(number: usize, of: Severity) -> String {
    format!("{number} {}{}", of.as_str(), if number == 1 { "" } else { "s" })
}

const STATUSES: [(Status, &str); 4] = [
    (Status::Current, "current"),
    (Status::Stale, "stale"),
    (Status::Unstamped, "unstamped"),
    (Status::Missing, "missing"),
];

fn status(dir: &Path) -> Result<ExitCode, Box<dyn Error>> {
    let content = read_fully(dir)?;
    print!("{:<12}", "language");
    STATUSES.iter().for_each(|(_, name)| print!("{name:>11}"));
    println!();
    for language in content.languages() {
        let texts = content.status(&language.code);
        if language.code.as_str() == content.source_code() {
            println!("{:<12}{:>11}  texts: the source", language.code, texts.len());
            continue;
        }
        print!("{:<12}", language.code);
        for (wanted, _) in STATUSES {
            print!("{:>11}", texts.iter().filter(|(_, status)| *status == wanted).count());
        }
        println!();
    }
    Ok(ExitCode::SUCCESS)
}

fn status_of(dir: &Path, language: &str) -> Result<ExitCode, Box<dyn Error>> {
    let content = read_fully(dir)?;
    let code = LanguageCode::from(language);
    if !content.languages().iter().any(|known| known.code == code) {
        return Err(format!("`{language}` is not in languages.toml").into());
    }
    if language == content.source_code() {
        return Err(format!("`{language}` is the source: all its texts are current").into());
    }
    let texts = content.status(&code);
    for (wanted, name) in STATUSES.iter().skip(1) {
        for (key, _) in texts.iter().filter(|(_, status)| status == wanted) {
            println!("{name:<10} {key}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn stamp(dir: &Path, language: &str, selection: &Selection) -> Result<ExitCode, Box<dyn Error>> {
    let content = read_fully(dir)?;
    let result = content.stamp(language, selection)?;
    let path = dir.join(language).join("sources.toml");
    std::fs::write(&path, &result.text).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    println!("{}: {} stamped, {} still stale", path.display(), result.stamped.len(), result.still_stale.len());
    result.still_stale.iter().for_each(|key| println!("stale      {key}"));
    Ok(ExitCode::SUCCESS)
}
