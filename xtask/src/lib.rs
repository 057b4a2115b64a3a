//! The one way to do anything in this project, and the static server that its development and its browser tests share.
//!
//! The law of this crate: it knows the guide by its files and commands only. It does not depend on the guide's crate, so that
//! every task runs, and says what is wrong, while the guide does not compile.

mod arguments;
pub mod base_path;
mod failure;
mod help;
mod lock;
mod origin;
mod process;
mod program;
mod project;
pub mod server;
mod sizes;
mod tasks;
mod tools;

pub use base_path::{BadBasePath, BasePath};
use failure::Failure;
use origin::Origin;
pub use server::{Live, Server, ServerOptions, StartError};

use std::ffi::OsString;
use std::process::ExitCode;

/// `cargo xtask …`: reads the arguments (without the program's name) and does the task.
///
/// The exit code is 1 if the task failed, 2 if the command line was not understood; either has been said on standard error.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let task = match arguments::read(arguments) {
        Ok(task) => task,
        Err(said) => {
            eprintln!("{said}");
            return ExitCode::from(2);
        }
    };
    match tasks::perform(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}
