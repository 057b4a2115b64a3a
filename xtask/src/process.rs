//! Other programs: how they are found, started and listened to.

use crate::{Failure, project};
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

/// A command in the project's folder, with the pinned tools before the machine's own.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root()).env("PATH", search_path());
    // `cargo run` describes this crate to its child. Handed on, it would change the environment of builds (and rebuild them).
    for (name, _) in env::vars_os() {
        let about_this_crate = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_BIN_NAME"
        });
        if about_this_crate {
            command.env_remove(name);
        }
    }
    command
}

/// The Cargo that runs this task.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn search_path() -> OsString {
    let mut folders = vec![project::tools().join("bin")];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    // Fails only for a folder whose name holds the separator; such a one cannot be searched anyway.
    env::join_paths(folders).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
}

/// Where a program of the machine is, `None` if nowhere on the path.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&search_path()).map(|folder| folder.join(&name)).find(|path| is_executable(path))
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

/// Runs a command with this terminal.
///
/// # Errors
/// It could not be started, or it failed; its own output says why.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(command, status)),
        Err(error) => Err(not_started(command, &error)),
    }
}

/// What a program prints, standard output then standard error; `None` if it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}

/// Runs a command for what it prints on standard output; what it has to say about itself goes to this terminal.
///
/// # Errors
/// It could not be started, or it failed; its own output says why.
pub fn answer(command: &mut Command) -> Result<String, Failure> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(failed(command, output.status)),
    }
}

/// Runs a command, shows its output as it comes, and hands back all of it.
///
/// # Errors
/// It could not be started. That it failed is in the status.
pub fn run_and_keep(command: &mut Command) -> Result<(ExitStatus, String), Failure> {
    let (reader, mut child) = start_piped(command).map_err(|error| not_started(command, &error))?;
    let mut kept = String::new();
    let mut lines = BufReader::new(reader);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).unwrap_or(0) > 0 {
        // A closed terminal is no reason to stop building.
        let _ = io::stderr().write_all(&line);
        kept.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok((status, kept))
}

/// Starts a command with both outputs in one pipe, in the order of writing.
fn start_piped(command: &mut Command) -> io::Result<(io::PipeReader, Child)> {
    let (reader, writer) = io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let child = command.spawn()?;
    // The command holds the pipe's writing ends, and reading ends with the last of them.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    Ok((reader, child))
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program()).to_string_lossy();
    let mut text = program.into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

fn failed(command: &Command, status: ExitStatus) -> Failure {
    Failure::new(format!("`{}` failed ({status}): see above.", shown(command)))
}

fn not_started(command: &Command, error: &io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    let failure = Failure::new(format!("`{}` could not be started: {error}", shown(command)));
    if error.kind() == io::ErrorKind::NotFound {
        return failure.remedy(format!("Install {program}, or add its folder to PATH."));
    }
    failure
}
