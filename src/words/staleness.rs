//! Whether a translation was made from today's source text.

use std::fmt;
use std::str::FromStr;

/// A short name of a source text's very wording, as `content/<language>/sources.toml` holds it: eight hexadecimal digits.
///
/// It is FNV-1a of 64 bits (offset basis `cbf29ce484222325`, prime `100000001b3`) over the UTF-8 bytes of the
/// paragraphs with one newline between them, its halves combined by exclusive or. That never changes between versions
/// of Rust, which the standard library's hashers do not promise. It guards against forgetting, not against malice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SourceHash(u32);

impl SourceHash {
    /// The hash of a text's paragraphs.
    pub fn of<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Fnv::default();
        for (nth, paragraph) in paragraphs.into_iter().enumerate() {
            if nth > 0 {
                hash.write(b"\n");
            }
            hash.write(paragraph.as_bytes());
        }
        let wide = hash.finish();
        Self(((wide >> 32) ^ (wide & 0xffff_ffff)) as u32)
    }
}

impl fmt::Display for SourceHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:08x}", self.0)
    }
}

/// The text is not eight lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAHash;

impl FromStr for SourceHash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let digits = text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !digits {
            return Err(NotAHash);
        }
        u32::from_str_radix(text, 16).map(Self).map_err(|_| NotAHash)
    }
}

/// FNV-1a, 64 bits wide.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Takes in more bytes.
    pub fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The hash of all bytes so far.
    pub fn finish(self) -> u64 {
        self.0
    }
}

/// How a language's text stands to the source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Made from the source text as it is now.
    Current,
    /// Made from an earlier wording; still shown.
    Stale,
    /// Written, but nobody has said from which wording: stamp it. Until then it counts as stale.
    Unstamped,
    /// Not written: readers get the next language, marked as such.
    Missing,
}

impl Status {
    /// Compares what a translation says that it was made from with the source text's hash.
    pub fn of(written: bool, stamped: Option<SourceHash>, source: SourceHash) -> Self {
        match (written, stamped) {
            (false, _) => Self::Missing,
            (true, None) => Self::Unstamped,
            (true, Some(hash)) if hash == source => Self::Current,
            (true, Some(_)) => Self::Stale,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_function() {
        let mut hash = Fnv::default();
        hash.write(b"foobar");
        // From the authors' list of test vectors: http://www.isthe.com/chongo/tech/comp/fnv/
        assert_eq!(hash.finish(), 0x8594_4171_f739_67e8);
        assert_eq!(SourceHash::of(["foobar"]).to_string(), "72ad2699");
    }

    #[test]
    fn paragraphs_are_told_apart_from_one_text() {
        assert_ne!(SourceHash::of(["a", "b"]), SourceHash::of(["ab"]));
        assert_ne!(SourceHash::of(["a", "b"]), SourceHash::of(["b", "a"]));
    }

    #[test]
    fn a_hash_can_be_read_back_and_nothing_else_can() {
        let hash = SourceHash::of(["Hej"]);
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for wrong in ["", "1234567", "123456789", "ABCDEF01", "+1234567", "åäöåä"] {
            assert_eq!(wrong.parse::<SourceHash>(), Err(NotAHash), "{wrong}");
        }
    }

    #[test]
    fn a_text_is_current_only_when_made_from_the_very_same_wording() {
        let (new, old) = (SourceHash::of(["ny"]), SourceHash::of(["gammal"]));
        assert_eq!(Status::of(true, Some(new), new), Status::Current);
        assert_eq!(Status::of(true, Some(old), new), Status::Stale);
        assert_eq!(Status::of(true, None, new), Status::Unstamped);
        assert_eq!(Status::of(false, Some(new), new), Status::Missing);
    }
}
