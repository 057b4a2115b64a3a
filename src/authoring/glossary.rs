//! `glossary.toml`: the terms to use in each language, and what not to call them.

use super::Location;
use super::files::Files;
use super::problem::Report;
use super::source::Source;
use super::toml_reader::{parse, typed};
use crate::words::Language;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeValue;

const FILE: &str = "glossary.toml";

/// A term as authors write it: besides these fields there is one for each language.
#[derive(Debug, Deserialize)]
struct Entry {
    id: String,
    /// By language: wrong or inconsistent renderings.
    #[serde(default)]
    avoid: BTreeMap<String, Vec<String>>,
    /// Why, for other authors.
    #[expect(dead_code, reason = "authors read it; here it only must not be taken for a language")]
    #[serde(default)]
    note: Option<String>,
    #[serde(flatten)]
    terms: BTreeMap<String, String>,
}

/// Words not to use in one language, each with the term to use.
#[derive(Debug, Clone, Default)]
pub(super) struct Glossary {
    /// By language: the terms, longest first, lower case.
    terms: BTreeMap<String, Vec<String>>,
    /// By language: what to avoid.
    avoid: BTreeMap<String, Vec<Avoided>>,
}

#[derive(Debug, Clone)]
struct Avoided {
    /// In lower case.
    word: String,
    /// The term to use.
    term: String,
    at: Location,
}

impl Glossary {
    /// Reads the glossary and checks it in itself.
    pub(super) fn read(files: &Files, languages: &[Language], report: &mut Report) -> Self {
        let source = Source::new(FILE, files.get(FILE).unwrap_or_default());
        let mut glossary = Self::default();
        let mut ids = BTreeSet::new();
        for (key, value) in &parse(&source, report) {
            let DeValue::Array(entries) = value.get_ref() else {
                let at = source.location(key.span().start);
                report.error(
                    at,
                    format!("there is nothing called `{}` here", key.get_ref()),
                    "write `[[term]]` above each term",
                );
                continue;
            };
            for value in entries {
                let at = source.location(value.span().start);
                let Some(entry) = typed::<Entry>(value.clone(), &source, report) else {
                    continue;
                };
                if !ids.insert(entry.id.clone()) {
                    report.error(
                        at.clone(),
                        format!("term `{}` stands here a second time", entry.id),
                        "keep one of them",
                    );
                }
                glossary.add(entry, &at, languages, report);
            }
        }
        for terms in glossary.terms.values_mut() {
            terms.sort_by_key(|term| std::cmp::Reverse(term.len()));
        }
        glossary.refuse_avoided_terms(report);
        glossary
    }

    fn refuse_avoided_terms(&self, report: &mut Report) {
        for (language, avoided) in &self.avoid {
            let terms = self.terms.get(language).map_or(&[][..], Vec::as_slice);
            for Avoided { word, at, .. } in avoided.iter().filter(|avoided| terms.contains(&avoided.word)) {
                let what = format!("`{word}` is to be avoided in {language} and is a term there");
                report.error(at.clone(), what, "take it out of `avoid`, or change the term");
            }
        }
    }

    fn add(&mut self, entry: Entry, at: &Location, languages: &[Language], report: &mut Report) {
        let Entry { id, avoid, note: _, terms } = entry;
        for language in terms.keys().chain(avoid.keys()) {
            if !languages.iter().any(|known| known.code.as_str() == language) {
                let remedy = "besides id, avoid and note a term has only the codes of languages.toml";
                report.error(at.clone(), format!("term `{id}`: `{language}` is no language"), remedy);
            }
        }
        for (language, words) in avoid {
            let term = terms.get(&language).cloned().unwrap_or_else(|| id.clone());
            let avoided =
                words.iter().map(|word| Avoided { word: word.to_lowercase(), term: term.clone(), at: at.clone() });
            self.avoid.entry(language).or_default().extend(avoided);
        }
        for (language, term) in terms {
            self.terms.entry(language).or_default().push(term.to_lowercase());
        }
    }

    /// The words of a text that the glossary says not to use, each with the term to use.
    pub(super) fn misused<'a>(&'a self, language: &str, text: &str) -> Vec<(&'a str, &'a str)> {
        let text = text.to_lowercase();
        let avoided = self.avoid.get(language).into_iter().flatten();
        let misused = avoided.filter(|Avoided { word, .. }| {
            find_word(&text, word).is_some()
                && find_word(&self.without_terms_around(language, word, &text), word).is_some()
        });
        misused.map(|avoided| (avoided.word.as_str(), avoided.term.as_str())).collect()
    }

    /// A right term may have a wrong one inside it: what is left is what is not such a term.
    fn without_terms_around(&self, language: &str, word: &str, text: &str) -> String {
        let mut rest = text.to_owned();
        let terms = self.terms.get(language).into_iter().flatten();
        for term in terms.filter(|term| term.len() > word.len() && find_word(term, word).is_some()) {
            while let Some(at) = find_word(&rest, term) {
                rest.replace_range(at..at + term.len(), "·");
            }
        }
        rest
    }
}

/// Where a word stands as a whole word.
pub(super) fn find_word(text: &str, word: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        !word.is_empty()
            && !is_letter(text[..*at].chars().next_back())
            && !is_letter(text[at + word.len()..].chars().next())
    })
}
