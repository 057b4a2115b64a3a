//! `{names}` in texts: each is known, and every language mentions the same ones.

use crate::authoring::content::Content;
use crate::authoring::problem::Report;
use crate::authoring::similar::did_you_mean;
use crate::authoring::vocabulary::{Paragraph, Text, names};
use crate::knowledge::{Knowledge, LiteralId};
use crate::words::{Placeholder, Segment, UI_ARGUMENTS, segments};

pub(super) fn check(content: &Content, report: &mut Report) {
    let source = content.source_texts();
    for (code, vocabulary) in content.vocabularies.iter().filter(|(code, _)| !content.pseudo.contains(code)) {
        for (key, text) in &vocabulary.texts {
            for paragraph in &text.paragraphs {
                unknown(key, paragraph, &content.guide.knowledge, report);
                stray_braces(paragraph, report);
            }
            if let Some(original) = source.get(key).filter(|_| code.as_str() != content.source_code()) {
                differing(key, text, original, content.source_code(), report);
            }
        }
    }
}

/// Only texts of the interface, of verdicts and of name errors are given something to fill in.
fn has_arguments(key: &str) -> bool {
    ["ui.", "verdict.", "path.", "name."].iter().any(|prefix| key.starts_with(prefix))
}

fn unknown(key: &str, paragraph: &Paragraph, knowledge: &Knowledge, report: &mut Report) {
    for name in names(&paragraph.text) {
        let is_known = Placeholder::named(name).is_some()
            || knowledge.literals.get(name).is_some()
            || (has_arguments(key) && UI_ARGUMENTS.contains(&name));
        if is_known {
            continue;
        }
        let (what, otherwise) = if UI_ARGUMENTS.contains(&name) {
            let what = format!("{{{name}}} is filled in only in the texts of the interface");
            (what, "say it in words")
        } else {
            let what = format!("{{{name}}} is neither a placeholder nor a literal");
            (what, "add it to content/guide/literals.toml, or say it in words")
        };
        let placeholders = Placeholder::ALL.map(Placeholder::as_str);
        let known = knowledge.literals.keys().map(LiteralId::as_str).chain(placeholders);
        report.error(paragraph.at_part(&format!("{{{name}}}")), what, did_you_mean(name, known, otherwise));
    }
}

/// Braces that are not around a name would be shown as they are.
fn stray_braces(paragraph: &Paragraph, report: &mut Report) {
    for segment in segments(&paragraph.text) {
        let Segment::Plain(plain) = segment else {
            continue;
        };
        let Some(at) = plain.find(['{', '}']) else {
            continue;
        };
        let from_brace = &plain[at..];
        let shown = from_brace.find('}').map_or(from_brace, |close| &from_brace[..=close]);
        let what = format!("`{shown}` is not a {{name}}");
        let remedy = "between braces stand only lower-case letters, digits and hyphens, without spaces";
        report.error(paragraph.at_part(shown), what, remedy);
    }
}

fn differing(key: &str, text: &Text, original: &Text, source: &str, report: &mut Report) {
    let (here, there) = (text.names(), original.names());
    for name in there.difference(&here) {
        let what = format!("`{key}` does not mention {{{name}}} as {source} does");
        report.error(text.at(), what, format!("mention it too, or change {}", original.at()));
    }
    for name in here.difference(&there) {
        let what = format!("`{key}` mentions {{{name}}}, which {source} does not");
        report.error(text.at(), what, format!("leave it out, or change {}", original.at()));
    }
}
