//! The one stylesheet: `style/main.css` with its imports put in place, so that a page asks for one file.

use super::{Failure, at};
use std::path::Path;

/// The whole stylesheet.
pub fn bundle(dir: &Path) -> Result<String, Failure> {
    let main = dir.join("main.css");
    let text = std::fs::read_to_string(&main).map_err(at(&main))?;
    let mut whole = String::new();
    for line in text.lines() {
        let import = line.trim().strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";"));
        let Some(name) = import else { continue };
        whole.push_str(&part(dir, name)?);
    }
    Ok(whole)
}

/// One part of the style, by its file's name.
pub fn part(dir: &Path, name: &str) -> Result<String, Failure> {
    let path = dir.join(name);
    let css = std::fs::read_to_string(&path)
        .map_err(|error| Failure::Style(format!("{}: wanted for the style, but {error}", path.display())))?;
    Ok(without_comments(&css))
}

/// Comments are for authors; readers on slow lines need not wait for them.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut kept = String::with_capacity(css.len());
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_stay_on_the_build_machine() {
        assert_eq!(without_comments("/* why */\na {\n  b: c; /* d */\n}\n"), "a {\nb: c;\n}\n");
    }

    #[test]
    fn the_stylesheet_of_the_guide_holds_every_import() {
        let css = bundle(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/style"))).expect("the guide's own style");
        for (part, sign) in [("tokens", "--accent:"), ("print", "@media print")] {
            assert!(css.contains(sign), "{part}.css is missing");
        }
        assert!(!css.contains("@import"));
    }

    #[test]
    fn the_stylesheet_knows_no_left_and_right() {
        let css = bundle(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/style"))).expect("the guide's own style");
        for physical in [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "text-align: left",
            "text-align: right",
            "\nleft:",
            "\nright:",
            "border-left",
            "border-right",
        ] {
            assert!(!css.contains(physical), "{physical}: write the logical property");
        }
    }
}
