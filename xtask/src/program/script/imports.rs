//! The object of functions that the script hands to the WebAssembly.

use super::{Uses, mentions, unexpected};
use crate::Failure;

/// All that is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Imports {
    /// The module's name, as the WebAssembly asks for it.
    pub module: String,
    pub all: Vec<Import>,
}

/// One function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The name, as the WebAssembly asks for it.
    pub name: String,
    /// The function, and the comma after it.
    pub text: String,
    /// What it uses.
    pub uses: Uses,
}

/// What stands before and after the functions. The star is the module's name.
const BEFORE: &[&str] = &["function __wbg_get_imports() {", "    const import0 = {", "        __proto__: null,"];
const AFTER: &[&str] =
    &["    };", "    return {", "        __proto__: null,", "        \"*\": import0,", "    };", "}"];

impl Imports {
    /// Reads the text of the function that makes the object.
    ///
    /// # Errors
    /// It is built in another way, for example for several modules.
    pub(super) fn read(text: &str) -> Result<Self, Failure> {
        let lines: Vec<&str> = text.lines().collect();
        let other = || unexpected("the imports are handed over in another way");
        let inner = lines.len().checked_sub(AFTER.len()).filter(|end| *end >= BEFORE.len()).ok_or_else(other)?;
        let (head, rest) = lines.split_at(BEFORE.len());
        let (functions, tail) = rest.split_at(inner - BEFORE.len());
        let module = module(tail).filter(|_| head == BEFORE).ok_or_else(other)?;
        let mut all: Vec<Import> = Vec::new();
        for line in functions {
            match (entry(line), all.last_mut()) {
                (Some((name, text)), _) => {
                    all.push(Import { name: name.to_owned(), text: text.to_owned(), uses: Uses::default() });
                }
                (None, Some(import)) if line.starts_with("        ") => {
                    import.text.push('\n');
                    import.text.push_str(line);
                }
                _ => return Err(unexpected(&format!("`{line}` between the imports"))),
            }
        }
        match all.iter().find(|import| !import.text.ends_with(',')) {
            None => Ok(Self { module: module.to_owned(), all }),
            Some(import) => Err(unexpected(&format!("the import `{}` does not end", import.name))),
        }
    }
}

/// The module's name, if this is what stands after the functions.
fn module<'a>(tail: &[&'a str]) -> Option<&'a str> {
    let mut name = None;
    for (line, expected) in tail.iter().zip(AFTER) {
        match expected.split_once('*') {
            Some((before, after)) => name = Some(line.strip_prefix(before)?.strip_suffix(after)?),
            None if line == expected => {}
            None => return None,
        }
    }
    name
}

/// The start of a function: its name and the rest of the line. Lines within one are indented deeper, or close a bracket.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (name, text) = line.strip_prefix("        ")?.split_once(": ")?;
    Some((name, text)).filter(|_| !name.is_empty() && name.chars().all(mentions::in_name))
}
