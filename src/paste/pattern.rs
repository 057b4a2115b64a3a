//! The pattern language of recognisers: literal pieces, `…` for what varies, and typed tokens in braces.
//!
//! `dial tcp {ip}:{n}: i/o timeout` · `lookup {host}…no such host`. Case, kind of quote and amount of space do not matter; a
//! space also matches a line end. Matching starts at the first literal and takes bounded time.

use std::fmt;

/// How far `…` reaches, in bytes of plain text.
const REACH: usize = 300;
/// How many line ends `…` may cross.
const LINES: usize = 3;
/// How long a first literal must be, so that the index can find it.
pub(super) const SHORTEST: usize = 4;

/// What a token stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A host name, masked parts allowed.
    Host,
    /// The reference of an image, with or without a registry's name in front.
    Image,
    /// An address that a connection was made to.
    Ip,
    /// The address of a DNS server.
    Dns,
    /// The client's address as the registry saw it: anything up to the next literal.
    Client,
    /// Digits.
    Number,
    /// The three digits of an HTTP status.
    Status,
    /// Anything without a space.
    Word,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(Box<[u8]>),
    Gap,
    Token(Token),
}

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    first: Box<[u8]>,
    rest: Box<[Piece]>,
}

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// It does not begin with a literal of at least four bytes.
    NoBeginning(String),
    /// It has a `{token}` that does not exist.
    UnknownToken(String),
    /// A brace is not closed.
    Unclosed(String),
}

impl fmt::Display for PatternError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBeginning(text) => write!(out, "`{text}` must begin with at least {SHORTEST} literal letters"),
            Self::UnknownToken(token) => {
                write!(
                    out,
                    "`{{{token}}}` is no token: use {{host}}, {{image}}, {{ip}}, {{dns}}, {{client}}, {{n}}, {{status}} or {{word}}"
                )
            }
            Self::Unclosed(text) => write!(out, "`{text}` has a brace that is not closed"),
        }
    }
}

impl std::error::Error for PatternError {}

/// The values of the tokens of one match, as ranges of the plain text.
pub(super) type Captures = Vec<(Token, std::ops::Range<usize>)>;

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// Where the text does not begin with a literal, or a token is unknown.
    pub fn compile(text: &str) -> Result<Self, PatternError> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix('…') {
                pieces.push(Piece::Gap);
                rest = after;
            } else if let Some(after) = rest.strip_prefix('{') {
                let (name, after) = after.split_once('}').ok_or_else(|| PatternError::Unclosed(text.into()))?;
                pieces.push(Piece::Token(token(name).ok_or_else(|| PatternError::UnknownToken(name.into()))?));
                rest = after;
            } else {
                let end = rest.find(['…', '{']).unwrap_or(rest.len());
                pieces.push(Piece::Literal(plain(&rest[..end])));
                rest = &rest[end..];
            }
        }
        let first = match pieces.first() {
            Some(Piece::Literal(first)) if first.len() >= SHORTEST => first.clone(),
            _ => return Err(PatternError::NoBeginning(text.into())),
        };
        Ok(Self { first, rest: pieces.split_off(1).into() })
    }

    /// The literal that a match begins with, plain.
    pub(super) fn first(&self) -> &[u8] {
        &self.first
    }

    /// Matches at a place of the plain text; answers where the match ends. `steps` is the work still allowed.
    pub(super) fn matches(&self, text: &[u8], at: usize, captures: &mut Captures, steps: &mut u32) -> Option<usize> {
        captures.clear();
        let after = literal(&self.first, text, at)?;
        pieces(&self.rest, text, after, captures, steps)
    }
}

fn token(name: &str) -> Option<Token> {
    Some(match name {
        "host" => Token::Host,
        "image" => Token::Image,
        "ip" => Token::Ip,
        "dns" => Token::Dns,
        "client" => Token::Client,
        "n" => Token::Number,
        "status" => Token::Status,
        "word" => Token::Word,
        _ => return None,
    })
}

/// A literal in the plain form: as `flatten` makes it, but with its outer spaces.
fn plain(text: &str) -> Box<[u8]> {
    text.bytes().map(|byte| if matches!(byte, b'"' | b'`') { b'\'' } else { byte.to_ascii_lowercase() }).collect()
}

fn literal(literal: &[u8], text: &[u8], at: usize) -> Option<usize> {
    let piece = text.get(at..at + literal.len())?;
    let same = literal.iter().zip(piece).all(|(want, have)| want == have || (*want == b' ' && *have == b'\n'));
    same.then_some(at + literal.len())
}

fn pieces(rest: &[Piece], text: &[u8], at: usize, captures: &mut Captures, steps: &mut u32) -> Option<usize> {
    let Some((piece, rest)) = rest.split_first() else { return Some(at) };
    match piece {
        Piece::Literal(want) => pieces(rest, text, literal(want, text, at)?, captures, steps),
        Piece::Gap => later(None, rest, text, at, captures, steps),
        Piece::Token(Token::Client) => later(Some(Token::Client), rest, text, at, captures, steps),
        Piece::Token(Token::Word) => {
            let most = text[at..].iter().take(200).take_while(|byte| !matches!(byte, b' ' | b'\n')).count();
            let kept = captures.len();
            let least = if rest.is_empty() { most } else { 1 };
            (least.max(1)..=most).find_map(|length| {
                *steps = steps.checked_sub(1)?;
                captures.truncate(kept);
                captures.push((Token::Word, at..at + length));
                pieces(rest, text, at + length, captures, steps)
            })
        }
        Piece::Token(kind) => {
            let length = length(*kind, &text[at..]);
            if length == 0 {
                return None;
            }
            captures.push((*kind, at..at + length));
            pieces(rest, text, at + length, captures, steps)
        }
    }
}

/// Tries the rest here, then further on, as far as a gap reaches; what was passed over is captured as `token`, if it is one.
fn later(
    token: Option<Token>,
    rest: &[Piece],
    text: &[u8],
    at: usize,
    captures: &mut Captures,
    steps: &mut u32,
) -> Option<usize> {
    let kept = captures.len();
    let mut lines = 0;
    let end = text.len().min(at + REACH);
    for here in at..=end {
        if *steps == 0 {
            return None;
        }
        *steps -= 1;
        captures.truncate(kept);
        captures.extend(token.map(|token| (token, at..here)));
        if let Some(end) = pieces(rest, text, here, captures, steps) {
            return Some(end);
        }
        if text.get(here) == Some(&b'\n') {
            lines += 1;
            if lines > LINES {
                return None;
            }
        }
    }
    None
}

/// How many bytes of the text a token takes.
fn length(token: Token, text: &[u8]) -> usize {
    let run = |fits: fn(&u8) -> bool, most: usize| text.iter().take(most).take_while(|byte| fits(byte)).count();
    match token {
        Token::Number => run(u8::is_ascii_digit, 20),
        // `500ms`, `500.25` and `5000` are none.
        Token::Status => {
            let fits = run(u8::is_ascii_alphanumeric, 4) == 3 && text[..3].iter().all(u8::is_ascii_digit);
            let goes_on = text.get(3) == Some(&b'.') && text.get(4).is_some_and(u8::is_ascii_digit);
            if fits && !goes_on { 3 } else { 0 }
        }
        Token::Host => run(host_byte, 253),
        Token::Image => run(|byte| host_byte(byte) || matches!(byte, b'/' | b':' | b'@'), 300),
        Token::Ip | Token::Dns => match text.first() {
            Some(b'[') => text.iter().take(64).position(|byte| *byte == b']').map_or(0, |end| end + 1),
            _ => {
                let plain = run(|byte| byte.is_ascii_alphanumeric() || b".*<>_-".contains(byte), 64);
                let v6 = run(|byte| byte.is_ascii_hexdigit() || b":.%".contains(byte), 64);
                let is_v6 = v6 > plain
                    && !text[..plain].contains(&b'.')
                    && text[..v6].iter().filter(|b| **b == b':').count() > 1;
                if is_v6 { v6 } else { plain }
            }
        },
        Token::Client | Token::Word => 0,
    }
}

/// Whether a byte may stand in a host name as people post it.
pub(super) fn host_byte(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || b".-_*<>{}$%".contains(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
        let pattern = Pattern::compile(pattern).expect("a pattern");
        let mut captures = Vec::new();
        (0..text.len()).find_map(|at| {
            pattern.matches(text.as_bytes(), at, &mut captures, &mut 10_000)?;
            Some(captures.iter().map(|(_, range)| &text[range.clone()]).collect())
        })
    }

    #[test]
    fn tokens_take_what_they_name() {
        assert_eq!(
            found("dial tcp {ip}:{n}: i/o timeout", "dial tcp 10.0.0.4:443: i/o timeout"),
            Some(vec!["10.0.0.4", "443"])
        );
        assert_eq!(found("dial tcp {ip}:{n}: i/o", "dial tcp [2603::1]:443: i/o"), Some(vec!["[2603::1]", "443"]));
        assert_eq!(found("lookup {host} on {dns}:{n}: no", "lookup a.azurecr.io on ::1:53: no"), None);
        assert_eq!(found("lookup {host}…no such host", "lookup a.io on 1.1.1.1:53: no such host"), Some(vec!["a.io"]));
        assert_eq!(found("reference '{word}': {word}: not", "reference 'a:1': a:1: not"), Some(vec!["a:1", "a:1"]));
        assert_eq!(found("status {status}", "status 403: forbidden"), Some(vec!["403"]));
        assert_eq!(found("with {status}", "with 500ms, with 503.5 s, with 5030 lines"), None);
        assert_eq!(found("with IP '{client}' is", "with ip '<your ip>' is"), Some(vec!["<your ip>"]));
        assert_eq!(found("with IP '{client}' is", "with ip '2603:1020::1' is"), Some(vec!["2603:1020::1"]));
    }

    #[test]
    fn a_space_matches_a_line_end_and_a_gap_does_not_run_away() {
        assert_eq!(found("not found in subscription", "not found in\nsubscription"), Some(vec![]));
        assert_eq!(found("begin…end", &format!("begin{}end", " x".repeat(400))), None);
        assert_eq!(found("begin…end", "begin\n\n\n\n\nend"), None);
    }

    #[test]
    fn a_text_that_is_no_pattern_says_why() {
        assert!(matches!(Pattern::compile("{host} x"), Err(PatternError::NoBeginning(_))));
        assert!(matches!(Pattern::compile("eof"), Err(PatternError::NoBeginning(_))));
        assert!(matches!(Pattern::compile("lookup {name}"), Err(PatternError::UnknownToken(_))));
        assert!(matches!(Pattern::compile("lookup {host"), Err(PatternError::Unclosed(_))));
    }
}
