//! Stamping: saying that a translation was made from the source text as it now is.

use super::Content;
use super::vocabulary::Vocabulary;
use crate::words::{LanguageCode, SourceHash, Status};
use std::collections::BTreeMap;
use std::fmt;

/// Which texts to stamp. A stale text is never stamped unasked: somebody must have looked at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// What has no stamp yet.
    New,
    /// What has none yet, and everything stale.
    AllStale,
    /// These texts, and those whose keys begin with one of these and a dot.
    Keys(Vec<String>),
}

/// A new `sources.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// The file's text, sorted by key.
    pub text: String,
    /// The keys that now have another stamp than before.
    pub stamped: Vec<String>,
    /// Those that are stale still.
    pub still_stale: Vec<String>,
}

/// Why nothing was stamped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StampError {
    /// The guide does not speak it.
    NoSuchLanguage(String),
    /// The source is not made from anything.
    IsTheSource(String),
    /// No text of that key in the source language and in this one.
    NoSuchText(String),
}

impl fmt::Display for StampError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchLanguage(code) => write!(out, "`{code}` is not in languages.toml: list it there first"),
            Self::IsTheSource(code) => {
                write!(out, "`{code}` is the source language: stamp a translation")
            }
            Self::NoSuchText(key) => write!(
                out,
                "there is no text `{key}` that stands in the source language and in this one: write the translation \
                 first, or name another key (`cargo xtask content status` counts them)"
            ),
        }
    }
}

impl std::error::Error for StampError {}

impl Content {
    /// Makes a language's `sources.toml` anew. Stamps of texts that no longer exist are dropped.
    ///
    /// # Errors
    /// Where language or key do not exist; nothing is stamped then.
    pub fn stamp(&self, code: &str, selection: &Selection) -> Result<Stamped, StampError> {
        let code = LanguageCode::from(code);
        let vocabulary = self.vocabularies.get(&code).ok_or_else(|| StampError::NoSuchLanguage(code.to_string()))?;
        if code.as_str() == self.source_code() {
            return Err(StampError::IsTheSource(code.to_string()));
        }
        self.refuse_unknown_keys(vocabulary, selection)?;
        let (mut stamps, mut stamped, mut still_stale) = (BTreeMap::new(), Vec::new(), Vec::new());
        for (key, source) in self.source_texts() {
            let status = vocabulary.status(key, source);
            let wanted = match (status, selection) {
                (Status::Missing, _) => continue,
                (Status::Current, _) => false,
                (Status::Unstamped, Selection::New | Selection::AllStale) | (Status::Stale, Selection::AllStale) => {
                    true
                }
                (Status::Stale, Selection::New) => false,
                (Status::Unstamped | Status::Stale, Selection::Keys(keys)) => {
                    keys.iter().any(|named| covers(named, key))
                }
            };
            if wanted {
                stamped.push(key.clone());
                stamps.insert(key, source.hash());
            } else if let Some((hash, _)) = vocabulary.sources.get(key) {
                if status == Status::Stale {
                    still_stale.push(key.clone());
                }
                stamps.insert(key, *hash);
            }
        }
        Ok(Stamped { text: render(&code, &stamps), stamped, still_stale })
    }

    fn refuse_unknown_keys(&self, vocabulary: &Vocabulary, selection: &Selection) -> Result<(), StampError> {
        let Selection::Keys(keys) = selection else {
            return Ok(());
        };
        let exists = |named: &String| {
            self.source_texts().keys().any(|key| covers(named, key) && vocabulary.texts.contains_key(key))
        };
        match keys.iter().find(|named| !exists(named)) {
            Some(named) => Err(StampError::NoSuchText(named.clone())),
            None => Ok(()),
        }
    }
}

/// Whether a key, or the beginning of one, means this key.
fn covers(named: &str, key: &str) -> bool {
    key.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn render(code: &LanguageCode, stamps: &BTreeMap<&String, SourceHash>) -> String {
    let mut text = format!(
        "# The source text that each text was made from, as a hash. Do not edit: `cargo xtask content stamp {code}` writes it.\n\n"
    );
    for (key, hash) in stamps {
        text.push_str(&format!("\"{key}\" = \"{hash}\"\n"));
    }
    text
}
