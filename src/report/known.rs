//! Everything that a link can say, as far as this guide knows.

use super::hash;
use crate::observation::{Fact, Seen, Sight, TabAddress, TabAnswer};
use crate::pack::Casebook;
use crate::reach::{PathId, VerdictId};

/// Every line of a stored session that a link can stand for, by its hash. What is not among them cannot come out of any link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known(Vec<(u32, String)>);

impl Known {
    /// Everything that a session can hold of this knowledge.
    pub fn of(casebook: &Casebook) -> Self {
        let mut known = Self(Vec::new());
        known.add(&["shell powershell"]);
        for row in casebook.of_kind("solution") {
            for step in &row[1..] {
                known.add(&["tick ", &row[0], " ", step]);
            }
        }
        for row in casebook.of_kind("symptom") {
            known.see(&["symptom.", &row[0]]);
            for cause in &row[1..] {
                known.add(&["ruling ", &row[0], " ", cause, " fits"]);
                known.add(&["ruling ", &row[0], " ", cause, " out"]);
            }
        }
        for row in casebook.of_kind("question") {
            for answer in &row[2..] {
                known.see(&["answer.", &row[0], ".", answer]);
            }
        }
        for kind in ["cause", "finding", "question", "command"] {
            for row in casebook.of_kind(kind) {
                known.see(&["dont-know.", &row[0]]);
                known.see(&["confirmed.", &row[0]]);
                known.see(&["ruled-out.", &row[0]]);
            }
        }
        for fact in Fact::ALL {
            known.see(&[fact.as_str()]);
        }
        for verdict in VerdictId::ALL {
            known.see(&["verdict.", verdict.as_str()]);
        }
        for path in PathId::ALL {
            known.see(&["path.", path.as_str()]);
        }
        for address in TabAddress::ALL {
            for sight in Sight::ALL {
                known.see(&[&Seen::Tab(TabAnswer { address, sight: *sight }).to_string()]);
            }
        }
        known
    }

    /// The line of that hash.
    pub(super) fn line(&self, wanted: u32) -> Option<&str> {
        self.0.iter().find(|(hash, _)| *hash == wanted).map(|(_, line)| line.as_str())
    }

    /// Whether this guide knows an observation.
    pub fn knows(&self, seen: &Seen) -> bool {
        let line = ["said ", &seen.to_string()].concat();
        self.0.iter().any(|(_, known)| *known == line)
    }

    /// Every line: for tests, which look for two of one hash.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, line)| line.as_str())
    }

    #[inline(never)]
    fn add(&mut self, words: &[&str]) {
        let line = words.concat();
        self.0.push((hash(&line), line));
    }

    /// An observation can be read from a text or be said.
    #[inline(never)]
    fn see(&mut self, words: &[&str]) {
        let id = words.concat();
        self.add(&["read ", &id]);
        self.add(&["said ", &id]);
    }
}
