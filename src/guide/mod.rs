//! The whole guide in one language, and which words it must have.
//!
//! Law: may use `knowledge`, `words` and, for its closed sets of words, `observation` and `reach`; nothing else. It is put together on the build
//! machine (`authoring`) and rendered there (`pages`); the browser gets a part of it (`pack`).

mod keys;

pub use keys::{Form, Need, RequiredKey, required_keys};

use crate::knowledge::Knowledge;
use crate::words::Words;

/// The whole guide in one language, compiled from `content/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// Names the state of `content/` that this was made from: sixteen hexadecimal digits. The same in every
    /// language of a build, so a page can tell that its data is from another build than itself.
    pub version: String,
    /// What is true, in every language.
    pub knowledge: Knowledge,
    /// What is read, in this one.
    pub words: Words,
}
