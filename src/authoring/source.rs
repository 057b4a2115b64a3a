//! The text of one file, and where in it an offset is.

use super::Location;
use std::ops::Range;

/// One file of `content/`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) file: String,
    pub(super) text: String,
    line_starts: Vec<usize>,
}

impl Source {
    pub(super) fn new(file: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { file: file.into(), text, line_starts }
    }

    /// The line and column of a byte offset; of the end where the offset is beyond it.
    pub(super) fn location(&self, offset: usize) -> Location {
        let offset = offset.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts[line - 1];
        let column = self.text.get(start..offset).map_or(1, |before| before.chars().count() + 1);
        Location { file: self.file.clone(), line, column }
    }

    /// Where an excerpt stands inside a span; the beginning of the span where an escape keeps it from being found.
    pub(super) fn find(&self, span: &Range<usize>, excerpt: &str) -> Location {
        let raw = self.text.get(span.clone()).unwrap_or_default();
        let any_case = || raw.to_lowercase().find(&excerpt.to_lowercase());
        let within = raw.find(excerpt).or_else(any_case).unwrap_or(0);
        self.location(span.start + within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_columns_count_characters() {
        let source = Source::new("f", "å = 1\nö = 2\n");
        let place = |offset| (source.location(offset).line, source.location(offset).column);
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(source.text.find('=').expect("it is there")), (1, 3));
        assert_eq!(place(source.text.rfind('=').expect("it is there")), (2, 3));
        assert_eq!(place(1000), (3, 1));
    }
}
