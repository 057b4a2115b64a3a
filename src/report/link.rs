//! The session as the fragment of an address, and back.
//!
//! `s=1` sum knowledge code `.` lines `.` check, then the names as the parameters that a preset link has too:
//!
//! | part | form |
//! |---|---|
//! | `1` | the version of this form; every version that ever was stays readable |
//! | sum | five digits: the hash of everything after it, so that a link that lost something on its way is told from a whole one |
//! | knowledge | five digits: the hash of the guide's version |
//! | code | the short code of the verdict then, for nothing but saying what is different now |
//! | lines | five digits each: the hash of a line of the stored session, see [`Known`] |
//! | check | see [`Checked`] |
//!
//! A hash names an id for ever, whatever is inserted before it, and nothing comes out that the guide does not know.

use super::preset::{Preset, push_names};
use super::{Code, Known, Shared, fragment, hash};
use crate::knowledge::Cloud;
use crate::observation::Seen;
use crate::session::{Checked, Session};
use crate::small::{Digits, push_digits};

/// No session makes a longer fragment, and no longer one is read.
pub const LONGEST: usize = 2_000;

/// The version of the form that is written.
const VERSION: &str = "1";

/// Digits of a hash.
const HASH: usize = 5;

/// A session that came with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What is known of it here. Verdicts are to be made anew.
    pub session: Session,
    /// How much this guide does not know, and left out.
    pub unknown: u32,
    /// Whether the guide has changed since the link was made.
    pub has_changed: bool,
    /// What the verdict was where the link was made.
    pub code: Option<Code>,
}

/// Why a link holds no session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A later guide made it.
    OtherVersion,
    /// It is not whole, or was changed on its way.
    Damaged,
}

/// The fragment of a session, without its `#`; `version` is the guide's, `code` the verdict's.
pub fn link(shared: &Shared, version: &str, code: &Code) -> String {
    let session = shared.session();
    let mut rest = String::new();
    push_digits(&mut rest, hash(version), HASH as u32);
    rest.push_str(&code.to_string());
    rest.push('.');
    let mut names = String::new();
    push_names(&mut names, &session.typed);
    // What else there is beside the check and the lines: dots and the sum.
    let room = LONGEST.saturating_sub(names.len() + rest.len() + HASH + 4);
    let check = session.checked.as_ref().map(Checked::to_text).filter(|check| check.len() <= room).unwrap_or_default();
    // What a check came to is made anew from what came in.
    let is_concluded = |line: &str| !check.is_empty() && line.starts_with("said verdict.");
    let room = (room - check.len()) / HASH;
    let lines = session.lines();
    let kept = lines.iter().filter(|line| is_hashed(line) && !is_concluded(line));
    for line in kept.take(room) {
        push_digits(&mut rest, hash(line), HASH as u32);
    }
    rest.push('.');
    rest.push_str(&check);
    rest.push_str(&names);
    let mut fragment = String::from("s=");
    fragment.push_str(VERSION);
    push_digits(&mut fragment, hash(&rest), HASH as u32);
    fragment.push_str(&rest);
    fragment
}

/// Whether a line of the stored session is one that the guide knows, and not a name or number of the reader's.
fn is_hashed(line: &str) -> bool {
    line == "shell powershell" || ["tick ", "ruling ", "read ", "said "].iter().any(|kind| line.starts_with(kind))
}

/// The session of a fragment; nothing where it has none. What stands before `s=` is not part of it.
///
/// # Errors
/// Says why there is no session to be had.
pub fn open(fragment: &str, known: &Known, clouds: &[Cloud], version: &str) -> Option<Result<Opened, Unreadable>> {
    let value = fragment::raw(fragment, "s")?;
    // Everything from the value on, names included.
    let from = value.as_ptr() as usize - fragment.as_ptr() as usize;
    let whole = &fragment[from..];
    Some(match whole.strip_prefix(VERSION) {
        Some(rest) => read(rest, known, clouds, version).ok_or(Unreadable::Damaged),
        None if whole.starts_with(|digit: char| digit.is_ascii_digit()) => Err(Unreadable::OtherVersion),
        None => Err(Unreadable::Damaged),
    })
}

fn read(text: &str, known: &Known, clouds: &[Cloud], version: &str) -> Option<Opened> {
    let mut digits = Digits(text);
    let sum = digits.number(HASH)?;
    if text.len() > LONGEST || hash(digits.0) != sum {
        return None;
    }
    let has_changed = digits.number(HASH)? != hash(version);
    let body = digits.0.split('&').next().unwrap_or_default();
    let mut parts = body.splitn(3, '.');
    let (code, lines, check) = (parts.next()?, parts.next()?, parts.next()?);
    let mut opened = Opened { session: Session::default(), unknown: 0, has_changed, code: Code::parse(code).ok() };
    let mut lines = Digits(lines);
    while !lines.is_empty() {
        match known.line(lines.number(HASH)?) {
            Some(line) => opened.session.take(line)?,
            None => opened.unknown += 1,
        }
    }
    if let Some(preset) = Preset::read(digits.0, clouds) {
        opened.session.typed = preset.typed;
    }
    if !check.is_empty() {
        let checked = Checked::from_text(check)?;
        if let Some(verdict) = checked.verdict() {
            opened.session.say(Seen::Verdict(verdict.as_str().into()));
        }
        opened.session.checked = Some(checked);
    }
    Some(opened)
}
