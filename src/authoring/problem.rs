//! What is wrong in `content/`, where, and what to do about it.

use std::fmt;

/// A place in a file of `content/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The path from `content/`, with `/` between folders: `guide/symptoms.toml`.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Location {
    /// The beginning of a file: for what is missing from it altogether.
    pub fn start_of(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: 1, column: 1 }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Whether a problem keeps the guide from being built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A reader would be left without something, or with something wrong.
    Error,
    /// Readers are served; an author should look at it.
    Warning,
}

impl Severity {
    /// As it is printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something that is not as it should be. The order is that of printing: by file, line and column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// Where.
    pub at: Location,
    /// How bad.
    pub severity: Severity,
    /// What is the matter, as one sentence without a full stop.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}: {}\n    {}", self.at, self.severity.as_str(), self.what, self.remedy)
    }
}

/// All problems of one run, sorted, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// In the order of printing.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many keep the guide from being built.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many do not.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|problem| problem.severity == severity).count()
    }
}

impl From<Vec<Problem>> for Problems {
    fn from(mut problems: Vec<Problem>) -> Self {
        problems.sort();
        problems.dedup();
        Self(problems)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|problem| writeln!(out, "{problem}"))
    }
}

impl std::error::Error for Problems {}

/// Collects problems while files are read and rules are applied.
#[derive(Debug, Clone, Default)]
pub(super) struct Report(pub(super) Vec<Problem>);

impl Report {
    pub(super) fn error(&mut self, at: Location, what: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Problem { at, severity: Severity::Error, what: what.into(), remedy: remedy.into() });
    }

    pub(super) fn warning(&mut self, at: Location, what: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Problem { at, severity: Severity::Warning, what: what.into(), remedy: remedy.into() });
    }
}
