//! One folder for everything that this process leaves on disk: browsers' profiles, certificates, a registry's storage.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static SCRATCH: LazyLock<PathBuf> = LazyLock::new(|| {
    // Not below `target/`: browsers keep sockets here, whose paths must be short.
    let path = std::env::temp_dir().join(format!("guide-e2e-{}", std::process::id()));
    // A folder of that name is left from a process that was killed, with a number used again since.
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("the temporary folder can be written");
    path
});

/// The folder. It is removed by the guard of the browsers' driver when the process has ended.
pub fn scratch() -> &'static Path {
    &SCRATCH
}

/// A folder of that name in it.
pub fn folder(name: &str) -> PathBuf {
    let path = SCRATCH.join(name);
    std::fs::create_dir_all(&path).expect("the process's own folder can be written");
    path
}
