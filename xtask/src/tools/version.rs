//! Recognising versions in what programs print about themselves.

/// The first version in a text: `trunk 0.21.14` → `0.21.14`, `wasm-opt version 132 (version_132)` → `132`, `v20.20.2` → `20.20.2`.
pub(super) fn in_output(output: &str) -> Option<&str> {
    output
        .split(|c: char| c.is_whitespace() || c == '(' || c == ')')
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a program that says `said` is the pinned one. Some programs say less than their package: `132` for `132.0.0`.
pub(super) fn is(said: &str, pinned: &str) -> bool {
    said == pinned
        || pinned.strip_prefix(said).is_some_and(|rest| !rest.is_empty() && rest.split('.').skip(1).all(|n| n == "0"))
            && pinned[said.len()..].starts_with('.')
}

/// The first number of a version.
pub(super) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The `"version"` of a `package.json`, as npm writes it.
pub(super) fn in_package_json(json: &str) -> Option<&str> {
    let (_, after) = json.split_once("\"version\"")?;
    after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_is_understood() {
        for (output, version) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.130 (1a2b3c4d5)\n", "0.2.130"),
            ("wasm-opt version 132 (version_132)\n", "132"),
            ("v20.20.2\n", "20.20.2"),
            ("11.19.1\n", "11.19.1"),
        ] {
            assert_eq!(in_output(output), Some(version), "{output}");
        }
        assert_eq!(in_output("command not found"), None);
    }

    #[test]
    fn only_the_pinned_version_will_do() {
        assert!(is("0.21.14", "0.21.14"));
        assert!(is("132", "132.0.0"));
        for (said, pinned) in
            [("0.21.1", "0.21.14"), ("0.21.15", "0.21.14"), ("13", "132.0.0"), ("132", "132.1.0"), ("131", "132.0.0")]
        {
            assert!(!is(said, pinned), "{said} is not {pinned}");
        }
    }

    #[test]
    fn node_is_compared_by_its_first_number() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("20"), Some(20));
        assert_eq!(major("next"), None);
    }

    #[test]
    fn the_version_of_a_package_is_found() {
        assert_eq!(in_package_json("{\n  \"name\": \"axe-core\",\n  \"version\": \"4.14.1\",\n}"), Some("4.14.1"));
        assert_eq!(in_package_json("{}"), None);
    }
}
