//! The words that a page must show, read from `content/` as an author wrote them.

use crate::project::root;
use toml::{Table, Value};

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Words {
    language: String,
}

impl Words {
    /// The words of that language.
    pub fn of(language: &str) -> Self {
        Self { language: language.into() }
    }

    /// The paragraphs of a text: `verdicts`, `answered.title`.
    ///
    /// # Panics
    /// If there is no such text: then a test asks for what the guide no longer says.
    #[track_caller]
    pub fn paragraphs(&self, file: &str, key: &str) -> Vec<String> {
        let path = root().join("content").join(&self.language).join(format!("{file}.toml"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let table: Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut here = Value::Table(table);
        for part in key.split('.') {
            let Value::Table(mut table) = here else { panic!("{}: {key} leads into a text", path.display()) };
            here = table.remove(part).unwrap_or_else(|| panic!("{}: no {key}", path.display()));
        }
        match here {
            Value::String(text) => text.split("\n\n").map(str::to_owned).collect(),
            Value::Array(texts) => texts.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            other => panic!("{}: {key} is no text but {other:?}", path.display()),
        }
    }

    /// A text of one paragraph.
    #[track_caller]
    pub fn text(&self, file: &str, key: &str) -> String {
        self.paragraphs(file, key).join(" ")
    }

    /// A text of the interface.
    #[track_caller]
    pub fn ui(&self, key: &str) -> String {
        self.text("ui", key)
    }
}

/// Whether a shown text is this one with its `{names}` filled in: those in `arguments` by their values, the others by
/// anything.
pub fn says(shown: &str, text: &str, arguments: &[(&str, &str)]) -> bool {
    let mut pattern = text.to_owned();
    for (name, value) in arguments {
        pattern = pattern.replace(&format!("{{{name}}}"), value);
    }
    let shown = spaced(shown);
    let mut rest = shown.as_str();
    for (nth, part) in pattern.split('{').enumerate() {
        let plain = if nth == 0 { part } else { part.split_once('}').map_or(part, |(_, plain)| plain) };
        let plain = spaced(plain);
        match rest.find(&plain) {
            Some(at) => rest = &rest[at + plain.len()..],
            None => return false,
        }
    }
    true
}

/// One space wherever there is any.
pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_recognised_with_its_names_filled_in() {
        let text = "Något svarade för {host}, inom {seconds} sekunder: se {curl}.";
        let arguments = [("host", "contosoprod.azurecr.io"), ("seconds", "10")];
        assert!(says("Något svarade för contosoprod.azurecr.io, inom 10\n sekunder: se curl.", text, &arguments));
        assert!(!says("Något svarade för annat.azurecr.io, inom 10 sekunder: se curl.", text, &arguments));
        assert!(!says("Inget svarade.", text, &arguments));
    }
}
