//! Where a crate lies on this machine is no part of the program: panics would name it in every reader's browser, and the same source
//! would give another program elsewhere.

use super::library;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

/// The variable for the compiler's options for the program alone. `RUSTFLAGS` would have the hook compile everything native anew.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The options: those of the variable, those of the program's own library, and one for each folder that holds sources of crates.
pub fn flags() -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let folders = registries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let mut flags = env::var_os(FLAGS).unwrap_or_default();
    if !flags.is_empty() {
        flags.push(" ");
    }
    flags.push(library::FLAGS);
    without(folders, flags)
}

/// Adds to `flags` that the names of these folders are left out.
fn without(mut folders: Vec<PathBuf>, mut flags: OsString) -> OsString {
    // Other options, or another order, would compile everything anew.
    folders.sort();
    // Cargo parts the options at spaces and knows no quotes: such a folder keeps its name.
    for folder in folders.iter().filter(|folder| !folder.to_string_lossy().contains(char::is_whitespace)) {
        if !flags.is_empty() {
            flags.push(" ");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_crates_are_left_out_and_other_options_stay() {
        let folders = || ["/home/b/src", "/home/a/src", "/home/my crates/src"].map(PathBuf::from).to_vec();
        let both = "--remap-path-prefix=/home/a/src= --remap-path-prefix=/home/b/src=";
        assert_eq!(without(folders(), OsString::new()), both);
        assert_eq!(without(folders(), "-Copt-level=s".into()), OsString::from(format!("-Copt-level=s {both}")));
        assert_eq!(without(Vec::new(), OsString::new()), "");
    }
}
