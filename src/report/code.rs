//! A verdict in a few letters, to be read out on the phone.
//!
//! `VNET-7K3`: the cause's own word, then two letters for how sure, network or not and the verdict on the path, then one to check them by.

use crate::certainty::Certainty;
use crate::reach::PathId;
use std::fmt;

/// A verdict in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The word of the cause, see `crate::knowledge::Cause::code`; [`Code::NO_CAUSE`] where none stands out.
    pub cause: String,
    /// How sure of it.
    pub certainty: Certainty,
    /// Whether the network is to blame; nothing where that is open.
    pub network: Option<bool>,
    /// The verdict on the path, where the browser has checked it.
    pub path: Option<PathId>,
}

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACode {
    /// Not of the form of a code.
    Form,
    /// Something was misheard or mistyped.
    Misheard,
    /// Of a later guide.
    Later,
}

/// Thirty-one letters that are not taken for each other when heard or read: a prime, so that the last one finds every single mistake
/// and every two letters in the wrong order.
const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// How many letters follow the cause's word.
const TAIL: usize = 3;

impl Code {
    /// The word where no cause stands out.
    pub const NO_CAUSE: &'static str = "OPEN";

    /// Reads a code as people type it: in any case, with spaces or without the hyphen.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let mut letters: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b' ' | b'-')).collect();
        letters.make_ascii_uppercase();
        let word = letters.len().checked_sub(TAIL).filter(|word| (1..=16).contains(word)).ok_or(NotACode::Form)?;
        let (cause, tail) = letters.split_at(word);
        if !cause.iter().all(u8::is_ascii_uppercase) {
            return Err(NotACode::Form);
        }
        let mut values = [0; TAIL];
        for (value, letter) in values.iter_mut().zip(tail) {
            *value = LETTERS.iter().position(|known| known == letter).ok_or(NotACode::Misheard)?;
        }
        let [high, low, check] = values;
        if check != sum(cause, high, low) {
            return Err(NotACode::Misheard);
        }
        let mut number = high * LETTERS.len() + low;
        let mut next = |count: usize| {
            let place = number % count;
            number /= count;
            place
        };
        let network = [None, Some(false), Some(true)][next(3)];
        let certainty = Certainty::ALL[next(Certainty::ALL.len())];
        let path = match number {
            0 => None,
            nth => Some(*PathId::ALL.get(nth - 1).ok_or(NotACode::Later)?),
        };
        let cause = String::from_utf8(cause.to_vec()).map_err(|_| NotACode::Form)?;
        Ok(Self { cause, certainty, network, path })
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = PathId::ALL.iter().position(|path| Some(*path) == self.path).map_or(0, |nth| nth + 1);
        let certainty = Certainty::ALL.iter().position(|one| *one == self.certainty).unwrap_or_default();
        let network = self.network.map_or(0, |network| 1 + usize::from(network));
        let number = (path * Certainty::ALL.len() + certainty) * 3 + network;
        let (high, low) = (number / LETTERS.len(), number % LETTERS.len());
        out.write_str(&self.cause)?;
        out.write_str("-")?;
        for place in [high, low, sum(self.cause.as_bytes(), high, low)] {
            out.write_str(&char::from(LETTERS[place]).to_string())?;
        }
        Ok(())
    }
}

/// The value of the letter to check by: every letter counts with a weight of its own.
fn sum(cause: &[u8], high: usize, low: usize) -> usize {
    let letters = cause.iter().map(|letter| usize::from(letter - b'A')).chain([high, low]);
    letters.enumerate().map(|(nth, value)| (nth + 1) * value).sum::<usize>() % LETTERS.len()
}
