//! From TOML text to a table whose every part knows where it stands, and from there to typed values.

use super::problem::Report;
use super::source::Source;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// Parses a file. What is not TOML is reported; what could be read around it is returned, so that one slip
/// does not hide the file's other problems.
pub(super) fn parse<'a>(source: &'a Source, report: &mut Report) -> DeTable<'a> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let mut last_line = 0;
    for error in errors {
        let at = source.location(error.span().map_or(0, |span| span.start));
        // One slip often gives several complaints about the same line: the first is the telling one.
        if at.line != last_line {
            last_line = at.line;
            report.error(at, format!("this is not TOML: {}", error.message()), "mend the line; strings stand in \"…\"");
        }
    }
    table.into_inner()
}

/// Turns a value into its type. Fields that do not exist are reported each and left out; any other error is
/// reported and gives `None`.
pub(super) fn typed<T: DeserializeOwned>(
    mut value: Spanned<DeValue<'_>>,
    source: &Source,
    report: &mut Report,
) -> Option<T> {
    loop {
        let error = match T::deserialize(ValueDeserializer::from(value.clone())) {
            Ok(thing) => return Some(thing),
            Err(error) => error,
        };
        let span = error.span().unwrap_or_else(|| value.span());
        let remedy = if error.message().starts_with("missing field") {
            "add it: docs/authoring.md lists the fields of each kind"
        } else {
            "write what is expected: docs/authoring.md lists the fields of each kind"
        };
        report.error(source.location(span.start), error.message(), remedy);
        if !remove_key(value.get_mut(), &span) {
            return None;
        }
    }
}

fn remove_key(value: &mut DeValue<'_>, span: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => {
            let wrong = table.keys().find(|key| key.span() == *span).map(|key| key.get_ref().to_string());
            match wrong {
                Some(key) => table.remove(key.as_str()).is_some(),
                None => table.iter_mut().any(|(_, inner)| remove_key(inner.get_mut(), span)),
            }
        }
        DeValue::Array(array) => array.iter_mut().any(|inner| remove_key(inner.get_mut(), span)),
        _ => false,
    }
}
