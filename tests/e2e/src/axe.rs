//! axe-core: finds barriers for people who do not see, or do not use a mouse.

use crate::project::root;
use std::path::PathBuf;
use std::sync::LazyLock;

/// Where `cargo xtask setup` puts it: `GUIDE_AXE`, else `target/tools`.
fn place() -> PathBuf {
    match std::env::var_os("GUIDE_AXE").filter(|value| !value.is_empty()) {
        Some(path) => path.into(),
        None => root().join("target/tools/axe-core/axe.min.js"),
    }
}

/// The library's own text, run by the driver: the page's policy would not load it, and need not.
pub fn source() -> &'static str {
    static SOURCE: LazyLock<String> = LazyLock::new(|| {
        let path = place();
        std::fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!("{}: {error}. Run `cargo xtask test e2e`: it installs axe-core", path.display())
        })
    });
    &SOURCE
}

/// Runs it and hands back what it found, a line per fault.
pub const RUN: &str = r#"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(
  (results) => done(results.violations.flatMap((fault) => fault.nodes.map((node) =>
    `${fault.id} (${fault.impact}): ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`))),
  (error) => done([`axe itself failed: ${error}`]),
);
"#;
