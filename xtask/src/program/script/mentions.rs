//! Which names a piece of the script mentions. A name in a string or a comment counts as well: better too much kept than too little.

use super::super::names::Names;
use super::unexpected;
use crate::Failure;
use std::collections::BTreeSet;

/// What a piece of the script uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Other items of the script.
    pub items: BTreeSet<String>,
    /// Exports of the WebAssembly.
    pub exports: BTreeSet<String>,
}

impl Uses {
    /// What the piece `own` with this text uses, of the script's items `names` and of the WebAssembly.
    ///
    /// # Errors
    /// It takes an export in a way that tells no name.
    pub(super) fn of(text: &str, own: &str, names: &BTreeSet<String>) -> Result<Self, Failure> {
        if let Some(way) = ["wasm[", "exports[", "exports."].into_iter().find(|way| text.contains(way)) {
            return Err(unexpected(&format!("exports are also taken by `{way}`")));
        }
        let words = text.split(|c| !in_name(c)).filter(|word| *word != own && names.contains(*word));
        let items = words.map(str::to_owned).collect();
        Ok(Self { items, exports: exports(text).map(|(_, name)| name.to_owned()).collect() })
    }
}

/// The text with the short names of exports.
///
/// # Errors
/// The WebAssembly has no such export any more.
pub(super) fn renamed(text: &str, names: &Names) -> Result<String, Failure> {
    let mut renamed = String::new();
    let mut done = 0;
    for (start, name) in exports(text) {
        let short = names
            .exports
            .get(name)
            .ok_or_else(|| unexpected(&format!("the script uses `{name}`, which the WebAssembly does not export")))?;
        renamed.push_str(&text[done..start]);
        renamed.push_str(short);
        done = start + name.len();
    }
    renamed.push_str(&text[done..]);
    Ok(renamed)
}

/// The exports in a text, each with its place: `wasm.name`.
fn exports(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const OBJECT: &str = "wasm.";
    text.match_indices(OBJECT).filter_map(|(at, _)| {
        let start = at + OBJECT.len();
        let name = text[start..].split(|c| !in_name(c)).next().unwrap_or_default();
        let whole = !text[..at].ends_with(|c| in_name(c) || c == '.');
        Some((start, name)).filter(|(_, name)| whole && !name.is_empty())
    })
}

/// Whether a character may stand in a name.
pub(super) fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}
