//! What texts are wrapped in on their way to a reader: JSON escapes, HTML entities, Markdown escapes, also several layers deep.

/// Undoes escapes of one line into `out`. Unknown escapes are kept. Never fails: what is no escape is text.
pub(super) fn unescape(raw: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    while at < raw.len() {
        match raw[at] {
            b'\\' => at += backslash(&raw[at..], out),
            b'&' => at += entity(&raw[at..], out),
            byte => {
                out.push(byte);
                at += 1;
            }
        }
    }
}

/// A run of backslashes and what follows; answers how many bytes were taken.
fn backslash(raw: &[u8], out: &mut Vec<u8>) -> usize {
    let run = raw.iter().take_while(|byte| **byte == b'\\').count();
    let rest = &raw[run..];
    let Some(next) = rest.first() else { return run };
    match next {
        b'u' => {
            if let Some(code) = hex(rest.get(1..5)) {
                push_char(code, out);
                return run + 5;
            }
        }
        b'x' => {
            if let Some(code) = hex(rest.get(1..3)) {
                push_char(code, out);
                return run + 3;
            }
        }
        b'0' if rest.starts_with(b"033[") => {
            out.push(0x1b);
            return run + 3;
        }
        b'e' if rest.starts_with(b"e[") => {
            out.push(0x1b);
            return run + 1;
        }
        b'n' | b'r' => {
            out.push(b'\n');
            return run + 1;
        }
        b't' => {
            out.push(b' ');
            return run + 1;
        }
        // `\"`, `\<`, `\_` …: the backslash only protects.
        byte if byte.is_ascii_punctuation() => return run,
        _ => {}
    }
    out.push(b'\\');
    run
}

fn hex(digits: Option<&[u8]>) -> Option<u32> {
    u32::from_str_radix(std::str::from_utf8(digits?).ok()?, 16).ok()
}

fn push_char(code: u32, out: &mut Vec<u8>) {
    let char = char::from_u32(code).unwrap_or(' ');
    out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
}

/// An ampersand and what follows; answers how many bytes were taken.
fn entity(raw: &[u8], out: &mut Vec<u8>) -> usize {
    const NAMED: [(&[u8], u8); 6] =
        [(b"&lt;", b'<'), (b"&gt;", b'>'), (b"&amp;", b'&'), (b"&quot;", b'"'), (b"&apos;", b'\''), (b"&nbsp;", b' ')];
    for (name, byte) in NAMED {
        if raw.starts_with(name) {
            out.push(byte);
            return name.len();
        }
    }
    if raw.get(1) == Some(&b'#') {
        let end = raw.iter().take(9).position(|byte| *byte == b';');
        let digits = end.and_then(|end| std::str::from_utf8(&raw[2..end]).ok());
        let code = digits.and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        if let (Some(end), Some(code)) = (end, code) {
            push_char(code, out);
            return end + 1;
        }
    }
    out.push(b'&');
    1
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes_of_every_layer_are_undone() {
        for (raw, plain) in [
            (r#"Head \"https://x/v2/\""#, r#"Head "https://x/v2/""#),
            (r#"Head \\\"https://x\\\""#, r#"Head "https://x""#),
            (r"IP \u0027&lt;ip&gt;\u0027", "IP '<ip>'"),
            (r"IP \\u0027x\\u0027", "IP 'x'"),
            (r"a\nb\tc", "a\nb c"),
            (r"\<acrname>.azurecr.io/\_x", "<acrname>.azurecr.io/_x"),
            ("&#39;a&#x27;&amp;b &", "'a'&b &"),
            (r"\u001b[31mred", "\u{1b}[31mred"),
            (r"C:\Users\x \", r"C:\Users\x "),
            (r"\u12 &#; &#x110000;", r"\u12 &#; &#x110000;"),
        ] {
            let mut out = Vec::new();
            super::unescape(raw.as_bytes(), &mut out);
            assert_eq!(String::from_utf8_lossy(&out), plain);
        }
    }
}
