//! The native renderer: every page in every language as a static file, beside the program that Trunk has built.
//!
//! Law: runs on the build machine only; reads `content/`, `style/` and Trunk's folder, writes into that folder and
//! nowhere else. Everything that may be cached for ever is named after its content.

mod assets;
mod file;
mod kept;
mod page;
mod site;
mod sitemap;
mod style;

pub use page::{chooser, document};
pub use site::{Options, Written, write};

use std::fmt;
use std::path::PathBuf;

/// Why a site could not be written.
#[derive(Debug)]
pub enum Failure {
    /// The content has errors; each is listed with its file, its line and what to do.
    Content(crate::authoring::Problems),
    /// A file could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// Trunk's folder does not hold what Trunk builds.
    NoProgram(PathBuf),
    /// A stylesheet imports another that does not exist.
    Style(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(problems) => write!(out, "{problems}"),
            Self::File { path, error } => write!(out, "{}: {error}", path.display()),
            Self::NoProgram(dir) => write!(
                out,
                "{}: no *_bg.wasm with its *.js in here. Trunk builds them first: use `cargo xtask build`",
                dir.display()
            ),
            Self::Style(what) => write!(out, "{what}"),
        }
    }
}

impl std::error::Error for Failure {}

fn at(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Failure {
    let path = path.into();
    move |error| Failure::File { path, error }
}
