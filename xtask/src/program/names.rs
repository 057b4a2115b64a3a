//! The short names that wasm-opt gives to imports and exports.
//!
//! wasm-bindgen's names carry hashes, which no compression can shrink: 17 bytes an import, in the WebAssembly and in the script.

use crate::Failure;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The module that wasm-opt makes of all imports' modules.
pub(super) const MODULE: &str = "a";

/// What wasm-opt prints: each import as module, name, short name; each export as name, short name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// What is left of the WebAssembly's imports and exports, with their short names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Names {
    pub imports: BTreeMap<String, String>,
    pub exports: BTreeMap<String, String>,
}

impl Names {
    /// Reads what wasm-opt printed.
    ///
    /// # Errors
    /// It is not the table that is expected, or gives one name twice.
    pub(super) fn read(printed: &str) -> Result<Self, Failure> {
        let printed: Printed = serde_json::from_str(printed)
            .map_err(|error| Failure::new(format!("wasm-opt printed another table of names than expected: {error}")))?;
        let (imports, exports) = (printed.imports.len(), printed.exports.len());
        let names = Self {
            imports: printed.imports.into_iter().map(|(_, name, short)| (name, short)).collect(),
            exports: printed.exports.into_iter().collect(),
        };
        match names.imports.len() == imports && names.exports.len() == exports {
            true => Ok(names),
            false => Err(Failure::new("The WebAssembly imports one name from two modules.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        let names = Names::read(r#"{"imports": [["./a_bg.js", "__wbg_now_04", "$"]], "exports": [["memory", "b"]]}"#);
        let one = |name: &str, short: &str| BTreeMap::from([(name.to_owned(), short.to_owned())]);
        assert_eq!(names, Ok(Names { imports: one("__wbg_now_04", "$"), exports: one("memory", "b") }));
    }

    #[test]
    fn another_table_is_refused() {
        for printed in [
            "",
            "__wbg_now => a",
            r#"{"imports": [], "exports": [], "tags": []}"#,
            r#"{"imports": [["m", "now", "a"], ["n", "now", "b"]], "exports": []}"#,
        ] {
            assert!(Names::read(printed).is_err(), "{printed}");
        }
    }
}
