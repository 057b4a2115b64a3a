//! `<language>/*.toml` → texts by key: the file gives the first part, the tables give the rest.

use super::Location;
use super::files::Files;
use super::problem::Report;
use super::similar::did_you_mean;
use super::source::Source;
use super::toml_reader::parse;
use super::vocabulary::{Paragraph, Text, Vocabulary};
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The files of a language and the first part of the keys in them.
const FILES: &[(&str, &str)] = &[
    ("symptoms", "symptom"),
    ("causes", "cause"),
    ("findings", "finding"),
    ("solutions", "solution"),
    ("questions", "question"),
    ("commands", "command"),
    ("links", "link"),
    ("changes", "change"),
    ("clouds", "cloud"),
    ("collect", "collect"),
    ("owners", "owner"),
    ("places", "place"),
    ("names", "name"),
    ("reasons", "reason"),
    ("verdicts", "verdict"),
    ("paths", "path"),
    ("tabs", "tab"),
    ("facts", "fact"),
    ("ui", "ui"),
];

/// Not words: which source text each text was made from.
pub(super) const SOURCES: &str = "sources";

/// The file in which a key belongs: `sv/symptoms.toml`.
pub(super) fn file_of(language: &str, key: &str) -> String {
    let first = key.split('.').next().unwrap_or_default();
    let stem = FILES.iter().find(|(_, prefix)| *prefix == first).map_or(first, |(stem, _)| stem);
    format!("{language}/{stem}.toml")
}

/// Reads everything in one language's folder.
pub(super) fn read(language: &str, files: &Files, report: &mut Report) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let folder = format!("{language}/");
    for (path, text) in files.0.iter().filter(|(path, _)| path.starts_with(&folder)) {
        let stem = path[folder.len()..].trim_end_matches(".toml");
        let source = Arc::new(Source::new(path, text));
        if let Some((_, prefix)) = FILES.iter().find(|(known, _)| *known == stem) {
            let table = parse(&source, report);
            let mut reader = Reader { vocabulary: &mut vocabulary, source: Arc::clone(&source), report };
            reader.read_table(prefix, &table);
        } else if stem == SOURCES {
            read_sources(&source, &mut vocabulary, report);
        } else {
            let known = FILES.iter().map(|(known, _)| *known).chain([SOURCES]);
            let remedy = did_you_mean(stem, known, "docs/authoring.md lists the files of a language");
            report.error(Location::start_of(path), format!("no texts are read from a file called {stem}.toml"), remedy);
        }
    }
    vocabulary
}

struct Reader<'a> {
    vocabulary: &'a mut Vocabulary,
    source: Arc<Source>,
    report: &'a mut Report,
}

impl Reader<'_> {
    fn read_table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let at = self.source.location(name.span().start);
            let key = format!("{prefix}.{}", name.get_ref());
            if name.get_ref().contains('.') {
                self.report.error(
                    at,
                    format!("the name `{}` has a dot in it", name.get_ref()),
                    "leave the quotes out: dots then separate tables",
                );
                continue;
            }
            match value.get_ref() {
                DeValue::Table(inner) => {
                    self.vocabulary.tables.insert(key.clone(), at);
                    self.read_table(&key, inner);
                }
                DeValue::Array(list) => self.read_list(&key, at, list),
                _ => {
                    if let Some(paragraph) = self.paragraph(&key, value) {
                        self.vocabulary.texts.insert(key, Text { paragraphs: vec![paragraph], is_list: false });
                    }
                }
            }
        }
    }

    fn read_list(&mut self, key: &str, at: Location, list: &DeArray<'_>) {
        if list.is_empty() {
            self.report.error(at, format!("`{key}` is an empty list"), "write its paragraphs, or remove it");
            return;
        }
        let paragraphs: Option<Vec<_>> = list.iter().map(|value| self.paragraph(key, value)).collect();
        if let Some(paragraphs) = paragraphs {
            // A list of one is the same to a reader as that one.
            let is_list = paragraphs.len() > 1;
            self.vocabulary.texts.insert(key.to_owned(), Text { paragraphs, is_list });
        }
    }

    fn paragraph(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Paragraph> {
        let at = self.source.location(value.span().start);
        let DeValue::String(text) = value.get_ref() else {
            let what = format!("`{key}` is of type {}, not a text", value.get_ref().type_str());
            self.report.error(at, what, "write a string, or a list of strings");
            return None;
        };
        if text.trim().is_empty() {
            self.report.error(at, format!("`{key}` is empty"), "write the text, or remove it");
            return None;
        }
        Some(Paragraph { text: text.clone().into_owned(), source: Arc::clone(&self.source), span: value.span() })
    }
}

fn read_sources(source: &Source, vocabulary: &mut Vocabulary, report: &mut Report) {
    for (key, value) in &parse(source, report) {
        let at = source.location(key.span().start);
        match value.get_ref().as_str().map(str::parse) {
            Some(Ok(hash)) => {
                vocabulary.sources.insert(key.get_ref().clone().into_owned(), (hash, at));
            }
            _ => {
                let what = format!("`{}` does not have eight hexadecimal digits", key.get_ref());
                report.error(at, what, "do not edit this file: `cargo xtask content stamp` writes it");
            }
        }
    }
}
