//! A long command whose output is of interest only if it fails: kept in a file, with a sign of life now and then.

use super::network;
use crate::{Failure, process};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often a sign of life is printed.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// The lines of a failed command that are shown.
const SHOWN: usize = 15;

/// Runs a command with its output in `log`.
///
/// # Errors
/// It could not be started or failed: the end of its output, and what to do where that can be told.
pub(super) fn run(command: &mut Command, log: &Path) -> Result<(), Failure> {
    let opened = |error| Failure::file("write", log, &error);
    let out = File::create(log).map_err(opened)?;
    let err = out.try_clone().map_err(opened)?;
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .spawn()
        .map_err(|error| Failure::new(format!("`{}` could not be started: {error}", process::shown(command))))?;
    let mut next_sign = SIGN_OF_LIFE;
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) => sleep(Duration::from_millis(100)),
            Err(error) => return Err(Failure::new(format!("`{}` was lost: {error}", process::shown(command)))),
        }
        if started.elapsed() >= next_sign {
            println!("  {:>3} s  {}", next_sign.as_secs(), last_line(log));
            next_sign += SIGN_OF_LIFE;
        }
    };
    if status.success() {
        return Ok(());
    }
    let output = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = output.lines().collect();
    let end = lines[lines.len().saturating_sub(SHOWN)..].join("\n    ");
    let failure =
        Failure::new(format!("`{}` failed ({status}). The end of its output:\n    {end}", process::shown(command)));
    Err(failure.remedy(match network::is_to_blame(&output) {
        true => "The network could not be reached. Connect, or set HTTPS_PROXY if this network wants a proxy, and run the same \
                 command again: what is installed already is kept.".to_owned(),
        false => format!("The whole output is in {}. Nothing was left half-installed: run the same command again.", log.display()),
    }))
}

fn last_line(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    text.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or("…").to_owned()
}
