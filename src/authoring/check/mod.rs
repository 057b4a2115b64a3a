//! The rules for `content/`, one family per file. A rule reports and never mends; it says where and what to do.

mod addresses;
mod completeness;
mod excerpt;
mod foreign;
mod ids;
mod literal_values;
mod names;
mod reachability;
mod references;
mod relations;
mod shape;
mod terms;
mod typography;
mod weights;

use super::content::Content;
use super::files::Files;
use super::problem::{Location, Report};
use super::similar::did_you_mean;

/// The files of `content/` that stand beside its folders.
const TOP_LEVEL: &[&str] = &["languages.toml", "clouds.toml", "glossary.toml", "recognisers.toml", "weights.toml"];

/// A misspelt file would otherwise just not be read.
pub(super) fn files(files: &Files, report: &mut Report) {
    for path in files.0.keys().filter(|path| !path.contains('/') && !TOP_LEVEL.contains(&path.as_str())) {
        let remedy = did_you_mean(path, TOP_LEVEL.iter().copied(), "docs/authoring.md lists the files");
        report.error(Location::start_of(path), format!("nothing is read from {path}"), remedy);
    }
}

/// Applies every rule.
pub(super) fn everything(content: &Content, report: &mut Report) {
    ids::check(content, report);
    relations::check(content, report);
    weights::check(content, report);
    reachability::check(content, report);
    shape::check(content, report);
    addresses::check(content, report);
    completeness::check(content, report);
    names::check(content, report);
    for language in content.languages.iter().filter(|language| !content.pseudo.contains(&language.code)) {
        let Some(vocabulary) = content.vocabularies.get(&language.code) else {
            continue;
        };
        let literals = literal_values::Values::of(&content.guide.knowledge);
        for paragraph in vocabulary.texts.values().flat_map(|text| &text.paragraphs) {
            foreign::check(paragraph, report);
            literals.check(paragraph, report);
            terms::check(&content.glossary, language.code.as_str(), paragraph, report);
            typography::check(language.code.as_str(), paragraph, report);
        }
    }
}
