//! What each command does.
//!
//! The law of this folder: one command per file; a command first asks for its tools, then does its work by other programs, and
//! its failure says what to do.

mod bench;
mod build;
mod ci;
mod content;
mod serve;
mod steps;
mod test;
mod watch;

use crate::arguments::{Setup, Task};
use crate::tools::{self, Need};
use crate::{Failure, help};

/// Does a task.
///
/// # Errors
/// What could not be done, and the remedy.
pub fn perform(task: Task) -> Result<(), Failure> {
    match task {
        Task::Help(command) => show_help(command.as_deref()),
        Task::Setup(setup) => set_up(setup),
        Task::Serve(serve) => serve::serve(&serve),
        Task::Build(build) => build::build(&build),
        Task::Test(test) => test::test(&test),
        Task::Ci { test } => ci::ci(test),
        Task::Content(arguments) => content::content(&arguments),
        Task::Bench(bench) => bench::bench(&bench),
        Task::Prerender => build::prerender_for_trunk(),
    }
}

fn show_help(command: Option<&str>) -> Result<(), Failure> {
    let text = match command {
        None => help::ALL,
        Some(command) => help::of(command)
            .ok_or_else(|| Failure::new(format!("There is no command `{command}`.")).remedy("cargo xtask help"))?,
    };
    print!("{text}");
    Ok(())
}

fn set_up(setup: Setup) -> Result<(), Failure> {
    tools::ensure(match setup {
        Setup::Everything => Need::All,
        Setup::Build => Need::Build,
        Setup::Test => Need::Test,
    })?;
    tools::ensure_crates()?;
    println!("All tools are in place.");
    Ok(())
}
