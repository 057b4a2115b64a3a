//! Where each part of the knowledge was written: `symptom[3].causes[1]` → file, line, column.

use super::Location;
use super::source::Source;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

/// Locations by path. The number in `symptom[3]` is the place in `Knowledge::symptoms`, over all files.
#[derive(Debug, Clone, Default)]
pub(super) struct Positions(BTreeMap<String, Location>);

impl Positions {
    /// Where a path was written, or the nearest thing around it that was: a missing field is missing from its table.
    pub(super) fn at(&self, path: &str) -> Location {
        let mut rest = path;
        loop {
            if let Some(location) = self.0.get(rest) {
                return location.clone();
            }
            match rest.rfind(['.', '[']) {
                Some(end) => rest = &rest[..end],
                None => return Location::start_of("guide"),
            }
        }
    }

    pub(super) fn insert(&mut self, path: String, location: Location) {
        self.0.insert(path, location);
    }

    /// Remembers a value and everything inside it.
    pub(super) fn walk(&mut self, path: &str, value: &Spanned<DeValue<'_>>, source: &Source) {
        self.insert(path.to_owned(), source.location(value.span().start));
        match value.get_ref() {
            DeValue::Table(table) => {
                for (key, inner) in table {
                    self.walk(&format!("{path}.{}", key.get_ref()), inner, source);
                }
            }
            DeValue::Array(array) => {
                for (nth, inner) in array.iter().enumerate() {
                    self.walk(&format!("{path}[{nth}]"), inner, source);
                }
            }
            _ => {}
        }
    }
}
