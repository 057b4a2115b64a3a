//! What authors wrote in one language, text by text, with the place of each.

use super::Location;
use super::source::Source;
use crate::words::{Segment, SourceHash, Status, segments};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// One language as written.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    /// By key without the paragraph's number: `symptom.request-timeout.summary`.
    pub(super) texts: BTreeMap<String, Text>,
    /// Where each table begins: the place to add what is missing from it.
    pub(super) tables: BTreeMap<String, Location>,
    /// From `sources.toml`: the source text that each text was made from.
    pub(super) sources: BTreeMap<String, (SourceHash, Location)>,
}

/// A text: one string, or a list of paragraphs.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) is_list: bool,
}

/// A string with its place.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) source: Arc<Source>,
    pub(super) span: Range<usize>,
}

impl Paragraph {
    /// Where it begins.
    pub(super) fn at(&self) -> Location {
        self.source.location(self.span.start)
    }

    /// Where a part of it stands.
    pub(super) fn at_part(&self, part: &str) -> Location {
        self.source.find(&self.span, part)
    }
}

impl Text {
    /// Where it begins.
    pub(super) fn at(&self) -> Location {
        self.paragraphs[0].at()
    }

    /// The hash of its wording.
    pub(super) fn hash(&self) -> SourceHash {
        SourceHash::of(self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()))
    }

    /// The `{names}` that it mentions.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        self.paragraphs.iter().flat_map(|paragraph| names(&paragraph.text)).collect()
    }

    /// Keys and texts as pages look them up: `key`, or `key.0`, `key.1`, … for a list.
    pub(super) fn flat<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (String, &'a str)> {
        self.paragraphs.iter().enumerate().map(move |(nth, paragraph)| {
            let key = if self.is_list { format!("{key}.{nth}") } else { key.to_owned() };
            (key, paragraph.text.as_str())
        })
    }
}

/// The `{names}` in a string, in order.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    segments(text).into_iter().filter_map(|segment| match segment {
        Segment::Named(name) => Some(name),
        Segment::Plain(_) => None,
    })
}

impl Vocabulary {
    /// How this language's text of a key stands to the source text.
    pub(super) fn status(&self, key: &str, source: &Text) -> Status {
        let stamped = self.sources.get(key).map(|(hash, _)| *hash);
        Status::of(self.texts.contains_key(key), stamped, source.hash())
    }
}
