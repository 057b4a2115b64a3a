//! What the browser downloads: data, compiled from `content/` for the program that reads it.
//!
//! Law: on the wire everything is a JSON array of rows, each an array of texts whose first says what the row is. One type for
//! everything keeps the program small: every derived type would be code that readers download. Each file here is one download,
//! with its writing and its reading side by side, so that neither changes alone.

mod casebook;
mod page;
mod rules;

pub use casebook::{Casebook, CauseRow, CommandRow, FindingRow, QuestionRow, StepRow, TELLS_MOST};
pub use page::Pack;
pub use rules::{rules_from_rows, rules_rows};

use crate::guide::Guide;
use crate::knowledge::LiteralId;
use crate::small::Listing;
use crate::words::{LanguageCode, Segment, Texts, segments};

/// A row: what it is, and its texts.
pub type Row = Vec<String>;

/// The data is of another build than the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherBuild {
    /// The row that the program does not know.
    pub row: Row,
}

fn row(texts: &[&str]) -> Row {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Texts with the language that each was borrowed from, if any.
fn text_rows<'a>(texts: &'a Texts, fallback: &'a Listing<String, LanguageCode>) -> impl Iterator<Item = Row> + 'a {
    texts.iter().map(|(key, text)| match fallback.get(key) {
        None => row(&["text", key, text]),
        Some(from) => row(&["text", key, text, from.as_str()]),
    })
}

/// The literals that some texts mention.
fn literals(guide: &Guide, texts: &Texts) -> Listing<LiteralId, String> {
    let is_mentioned =
        |id: &LiteralId| texts.iter().any(|(_, text)| segments(text).contains(&Segment::Named(id.as_str())));
    let literals = guide.knowledge.literals.iter().filter(|(id, _)| is_mentioned(id));
    literals.map(|(id, text)| (id.clone(), text.clone())).collect()
}
