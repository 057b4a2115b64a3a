//! Everything in `content/`, read: ready to be checked, and to be compiled for pages.

use super::files::Files;
use super::glossary::Glossary;
use super::guide_reader::{self, Guide as GuideFiles};
use super::problem::{Problems, Report};
use super::vocabulary::{Text, Vocabulary};
use super::weights_reader::{self, WeightsFile};
use super::{check, language_reader, recognisers_reader, scripts_reader, words_reader};
use crate::diagnosis::Weights;
use crate::guide::Guide;
use crate::knowledge::Knowledge;
use crate::paste::Rules;
use crate::small::Listing;
use crate::words::{Fnv, Language, LanguageCode, Status, Texts, Ui, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The language that readers get where theirs lacks a text; behind it stands the source language.
pub(super) const FALLBACK: &str = "en";

/// What authors wrote.
#[derive(Debug, Clone, Default)]
pub struct Content {
    pub(super) guide: GuideFiles,
    pub(super) weights: WeightsFile,
    rules: Rules,
    pub(super) languages: Vec<Language>,
    pub(super) vocabularies: BTreeMap<LanguageCode, Vocabulary>,
    pub(super) glossary: Glossary,
    /// Languages that were made by the program: nobody's texts, so nobody is told about them.
    pub(super) pseudo: BTreeSet<LanguageCode>,
    pub(super) version: OnceLock<String>,
    reading: Report,
}

impl Content {
    /// Reads files as far as they can be read; what could not be is among the problems of [`Self::check`].
    pub fn read(files: &Files) -> Self {
        let mut report = Report::default();
        let languages = language_reader::read(files, &mut report);
        let mut guide = guide_reader::read(files, &mut report);
        guide.knowledge.scripts = scripts_reader::read(files, &mut report);
        let weights = weights_reader::read(files, &mut report);
        let rules = recognisers_reader::read(files, &mut report);
        let glossary = Glossary::read(files, &languages, &mut report);
        let vocabularies = languages
            .iter()
            .map(|language| (language.code.clone(), words_reader::read(language.code.as_str(), files, &mut report)))
            .collect();
        check::files(files, &mut report);
        Self { guide, weights, rules, languages, vocabularies, glossary, reading: report, ..Self::default() }
    }

    /// What kept files from being read as what they should be.
    pub fn reading_problems(&self) -> Problems {
        self.reading.0.clone().into()
    }

    /// Everything that is not as it should be.
    pub fn check(&self) -> Problems {
        let mut report = self.reading.clone();
        check::everything(self, &mut report);
        report.0.into()
    }

    /// What is true, in every language.
    pub fn knowledge(&self) -> &Knowledge {
        &self.guide.knowledge
    }

    /// What pasted output is read with.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What observations say for or against causes and findings.
    pub fn weights(&self) -> &Weights {
        &self.weights.weights
    }

    /// The languages in the order of the menu, the source first.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// A language's words, complete: what it lacks is taken from English, then from the source language, and marked.
    /// `None` where the guide does not speak that language.
    pub fn words(&self, code: &LanguageCode) -> Option<Words> {
        let language = self.languages.iter().find(|language| language.code == *code)?.clone();
        let mut words = Words {
            language,
            texts: Texts::default(),
            fallback: Listing::default(),
            languages: self.languages.clone(),
            behind: None,
        };
        let chain = [code.as_str(), FALLBACK, self.source_code()];
        let mut done = BTreeSet::new();
        // In the order of the texts, whatever their keys were before.
        let mut borrowed = BTreeMap::new();
        for from in chain.map(LanguageCode::from) {
            let Some(vocabulary) = self.vocabularies.get(&from) else {
                continue;
            };
            for (key, text) in &vocabulary.texts {
                // A text goes over as a whole: paragraphs of two languages are not mixed.
                if !done.insert(key) {
                    continue;
                }
                for (flat, paragraph) in text.flat(key) {
                    let flat = Ui::named(&flat).map_or(flat, Ui::number);
                    if from != *code {
                        borrowed.insert(flat.clone(), from.clone());
                    }
                    words.texts.insert(flat, paragraph.to_owned());
                }
            }
        }
        borrowed.into_iter().for_each(|(key, from)| words.fallback.push(key, from));
        Some(words)
    }

    /// What one language's page downloads. `None` where the guide does not speak that language.
    pub fn guide(&self, code: &LanguageCode) -> Option<Guide> {
        let words = self.words(code)?;
        Some(Guide { version: self.version(), knowledge: self.knowledge().clone(), words })
    }

    /// Names this state of the content: sixteen hexadecimal digits that change with any knowledge or text, and not
    /// with a comment.
    pub fn version(&self) -> String {
        self.version.get_or_init(|| self.hash()).clone()
    }

    fn hash(&self) -> String {
        let mut hash = Fnv::default();
        // `Debug` of plain data is a complete rendering; serde_json would do as well but can fail.
        hash.write(format!("{:?}{:?}", self.guide.knowledge, self.languages).as_bytes());
        hash.write(format!("{:?}{:?}", self.rules, self.weights.weights).as_bytes());
        for (code, vocabulary) in &self.vocabularies {
            hash.write(code.as_str().as_bytes());
            for (key, text) in &vocabulary.texts {
                for (flat, paragraph) in text.flat(key) {
                    hash.write(flat.as_bytes());
                    hash.write(b"=");
                    hash.write(paragraph.as_bytes());
                    hash.write(b"\n");
                }
            }
        }
        format!("{:016x}", hash.finish())
    }

    /// For every text of the source language, how this language's text stands to it.
    pub fn status(&self, code: &LanguageCode) -> Vec<(&str, Status)> {
        let nothing = Vocabulary::default();
        let vocabulary = self.vocabularies.get(code).unwrap_or(&nothing);
        self.source_texts().iter().map(|(key, text)| (key.as_str(), vocabulary.status(key, text))).collect()
    }

    /// The tag of the language that all others are made from.
    pub fn source_code(&self) -> &str {
        self.languages.first().map_or("sv", |language| language.code.as_str())
    }

    pub(super) fn source_texts(&self) -> &BTreeMap<String, Text> {
        static NONE: BTreeMap<String, Text> = BTreeMap::new();
        self.vocabularies.get(&LanguageCode::from(self.source_code())).map_or(&NONE, |source| &source.texts)
    }
}
