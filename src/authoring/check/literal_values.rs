//! A literal, or a literal error text, written out in words where `{id}` belongs.

use super::excerpt::plain;
use crate::authoring::glossary::find_word;
use crate::authoring::problem::Report;
use crate::authoring::vocabulary::Paragraph;
use crate::knowledge::Knowledge;

/// What words must not write out.
pub(super) struct Values {
    /// Value and id.
    literals: Vec<(String, String)>,
    /// The fixed parts of error texts, in lower case, and the symptom.
    errors: Vec<(String, String)>,
}

/// Shorter parts of an error text are ordinary words too often.
const TELLING: usize = 16;

impl Values {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let literals = knowledge
            .literals
            .iter()
            .filter(|(_, value)| is_unmistakable(value))
            .map(|(id, value)| (value.clone(), id.to_string()))
            .collect();
        let errors = knowledge.symptoms.iter().flat_map(|symptom| {
            let parts = symptom.errors.iter().flat_map(|error| error.split('…'));
            let telling = parts.map(|part| part.trim().to_lowercase()).filter(|part| part.chars().count() >= TELLING);
            telling.map(|part| (part, symptom.id.to_string()))
        });
        Self { literals, errors: errors.collect() }
    }

    pub(super) fn check(&self, paragraph: &Paragraph, report: &mut Report) {
        for part in plain(&paragraph.text) {
            for (value, id) in self.literals.iter().filter(|(value, _)| find_word(part, value).is_some()) {
                let what = format!("`{value}` is written out, which is literal `{id}`");
                report.error(paragraph.at_part(value), what, format!("write {{{id}}}"));
            }
            let lower = part.to_lowercase();
            for (error, symptom) in self.errors.iter().filter(|(error, _)| lower.contains(error.as_str())) {
                let what = format!("`{error}` is an error text of symptom `{symptom}`");
                report.error(paragraph.at(), what, "say it in words: the page shows the error text itself");
            }
        }
    }
}

/// Whether a value cannot be an ordinary word or name of a product: `Premium` and `Log Analytics` can.
fn is_unmistakable(value: &str) -> bool {
    let inside = value.chars().skip(1).zip(value.chars());
    let camel = inside.clone().any(|(c, before)| c.is_uppercase() && before.is_lowercase());
    (camel && !value.contains(' ')) || value.contains(['_', '/', '=', ':', '*', '.']) || value.starts_with('-')
}
