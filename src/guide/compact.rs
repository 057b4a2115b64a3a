//! The form in which a guide is downloaded: texts in the order of their keys, without the keys.
//!
//! Which keys there are follows from the knowledge, which is downloaded too. A hash of the keys guards against a page and
//! a file of different builds: their texts would come out misplaced.

use super::{Guide, required_keys};
use crate::knowledge::Knowledge;
use crate::words::{Fnv, Language, LanguageCode, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Between the paragraphs of one text: Unicode's PARAGRAPH SEPARATOR, which no author writes.
const PARAGRAPHS: char = '\u{2029}';

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Compact {
    version: String,
    keys: u64,
    knowledge: Knowledge,
    language: Language,
    languages: Vec<Language>,
    /// In the order of the keys; empty where there is none.
    texts: Vec<String>,
    /// The places of the texts that are in another language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    fallback: BTreeMap<LanguageCode, Vec<usize>>,
}

/// The texts belong to other keys than this program has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherKeys;

impl fmt::Display for OtherKeys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the guide's data is from another build than this page: reload the page")
    }
}

impl std::error::Error for OtherKeys {}

fn keys(knowledge: &Knowledge) -> Vec<String> {
    required_keys(knowledge).into_iter().map(|key| key.key).collect()
}

/// Thirty-two bits, so that it is a whole number in every JSON reader.
fn hash(keys: &[String]) -> u64 {
    let mut hash = Fnv::default();
    for key in keys {
        hash.write(key.as_bytes());
        hash.write(b"\n");
    }
    hash.finish() >> 32
}

impl From<Guide> for Compact {
    fn from(guide: Guide) -> Self {
        let Guide { version, knowledge, words } = guide;
        let keys = keys(&knowledge);
        let mut fallback: BTreeMap<LanguageCode, Vec<usize>> = BTreeMap::new();
        let mut texts = Vec::with_capacity(keys.len());
        for (place, key) in keys.iter().enumerate() {
            let paragraphs: Vec<&str> = words.paragraphs(key).into_iter().map(|block| block.text).collect();
            texts.push(paragraphs.join(&PARAGRAPHS.to_string()));
            if let Some(code) = words.fallback.get(key).or_else(|| words.fallback.get(&format!("{key}.0"))) {
                fallback.entry(code.clone()).or_default().push(place);
            }
        }
        let Words { language, languages, .. } = words;
        Self { version, keys: hash(&keys), knowledge, language, languages, texts, fallback }
    }
}

impl TryFrom<Compact> for Guide {
    type Error = OtherKeys;

    fn try_from(compact: Compact) -> Result<Self, OtherKeys> {
        let Compact { version, keys: expected, knowledge, language, languages, texts, fallback } = compact;
        let keys = keys(&knowledge);
        if hash(&keys) != expected || keys.len() != texts.len() {
            return Err(OtherKeys);
        }
        let mut codes: Vec<Option<&LanguageCode>> = vec![None; keys.len()];
        for (code, places) in &fallback {
            for place in places {
                *codes.get_mut(*place).ok_or(OtherKeys)? = Some(code);
            }
        }
        let mut words = Words { language, languages, texts: BTreeMap::new(), fallback: BTreeMap::new() };
        for ((key, text), code) in keys.into_iter().zip(texts).zip(codes) {
            if text.is_empty() {
                continue;
            }
            let parts: Vec<&str> = text.split(PARAGRAPHS).collect();
            for (nth, part) in parts.iter().enumerate() {
                let key = if parts.len() > 1 { format!("{key}.{nth}") } else { key.clone() };
                if let Some(code) = code {
                    words.fallback.insert(key.clone(), code.clone());
                }
                words.texts.insert(key, (*part).to_owned());
            }
        }
        Ok(Self { version, knowledge, words })
    }
}
