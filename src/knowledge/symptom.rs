//! A symptom: what the reader sees.

use super::{CauseId, CommandId, LinkId, QuestionId, SymptomId};
use serde::{Deserialize, Serialize};

/// What the reader sees, with the literal texts by which they know it.
///
/// Words: `title`, `summary`, and for each cause `because.<cause>`: why this cause shows itself in this way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// Names it.
    pub id: SymptomId,
    /// Literal texts as programs print them; never translated. `…` stands for what varies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<String>,
    /// Likely causes, the most likely first.
    pub causes: Vec<CauseId>,
    /// Questions that tell the causes apart, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionId>,
    /// Commands that tell the causes apart, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<CommandId>,
    /// Where to read on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkId>,
}

/// Whether a text, such as pasted output, holds a symptom's literal text: every stretch between the `…` of the pattern, in order.
/// Both must be in the same case. A pattern of nothing but `…` is held by no text.
pub fn holds_error(text: &str, pattern: &str) -> bool {
    let mut rest = text;
    let mut stretches = pattern.split('…').map(str::trim).filter(|stretch| !stretch.is_empty()).peekable();
    stretches.peek().is_some()
        && stretches.all(|stretch| match rest.find(stretch) {
            Some(at) => {
                rest = &rest[at + stretch.len()..];
                true
            }
            None => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_output_holds_a_literal_text_whatever_stands_in_its_gaps() {
        let pasted = "error response from daemon: dial tcp: lookup contosoprod.azurecr.io on 10.0.0.2:53: no such host";
        assert!(holds_error(pasted, "dial tcp: lookup ….azurecr.io"));
        assert!(holds_error(pasted, "no such host"));
        assert!(!holds_error(pasted, "no such host … dial tcp"), "the order counts");
        assert!(!holds_error(pasted, "i/o timeout"));
    }

    #[test]
    fn an_empty_pattern_is_held_by_no_text() {
        assert!(!holds_error("anything", ""));
        assert!(!holds_error("anything", " … "));
    }
}
