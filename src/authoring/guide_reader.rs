//! `guide/*.toml` and `clouds.toml` → one `Knowledge`, with the place of everything in it.

use super::Location;
use super::files::Files;
use super::positions::Positions;
use super::problem::Report;
use super::similar::did_you_mean;
use super::source::Source;
use super::toml_reader::{parse, typed};
use crate::knowledge::Knowledge;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What the knowledge files say.
#[derive(Debug, Clone, Default)]
pub(super) struct Guide {
    pub(super) knowledge: Knowledge,
    pub(super) positions: Positions,
    /// Things that were written but could not be read, as kind and id: referring to them is no second mistake.
    pub(super) unreadable: BTreeSet<(String, String)>,
}

macro_rules! kinds {
    ($($name:literal => $field:ident),+ $(,)?) => {
        /// The kinds of things, as authors write them in double brackets.
        const KINDS: &[&str] = &[$($name),+];

        /// Adds a thing to its list and says at which place.
        fn add(
            knowledge: &mut Knowledge,
            kind: &str,
            value: Spanned<DeValue<'_>>,
            source: &Source,
            report: &mut Report,
        ) -> Option<usize> {
            match kind {
                $($name => {
                    knowledge.$field.push(typed(value, source, report)?);
                    Some(knowledge.$field.len() - 1)
                })+
                _ => None,
            }
        }
    };
}

// A new kind of knowledge needs its line here, and its words in `src/guide/keys.rs`.
kinds! {
    "symptom" => symptoms,
    "cause" => causes,
    "finding" => findings,
    "solution" => solutions,
    "question" => questions,
    "command" => commands,
    "link" => links,
    "change" => changes,
    "cloud" => clouds,
}

/// Reads every knowledge file, in the order of their names.
pub(super) fn read(files: &Files, report: &mut Report) -> Guide {
    let mut guide = Guide::default();
    let ours = |path: &str| path.starts_with("guide/") || path == "clouds.toml";
    for (path, text) in files.0.iter().filter(|(path, _)| ours(path)) {
        let source = Source::new(path, text);
        let table = parse(&source, report);
        guide.read_file(&table, &source, report);
    }
    guide
}

impl Guide {
    fn read_file(&mut self, table: &DeTable<'_>, source: &Source, report: &mut Report) {
        for (key, value) in table {
            let kind = key.get_ref().as_ref();
            let at = source.location(key.span().start);
            match (kind, value.get_ref()) {
                ("literals", DeValue::Table(literals)) => self.read_literals(literals, source, report),
                ("literals", _) => report.error(at, "`literals` is not a table", "write `[literals]` above its lines"),
                (_, DeValue::Array(things)) if KINDS.contains(&kind) => {
                    things.iter().for_each(|thing| self.read_thing(kind, thing, source, report));
                }
                _ if KINDS.contains(&kind) => {
                    report.error(at, format!("`{kind}` is not a list"), format!("write `[[{kind}]]` above each"));
                }
                _ => {
                    let remedy = did_you_mean(
                        kind,
                        KINDS.iter().copied().chain(["literals"]),
                        &format!("the kinds are {}", KINDS.join(", ")),
                    );
                    report.error(at, format!("there is no kind `{kind}`"), remedy);
                }
            }
        }
    }

    fn read_thing(&mut self, kind: &str, thing: &Spanned<DeValue<'_>>, source: &Source, report: &mut Report) {
        match add(&mut self.knowledge, kind, thing.clone(), source, report) {
            Some(nth) => self.positions.walk(&format!("{kind}[{nth}]"), thing, source),
            None => {
                if let Some(id) = thing.get_ref().get("id").and_then(|id| id.get_ref().as_str()) {
                    self.unreadable.insert((kind.to_owned(), id.to_owned()));
                }
            }
        }
    }

    fn read_literals(&mut self, literals: &DeTable<'_>, source: &Source, report: &mut Report) {
        for (id, value) in literals {
            let at: Location = source.location(id.span().start);
            let id = id.get_ref().as_ref();
            match value.get_ref().as_str() {
                Some(text) if self.knowledge.literals.get(id).is_some() => {
                    report.error(
                        at,
                        format!("literal `{id}` stands here a second time, as `{text}`"),
                        "keep one of them",
                    );
                }
                Some(text) => {
                    self.knowledge.literals.insert(id.into(), text.to_owned());
                    self.positions.insert(format!("literals.{id}"), at);
                }
                None => report.error(at, format!("literal `{id}` is not a string"), "write its text in \"…\""),
            }
        }
    }
}
