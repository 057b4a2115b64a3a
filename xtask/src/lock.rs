//! Runs at the same time that would trip over each other's files wait for each other.

use crate::Failure;
use std::fs::{self, File};
use std::path::Path;

/// Takes the lock; it is free again when the value is dropped, also by a killed process. Says `waiting` if another run has it.
///
/// # Errors
/// The file cannot be made, or the system has no locks.
pub(crate) fn take(path: &Path, waiting: &str) -> Result<File, Failure> {
    let failed = |error| Failure::file("lock", path, &error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let file = File::create(path).map_err(failed)?;
    if file.try_lock().is_err() {
        println!("{waiting}");
        file.lock().map_err(failed)?;
    }
    Ok(file)
}
