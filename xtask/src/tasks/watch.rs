//! Seeing that a source has changed.
//!
//! By looking, a few times a second, at some hundred files: no other way works on every system, in containers and on network
//! shares alike, and it costs a millisecond.

use crate::project;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// What the site is made of.
const SOURCES: &[&str] = &["src", "content", "style", "public", "index.html", "Cargo.toml", "Cargo.lock", "Trunk.toml"];

/// How often to look.
const PAUSE: Duration = Duration::from_millis(300);

/// The state of all sources at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Snapshot(HashMap<PathBuf, (Option<SystemTime>, u64)>);

impl Snapshot {
    /// Looks at the project's sources.
    pub(super) fn take() -> Self {
        Self::of(&project::root())
    }

    fn of(root: &Path) -> Self {
        let mut files = HashMap::new();
        SOURCES.iter().for_each(|source| add(&root.join(source), &mut files));
        Self(files)
    }

    /// A file that differs from `before`, to tell why a build starts.
    fn difference(&self, before: &Self) -> Option<PathBuf> {
        let changed = self.0.iter().find(|(path, state)| before.0.get(*path) != Some(state));
        let gone = before.0.keys().find(|path| !self.0.contains_key(*path));
        changed.map(|(path, _)| path).or(gone).cloned()
    }

    /// Waits until the sources differ from this state and have come to rest: an editor may write many files at once.
    pub(super) fn wait_for_change(&self) -> PathBuf {
        loop {
            sleep(PAUSE);
            let mut now = Self::take();
            let Some(path) = now.difference(self) else { continue };
            loop {
                sleep(PAUSE);
                let later = Self::take();
                if later == now {
                    return path;
                }
                now = later;
            }
        }
    }
}

fn add(path: &Path, files: &mut HashMap<PathBuf, (Option<SystemTime>, u64)>) {
    // A file that has just gone is a change by not being here.
    let Ok(state) = fs::metadata(path) else { return };
    if !state.is_dir() {
        files.insert(path.to_path_buf(), (state.modified().ok(), state.len()));
        return;
    }
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        // Editors keep their own files beside: `.main.rs.swp`, `main.rs~`.
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') && !name.ends_with('~') {
            add(&entry.path(), files);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_new_and_removed_files_are_seen_and_editors_files_are_not() {
        let root = project::root().join("target/xtask-tests/watch");
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("src/pages")).unwrap();
        let file = root.join("src/pages/app.rs");
        fs::write(&file, "one").unwrap();
        let before = Snapshot::of(&root);
        assert_eq!(Snapshot::of(&root).difference(&before), None);

        fs::write(root.join("src/.app.rs.swp"), "").unwrap();
        fs::write(root.join("src/app.rs~"), "").unwrap();
        fs::write(root.join("README.md"), "").unwrap();
        assert_eq!(Snapshot::of(&root).difference(&before), None);

        fs::write(&file, "longer").unwrap();
        assert_eq!(Snapshot::of(&root).difference(&before), Some(file.clone()));

        fs::remove_file(&file).unwrap();
        assert_eq!(Snapshot::of(&root).difference(&before), Some(file));
    }

    #[test]
    fn the_project_has_sources() {
        assert!(Snapshot::take().0.len() > 20);
    }
}
