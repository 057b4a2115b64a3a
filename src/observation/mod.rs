//! Observations: the closed set of what can be known about one case, whoever says it: a pasted text, an answer, a check.
//!
//! Law: an observation says what was seen and where it stands, never what it means. Nothing here knows causes or weights.

mod address;
mod fact;
mod fact_groups;
mod host;
mod seen;
mod tab;

pub use address::AddressClass;
pub use fact::Fact;
pub use host::HostKind;
pub use seen::{Observation, Seen};
pub use tab::{Sight, TabAddress, TabAnswer, TabFamily};
