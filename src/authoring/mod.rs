//! Reading, checking and compiling `content/`: what authors write becomes what pages download.
//!
//! Law: build machine only (feature `author`); TOML and the file system stop here. Nothing is fixed up silently: whatever is
//! not as `docs/authoring.md` says is a [`Problem`] with file, line and what to do, and all problems are found in
//! one run. A text is written once: the rules live in `check/`, one family of rules per file.

mod check;
mod content;
mod files;
mod glossary;
mod guide_reader;
mod language_reader;
mod positions;
mod problem;
mod pseudo;
mod recognisers_reader;
mod scripts_reader;
mod similar;
mod source;
mod stamp;
mod toml_reader;
mod vocabulary;
mod weights_reader;
mod words_reader;

pub use content::Content;
pub use files::Files;
pub use problem::{Location, Problem, Problems, Severity};
pub use pseudo::{PSEUDO_ACCENTED, PSEUDO_MIRRORED};
pub use stamp::{Selection, StampError, Stamped};

use std::path::Path;

/// Reads a `content/` folder.
///
/// # Errors
/// Everything that kept a file from being read as what it should be. What can be read but is not right (an unknown id,
/// a missing text) is no error here: ask [`Content::check`].
pub fn load(dir: &Path) -> Result<Content, Problems> {
    let files = Files::read(dir)?;
    let content = Content::read(&files);
    let problems = content.reading_problems();
    if problems.errors() > 0 { Err(problems) } else { Ok(content) }
}
