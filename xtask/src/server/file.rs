//! From the path of a request to a file of the folder, and never out of it.

use std::path::{Path, PathBuf};

/// What a path below the base means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    File(PathBuf),
    /// A folder was named without its slash: relative addresses in its page would be wrong.
    MissingSlash,
    Nothing,
}

/// Looks a path up. `below` is what follows the base path, still with its escapes.
pub(super) fn find(dist: &Path, below: &str) -> Found {
    let Some(decoded) = unescape(below) else {
        return Found::Nothing;
    };
    let mut path = dist.to_path_buf();
    for segment in decoded.split('/').filter(|segment| !segment.is_empty()) {
        // Dot files are nobody's business (Trunk's stage is one), and `..` would leave the folder.
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return Found::Nothing;
        }
        path.push(segment);
    }
    if path.is_dir() {
        let index = path.join("index.html");
        return match decoded.is_empty() || decoded.ends_with('/') {
            true if index.is_file() => Found::File(index),
            false if index.is_file() => Found::MissingSlash,
            _ => Found::Nothing,
        };
    }
    if path.is_file() && !decoded.ends_with('/') { Found::File(path) } else { Found::Nothing }
}

/// Replaces `%xx`; `None` if an escape is broken or the result is not UTF-8.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_and_broken_ones_refused() {
        assert_eq!(unescape("sv/fr%C3%A5ga%2Fx").as_deref(), Some("sv/fråga/x"));
        for broken in ["%", "%4", "%zz", "%ff"] {
            assert_eq!(unescape(broken), None, "{broken}");
        }
    }

    #[test]
    fn no_path_leaves_the_folder() {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(find(&dist, "lib.rs"), Found::File(dist.join("lib.rs")));
        for outside in [
            "../Cargo.toml",
            "%2e%2e/Cargo.toml",
            "..%2fCargo.toml",
            "server/../../Cargo.toml",
            "..\\Cargo.toml",
            "c:/x",
        ] {
            assert_eq!(find(&dist, outside), Found::Nothing, "{outside}");
        }
    }

    #[test]
    fn a_file_is_not_a_folder() {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(find(&dist, "lib.rs/"), Found::Nothing);
        assert_eq!(find(&dist, "server/"), Found::Nothing, "a folder without index.html is not listed");
    }
}
