//! `weights.toml` → the weights of the diagnosis, with the place of everything in them.

use super::files::Files;
use super::positions::Positions;
use super::problem::Report;
use super::similar::did_you_mean;
use super::source::Source;
use super::toml_reader::{parse, typed};
use crate::diagnosis::Weights;
use crate::observation::Seen;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::DeValue;

/// The file, beside the folders of `content/`.
pub(super) const FILE: &str = "weights.toml";

/// The lists of the file, as authors write them in double brackets.
const LISTS: &[&str] = &["prior", "weight", "contradiction", "inquiry"];

/// What the file says. The number in `weight[3]` is the place in `Weights::weights`.
#[derive(Debug, Clone, Default)]
pub(super) struct WeightsFile {
    pub(super) weights: Weights,
    pub(super) positions: Positions,
    /// An entry could not be read, so a reason that nothing gives may just be that entry's.
    pub(super) has_unreadable: bool,
}

/// Reads the file entry by entry, so that one slip does not hide the others; nothing where it is not there.
pub(super) fn read(files: &Files, report: &mut Report) -> WeightsFile {
    let mut file = WeightsFile::default();
    let source = Source::new(FILE, files.get(FILE).unwrap_or_default());
    for (key, value) in &parse(&source, report) {
        let list = key.get_ref().as_ref();
        let at = source.location(key.span().start);
        match value.get_ref() {
            DeValue::Array(entries) if LISTS.contains(&list) => {
                entries.iter().for_each(|entry| file.read_entry(list, entry, &source, report));
            }
            _ if LISTS.contains(&list) => {
                report.error(at, format!("`{list}` is not a list"), format!("write `[[{list}]]` above each"));
            }
            _ => {
                let otherwise = format!("the lists are {}", LISTS.join(", "));
                let remedy = did_you_mean(list, LISTS.iter().copied(), &otherwise);
                report.error(at, format!("there is nothing called `{list}` here"), remedy);
            }
        }
    }
    file
}

impl WeightsFile {
    fn read_entry(&mut self, list: &str, entry: &Spanned<DeValue<'_>>, source: &Source, report: &mut Report) {
        let weights = &mut self.weights;
        let nth = match list {
            "prior" => push(&mut weights.priors, entry, source, report),
            "weight" => push(&mut weights.weights, entry, source, report),
            "contradiction" => push(&mut weights.contradictions, entry, source, report),
            _ => push(&mut weights.inquiries, entry, source, report),
        };
        match nth {
            Some(nth) => self.positions.walk(&format!("{list}[{nth}]"), entry, source),
            None => self.has_unreadable = true,
        }
    }

    /// The reasons that need words of their own. A reason that is an answer of the reader is shown in the answer's own words, a
    /// symptom that the reader picked by its title.
    pub(super) fn reasons_to_word(&self) -> BTreeSet<String> {
        let mut reasons = self.weights.reasons();
        reasons.retain(|id| !id.is_empty() && !Seen::parse(id).is_some_and(|seen| seen.has_own_words()));
        reasons
    }
}

/// Adds an entry to its list and says at which place.
fn push<T: DeserializeOwned>(
    list: &mut Vec<T>,
    entry: &Spanned<DeValue<'_>>,
    source: &Source,
    report: &mut Report,
) -> Option<usize> {
    list.push(typed(entry.clone(), source, report)?);
    Some(list.len() - 1)
}
