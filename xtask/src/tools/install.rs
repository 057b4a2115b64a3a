//! Installing one tool: built in a folder of its own, checked, then moved into place. An interruption leaves nothing half done.

use super::pins::{OLDEST_NODE, Pin, Source};
use super::{logged, probe, version};
use crate::{Failure, process};
use std::fs;
use std::path::{Path, PathBuf};

/// The start of the names of temporary folders. They may be removed by whoever holds the lock.
pub(super) const UNFINISHED: &str = ".unfinished-";

/// Whether the installer is there: said before anything is announced.
///
/// # Errors
/// rustup, Node.js or npm is missing or too old, and the remedy.
pub(super) fn possible(pin: &Pin) -> Result<(), Failure> {
    match pin.source {
        Source::RustTarget | Source::RustComponent => rustup_is_there(pin),
        Source::Npm { .. } => node_is_new_enough(),
        Source::Cargo { .. } | Source::System { .. } => Ok(()),
    }
}

/// Installs a tool of Rust's or npm's into `tools`.
///
/// # Errors
/// What failed, and the remedy.
pub(super) fn install(pin: &Pin, tools: &Path) -> Result<(), Failure> {
    let log = tools.join("logs");
    fs::create_dir_all(&log).map_err(|error| Failure::file("create", &log, &error))?;
    let log = log.join(format!("{}.log", pin.name));
    match pin.source {
        Source::RustTarget => rustup("target", pin, &log),
        Source::RustComponent => rustup("component", pin, &log),
        Source::Cargo { locked, programs, env } => {
            let unfinished = Unfinished::new(tools, pin)?;
            let mut cargo = process::cargo();
            cargo.args(["install", pin.name, "--version", &format!("={}", pin.version), "--root"]).arg(&unfinished.0);
            cargo.env("CARGO_TARGET_DIR", unfinished.0.join("build")).envs(env.iter().copied());
            if locked {
                cargo.arg("--locked");
            }
            logged::run(&mut cargo, &log)?;
            checked(pin, &unfinished.0)?;
            for program in programs.iter().map(|program| probe::file_name(program)) {
                replace(&unfinished.0.join("bin").join(&program), &tools.join("bin").join(&program), &unfinished.0)?;
            }
            Ok(())
        }
        Source::Npm { .. } => {
            let unfinished = Unfinished::new(tools, pin)?;
            let mut npm = process::command("npm");
            npm.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
                .arg(&unfinished.0);
            npm.arg(format!("{}@{}", pin.name, pin.version)).current_dir(&unfinished.0);
            logged::run(&mut npm, &log)?;
            checked(pin, &unfinished.0.join("node_modules"))?;
            replace(&unfinished.0.join("node_modules").join(pin.name), &tools.join(pin.name), &unfinished.0)
        }
        Source::System { .. } => Err(Failure::new(format!("{} is a package of the system", pin.name))),
    }
}

fn rustup_is_there(pin: &Pin) -> Result<(), Failure> {
    if process::find("rustup").is_some() {
        return Ok(());
    }
    let name = pin.name;
    Err(Failure::new(format!("Rust's {name} is missing, and so is rustup, which would add it."))
        .remedy(format!("Install Rust by rustup (https://rustup.rs), or {name} the way Rust was installed.")))
}

fn rustup(part: &str, pin: &Pin, log: &Path) -> Result<(), Failure> {
    logged::run(process::command("rustup").args([part, "add", pin.name]), log)
}

/// npm's tools run on Node.js: say so before npm says something else.
fn node_is_new_enough() -> Result<(), Failure> {
    let remedy = format!(
        "Install Node.js {OLDEST_NODE} or newer, with npm (https://nodejs.org), and run the same command again."
    );
    let said = process::output(process::command("node").arg("--version"));
    let Some(said) = said.as_deref().and_then(version::in_output) else {
        return Err(Failure::new("Node.js is missing: `node --version` does not run.").remedy(remedy));
    };
    if version::major(said).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Failure::new(format!("Node.js {said} is too old.")).remedy(remedy));
    }
    match process::find("npm").is_some() || cfg!(windows) {
        true => Ok(()),
        false => Err(Failure::new("npm is missing, though Node.js is there.").remedy(remedy)),
    }
}

fn checked(pin: &Pin, place: &Path) -> Result<(), Failure> {
    match probe::state(pin, place) {
        probe::State::Right => Ok(()),
        state => {
            Err(Failure::new(format!("{} {} was installed, but what is there is: {state:?}", pin.name, pin.version))
                .remedy("Run the same command again; if it stays so, the pin in xtask/src/tools/pins.rs needs a look."))
        }
    }
}

/// Moves `new` to `place`; what was there goes the way of the temporary folder.
fn replace(new: &Path, place: &Path, unfinished: &Path) -> Result<(), Failure> {
    let moved = |error: std::io::Error| Failure::file("put the new tool into", place, &error);
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).map_err(moved)?;
    }
    if place.is_dir() {
        fs::rename(place, unfinished.join("replaced")).map_err(moved)?;
    }
    fs::rename(new, place).map_err(moved)
}

/// A temporary folder beside the final place, so that moving is renaming.
struct Unfinished(PathBuf);

impl Unfinished {
    fn new(tools: &Path, pin: &Pin) -> Result<Self, Failure> {
        let path = tools.join(format!("{UNFINISHED}{}", pin.name));
        // From a run that was killed; the lock says that nobody else is at it.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).map_err(|error| Failure::file("create", &path, &error))?;
        Ok(Self(path))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // What stays behind is removed by the next installation of the same tool.
        let _ = fs::remove_dir_all(&self.0);
    }
}
