//! A language, as `content/languages.toml` lists it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A BCP 47 tag as it stands in addresses: `sv`, `en`, `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LanguageCode(String);

impl LanguageCode {
    /// Takes any text; the validator checks that `content/` has such a folder.
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for LanguageCode {
    fn from(code: &str) -> Self {
        Self::new(code)
    }
}

impl fmt::Display for LanguageCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A language that the guide speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its tag, also the folder in `content/` and the first part of every address.
    pub code: LanguageCode,
    /// Its name in itself.
    pub name: String,
    /// Which way it is written.
    #[serde(default)]
    pub dir: Direction,
    /// Open Graph's form of the tag, with a country: `sv_SE`.
    pub og_locale: String,
}
