//! The script that wasm-bindgen writes, taken apart into what it declares, and put together from what is used.

mod imports;
mod item;
mod mentions;
#[cfg(test)]
pub(super) mod tests;

use super::names::{MODULE, Names};
use crate::Failure;
use imports::Imports;
use item::Item;
pub(super) use mentions::Uses;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What the start script (`src/browser/boot.js`) asks for by name. It also starts the program by the default export, and each
/// island by the function that the page names.
const STARTED: &[&str] = &["prepare", "ready", "resume"];

/// The last line of what wasm-bindgen writes, and what is left of it.
const EXPORTED: &str = "export { initSync, __wbg_init as default };";
const STILL_EXPORTED: &str = "export { __wbg_init as default };";

/// The function whose result is handed to the WebAssembly.
const GET_IMPORTS: &str = "__wbg_get_imports";

/// A script in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Script {
    items: Vec<Item>,
    imports: Imports,
}

impl Script {
    /// Takes a script apart.
    ///
    /// # Errors
    /// It does not look as the pinned version of wasm-bindgen writes: what is unexpected.
    pub(super) fn read(text: &str) -> Result<Self, Failure> {
        let mut items = item::split(text)?;
        let place = |wanted: &str| items.iter().position(|item| item.name == wanted);
        let missing = |what: &str| unexpected(&format!("`{what}` is missing"));
        for name in STARTED {
            place(name)
                .filter(|found| items[*found].root)
                .ok_or_else(|| missing(&format!("export function {name}")))?;
        }
        place("__wbg_init").ok_or_else(|| missing("__wbg_init"))?;
        let get_imports = place(GET_IMPORTS).ok_or_else(|| missing(GET_IMPORTS))?;
        let last = items.pop().filter(|item| item.text.trim_end() == EXPORTED).ok_or_else(|| missing(EXPORTED))?;
        let mut imports = Imports::read(&items[get_imports].text)?;
        // What is in it belongs to the single imports, and what is left of it is written anew.
        items[get_imports].text.clear();
        items.push(Item { text: STILL_EXPORTED.to_owned(), ..last });

        let names: BTreeSet<String> = items.iter().map(|item| item.name.clone()).collect();
        for item in &mut items {
            item.uses = Uses::of(&item.text, &item.name, &names)?;
        }
        for import in &mut imports.all {
            import.uses = Uses::of(&import.text, "", &names)?;
        }
        Ok(Self { items, imports })
    }

    /// What the script declares and does, in its order.
    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    /// What the WebAssembly gets from the script.
    pub(super) fn imports(&self) -> &[imports::Import] {
        &self.imports.all
    }

    /// The module that the WebAssembly imports from.
    pub(super) fn module(&self) -> &str {
        &self.imports.module
    }

    /// Leaves out items.
    pub(super) fn without(mut self, unused: &BTreeSet<String>) -> Self {
        self.items.retain(|item| !unused.contains(&item.name));
        self
    }

    /// The script for a WebAssembly with these names: with the imports that it still has and none other.
    ///
    /// # Errors
    /// Script and WebAssembly do not fit each other: one asks for what the other does not have.
    pub(super) fn joined(&self, names: &Names) -> Result<String, Failure> {
        let mut text = String::new();
        for item in &self.items {
            match item.name == GET_IMPORTS {
                true => writeln!(
                    text,
                    "function {GET_IMPORTS}() {{\nreturn {{ {MODULE}: {{\n{}}} }};\n}}",
                    self.shared(names)?
                ),
                false => writeln!(text, "{}", mentions::renamed(item.declared(), names)?),
            }
            .map_err(|error| Failure::new(error.to_string()))?;
        }
        Ok(text)
    }

    /// The imports by their short names.
    fn shared(&self, names: &Names) -> Result<String, Failure> {
        let mut text = String::new();
        for (name, short) in &names.imports {
            let import = self.imports.all.iter().find(|import| import.name == *name).ok_or_else(|| {
                unexpected(&format!("the WebAssembly imports `{name}`, which the script does not have"))
            })?;
            text += &format!("{short}: {}\n", mentions::renamed(&import.text, names)?);
        }
        Ok(text)
    }
}

/// The failure of everything in this folder.
fn unexpected(what: &str) -> Failure {
    Failure::new(format!("What wasm-bindgen wrote does not look as expected: {what}."))
        .remedy("After a new version of wasm-bindgen, mend xtask/src/program, which leaves out what is not used.")
}
