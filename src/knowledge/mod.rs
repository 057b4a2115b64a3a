//! What the guide knows, free of language: symptoms, causes, findings, solutions, questions, commands, links, clouds.
//!
//! Law: this folder depends on nothing else in the crate. It holds no prose; words live in [`crate::words`] under keys made
//! from the ids here. Reading the authors' TOML is behind the feature `author`, so that the browser only ever
//! meets the compiled form.

mod cause;
mod change;
mod cloud;
mod command;
mod finding;
mod id;
mod link;
mod question;
mod script;
mod solution;
mod stop;
mod symptom;

pub use cause::{Cause, Side};
pub use change::{Change, Subject};
pub use cloud::{Cloud, Control};
pub use command::{Command, Place};
pub use finding::Finding;
pub use id::{
    AnswerId, CauseId, ChangeId, CloudId, CommandId, FindingId, LinkId, LiteralId, QuestionId, SolutionId, StepId,
    SymptomId,
};
pub use link::Link;
pub use question::{Answer, Question};
pub use script::{Script, Variant};
pub use solution::{Owner, Solution, Step};
pub use stop::Stop;
pub use symptom::{Symptom, holds_error};

use crate::small::Listing;
use serde::{Deserialize, Serialize};

/// Everything the guide knows, in the order in which authors wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Knowledge {
    /// What readers see.
    #[serde(rename = "symptom", skip_serializing_if = "Vec::is_empty")]
    pub symptoms: Vec<Symptom>,
    /// Why it can happen, coarse: where to look.
    #[serde(rename = "cause", skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
    /// The concrete faults inside the causes: what to mend.
    #[serde(rename = "finding", skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// What to do about them.
    #[serde(rename = "solution", skip_serializing_if = "Vec::is_empty")]
    pub solutions: Vec<Solution>,
    /// What a reader can know or find out.
    #[serde(rename = "question", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// What to run, with the reader's own names filled in.
    #[serde(rename = "command", skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<Command>,
    /// Where to read on, with today's addresses.
    #[serde(rename = "link", skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What is no longer as the 2021 article says.
    #[serde(rename = "change", skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// The clouds that have registries of their own.
    #[serde(rename = "cloud", skip_serializing_if = "Vec::is_empty")]
    pub clouds: Vec<Cloud>,
    /// The script that is run where it fails, in each of its forms.
    #[serde(rename = "script", skip_serializing_if = "Vec::is_empty")]
    pub scripts: Vec<Script>,
    /// Names and texts that no language may change (`networkRuleBypassOptions`, `ContainerRegistryLoginEvents`):
    /// words refer to them as `{id}`.
    #[serde(skip_serializing_if = "Listing::is_empty")]
    pub literals: Listing<LiteralId, String>,
}

/// Something that has an id to be found by.
pub trait Identified {
    /// The type of the id.
    type Id: PartialEq;
    /// The id.
    fn id(&self) -> &Self::Id;
}

macro_rules! identified {
    ($($thing:ty => $id:ty),+ $(,)?) => {$(
        impl Identified for $thing {
            type Id = $id;
            fn id(&self) -> &$id { &self.id }
        }
    )+};
}

identified! {
    Symptom => SymptomId, Cause => CauseId, Finding => FindingId, Solution => SolutionId,
    Question => QuestionId, Command => CommandId, Link => LinkId, Change => ChangeId, Cloud => CloudId,
}

fn find<'a, T: Identified>(things: &'a [T], id: &T::Id) -> Option<&'a T> {
    things.iter().find(|thing| thing.id() == id)
}

impl Knowledge {
    /// The symptom of that id.
    pub fn symptom(&self, id: &SymptomId) -> Option<&Symptom> {
        find(&self.symptoms, id)
    }

    /// The cause of that id.
    pub fn cause(&self, id: &CauseId) -> Option<&Cause> {
        find(&self.causes, id)
    }

    /// The finding of that id.
    pub fn finding(&self, id: &FindingId) -> Option<&Finding> {
        find(&self.findings, id)
    }

    /// The solution of that id.
    pub fn solution(&self, id: &SolutionId) -> Option<&Solution> {
        find(&self.solutions, id)
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        find(&self.questions, id)
    }

    /// The command of that id.
    pub fn command(&self, id: &CommandId) -> Option<&Command> {
        find(&self.commands, id)
    }

    /// The link of that id.
    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        find(&self.links, id)
    }

    /// The findings inside a cause, in the authors' order.
    pub fn findings_of<'a>(&'a self, cause: &'a CauseId) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| finding.cause == *cause)
    }

    /// What has changed since 2021 about one subject.
    pub fn changes_about<'a>(&'a self, subject: &'a Subject) -> impl Iterator<Item = &'a Change> {
        self.changes.iter().filter(move |change| change.about.contains(subject))
    }
}
