//! registry-guide: finds out, with its reader, why a container registry in Azure cannot be reached.
//!
//! Each folder has a law at its head. Arrows point one way: `pages → islands → components`, and all of them use the core:
//! `reach`, `session` → `words`, `knowledge`. [`browser`] is used by islands only; nothing imports pages but the
//! prerenderer. Without the feature `view` only the pure core is there: no clock, no DOM, no network, no randomness.

// A Leptos view is one type, as deep as the view.
#![recursion_limit = "256"]

#[cfg(feature = "author")]
pub mod authoring;
pub mod certainty;
pub mod diagnosis;
pub mod guide;
pub mod knowledge;
#[cfg(feature = "author")]
pub mod map;
pub mod observation;
pub mod pack;
pub mod paste;
pub mod reach;
pub mod report;
pub mod session;
pub mod small;
#[cfg(feature = "author")]
pub mod trial;
pub mod words;

#[cfg(feature = "view")]
pub mod address;
#[cfg(feature = "view")]
pub mod browser;
#[cfg(feature = "view")]
pub mod components;
#[cfg(feature = "view")]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod prerender;
