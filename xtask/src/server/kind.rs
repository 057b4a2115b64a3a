//! What a file is, by its name: its media type, whether compression helps, how long it may be kept.

use std::path::Path;

/// What the server tells about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub media_type: &'static str,
    /// Text and WebAssembly shrink; pictures are compressed already.
    pub compressible: bool,
}

/// The kind of a file; unknown endings are bytes to download, as no page needs them.
pub(super) fn of(path: &Path) -> Kind {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let (media_type, compressible) = match ending {
        "html" => ("text/html; charset=utf-8", true),
        "js" | "mjs" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "json" | "map" => ("application/json; charset=utf-8", true),
        "webmanifest" => ("application/manifest+json; charset=utf-8", true),
        "wasm" => ("application/wasm", true),
        "svg" => ("image/svg+xml; charset=utf-8", true),
        "xml" => ("application/xml; charset=utf-8", true),
        "txt" => ("text/plain; charset=utf-8", true),
        "md" => ("text/markdown; charset=utf-8", true),
        "png" => ("image/png", false),
        "ico" => ("image/x-icon", false),
        "webp" => ("image/webp", false),
        _ => ("application/octet-stream", false),
    };
    Kind { media_type, compressible }
}

/// Whether the name carries a hash of the content (`style-0123456789abcdef.css`, `guide-app-0123456789abcdef_bg.wasm`): then another
/// content will have another name, and the file may be kept for ever.
pub(super) fn is_hashed(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_insist_on_these_types() {
        for (name, media_type) in [
            ("a_bg.wasm", "application/wasm"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
        ] {
            assert_eq!(of(Path::new(name)).media_type, media_type);
        }
        assert!(!of(Path::new("picture.png")).compressible);
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for hashed in
            ["guide-app-0123456789abcdef_bg.wasm", "guide-app-0123456789abcdef.js", "guide-sv-0123456789abcdef.json"]
        {
            assert!(is_hashed(Path::new(hashed)), "{hashed}");
        }
        for plain in ["index.html", "guide-app.js", "embed.js", "not-a-hash-registers.css", "-.js"] {
            assert!(!is_hashed(Path::new(plain)), "{plain}");
        }
    }
}
