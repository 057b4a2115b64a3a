//! The standard library of the program, built with it instead of taken as it is delivered.
//!
//! The delivered one is made for speed and brings words for every panic. Built for size and with panics that only stop, the program is
//! 17 KB smaller after brotli, of 168 (measured; see `docs/decisions.md`). These are options that the compiler does not yet promise
//! to keep, so they are used for the release's WebAssembly only: everything else is compiled by what is stable, and a plain
//! `trunk build` too. The toolchain is the same.

use crate::process;
use std::path::PathBuf;
use std::process::Command;

/// The compiler's options: a panic stops at once, without a message; `Debug` writes nothing, which only panics would show; and small
/// functions are copied into others by the last stage alone, which knows what that costs.
pub(super) const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zinline-mir=no";

/// What Cargo is told, as variables. Trunk's hook takes them away again (`Trunk.toml`).
const VARIABLES: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// Has a command build the standard library too.
pub fn with_program(command: &mut Command) {
    command.envs(VARIABLES);
}

/// Where the library's source is, if it is installed: rustup's component `rust-src`.
pub fn source() -> Option<PathBuf> {
    let root = process::output(process::command("rustc").args(["--print", "sysroot"]))?;
    let source = PathBuf::from(root.trim()).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    source.is_file().then_some(source)
}

/// The command that fetches the crates which the library is made of, as far as they are missing.
pub fn fetch() -> Command {
    let mut cargo = process::cargo();
    with_program(&mut cargo);
    cargo.args(["fetch", "--quiet", "--locked", "--target", "wasm32-unknown-unknown"]);
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;
    use std::fs;

    #[test]
    fn the_hook_takes_away_every_variable_that_is_set() {
        let config = fs::read_to_string(project::root().join("Trunk.toml")).unwrap();
        for (name, _) in VARIABLES {
            assert!(config.contains(&format!("\"-u\", \"{name}\"")), "Trunk.toml's hook should take away {name}");
        }
    }
}
