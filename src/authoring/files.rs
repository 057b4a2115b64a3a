//! The files of `content/`, in memory: so that tests need no disk and rules never touch it.

use super::problem::Report;
use super::{Location, Problems};
use std::collections::BTreeMap;
use std::path::Path;

/// The `.toml` files of `content/`, and those of `content/collect/` whatever their ending, by their path from there, with `/` between folders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(pub(super) BTreeMap<String, String>);

impl Files {
    /// Reads a `content/` folder: its own files and those one folder down.
    ///
    /// # Errors
    /// Folders and files that cannot be read, or are not UTF-8.
    pub fn read(dir: &Path) -> Result<Self, Problems> {
        let mut files = Self::default();
        let mut report = Report::default();
        files.read_folder(dir, "", &mut report);
        if report.0.is_empty() { Ok(files) } else { Err(report.0.into()) }
    }

    /// The same files with one more, or another text for one.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.0.insert(path.into(), text.into());
        self
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// The same files without one.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.0.remove(path);
        self
    }

    /// Writes every file below a folder, which is made where it is not there.
    ///
    /// # Errors
    /// What the file system says.
    pub fn write(&self, dir: &Path) -> std::io::Result<()> {
        for (path, text) in &self.0 {
            let path = dir.join(path);
            std::fs::create_dir_all(path.parent().unwrap_or(dir))?;
            std::fs::write(path, text)?;
        }
        Ok(())
    }

    fn read_folder(&mut self, dir: &Path, prefix: &str, report: &mut Report) {
        let entries = match std::fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) => {
                let remedy = "say which folder holds languages.toml with --dir, or make this one readable";
                report.error(Location::start_of(prefix), format!("{} cannot be read: {error}", dir.display()), remedy);
                return;
            }
        };
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = entry.path();
            if path.is_dir() && prefix.is_empty() {
                self.read_folder(&path, &format!("{name}/"), report);
            } else if name.ends_with(".toml") || prefix == super::scripts_reader::FOLDER {
                match std::fs::read_to_string(&path) {
                    Ok(text) => {
                        self.0.insert(format!("{prefix}{name}"), text);
                    }
                    Err(error) => report.error(
                        Location::start_of(format!("{prefix}{name}")),
                        format!("the file cannot be read: {error}"),
                        "make it a readable file of UTF-8 text",
                    ),
                }
            }
        }
    }
}
