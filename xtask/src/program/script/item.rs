//! What stands at the left edge of the script: declarations, and statements that are done when it is loaded.

use super::{Uses, unexpected};
use crate::Failure;

/// A declaration or a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it declares; a statement has the number of its line.
    pub name: String,
    /// Its text, with all lines that belong to it.
    pub text: String,
    /// Whether it is needed whoever uses it: a function for the start script, or something that is done when the script is loaded.
    pub root: bool,
    /// What it uses.
    pub uses: Uses,
}

impl Item {
    fn new(name: String, root: bool, text: &str) -> Self {
        Self { name, text: text.to_owned(), root, uses: Uses::default() }
    }

    /// Its text, exported only if the start script needs it.
    pub(super) fn declared(&self) -> &str {
        match self.root {
            true => &self.text,
            false => self.text.strip_prefix("export ").unwrap_or(&self.text),
        }
    }
}

/// The start of what wasm-bindgen adds after a class. It is done for the class, so it goes with the class.
const AFTER_CLASS: &str = "if (Symbol.dispose) ";

/// Splits a script. What is indented or closes a bracket belongs to the item above it; comments go.
///
/// # Errors
/// Something is imported, or exported in another way than functions and classes are.
pub(super) fn split(text: &str) -> Result<Vec<Item>, Failure> {
    let mut items: Vec<Item> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with("/*") || line.starts_with("//") || line.starts_with(" *") {
            continue;
        }
        let belongs = line.starts_with([' ', '}', ')', ']']) || line.starts_with(AFTER_CLASS);
        match items.last_mut() {
            Some(above) if belongs => {
                above.text.push('\n');
                above.text.push_str(line);
            }
            None if belongs => return Err(unexpected(&format!("it starts with `{line}`"))),
            _ => items.push(item(line, number)?),
        }
    }
    Ok(items)
}

fn item(line: &str, number: usize) -> Result<Item, Failure> {
    let statement = || Ok(Item::new(format!("line {}", number + 1), true, line));
    let (exported, plain) = match line.strip_prefix("export ") {
        Some(plain) => (true, plain),
        None => (false, line),
    };
    let plain = plain.strip_prefix("async ").unwrap_or(plain);
    let kind = ["function ", "class ", "const ", "let "].into_iter().find(|kind| plain.starts_with(kind));
    let Some(kind) = kind else {
        return match line.starts_with("import ") || exported && !plain.starts_with("{ ") {
            true => Err(unexpected(&format!("`{line}`"))),
            false => statement(),
        };
    };
    let declared = &plain[kind.len()..];
    let end = declared.find(|c: char| !super::mentions::in_name(c)).unwrap_or(declared.len());
    let (name, rest) = declared.split_at(end);
    if name.is_empty() || exported && !matches!(kind, "function " | "class ") {
        return Err(unexpected(&format!("`{line}`")));
    }
    // Several names in one declaration: kept, whichever of them is used.
    if rest.starts_with(',') {
        return statement();
    }
    // The synchronous start is not exported here, and classes are for scripts that make objects of them. Ours does not.
    Ok(Item::new(name.to_owned(), exported && kind == "function ", line))
}
