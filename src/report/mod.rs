//! What leaves the page: the session as a link, a report, a code to be read out, a picture.
//!
//! Law: pure, as all of the core. Whatever goes out is made from [`Shared`], which is made from a session in one place and holds stand-ins
//! instead of the reader's own names unless they said otherwise; nothing here takes a session as it is. Whatever comes in is a fragment
//! of an address, written by anybody: only what this guide knows, and names that can be read, come out of it.

mod code;
mod compare;
mod fragment;
mod json;
mod known;
mod link;
mod made;
mod markdown;
mod paper;
mod picture;
mod preset;
mod shared;
mod teller;
mod time;
mod value;

pub use code::{Code, NotACode};
pub use compare::{Changed, Comparison};
pub use fragment::parameter;
pub use known::Known;
pub use link::{LONGEST, Opened, Unreadable, link, open};
pub use made::Wanted;
pub use picture::{Node, Picture, State, Svg};
pub use preset::Preset;
pub use shared::{Redaction, Shared, is_stand_in};
pub use teller::{Arguments, Teller, role_of};
pub use time::moment;
pub use value::{
    Action, CauseTold, CheckTold, CommandTold, HostTold, Named, ReasonTold, Report, SeenTold, Source, StepTold,
    Untested,
};

use crate::words::Fnv;

/// A text's hash of 30 bits: five digits in a link. The same for ever, since links are kept.
fn hash(text: &str) -> u32 {
    let mut hash = Fnv::default();
    hash.write(text.as_bytes());
    let wide = hash.finish();
    ((wide ^ wide >> 30) & 0x3fff_ffff) as u32
}
