//! Brotli, as a host would send it: the file beside it (`x.br`) if the build left one, else compressed here once.

use axum::body::Bytes;
use axum::http::header::{ACCEPT_ENCODING, HeaderMap};
use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// How hard to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Effort {
    /// As small as it gets: what a host's precompressed files weigh.
    Smallest,
    /// For development, where each build makes everything new.
    Quick,
}

/// A file's state when it was compressed; another state is compressed anew.
type Key = (PathBuf, Option<SystemTime>, u64, Effort);

/// Shared by all servers of the process: a test binary starts many over the same folder.
static DONE: Mutex<Option<HashMap<Key, Bytes>>> = Mutex::new(None);

/// Whether the client takes Brotli.
pub(super) fn accepted(headers: &HeaderMap) -> bool {
    headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let refused = weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()) == Some(0.0);
            name.trim().eq_ignore_ascii_case("br") && !refused
        })
}

/// The Brotli form of a file.
///
/// # Errors
/// The file cannot be read.
pub(super) fn of(path: &Path, effort: Effort) -> io::Result<Bytes> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".br");
    if let Ok(ready) = fs::read(&beside) {
        return Ok(ready.into());
    }
    let state = fs::metadata(path)?;
    let key = (path.to_path_buf(), state.modified().ok(), state.len(), effort);
    // Nothing in here panics halfway through a change, so a poisoned map is still whole.
    if let Some(done) = DONE.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().get(&key) {
        return Ok(done.clone());
    }
    let bytes = Bytes::from(brotli(&fs::read(path)?, effort)?);
    DONE.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().insert(key, bytes.clone());
    Ok(bytes)
}

/// Compresses bytes.
///
/// # Errors
/// Never, as memory is written to; the writer's signature allows it.
pub(crate) fn brotli(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let (quality, window) = match effort {
        Effort::Smallest => (11, 22),
        Effort::Quick => (4, 18),
    };
    let mut writer = ::brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, window);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        let accepts =
            |value: &'static str| accepted(&HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))]));
        assert!(accepts("gzip, deflate, br, zstd"));
        assert!(accepts("br;q=0.5"));
        assert!(!accepts("gzip, br;q=0"));
        assert!(!accepts("gzip"));
        assert!(!accepts("brotli"));
        assert!(!accepted(&HeaderMap::new()));
    }

    #[test]
    fn what_is_compressed_can_be_read_back() {
        let text = "the registry cannot be reached ".repeat(400);
        for effort in [Effort::Smallest, Effort::Quick] {
            let small = brotli(text.as_bytes(), effort).unwrap();
            assert!(small.len() < text.len() / 20, "{} bytes", small.len());
            let mut back = Vec::new();
            ::brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
            assert_eq!(back, text.as_bytes());
        }
    }
}
