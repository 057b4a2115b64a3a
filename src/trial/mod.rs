//! Trials of the diagnosis: how often it is right about labelled outputs, and how soon simulated readers have their solution.
//!
//! Law: pure like what it tries: no clock, no files, and its dice fall alike in every run. The tests hold the figures to their
//! [`limits`]; `cargo xtask bench diagnosis` shows them.

mod corpus;
mod dice;
pub mod limits;
mod log;
mod measure;
mod readers;

pub use corpus::{Case, Figures, cases};
pub use dice::Dice;
pub use log::log;
pub use measure::{Limit, Measure};
pub use readers::{Readers, Tally};
