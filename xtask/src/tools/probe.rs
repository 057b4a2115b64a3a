//! Whether a tool is there in the right version. Never the network, never a change: this is all that a second run does.

use super::pins::{Pin, Source};
use super::version;
use crate::program::library;
use crate::{process, project};
use std::fs;
use std::path::{Path, PathBuf};

/// What was found in a tool's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    Right,
    /// Another version, or something that does not run.
    Wrong(String),
    Missing,
}

/// Looks at one tool in `tools`.
pub(super) fn state(pin: &Pin, tools: &Path) -> State {
    match pin.source {
        Source::RustTarget => {
            let libraries =
                process::output(process::command("rustc").args(["--print", "target-libdir", "--target", pin.name]));
            present(libraries.is_some_and(|folder| PathBuf::from(folder.trim()).is_dir()))
        }
        // Source code has no version to ask for: it is that of the toolchain.
        Source::RustComponent if pin.name == "rust-src" => present(library::source().is_some()),
        Source::RustComponent => {
            let subcommand = if pin.name == "rustfmt" { "fmt" } else { pin.name };
            present(process::output(process::cargo().args([subcommand, "--version"])).is_some())
        }
        Source::Cargo { programs, .. } => {
            let bin = tools.join("bin");
            // All of them must be there and alike: a removed one is as wrong as an old one.
            programs
                .iter()
                .map(|program| asked(pin, &bin.join(file_name(program))))
                .find(|state| *state != State::Right)
                .unwrap_or(State::Right)
        }
        Source::Npm { file, program } => {
            let folder = tools.join(pin.name);
            let file = folder.join(file);
            if program || !file.is_file() {
                return asked(pin, &file);
            }
            let package = fs::read_to_string(folder.join("package.json")).unwrap_or_default();
            compared(pin, version::in_package_json(&package))
        }
        Source::System { program } => present(process::find(program).is_some()),
    }
}

/// The name of a program's file on this system.
pub(super) fn file_name(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}

fn asked(pin: &Pin, program: &Path) -> State {
    if !program.is_file() {
        return State::Missing;
    }
    let node = matches!(pin.source, Source::Npm { .. });
    let mut command = if node { process::command("node") } else { process::command(program) };
    if node {
        command.arg(program);
    }
    // Elsewhere it might find a configuration of the project's and complain about it.
    let output = process::output(command.arg("--version").current_dir(project::root().join("xtask")));
    compared(pin, output.as_deref().and_then(version::in_output))
}

fn compared(pin: &Pin, said: Option<&str>) -> State {
    match said {
        Some(said) if version::is(said, pin.version) => State::Right,
        Some(said) => State::Wrong(said.into()),
        None => State::Wrong("unknown version".into()),
    }
}

fn present(present: bool) -> State {
    if present { State::Right } else { State::Missing }
}
