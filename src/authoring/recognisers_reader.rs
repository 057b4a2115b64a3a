//! `recognisers.toml` → the rules that pasted output is read with.

use super::files::Files;
use super::problem::Report;
use super::source::Source;
use super::toml_reader::{parse, typed};
use crate::paste::{Pattern, Rule, Rules};
use toml::Spanned;
use toml::de::DeValue;

/// The file, beside the folders of `content/`.
pub(super) const FILE: &str = "recognisers.toml";

/// Reads the file entry by entry, so that one slip does not hide the others; no rules where it is not there.
pub(super) fn read(files: &Files, report: &mut Report) -> Rules {
    let mut rules = Rules::default();
    let source = Source::new(FILE, files.get(FILE).unwrap_or_default());
    for (key, value) in &parse(&source, report) {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("rule", DeValue::Array(entries)) => {
                entries.iter().for_each(|entry| read_rule(entry, &mut rules, &source, report));
            }
            (other, _) => report.error(
                source.location(key.span().start),
                format!("there is no list called `{other}` here"),
                "write `[[rule]]` above each rule",
            ),
        }
    }
    rules
}

fn read_rule(entry: &Spanned<DeValue<'_>>, rules: &mut Rules, source: &Source, report: &mut Report) {
    let at = source.location(entry.span().start);
    let Some(rule) = typed::<Rule>(entry.clone(), source, report) else { return };
    let id = &rule.id;
    if rules.rules.iter().any(|other| other.id == *id) {
        report.error(
            at.clone(),
            format!("there are two rules `{id}`"),
            "give one of them another id, or make them one",
        );
    }
    if rule.source.is_empty() || rule.test.is_empty() {
        report.error(
            at.clone(),
            format!("rule `{id}` does not say where its text comes from, or has no example"),
            "write `source = \"…\"` and `test = [\"…\"]`",
        );
    }
    for text in &rule.text {
        if let Err(problem) = Pattern::compile(text) {
            report.error(
                at.clone(),
                format!("rule `{id}`: {problem}"),
                "docs/diagnosis.md lists what a pattern may hold",
            );
        }
    }
    rules.rules.push(rule);
}
