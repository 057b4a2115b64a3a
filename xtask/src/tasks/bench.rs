//! `bench`: is it still small and quick?

use super::build;
use crate::arguments::{self, Build};
use crate::sizes::{Budgets, Sizes};
use crate::tools::{self, Need};
use crate::{Failure, process, project};
use std::path::Path;

/// Measures what was asked for.
pub(super) fn bench(what: &arguments::Bench) -> Result<(), Failure> {
    match what {
        arguments::Bench::Sizes(dist) => sizes(dist.as_deref()),
        arguments::Bench::Paint => paint(),
        arguments::Bench::Diagnosis => diagnosis(),
        arguments::Bench::All => {
            let diagnosis = diagnosis();
            let sizes = sizes(None);
            paint_of_built()?;
            diagnosis.and(sizes)
        }
    }
}

/// Compares the sizes of a built site, or of a fresh release, with the budgets.
pub(super) fn sizes(dist: Option<&Path>) -> Result<(), Failure> {
    let site = project::site();
    let dist = match dist {
        Some(dist) => dist,
        None => {
            fresh()?;
            &site
        }
    };
    let budgets = project::root().join("xtask/budgets.toml");
    let (table, broken) = Sizes::measure(dist)?.against(&Budgets::read(&budgets)?);
    println!("{table}");
    match broken.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!("Above the budget: {}", broken.join("; ")))
            .remedy("Make it smaller, or raise the budget in xtask/budgets.toml with a reason.")),
    }
}

/// Tries the diagnosis, optimised as a release is; the limits stand in the guide, beside what is measured.
fn diagnosis() -> Result<(), Failure> {
    let figures = project::root().join("target/bench.json");
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--release", "--example", "trial", "--"]).arg(figures);
    process::run(&mut cargo)
}

fn paint() -> Result<(), Failure> {
    fresh()?;
    paint_of_built()
}

fn paint_of_built() -> Result<(), Failure> {
    tools::ensure(Need::Test)?;
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", "guide-e2e", "--bin", "paint"]).env("GUIDE_DIST", project::site());
    process::run(&mut cargo)
}

/// Builds the release into the tests' folder.
fn fresh() -> Result<(), Failure> {
    tools::ensure(Need::Build)?;
    tools::ensure_crates()?;
    build::release(&project::site(), &Build::default())
}
