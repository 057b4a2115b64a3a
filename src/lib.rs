//! registry-guide: finds out, with its reader, why a container registry in Azure cannot be reached.
//!
//! Each folder has a law at its head. Arrows point one way:
//! `pages → report, diagnosis, reach, paste → observation → knowledge`; [`browser`] and `embed` are used by pages
//! only; nothing imports pages. Without the feature `view` only the pure core is there: no clock, no DOM, no
//! network, no randomness.

pub mod diagnosis;
pub mod knowledge;
pub mod observation;
pub mod paste;
pub mod words;
