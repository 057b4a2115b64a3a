//! `build`: Trunk makes the program, the guide's own `prerender` writes every page beside it.
//!
//! Trunk calls `cargo xtask prerender` in a hook, so that a plain `trunk build` gives the whole site as well.

use crate::arguments::Build;
use crate::program::{self, PROGRAM, library, paths};
use crate::sizes::{Budgets, Sizes};
use crate::tools::{self, Need};
use crate::{BasePath, Failure, Origin, lock, process, project};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// For the hook, which has no arguments of its own: scheme and host.
const ORIGIN: &str = "GUIDE_ORIGIN";
/// For the hook: whether to add the pseudo languages.
const PSEUDO: &str = "GUIDE_PSEUDO";
/// For the hook: whether this is a build to be looked at once and replaced, which no browser shall keep.
pub(super) const PASSING: &str = "GUIDE_PASSING";

/// Builds the release and shows what it weighs.
pub(super) fn build(options: &Build) -> Result<(), Failure> {
    let dist = match &options.out {
        // What the user typed is relative to where the user is.
        Some(out) => std::path::absolute(out).map_err(|error| Failure::file("find", out, &error))?,
        None => project::root().join("dist"),
    };
    replaceable(&dist)?;
    tools::ensure(Need::Build)?;
    tools::ensure_crates()?;
    release(&dist, options)?;
    let (table, broken) = Sizes::measure(&dist)?.against(&Budgets::read(&project::root().join("xtask/budgets.toml"))?);
    println!("\n{table}");
    if !broken.is_empty() {
        println!("Above the budget, which CI would not let pass: {}", broken.join("; "));
    }
    println!("The guide is in {}, for {}", dist.display(), options.base_path);
    Ok(())
}

/// Builds the release into `dist`, without a word about sizes.
pub(super) fn release(dist: &Path, options: &Build) -> Result<(), Failure> {
    let _lock = one_at_a_time()?;
    process::run(trunk(dist, &options.base_path, true, options.origin.as_ref(), options.pseudo).arg("--offline"))
}

/// Held while Trunk runs: two builds share its folders below `target/`, whatever they build into.
pub(super) fn one_at_a_time() -> Result<File, Failure> {
    lock::take(&project::root().join("target/.build.lock"), "Another run is building: waiting for it")
}

/// Trunk with everything that this project tells it.
pub(super) fn trunk(dist: &Path, base: &BasePath, release: bool, origin: Option<&Origin>, pseudo: bool) -> Command {
    let mut trunk = process::command("trunk");
    trunk.arg("build").arg("--dist").arg(dist).args(["--public-url", base.as_str()]);
    // Its own diary is of no interest here, and a back trace of its would bury what the compiler said.
    trunk.args(["--log", "warn"]).env_remove("RUST_LOG").env("RUST_BACKTRACE", "0");
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove(ORIGIN).env_remove(PSEUDO).env_remove(PASSING);
    if release {
        trunk.arg("--release").env(paths::FLAGS, paths::flags());
        library::with_program(&mut trunk);
    }
    if let Some(origin) = origin {
        trunk.env(ORIGIN, origin.to_string());
    }
    if pseudo {
        trunk.env(PSEUDO, "1");
    }
    trunk
}

/// Trunk empties the folder that it builds into. A folder that holds anything but an earlier build is somebody's.
fn replaceable(dist: &Path) -> Result<(), Failure> {
    let Ok(mut entries) = fs::read_dir(dist) else { return Ok(()) };
    let names = fs::read_dir(dist).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let built_before = names.into_iter().any(|name| name.to_string_lossy().starts_with(PROGRAM));
    if built_before || entries.next().is_none() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} holds something that is not an earlier build; building would delete it.",
        dist.display()
    ))
    .remedy("Choose an empty or a new folder with --out."))
}

/// The hook: Trunk says where and for which path, the environment says the rest.
pub(super) fn prerender_for_trunk() -> Result<(), Failure> {
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let (Some(staging), Some(base)) = (variable("TRUNK_STAGING_DIR"), variable("TRUNK_PUBLIC_URL")) else {
        return Err(
            Failure::new("`prerender` is what Trunk calls when it has built the program.").remedy("cargo xtask build")
        );
    };
    let base = base.parse().map_err(|error| Failure::new(format!("The base path cannot be used: {error}")))?;
    let origin = match variable(ORIGIN) {
        Some(origin) => {
            Some(origin.parse().map_err(|error| Failure::new(format!("{ORIGIN} cannot be used: {error}")))?)
        }
        None => None,
    };
    let staging = Path::new(&staging);
    let mut cargo = prerender(staging, &base);
    if variable("TRUNK_PROFILE").as_deref() == Some("release") {
        program::shrink(staging)?;
        cargo.arg("--scripts").arg(program::shrink_scripts()?);
    }
    if let Some(origin) = origin {
        cargo.args(["--origin", &Origin::to_string(&origin)]);
    }
    if variable(PSEUDO).is_some() {
        cargo.arg("--pseudo");
    }
    if variable(PASSING).is_some() {
        cargo.arg("--without-worker");
    }
    process::run(&mut cargo)
}

/// Writes the pages beside the program in `dist`; more arguments may follow.
fn prerender(dist: &Path, base: &BasePath) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--features", "ssr", "--bin", "prerender", "--", "--dist"]).arg(dist);
    cargo.args(["--base-path", base.as_str()]);
    cargo
}

/// The program of one build with pages for another base path or with more languages: as a build of its own would be, in a second.
pub(super) fn same_program(built: &Path, dist: &Path, base: &BasePath, pseudo: bool) -> Result<(), Failure> {
    beside_program(built, dist, |name| name.to_owned())?;
    let mut cargo = prerender(dist, base);
    if pseudo {
        cargo.arg("--pseudo");
    }
    process::run(&mut cargo)
}

/// The version after that of `built`, for tests of what happens when one follows another: it says other words, and its program has
/// another name.
pub(super) fn next_version(built: &Path, dist: &Path) -> Result<(), Failure> {
    const NAME_OF_NEXT: &str = "0123456789abcdef";
    beside_program(built, dist, |name| match name.strip_prefix(PROGRAM).and_then(|rest| rest.get(16..)) {
        Some(ending) => format!("{PROGRAM}{NAME_OF_NEXT}{ending}"),
        None => name.to_owned(),
    })?;
    let root = project::root().join("target/next-version");
    let failed = |error| Failure::file("write", &root, &error);
    for folder in ["content", "style"] {
        copy(&project::root().join(folder), &root.join(folder)).map_err(failed)?;
    }
    for language in ["sv", "en"] {
        let words = root.join("content").join(language).join("ui.toml");
        let text = fs::read_to_string(&words).map_err(failed)?;
        fs::write(&words, text.replace("[start]\ntitle = \"", "[start]\ntitle = \"2: ")).map_err(failed)?;
    }
    process::run(prerender(dist, &BasePath::default()).arg("--root").arg(&root))
}

/// Copies what Trunk would have left, the program under other names.
fn beside_program(built: &Path, dist: &Path, named: impl Fn(&str) -> String) -> Result<(), Failure> {
    let failed = |error| Failure::file("write", dist, &error);
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(failed)?;
    }
    fs::create_dir_all(dist).map_err(failed)?;
    copy(&project::root().join("public"), dist).map_err(failed)?;
    for entry in fs::read_dir(built).map_err(|error| Failure::file("read", built, &error))?.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PROGRAM) {
            fs::copy(entry.path(), dist.join(named(&name))).map_err(failed)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target)?,
            false => fs::copy(entry.path(), target).map(drop)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[&str]) -> PathBuf {
        let path = project::root().join("target/xtask-tests").join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        for file in files {
            fs::write(path.join(file), "x").unwrap();
        }
        path
    }

    #[test]
    fn a_new_an_empty_and_a_built_folder_may_be_replaced() {
        assert_eq!(replaceable(Path::new("/no/such/folder")), Ok(()));
        assert_eq!(replaceable(&folder("out-empty", &[])), Ok(()));
        assert_eq!(replaceable(&folder("out-built", &["index.html", "guide-app-0123456789abcdef.js"])), Ok(()));
    }

    #[test]
    fn somebodys_folder_is_never_emptied() {
        let said = replaceable(&folder("out-home", &["index.html", "thesis.txt"])).unwrap_err().to_string();
        assert!(said.contains("would delete it") && said.contains("--out"), "{said}");
    }
}
