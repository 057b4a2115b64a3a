//! Reach: what the reader typed → a registry → the hosts it is made of → a plan of probes → what was measured → a verdict.
//!
//! Law: pure. No clock, no DOM, no network, no randomness: whoever runs the plan brings the outcomes back. May use
//! `knowledge` for clouds, causes and owners and `words` for placeholders, nothing else of the crate. It is also code
//! that every reader downloads: plain string handling, no regular expressions, no tables of the size of content.
//!
//! Never more certain than the evidence: a web page learns from a failed request *that* it failed, never *why*, and from
//! an opaque answer that *something* with a trusted certificate answered, never *what*. The verdicts say no more.
//!
//! The enums here are meant to be matched without a wildcard: a new target, signal or outcome then shows the compiler
//! every place that has to think about it.

mod advice;
mod endpoint;
mod image;
mod judge;
mod judgement;
mod name;
mod next;
mod outcome;
mod plan;
mod reading;
mod region;
mod registry;
mod suspect;
mod target;
mod verdict;

pub use crate::certainty::Certainty;
pub use endpoint::{Endpoint, endpoints};
pub use image::Image;
pub use judge::judge;
pub use judgement::{Candidate, Judgement};
pub use name::{NameError, NameErrorId, NameHint, parse, parse_self_hosted};
pub use next::Next;
pub use outcome::{CUT_OFF_MS, FAST_FAILURE_MS, Measurement, Outcome, SLOW_ANSWER_MS};
pub use plan::{Plan, Probe, plan};
pub use reading::{Reading, read};
pub use region::Region;
pub use registry::{AzureName, Registry, RegistryKind};
pub use suspect::Suspect;
pub use target::{Signal, Target};
pub use verdict::{FIELDS as VERDICT_FIELDS, VerdictId};
