//! `content`: the guide's own program checks, stamps and counts.

use crate::{Failure, process};
use std::ffi::OsString;

/// Runs the `content` program; `check` if nothing is said.
pub(super) fn content(arguments: &[OsString]) -> Result<(), Failure> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--bin", "content", "--"]);
    match arguments.is_empty() {
        true => cargo.arg("check"),
        false => cargo.args(arguments),
    };
    process::run(&mut cargo)
}
