//! Signs as they are printed.

use crate::authoring::problem::Report;
use crate::authoring::vocabulary::Paragraph;

pub(super) fn check(language: &str, paragraph: &Paragraph, report: &mut Report) {
    let text = paragraph.text.as_str();
    let quotes = match language {
        "sv" => "”…”",
        "en" => "“…”",
        _ => "the language's own",
    };
    let mut found = |part: &str, what: &str, remedy: String| {
        if text.contains(part) {
            report.warning(paragraph.at_part(part), what, remedy);
        }
    };
    found("...", "three dots stand for an ellipsis", "write …".to_owned());
    found("\"", "a straight quotation mark", format!("write {quotes}"));
    found("  ", "two spaces in a row", "write one".to_owned());
    if language == "sv" {
        found("“", "a quotation mark that Swedish does not use", format!("write {quotes}"));
    }
    if text.trim() != text {
        report.warning(paragraph.at(), "white space before or after the text", "remove it");
    }
}
