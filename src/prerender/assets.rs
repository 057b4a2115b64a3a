//! Files named after their content, and the scripts that name the program.

use super::{Failure, at};
use crate::words::Fnv;
use std::path::Path;

/// Writes a file as `<stem>-<hash>.<ending>` and returns its name.
pub fn write_hashed(dir: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, Failure> {
    let mut hash = Fnv::default();
    hash.write(bytes);
    let name = format!("{stem}-{:016x}.{ending}", hash.finish());
    let path = dir.join(&name);
    std::fs::write(&path, bytes).map_err(at(path))?;
    Ok(name)
}

/// What Trunk has built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The JavaScript that wasm-bindgen makes, a file name.
    pub script: String,
    /// The WebAssembly, a file name.
    pub wasm: String,
}

impl Program {
    /// Finds the program in Trunk's folder.
    pub fn find(dir: &Path) -> Result<Self, Failure> {
        let mut names: Vec<String> = std::fs::read_dir(dir)
            .map_err(at(dir))?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        names.sort();
        let wasm = names.iter().find(|name| name.ends_with("_bg.wasm"));
        let script = wasm.and_then(|wasm| {
            let stem = wasm.strip_suffix("_bg.wasm")?;
            names.iter().find(|name| **name == format!("{stem}.js"))
        });
        match (script, wasm) {
            (Some(script), Some(wasm)) => Ok(Self { script: script.clone(), wasm: wasm.clone() }),
            _ => Err(Failure::NoProgram(dir.to_owned())),
        }
    }
}

/// The start script of pages.
pub const BOOT: &str = include_str!("../browser/boot.js");

/// The start script with the program's addresses filled in.
pub fn boot(script: &str, base: &str, program: &Program) -> String {
    script
        .replace("\"PROGRAM\"", &format!("\"{base}{}\"", program.script))
        .replace("\"WASM\"", &format!("\"{base}{}\"", program.wasm))
}

/// The script of the page that chooses a language.
pub const CHOOSE: &str = include_str!("../browser/choose.js");

/// The script that asks: in the page of the check, and in the prober's document.
pub const PROBE: &str = include_str!("../browser/probe.js");

/// The prober's document, with the script's address to be filled in.
pub const PROBER: &str = include_str!("../browser/probe.html");

/// A script without the comments that stand on lines of their own: they are for authors.
pub fn script(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_script_names_the_program_below_the_base_path() {
        let program = Program { script: "app-1.js".into(), wasm: "app-1_bg.wasm".into() };
        let boot = boot(BOOT, "/docs/acr/", &program);
        assert!(boot.contains(r#"import("/docs/acr/app-1.js")"#), "{boot}");
        assert!(boot.contains(r#"module_or_path: "/docs/acr/app-1_bg.wasm""#), "{boot}");
        assert!(!boot.contains("\"PROGRAM\"") && !boot.contains("\"WASM\""), "{boot}");
    }

    #[test]
    fn a_folder_without_a_program_is_answered_with_what_to_do() {
        let empty = std::env::temp_dir().join(format!("registry-guide-empty-{}", std::process::id()));
        std::fs::create_dir_all(&empty).expect("a folder of the test's own");
        let error = Program::find(&empty).expect_err("nothing is in there").to_string();
        std::fs::remove_dir_all(&empty).expect("the test's own folder");
        assert!(error.contains("cargo xtask build"), "{error}");
    }
}
