//! A report as a value: everything that it says, in one language, for whoever was not there.

use super::Code;
use super::picture::Picture;
use crate::certainty::Certainty;
use crate::words::Ui;

/// An id with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The id, the same in every language.
    pub id: String,
    /// The words.
    pub title: String,
}

/// A cause, as far as something speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseTold {
    /// Which.
    pub cause: Named,
    /// How sure.
    pub certainty: Certainty,
    /// The fault within it that stands out.
    pub finding: Option<Named>,
    /// What speaks for it, then what speaks against it.
    pub reasons: Vec<ReasonTold>,
}

/// A reason for or against a cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonTold {
    /// The reason.
    pub reason: Named,
    /// Whether it speaks for the cause.
    pub speaks_for: bool,
}

/// Where something that was seen comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From a text that was pasted.
    Pasted,
    /// From the reader.
    Said,
    /// From the browser's check.
    Checked,
}

impl Source {
    /// Its name in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pasted => "pasted",
            Self::Said => "said",
            Self::Checked => "checked",
        }
    }

    /// What it is called.
    pub fn say(self) -> Ui {
        match self {
            Self::Pasted => Ui::ReportSourcePasted,
            Self::Said => Ui::ReportSourceSaid,
            Self::Checked => Ui::ReportSourceChecked,
        }
    }
}

/// Something that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenTold {
    /// What.
    pub seen: Named,
    /// Where it comes from.
    pub source: Source,
}

/// What the browser's check came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckTold {
    /// When it ended, in minutes since 1970 began.
    pub minute: u32,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// The verdict on the whole path.
    pub path: Named,
    /// What that means.
    pub means: String,
    /// How sure of it.
    pub certainty: Certainty,
    /// Every host that was tested.
    pub hosts: Vec<HostTold>,
}

/// A host that was tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostTold {
    /// Its name; empty where no registry is named.
    pub host: String,
    /// What it is.
    pub role: Named,
    /// The verdict on it.
    pub verdict: Named,
    /// How sure of it.
    pub certainty: Certainty,
    /// How long its first answer took, or how long it was waited for, in milliseconds.
    pub elapsed_ms: u32,
}

/// Something that was not tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untested {
    /// What; empty where the reason says that too.
    pub what: String,
    /// Why not.
    pub why: String,
}

/// Something to do, for one owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Who can do it.
    pub owner: Named,
    /// The solution.
    pub solution: Named,
    /// Where it is described; empty where the report has no links.
    pub address: String,
    /// The steps of it that are this owner's.
    pub steps: Vec<StepTold>,
}

/// A step of a solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTold {
    /// What to do.
    pub step: Named,
    /// Whether the reader has ticked it off.
    pub is_done: bool,
    /// What to run for it.
    pub commands: Vec<CommandTold>,
}

/// A command, with the names that may leave the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandTold {
    /// What it shows.
    pub command: Named,
    /// Where it must be run.
    pub place: Named,
    /// What to run.
    pub text: String,
}

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The language, as a tag.
    pub language: String,
    /// What it is about.
    pub title: String,
    /// When it was made, in minutes since 1970 began.
    pub minute: u32,
    /// The guide's version.
    pub version: String,
    /// Whether the reader's own names are replaced.
    pub is_redacted: bool,
    /// The verdict in a few letters.
    pub code: Code,
    /// The login server; empty where none is named.
    pub registry: String,
    /// The regions that are known of.
    pub regions: Vec<String>,
    /// What the verdict is, in a line.
    pub headline: String,
    /// Whether the network is to blame, in a line.
    pub side: String,
    /// The causes, the likeliest first.
    pub causes: Vec<CauseTold>,
    /// Observations that do not go together.
    pub contradictions: Vec<String>,
    /// What was seen.
    pub seen: Vec<SeenTold>,
    /// What the browser tested.
    pub check: Option<CheckTold>,
    /// What was not tested, and why.
    pub untested: Vec<Untested>,
    /// What the browser cannot see; empty where it tested nothing.
    pub limits: Vec<Named>,
    /// What is to be done.
    pub actions: Vec<Action>,
    /// What would tell most, where it fails: the command to run next.
    pub next: Option<CommandTold>,
    /// The path.
    pub picture: Picture,
}
