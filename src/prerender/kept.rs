//! What the service worker keeps: each language as one file, and the worker that knows these files.
//!
//! A language's file holds all its pages and the names of all that they load, with what each must contain. It is named after its
//! content, and so are they: whoever has it can put together exactly this build's guide or nothing.

use super::assets::{script, write_hashed};
use super::{Failure, at};
use crate::words::{Fnv, LanguageCode};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The worker's own name. It stays the same, so that browsers find the next one; no cache may keep it.
pub const WORKER: &str = "worker.js";

/// Where the page that is shown without network, for pages that are not kept, stands among the kept ones.
pub const OFFLINE: &str = "offline";

/// A language, as it will be kept.
#[derive(Debug, Default)]
pub struct Kept {
    /// The pages, by their address below the base path.
    pages: BTreeMap<String, String>,
    /// What they load, by its address, with what it must contain, as `integrity` has it.
    files: BTreeMap<String, String>,
}

impl Kept {
    /// Keeps a page.
    pub fn page(&mut self, address: &str, html: &str) {
        self.pages.insert(address.to_owned(), html.to_owned());
    }

    /// Keeps a file that was written into `dist`, by its whole address.
    pub fn file(&mut self, dist: &Path, base: &str, address: &str) -> Result<(), Failure> {
        let path = dist.join(address.strip_prefix(base).unwrap_or(address));
        let bytes = fs::read(&path).map_err(at(path))?;
        self.files.insert(address.to_owned(), integrity(&bytes));
        Ok(())
    }

    /// Writes the language as one file and returns its name.
    pub fn write(&self, dist: &Path, language: &LanguageCode) -> Result<String, Failure> {
        let whole = serde_json::json!({ "files": self.files, "pages": self.pages });
        write_hashed(dist, &format!("pages-{language}"), "json", whole.to_string().as_bytes())
    }
}

/// The worker, for languages by the names of their files. Its version is that of all these together: any change of any page, or of
/// anything that a page loads, changes one of their names.
pub fn worker(base: &str, bundles: &BTreeMap<String, String>) -> String {
    let bundles = serde_json::json!(bundles).to_string();
    let mut version = Fnv::default();
    version.write(bundles.as_bytes());
    script(include_str!("../browser/worker.js"))
        .replace("BASE-PATH", base)
        .replace("VERSION", &format!("{:016x}", version.finish()))
        .replace("\"BUNDLES\"", &bundles)
}

/// What a file must contain, as browsers check it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | group.get(at).map_or(0, |byte| usize::from(*byte)));
        for digit in 0..4 {
            let is_there = digit <= group.len();
            text.push(if is_there { char::from(DIGITS[bits >> (18 - 6 * digit) & 63]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_what_the_standard_says() {
        // The second is the example of RFC 4648's section 10 with every length of the last group.
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(
            ["f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes())),
            ["Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }

    #[test]
    fn the_worker_is_another_for_another_page() {
        let bundles = |hash: &str| BTreeMap::from([("sv".to_owned(), format!("pages-sv-{hash}.json"))]);
        let (one, other) = (worker("/docs/", &bundles("0")), worker("/docs/", &bundles("1")));
        assert!(one.contains(r#"const BASE = "/docs/";"#), "{one}");
        assert!(one.contains(r#"const BUNDLES = {"sv":"pages-sv-0.json"};"#), "{one}");
        let cache = |worker: &str| worker.lines().find(|line| line.starts_with("const CACHE")).map(str::to_owned);
        assert_ne!(cache(&one), cache(&other));
        assert!(!one.contains("VERSION"), "{one}");
    }
}
