//! Words that the glossary says not to use.

use super::excerpt::plain;
use crate::authoring::glossary::Glossary;
use crate::authoring::problem::Report;
use crate::authoring::vocabulary::Paragraph;

pub(super) fn check(glossary: &Glossary, language: &str, paragraph: &Paragraph, report: &mut Report) {
    for part in plain(&paragraph.text) {
        for (wrong, right) in glossary.misused(language, part) {
            let what = format!("the glossary says not to use `{wrong}`");
            report.error(
                paragraph.at_part(wrong),
                what,
                format!("write `{right}` in the form that fits, or another word"),
            );
        }
    }
}
