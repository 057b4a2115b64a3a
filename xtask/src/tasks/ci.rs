//! `ci`: all that must hold before a change is taken.

use super::steps::Steps;
use super::{bench, build, test};
use crate::arguments::{Build, Part, Test};
use crate::tools::{self, Need};
use crate::{Failure, process, project};

/// What is linted: each as it is built, since features and targets hide code from each other.
const LINTED: &[(&str, &[&str])] = &[
    ("lints of the core", &["--all-targets"]),
    ("lints of the views", &["--features", "ssr", "--all-targets"]),
    (
        "lints of the program",
        &[
            "--target",
            "wasm32-unknown-unknown",
            "--no-default-features",
            "--features",
            "hydrate",
            "--lib",
            "--bin",
            "guide-app",
            // With the tests that run in the browser; those of `tests/` are native.
            "--profile",
            "test",
        ],
    ),
    (
        "lints of the tasks, the end-to-end tests and the laboratory",
        &["--package", "xtask", "--package", "guide-e2e", "--package", "guide-lab", "--all-targets"],
    ),
];

/// Runs everything; with `test`, the tests too.
pub(super) fn ci(test: bool) -> Result<(), Failure> {
    tools::ensure(Need::Lint)?;
    tools::ensure(Need::Build)?;
    tools::ensure_crates()?;
    let mut steps = Steps::default();
    steps.step("format", || {
        process::run(process::cargo().args(["fmt", "--all", "--", "--check"]))
            .map_err(|failure| failure.remedy("cargo fmt --all"))
    });
    for (name, arguments) in LINTED {
        steps.step(name, || {
            process::run(process::cargo().arg("clippy").args(*arguments).args(["--", "--deny", "warnings"]))
        });
    }
    if test {
        let all = Test { parts: Part::ALL.to_vec(), filter: Vec::new() };
        test::run(&all, &mut steps)?;
    }
    // The end-to-end tests have built the same release into the same folder; then this finds it compiled.
    steps.step("release", || build::release(&project::site(), &Build::default()));
    steps.step("budgets", || bench::sizes(Some(&project::site())));
    steps.finish("ci")
}
