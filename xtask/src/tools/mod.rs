//! The tools that the tasks need.
//!
//! Its law: each tool has one pinned version and stands in `target/tools`; what is right is left alone without asking the network;
//! what is wrong is replaced whole or not at all.

mod debian;
mod install;
mod logged;
mod network;
pub mod pins;
mod probe;
mod version;

pub use pins::Need;

use crate::program::library;
use crate::{Failure, lock, process, project};
use pins::{PINS, Pin, Source};
use probe::State;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

/// Installs what is missing for a need, and says so. Silent and quick when nothing is.
///
/// # Errors
/// Something could not be installed: what, and what to do. What could be installed has been.
pub fn ensure(need: Need) -> Result<(), Failure> {
    let tools = project::tools();
    if wanting(need).is_empty() {
        return Ok(());
    }
    let _lock = lock::take(&tools.join(".lock"), "Another run is installing tools: waiting for it")?;
    // Another run may have installed them while this one waited.
    let wanting = wanting(need);
    let (system, own): (Vec<_>, Vec<_>) =
        wanting.iter().partition(|(pin, _)| matches!(pin.source, Source::System { .. }));
    for (pin, state) in &own {
        install::possible(pin)?;
        announce(pin, state);
        let started = Instant::now();
        install::install(pin, &tools)?;
        println!("  done in {} s", started.elapsed().as_secs());
    }
    let system: Vec<&Pin> = system.iter().map(|(pin, _)| *pin).collect();
    if system.is_empty() {
        return Ok(());
    }
    match debian::may() {
        debian::May::Install => {
            let names = system.iter().map(|pin| pin.name).collect::<Vec<_>>().join(" ");
            println!("Installing Debian's packages {names} (usually 1 to 2 minutes)");
            debian::install(&system, &tools)
        }
        may => Err(debian::missing(&system, may)),
    }
}

/// Why the network laboratory cannot be run here; nothing where it can. It makes networks of its own, which only Linux has and only
/// its administrator may.
pub fn hindrance_of_lab() -> Option<&'static str> {
    match (cfg!(target_os = "linux"), debian::may()) {
        (false, _) => Some("network namespaces exist on Linux only"),
        (true, debian::May::Install) if may_make_networks() => None,
        (true, debian::May::Install) => {
            Some("the kernel, or the container that this runs in, lets nobody make networks")
        }
        (true, debian::May::AskAdministrator) => Some("only root may make networks"),
        (true, debian::May::NameThem) => {
            Some("its programs come from Debian's packages, and this system has no apt-get")
        }
    }
}

/// Whether this user may make namespaces: root in a container may not, where it was started without that right.
fn may_make_networks() -> bool {
    process::output(process::command("unshare").args(["--mount", "--net", "--pid", "--fork", "true"])).is_some()
}

/// Fetches the crates of the lock file, so that the build itself can be offline and its failures are its own.
///
/// # Errors
/// A crate is not on this machine and cannot be fetched.
pub fn ensure_crates() -> Result<(), Failure> {
    let mut offline = process::cargo();
    // The common case, without a word to the network.
    let own = process::output(offline.args(["fetch", "--quiet", "--offline", "--locked"]));
    // The source is there where a release is built.
    let library = library::source().is_some();
    let of_library = !library || process::output(library::fetch().arg("--offline")).is_some();
    if own.is_some() && of_library {
        return Ok(());
    }
    println!("Fetching the crates of Cargo.lock (usually under a minute)");
    let log = project::tools().join("logs");
    fs::create_dir_all(&log).map_err(|error| Failure::file("create", &log, &error))?;
    logged::run(process::cargo().arg("fetch"), &log.join("crates.log"))?;
    if library { logged::run(&mut library::fetch(), &log.join("library.log")) } else { Ok(()) }
}

/// The file of axe-core that the browser tests inject.
pub fn axe() -> PathBuf {
    project::tools().join("axe-core/axe.min.js")
}

/// The program that shrinks JavaScript, run by Node.js.
pub fn uglify() -> PathBuf {
    project::tools().join("uglify-js/bin/uglifyjs")
}

/// A program of Binaryen, which reads and writes WebAssembly, run by Node.js.
pub fn binaryen(program: &str) -> PathBuf {
    project::tools().join("binaryen/bin").join(program)
}

/// The tools that are missing or of another version. All are asked at once: one of them takes half a second to answer.
fn wanting(need: Need) -> Vec<(&'static Pin, State)> {
    let tools = project::tools();
    thread::scope(|scope| {
        let asked: Vec<_> = PINS
            .iter()
            .filter(|pin| pin.is_for(need))
            .map(|pin| (pin, scope.spawn(|| probe::state(pin, &tools))))
            .collect();
        asked
            .into_iter()
            .map(|(pin, answer)| (pin, answer.join().unwrap_or(State::Missing)))
            .filter(|(_, state)| *state != State::Right)
            .collect()
    })
}

fn announce(pin: &Pin, state: &State) {
    let version = if pin.version == "any" { String::new() } else { format!(" {}", pin.version) };
    let instead = match state {
        State::Wrong(found) => format!(" in place of {found}"),
        State::Right | State::Missing => String::new(),
    };
    println!("Installing {}{version}{instead}, which {} (usually {})", pin.name, pin.purpose, pin.usually);
}
