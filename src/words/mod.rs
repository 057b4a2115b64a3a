//! Words: every text a reader sees, per language, keyed by the ids of [`crate::knowledge`].
//!
//! Law: words hold no commands, host names, addresses or literal error texts; where they need one they say `{name}`.
//! This folder may use `knowledge` for ids and nothing else of the crate.

mod language;
mod placeholder;
mod staleness;
mod text;
mod texts;
mod ui;
mod vocabulary;

pub use language::{Direction, Language, LanguageCode};
pub use placeholder::Placeholder;
pub use staleness::{Fnv, NotAHash, SourceHash, Status};
pub use text::{Segment, segments};
pub use texts::Texts;
pub use ui::{UI_ARGUMENTS, Ui};
pub use vocabulary::{Block, Words};
