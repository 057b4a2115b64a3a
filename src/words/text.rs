//! A text's inner form: plain stretches and `{names}`.

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Text as it is.
    Plain(&'a str),
    /// The name between braces: a placeholder, a literal's id or a number that the page fills in.
    Named(&'a str),
}

/// Splits a text at its `{names}`. Braces around anything but lower-case letters, digits and inner hyphens, and
/// braces after a `$`, are plain: commands are full of them.
pub fn segments(text: &str) -> Vec<Segment<'_>> {
    let mut parts = Vec::new();
    let mut plain_from = 0;
    let mut search_from = 0;
    while let Some(open) = text[search_from..].find('{').map(|at| at + search_from) {
        search_from = open + 1;
        let Some(close) = text[search_from..].find('}').map(|at| at + search_from) else { break };
        let name = &text[search_from..close];
        if text[..open].ends_with('$') || !is_name(name) {
            continue;
        }
        if plain_from < open {
            parts.push(Segment::Plain(&text[plain_from..open]));
        }
        parts.push(Segment::Named(name));
        plain_from = close + 1;
        search_from = plain_from;
    }
    if plain_from < text.len() {
        parts.push(Segment::Plain(&text[plain_from..]));
    }
    parts
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && !name.ends_with('-')
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_the_braces_of_commands() {
        assert_eq!(
            segments("az acr show -n {registry} --query \"{id:id}\" ${HOME} {}"),
            [
                Segment::Plain("az acr show -n "),
                Segment::Named("registry"),
                Segment::Plain(" --query \"{id:id}\" ${HOME} {}"),
            ]
        );
    }

    #[test]
    fn an_unclosed_brace_is_plain() {
        assert_eq!(
            segments("{login-server} and {regi"),
            [Segment::Named("login-server"), Segment::Plain(" and {regi"),]
        );
    }
}
