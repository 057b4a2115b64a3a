//! One file per route, and the documents around them. Native only: in the browser a page is HTML with
//! [`crate::islands`] in it.
//!
//! Law: pages put components and islands together; nothing imports pages but the prerenderer.

mod all;
mod body;
mod cause;
mod check;
mod chooser;
mod diagnosis;
mod document;
mod gallery;
mod head;
mod map;
mod parts;
mod report;
mod solution;
mod start;
mod symptom;
mod whole;

pub use chooser::{Chooser, ChooserKind};
pub use document::{Assets, DataFiles, Document, Shell};
pub use head::{Head, head};
pub use whole::Whole;
