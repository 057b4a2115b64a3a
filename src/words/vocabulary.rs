//! One language's texts, ready to show, with what had to be taken from another language marked as such.

use super::{Language, LanguageCode, Texts, Ui};
use crate::small::Listing;
use serde::{Deserialize, Serialize};

/// One language's texts, complete: what the language lacks has been filled in from English, then Swedish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The language asked for.
    pub language: Language,
    /// Texts by key: `symptom.request-timeout.title`; those of the interface by [`Ui::number`].
    pub texts: Texts,
    /// The language of each text that is not in the language asked for.
    #[serde(default, skip_serializing_if = "Listing::is_empty")]
    pub fallback: Listing<String, LanguageCode>,
    /// Direction and name of the languages that `fallback` mentions, and of every other that the guide speaks.
    pub languages: Vec<Language>,
    /// Where to look for a text that is not here: a page's own words, behind those that were loaded later.
    #[serde(skip)]
    pub behind: Option<&'static Words>,
}

/// A text to show, with the language that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block<'a> {
    /// The text, with its `{names}`.
    pub text: &'a str,
    /// Set where the text is in another language than the page: mark the element with it and say so.
    pub borrowed: Option<&'a Language>,
}

impl Words {
    /// The text of a key, if there is one.
    pub fn get(&self, key: &str) -> Option<Block<'_>> {
        let Some(text) = self.texts.get(key) else { return self.behind?.get(key) };
        let borrowed =
            self.fallback.get(key).and_then(|code| self.languages.iter().find(|language| language.code == *code));
        Some(Block { text, borrowed })
    }

    /// The text of a key, or the key itself: the validator keeps that from happening, a reader still sees where a text
    /// was meant to stand.
    pub fn block<'a>(&'a self, key: &'a str) -> Block<'a> {
        self.get(key).unwrap_or(Block { text: key, borrowed: None })
    }

    /// A text of the interface.
    pub fn ui(&self, key: Ui) -> Block<'_> {
        self.get(&key.number()).unwrap_or(Block { text: "ui.", borrowed: None })
    }

    /// The paragraphs of a text that authors may write as one string (`key`) or as a list (`key.0`, `key.1`, …).
    pub fn paragraphs<'a>(&'a self, key: &str) -> Vec<Block<'a>> {
        if let Some(block) = self.get(key) {
            return vec![block];
        }
        (0..).map_while(|nth: usize| self.get(&format!("{key}.{nth}"))).collect()
    }
}
