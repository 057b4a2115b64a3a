//! The release's program made small: what Trunk and wasm-bindgen wrote, without what no page uses.
//!
//! A crate below the framework exports classes for streams, which nothing here makes. Neither the linker nor wasm-opt may leave out
//! an export, and uglify-js may not either, as each sees one half. Here both halves are seen as one graph.
//!
//! The law of this folder: it reads the text that one pinned version of wasm-bindgen writes. Whatever does not look as expected is a
//! failure, for a program that does not start would be shipped instead.

mod graph;
pub mod library;
mod names;
mod order;
pub mod paths;
mod script;

use crate::{Failure, process, project, tools};
use names::Names;
use script::Script;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The start of the program's file names.
pub const PROGRAM: &str = "guide-app-";

/// The endings of the two files' names.
const SCRIPT: &str = ".js";
const WASM: &str = "_bg.wasm";

/// What the WebAssembly may use: what every browser with modules' `import()` and externref has, and rustc and wasm-bindgen emit.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How the WebAssembly is shrunk; each was measured after brotli. The low memory that is taken as unused is the last kilobyte of the
/// stack.
const OPTIMISE: &[&str] = &["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--code-folding"];

/// How it is written: with its functions in the order of the names that `order` gave them, and without names and other sections for
/// tools. The levels are those of `-Oz`, without its passes.
const WRITE: &[&str] = &[
    "--optimize-level=2",
    "--shrink-level=2",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--minify-imports-and-exports-and-modules",
];

/// Shrinks the program in Trunk's folder, and names its files after what they hold now.
///
/// # Errors
/// There is no program, a tool failed, or what wasm-bindgen wrote does not look as this folder expects.
pub fn shrink(staging: &Path) -> Result<(), Failure> {
    let (old_script, old_wasm) = find(staging)?;
    let work = project::root().join("target/shrink");
    fs::create_dir_all(&work).map_err(|error| Failure::file("create", &work, &error))?;

    let script = Script::read(&read(&old_script)?)?;
    let graph = work.join("graph.json");
    write(&graph, graph::of(&script).as_bytes())?;
    let used = work.join("used.wasm");
    let unused =
        said(binaryen("wasm-metadce").arg(&old_wasm).arg("--graph-file").arg(&graph).arg("-g").arg("-o").arg(&used))?;
    let optimised = work.join("optimised.wasm");
    process::run(binaryen("wasm-opt").args(OPTIMISE).arg(&used).arg("-o").arg(&optimised)).map_err(not_installed)?;
    let ordered = work.join("ordered.wasm");
    write(&ordered, &order::named(&bytes(&optimised)?)?)?;
    let small = work.join("small.wasm");
    let names = Names::read(&said(binaryen("wasm-opt").args(WRITE).arg(&ordered).arg("-o").arg(&small))?)?;
    let joined = work.join("joined.js");
    write(&joined, script.without(&graph::unused(&unused)).joined(&names)?.as_bytes())?;
    let shrunk = work.join("small.js");
    uglify(&["--module"], &joined, &shrunk)?;

    let (script, wasm) = (bytes(&shrunk)?, bytes(&small)?);
    let mut hash = DefaultHasher::new();
    hash.write(&script);
    hash.write(&wasm);
    let stem = format!("{PROGRAM}{:016x}", hash.finish());
    for old in [&old_script, &old_wasm] {
        fs::remove_file(old).map_err(|error| Failure::file("remove", old, &error))?;
    }
    write(&staging.join(format!("{stem}{SCRIPT}")), &script)?;
    write(&staging.join(format!("{stem}{WASM}")), &wasm)
}

/// The scripts that pages load and that are written by hand. The service worker is not among them: nobody waits for it.
const BY_HAND: [&str; 3] = ["boot.js", "choose.js", "probe.js"];

/// Shrinks the scripts that are written by hand, and returns the folder that holds them then.
///
/// # Errors
/// The tool is missing, or cannot read a script.
pub fn shrink_scripts() -> Result<PathBuf, Failure> {
    let folder = project::root().join("target/shrink/scripts");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
    for name in BY_HAND {
        uglify(&[], &project::root().join("src/browser").join(name), &folder.join(name))?;
    }
    Ok(folder)
}

/// Writes a script with fewer letters.
fn uglify(more: &[&str], from: &Path, to: &Path) -> Result<(), Failure> {
    let mut uglify = process::command("node");
    uglify.arg(tools::uglify()).args(more).args(["--compress", "--mangle", "--output"]);
    process::run(uglify.arg(to).arg("--").arg(from)).map_err(not_installed)
}

/// The script and the WebAssembly that Trunk left.
fn find(staging: &Path) -> Result<(PathBuf, PathBuf), Failure> {
    let entries = fs::read_dir(staging).map_err(|error| Failure::file("read", staging, &error))?;
    let names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let with = |ending: &str| -> Result<PathBuf, Failure> {
        let mut fitting = names.iter().filter(|name| name.starts_with(PROGRAM) && name.ends_with(ending));
        match (fitting.next(), fitting.next()) {
            (Some(name), None) => Ok(staging.join(name)),
            (found, _) => Err(Failure::new(format!(
                "{} holds {} {PROGRAM}*{ending}; it should be one.",
                staging.display(),
                if found.is_some() { "more than one" } else { "no" }
            ))),
        }
    };
    Ok((with(SCRIPT)?, with(WASM)?))
}

fn binaryen(program: &str) -> Command {
    let mut command = process::command("node");
    command.arg(tools::binaryen(program)).args(FEATURES);
    command
}

/// What a tool prints for us; what it prints for people is shown.
fn said(command: &mut Command) -> Result<String, Failure> {
    process::answer(command).map_err(not_installed)
}

fn not_installed(failure: Failure) -> Failure {
    failure.remedy("cargo xtask setup build")
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::file("read", path, &error))
}

fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    fs::write(path, content).map_err(|error| Failure::file("write", path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_no_or_two_programs_is_refused() {
        let folder = project::root().join("target/xtask-tests/shrink");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        assert!(find(&folder).unwrap_err().to_string().contains("holds no guide-app-*.js"));
        for file in ["guide-app-1.js", "guide-app-1_bg.wasm", "boot-1.js"] {
            fs::write(folder.join(file), "x").unwrap();
        }
        assert_eq!(find(&folder), Ok((folder.join("guide-app-1.js"), folder.join("guide-app-1_bg.wasm"))));
        fs::write(folder.join("guide-app-2_bg.wasm"), "x").unwrap();
        assert!(find(&folder).unwrap_err().to_string().contains("more than one guide-app-*_bg.wasm"));
    }
}
