//! A question: something the reader can know or find out.

use super::{AnswerId, CommandId, QuestionId};
use serde::{Deserialize, Serialize};

/// Something the reader can know or find out. "Don't know" is always allowed and is therefore not an answer here.
///
/// Words: `title` (the question), `help` (why it matters), and `answer.<id>` for each answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Names it.
    pub id: QuestionId,
    /// What to run by whoever does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandId>,
    /// The answers that can be given. What an answer says for or against a cause is a weight's business.
    #[serde(rename = "answer")]
    pub answers: Vec<Answer>,
}

/// An answer that can be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Names it within its question.
    pub id: AnswerId,
}
