//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The project's folder.
///
/// Asked of Cargo at run time: a target folder may be shared by two clones, and the path of compilation would name the other one.
pub fn root() -> PathBuf {
    let here =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    // `cargo xtask` runs in `xtask/`; under another crate's `cargo test` the compiled path is right.
    let here = if here.ends_with("xtask") { here } else { PathBuf::from(env!("CARGO_MANIFEST_DIR")) };
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// The installed tools: below `target/`, so that `cargo clean` removes them as well.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The release build that the tests run against.
pub fn site() -> PathBuf {
    root().join("target/site")
}

/// The same program with pages for another base path, for the tests.
pub fn site_below_base() -> PathBuf {
    root().join("target/site-base")
}

/// The version after that of [`site`], for the tests.
pub fn site_next() -> PathBuf {
    root().join("target/site-next")
}

/// The same program with the pseudo languages, for the tests.
pub fn site_pseudo() -> PathBuf {
    root().join("target/site-pseudo")
}
