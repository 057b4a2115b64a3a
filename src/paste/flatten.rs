//! One line made plain: lower case, one kind of quote, single spaces, no colours, no time stamp in front.
//!
//! Recognisers are matched against this form only, so they need not know how a text was carried to the page.

use super::unescape::unescape;

/// Appends the plain form of one line. Neither leading nor trailing space is kept; an escaped line end becomes `\n`.
pub(super) fn flatten(raw: &[u8], scratch: &mut Vec<u8>, out: &mut Vec<u8>) {
    let raw = if raw.iter().any(|byte| matches!(byte, b'\\' | b'&')) {
        scratch.clear();
        unescape(raw, scratch);
        &scratch[..]
    } else {
        raw
    };
    let start = out.len();
    let mut at = skip_prefix(raw);
    while at < raw.len() {
        let byte = raw[at];
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => out.push(byte),
            b'A'..=b'Z' => out.push(byte | 0x20),
            b'\n' => line_end(start, out),
            b'"' | b'\'' | b'`' => quote(start, out),
            0x1b => {
                at += escape_sequence(&raw[at..]);
                continue;
            }
            // `**FAILED**`: emphasis of Markdown; `***` is a secret that a pipeline has masked.
            b'*' if raw[at..].starts_with(b"**") => {
                let run = raw[at..].iter().take_while(|byte| **byte == b'*').count();
                if run != 2 {
                    out.extend_from_slice(&b"***"[..run.min(3)]);
                }
                at += run;
                continue;
            }
            0..=b' ' | 0x7f => space(start, out),
            0x80.. => {
                at += beyond_ascii(&raw[at..], start, out);
                continue;
            }
            _ => out.push(byte),
        }
        at += 1;
    }
    while out.len() > start && matches!(out.last(), Some(b' ' | b'\n')) {
        out.pop();
    }
}

fn space(start: usize, out: &mut Vec<u8>) {
    if out.len() > start && !matches!(out.last(), Some(b' ' | b'\n')) {
        out.push(b' ');
    }
}

fn line_end(start: usize, out: &mut Vec<u8>) {
    if out.len() > start && out.last() == Some(&b' ') {
        out.pop();
    }
    if out.len() > start && out.last() != Some(&b'\n') {
        out.push(b'\n');
    }
}

fn quote(start: usize, out: &mut Vec<u8>) {
    if out.len() == start || out.last() != Some(&b'\'') {
        out.push(b'\'');
    }
}

/// Length of a terminal's escape sequence: colours, titles, links.
fn escape_sequence(raw: &[u8]) -> usize {
    match raw.get(1) {
        Some(b'[') => {
            2 + raw[2..].iter().take(32).position(|byte| (0x40..=0x7e).contains(byte)).map_or(0, |end| end + 1)
        }
        Some(b']') => {
            2 + raw[2..].iter().take(256).position(|byte| matches!(byte, 0x07 | 0x1b)).map_or(0, |end| end + 1)
        }
        _ => 1,
    }
}

/// Typographic quotes and spaces as their plain kin, everything else as it is; answers how many bytes were taken.
fn beyond_ascii(raw: &[u8], start: usize, out: &mut Vec<u8>) -> usize {
    match raw {
        [0xe2, 0x80, 0x98..=0x9f, ..] => {
            quote(start, out);
            3
        }
        [0xe2, 0x80, 0x90..=0x94, ..] => {
            out.push(b'-');
            3
        }
        // Zero-width characters and the byte order mark.
        [0xe2, 0x80, 0x8b..=0x8f, ..] | [0xef, 0xbb, 0xbf, ..] => 3,
        [0xe2, 0x80, 0x80..=0x8a | 0xaf, ..] | [0xe3, 0x80, 0x80, ..] => {
            space(start, out);
            3
        }
        [0xc2, 0xa0, ..] => {
            space(start, out);
            2
        }
        _ => {
            out.push(raw[0]);
            1
        }
    }
}

/// How much in front of a line belongs to whoever carried it: quoting marks, a time stamp.
fn skip_prefix(raw: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += raw[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let rest = &raw[at..];
        let skip = match rest {
            [b'>' | b'|', b' ' | b'\t', ..] => 1,
            _ => time_stamp(rest),
        };
        if skip == 0 {
            return at;
        }
        at += skip;
    }
}

/// Length of `2024-10-22T18:32:07.123Z` or `[2024-10-22 18:32:07]` in front, else 0.
fn time_stamp(raw: &[u8]) -> usize {
    let open = usize::from(raw.first() == Some(&b'['));
    let stamp = &raw[open..];
    let shape = b"dddd-dd-dd?dd:dd:dd";
    if stamp.len() < shape.len() {
        return 0;
    }
    let fits = shape.iter().zip(stamp).all(|(shape, byte)| match shape {
        b'd' => byte.is_ascii_digit(),
        b'?' => matches!(byte, b'T' | b't' | b' ' | b'_'),
        _ => shape == byte,
    });
    if !fits {
        return 0;
    }
    let tail = stamp[shape.len()..]
        .iter()
        .take(16)
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'Z' | b'z' | b'+' | b':'))
        .count();
    let end = open + shape.len() + tail;
    if open == 1 { if raw.get(end) == Some(&b']') { end + 1 } else { 0 } } else { end }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_becomes_plain() {
        for (raw, plain) in [
            ("  Get  \"https://X/v2/\":\tdenied ", "get 'https://x/v2/': denied"),
            ("2024-10-22T18:32:07.1234567Z ##[error]Error response", "##[error]error response"),
            ("[2024-10-22T18:32:07Z] Validating: **FAILED**", "validating: failed"),
            ("2024-10-22 18:23:44.394058 An error occurred: X", "an error occurred: x"),
            ("\u{1b}[31mERROR\u{1b}[0m: ***.azurecr.io", "error: ***.azurecr.io"),
            ("client with IP \u{2018}1.2.3.4\u{2019}\u{a0}is", "client with ip '1.2.3.4' is"),
            ("> | quoted", "quoted"),
            ("message: \\\"a\\\"\\nnext", "message: 'a'\nnext"),
            ("Zugriff verweigert: ä", "zugriff verweigert: ä"),
            ("", ""),
            ("[not a stamp", "[not a stamp"),
        ] {
            let mut out = Vec::new();
            super::flatten(raw.as_bytes(), &mut Vec::new(), &mut out);
            assert_eq!(String::from_utf8_lossy(&out), plain);
        }
    }
}
