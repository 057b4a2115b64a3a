//! Ids: short, lower case, with hyphens; one type per kind of thing, so that a cause can never stand for a finding.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes any text: whether such a thing exists is the validator's question.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as it stands in `content/` and in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self::new(id)
            }
        }
    )+};
}

ids! {
    /// Names a symptom, also in the address of its page.
    SymptomId;
    /// Names a cause, also in the address of its page.
    CauseId;
    /// Names a finding, also as a fragment on the page of its cause.
    FindingId;
    /// Names a solution, also in the address of its page.
    SolutionId;
    /// Names a step within its solution.
    StepId;
    /// Names a question.
    QuestionId;
    /// Names an answer within its question.
    AnswerId;
    /// Names a command.
    CommandId;
    /// Names a link.
    LinkId;
    /// Names something that has changed since 2021.
    ChangeId;
    /// Names a cloud.
    CloudId;
    /// Names a literal, referred to from words as `{id}`.
    LiteralId;
}
