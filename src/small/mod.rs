//! Lists, sorting and JSON for a handful of things.
//!
//! Law: knows nothing of the guide. The standard library's trees and sorts are fast on millions of things and weigh some kilobytes
//! for every type that they hold; readers would download a dozen of them for a handful of things each.

mod digits;
mod escape;
mod json;
mod listing;
mod sorting;

pub(crate) use digits::{Digits, push_digits};
pub(crate) use escape::escape;
pub use json::Json;
pub use listing::Listing;
pub(crate) use sorting::sort_by_key;
