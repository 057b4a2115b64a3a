//! Pasted output → observations.
//!
//! Law: everything here is read where it is, in bounded memory and linear time, and nothing is sent or kept. A rule says how a
//! program prints, in `content/recognisers.toml`; this folder only knows how texts are carried (escapes, wraps, prefixes), how tools
//! for names spread an answer over lines, and how settings look as JSON, as lists and as tables.

mod collected;
mod excerpt;
mod facts;
mod flatten;
mod lookup;
mod mask;
mod names;
mod pairs;
mod pattern;
mod reader;
mod recogniser;
mod settings;
mod site;
mod unescape;

pub use excerpt::{ShownLine, excerpt};
pub use names::Names;
pub use pattern::{Pattern, PatternError};
pub use reader::{Mark, Pasted, Reader, read, read_bytes};
pub use recogniser::{Recognisers, Rule, RuleError, Rules};
