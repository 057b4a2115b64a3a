//! The source language has every text and no other; English has every one of those; the rest may wait.

use crate::authoring::content::{Content, FALLBACK};
use crate::authoring::problem::{Location, Report};
use crate::authoring::similar::did_you_mean;
use crate::authoring::vocabulary::Vocabulary;
use crate::authoring::words_reader::{SOURCES, file_of};
use crate::guide::{Form, Need, RequiredKey, required_keys};
use crate::words::{LanguageCode, Status};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(content: &Content, report: &mut Report) {
    let required = required_keys(&content.guide.knowledge, &content.weights.reasons_to_word());
    let by_key: BTreeMap<&str, &RequiredKey> = required.iter().map(|key| (key.key.as_str(), key)).collect();
    for language in content.languages.iter().filter(|language| !content.pseudo.contains(&language.code)) {
        let Some(vocabulary) = content.vocabularies.get(&language.code) else {
            continue;
        };
        let this = Language { content, code: &language.code, vocabulary };
        this.missing(&required, &by_key, report);
        this.surplus(&by_key, report);
        this.forms(&by_key, report);
        if !this.is_source() {
            this.lengths(report);
            this.staleness(report);
        }
    }
}

struct Language<'a> {
    content: &'a Content,
    code: &'a LanguageCode,
    vocabulary: &'a Vocabulary,
}

impl Language<'_> {
    fn is_source(&self) -> bool {
        self.code.as_str() == self.content.source_code()
    }

    /// Without these a reader would find a hole. Other languages than the source and English borrow, but not for the
    /// interface: a page in two languages is one thing, a button that nobody understands another.
    fn missing(&self, required: &[RequiredKey], by_key: &BTreeMap<&str, &RequiredKey>, report: &mut Report) {
        let all_needed = self.is_source() || self.code.as_str() == FALLBACK;
        let needed = |key: &RequiredKey| key.need == Need::Required && (all_needed || key.key.starts_with("ui."));
        let mut missing: BTreeSet<&str> =
            required.iter().filter(|key| needed(key)).map(|key| key.key.as_str()).collect();
        if all_needed {
            missing.extend(
                self.content.source_texts().keys().filter(|key| by_key.contains_key(key.as_str())).map(String::as_str),
            );
        }
        missing.retain(|key| !self.vocabulary.texts.contains_key(*key));
        let mut by_owner: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for key in missing {
            let (owner, field) = owner_and_field(key);
            by_owner.entry(owner).or_default().push(field);
        }
        for (owner, fields) in by_owner {
            let what = format!("`{owner}` lacks {} in {}", fields.join(", "), self.code);
            report.error(self.place_for(owner), what, format!("write {}", example(owner, fields[0])));
        }
    }

    /// The table that a text is missing from, or the file.
    fn place_for(&self, owner: &str) -> Location {
        let table = self.vocabulary.tables.get(owner).cloned();
        table.unwrap_or_else(|| Location::start_of(file_of(self.code.as_str(), owner)))
    }

    fn surplus(&self, by_key: &BTreeMap<&str, &RequiredKey>, report: &mut Report) {
        let source = self.content.source_texts();
        for (key, text) in &self.vocabulary.texts {
            if by_key.contains_key(key.as_str()) || (!self.is_source() && source.contains_key(key)) {
                continue;
            }
            let mut parts = key.split('.');
            let (kind, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            if self.content.guide.unreadable.contains(&(kind.to_owned(), id.to_owned())) {
                continue;
            }
            if kind == "reason" && self.content.weights.has_unreadable {
                continue;
            }
            let otherwise = match kind {
                "reason" => "remove it, or let a weight of content/weights.toml give that reason",
                "ui" => "remove it, or add it to src/words/ui.rs",
                _ => "remove it, or add to content/guide/ what it belongs to",
            };
            let siblings = by_key.keys().copied().filter(|known| known.starts_with(kind));
            report.error(text.at(), format!("nothing shows the text `{key}`"), did_you_mean(key, siblings, otherwise));
        }
    }

    fn forms(&self, by_key: &BTreeMap<&str, &RequiredKey>, report: &mut Report) {
        for (key, text) in self.vocabulary.texts.iter().filter(|(_, text)| text.is_list) {
            if by_key.get(key.as_str()).is_some_and(|required| required.form == Form::Line) {
                report.error(text.at(), format!("`{key}` is a list where only one line fits"), "write one string");
            }
        }
    }

    fn lengths(&self, report: &mut Report) {
        for (key, source) in self.content.source_texts() {
            let Some(text) = self.vocabulary.texts.get(key) else {
                continue;
            };
            let (here, there) = (text.paragraphs.len(), source.paragraphs.len());
            if here != there {
                let what =
                    format!("`{key}` has {} here and {} in {}", count(here), count(there), self.content.source_code());
                report.error(text.at(), what, format!("divide it as {} does", source.at()));
            }
        }
    }

    /// Stale and missing texts are work to be done, not mistakes: they are counted. A text without a stamp is one.
    fn staleness(&self, report: &mut Report) {
        let status = self.content.status(self.code);
        let of = |wanted: Status| {
            status.iter().filter(|(_, status)| *status == wanted).map(|(key, _)| *key).collect::<Vec<_>>()
        };
        let at = Location::start_of(format!("{}/{SOURCES}.toml", self.code));
        let (unstamped, stale, missing) = (of(Status::Unstamped), of(Status::Stale), of(Status::Missing));
        if !unstamped.is_empty() {
            let what =
                format!("{} without the hash of the source text: {}", count_texts(unstamped.len()), some(&unstamped));
            report.error(
                at.clone(),
                what,
                format!("if they say what the source says, run `cargo xtask content stamp {}`", self.code),
            );
        }
        if !stale.is_empty() {
            let what = format!("{} made from an earlier source text: {}", count_texts(stale.len()), some(&stale));
            report.warning(
                at.clone(),
                what,
                format!("translate anew, then run `cargo xtask content stamp {} KEY…`", self.code),
            );
        }
        if !missing.is_empty() && self.code.as_str() != FALLBACK {
            let what = format!("{} not written yet: {}", count_texts(missing.len()), some(&missing));
            report.warning(at, what, "readers get them in English; translate and stamp them");
        }
        for (key, (_, at)) in &self.vocabulary.sources {
            if !self.vocabulary.texts.contains_key(key) {
                let remedy = format!("run `cargo xtask content stamp {}`: it drops what no longer exists", self.code);
                report.warning(at.clone(), format!("`{key}` is stamped but has no text"), remedy);
            }
        }
    }
}

/// `symptom.request-timeout.because.vnet` → `symptom.request-timeout` and `because.vnet`.
fn owner_and_field(key: &str) -> (&str, &str) {
    let after_id = key.match_indices('.').nth(1).map(|(dot, _)| dot);
    after_id.map_or((key, ""), |dot| (&key[..dot], &key[dot + 1..]))
}

/// How a missing text is to be written: `title = "…"` under `[request-timeout]`.
fn example(owner: &str, field: &str) -> String {
    let id = owner.split_once('.').map_or(owner, |(_, id)| id);
    if field.is_empty() { format!("`{id} = \"…\"`") } else { format!("`{field} = \"…\"` under `[{id}]`") }
}

fn count(paragraphs: usize) -> String {
    if paragraphs == 1 { "one paragraph".to_owned() } else { format!("{paragraphs} paragraphs") }
}

fn count_texts(texts: usize) -> String {
    if texts == 1 { "one text is".to_owned() } else { format!("{texts} texts are") }
}

fn some(keys: &[&str]) -> String {
    let shown = keys.iter().take(3).copied().collect::<Vec<_>>().join(", ");
    if keys.len() > 3 { format!("{shown}, …") } else { shown }
}
