//! Reach: what the reader typed → a registry → the hosts it is made of → a plan of probes → what was measured → a verdict.
//!
//! Law: pure. No clock, no DOM, no network, no randomness: whoever runs the plan brings the outcomes back. May use
//! `knowledge` for clouds, causes and owners, `observation` for what tabs show and `words` for placeholders, nothing else of the crate. It is also code
//! that every reader downloads: plain string handling, no regular expressions, no tables of the size of content.
//!
//! Never more certain than the evidence: a web page learns from a failed request *that* it failed, never *why*, and from
//! an opaque answer that *something* with a trusted certificate answered, never *what*. The verdicts say no more.
//!
//! The enums here are meant to be matched without a wildcard: a new target, signal or outcome then shows the compiler
//! every place that has to think about it.

mod advice;
mod assess;
mod calibration;
mod clues;
mod decide;
mod dns_answer;
mod endpoint;
mod image;
mod judge;
mod judgement;
mod name;
mod next;
mod outcome;
mod path;
mod plan;
mod public_name;
mod reading;
mod region;
mod registry;
mod schedule;
mod signal;
mod surroundings;
mod suspect;
mod target;
mod verdict;

pub use crate::certainty::Certainty;
pub use crate::observation::{Sight, TabAddress, TabAnswer, TabFamily};
pub use advice::judge;
pub use assess::{Assessment, Observed, assess};
pub use calibration::{Calibration, ControlWay};
pub use clues::{Clues, Way, Withheld};
pub use dns_answer::read_public_name;
pub use endpoint::{Endpoint, endpoints};
pub use image::Image;
pub use judge::{OwnControl, PublicControls, Scene, verdict};
pub use judgement::{Candidate, Judgement};
pub use name::{NameError, NameErrorId, NameHint, parse, parse_self_hosted};
pub use next::Next;
pub use outcome::{
    ASKING_MS, CUT_OFF_MS, FAST_FAILURE_MS, LONGER_MS, MOST_ROUNDS, Measurement, Outcome, SILENT_MS, SLOW_ANSWER_MS,
    answer_ms,
};
pub use path::{PATH_FIELDS, PathId, PathJudgement};
pub use plan::{Lane, Plan, Probe, Wanted, plan};
pub use public_name::{PublicName, PublicView};
pub use reading::{Reading, read};
pub use region::Region;
pub use registry::{AzureName, Registry, RegistryKind};
pub use schedule::{Means, Order, Place, Progress, Schedule};
pub use signal::{Signal, Stage};
pub use surroundings::{Permission, Surroundings};
pub use suspect::Suspect;
pub use target::Target;
pub use verdict::{FIELDS as VERDICT_FIELDS, Standing, VerdictId};
