//! `test`: native, in the browser, end to end, in the network laboratory.

use super::steps::Steps;
use super::{build, content};
use crate::arguments::{Build, Part, Test};
use crate::tools::{self, Need};
use crate::{Failure, process, project};
use std::ffi::OsString;

/// The base path of the second site that the end-to-end tests look at.
const BASE: &str = "/docs/acr/";

/// Runs the parts asked for.
pub(super) fn test(options: &Test) -> Result<(), Failure> {
    let mut steps = Steps::default();
    run(options, &mut steps)?;
    steps.finish("tests")
}

/// Runs the parts as steps of `steps`.
///
/// # Errors
/// The tools could not be had; a failing test is a failed step.
pub(super) fn run(options: &Test, steps: &mut Steps) -> Result<(), Failure> {
    let has = |part| options.parts.contains(&part);
    tools::ensure(match (has(Part::EndToEnd), has(Part::Wasm)) {
        (true, _) => Need::Test,
        (false, true) => Need::Wasm,
        (false, false) => Need::Native,
    })?;
    let lab = has(Part::Lab).then(tools::hindrance_of_lab);
    if lab == Some(None) {
        tools::ensure(Need::Lab)?;
    }
    if has(Part::EndToEnd) || lab == Some(None) {
        tools::ensure_crates()?;
    }
    if has(Part::Native) {
        native(steps, &options.filter);
    }
    if has(Part::Wasm) {
        steps.step("tests in the browser", || in_browser(&options.filter));
    }
    if has(Part::EndToEnd) {
        steps.step("tests end to end", || end_to_end(&options.filter));
    }
    if has(Part::Lab) && options.filter.is_empty() {
        let mut cargo = process::cargo();
        cargo.args(["test", "--package", "guide-lab"]);
        steps.step("tests of the laboratory's judge", || process::run(&mut cargo));
    }
    match lab {
        None => {}
        // Said as loudly as a step, so that nobody takes it for done.
        Some(Some(hindrance)) => println!("\n── network laboratory: NOT RUN, {hindrance}"),
        Some(None) => steps.step("network laboratory", || laboratory(&options.filter)),
    }
    Ok(())
}

fn native(steps: &mut Steps, filter: &[OsString]) {
    let cargo_test = |arguments: &[&str]| {
        process::run(process::cargo().args(["test", "--no-fail-fast"]).args(arguments).arg("--").args(filter))
    };
    steps.step("tests of the core", || cargo_test(&[]));
    steps.step("tests of the views", || cargo_test(&["--features", "ssr"]));
    steps.step("tests of the tasks", || cargo_test(&["--package", "xtask"]));
    if filter.is_empty() {
        steps.step("content", || content::content(&[]));
    }
}

fn in_browser(filter: &[OsString]) -> Result<(), Failure> {
    let runner = project::tools().join("bin").join(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX));
    let mut cargo = process::cargo();
    cargo.args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "hydrate",
        "--lib",
    ]);
    cargo.arg("--").args(filter);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("WASM_BINDGEN_USE_BROWSER", "1");
    if let Some(driver) = process::find("chromedriver")
        && std::env::var_os("CHROMEDRIVER").is_none()
    {
        cargo.env("CHROMEDRIVER", driver);
    }
    let (status, output) = process::run_and_keep(&mut cargo)?;
    match status.success() {
        false => Err(Failure::new(format!("`{}` failed ({status}): see above.", process::shown(&cargo)))),
        // The runner is content with that; but then something has gone missing.
        true if filter.is_empty() && !output.contains("test result: ok.") => {
            Err(Failure::new("No test has run in the browser: the library has none for WebAssembly."))
        }
        true => Ok(()),
    }
}

fn end_to_end(filter: &[OsString]) -> Result<(), Failure> {
    let (site, below, pseudo) = (project::site(), project::site_below_base(), project::site_pseudo());
    let next = project::site_next();
    let base = BASE.parse().map_err(|error| Failure::new(format!("{BASE}: {error}")))?;
    build::release(&site, &Build::default())?;
    build::same_program(&site, &below, &base, false)?;
    build::same_program(&site, &pseudo, &Build::default().base_path, true)?;
    build::next_version(&site, &next)?;
    let mut cargo = process::cargo();
    cargo.args(["test", "--no-fail-fast", "--package", "guide-e2e", "--"]).args(filter);
    cargo
        .env("GUIDE_DIST", site)
        .env("GUIDE_DIST_BASE", below)
        .env("GUIDE_DIST_PSEUDO", pseudo)
        .env("GUIDE_DIST_NEXT", next)
        .env("GUIDE_AXE", tools::axe());
    process::run(&mut cargo)
}

/// The built guide in real browsers, where every fault is known: see `tests/lab`.
fn laboratory(filter: &[OsString]) -> Result<(), Failure> {
    let site = project::site();
    build::release(&site, &Build::default())?;
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", "guide-lab", "--"]).args(filter);
    cargo.env("GUIDE_DIST", site).env("GUIDE_LAB_REPORT", project::root().join("docs/reach-lab.md"));
    process::run(&mut cargo)
}
