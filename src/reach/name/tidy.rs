//! What people paste around a name: quotes, brackets, punctuation, commands.

/// Takes off white space, quotes, brackets and punctuation around a name.
pub(super) fn tidy(input: &str) -> &str {
    let opening = |c: char| is_wrapping(c) || matches!(c, '/' | '\\' | ',' | ';');
    let closing = |c: char| is_wrapping(c) || matches!(c, '/' | '\\' | ',' | ';' | '.' | ':' | '!' | '?');
    input.trim_start_matches(opening).trim_end_matches(closing)
}

fn is_wrapping(c: char) -> bool {
    c.is_whitespace()
        // Marks that editors and chats leave behind: zero-width spaces and joiners, byte order mark.
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
        || matches!(c, '"' | '\'' | '`' | '´' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›')
        || matches!(c, '<' | '>' | '(' | ')')
}

/// Programs whose command lines name a registry, and the beginnings of such lines in files.
const PROGRAMS: [&str; 12] =
    ["docker", "podman", "nerdctl", "crictl", "ctr", "skopeo", "buildah", "helm", "oras", "az", "from", "image:"];

/// The words of a command line behind the program; nothing where the line begins with no program that the guide knows.
pub(super) fn command_line(line: &str) -> Option<CommandLine<'_>> {
    let mut words = line.split_whitespace();
    let program = words.find(|word| !matches!(*word, "$" | "#" | ">" | "PS>" | "-" | "sudo"))?;
    let known = PROGRAMS.iter().any(|known| program.eq_ignore_ascii_case(known));
    known.then(|| CommandLine { is_azure_cli: program.eq_ignore_ascii_case("az"), words: words.collect() })
}

/// A command line, behind the program.
pub(super) struct CommandLine<'a> {
    /// Whether the program is `az`, which takes short names of registries.
    pub(super) is_azure_cli: bool,
    words: Vec<&'a str>,
}

impl<'a> CommandLine<'a> {
    /// The words that are no options, tidied.
    pub(super) fn plain_words(&self) -> impl DoubleEndedIterator<Item = &'a str> {
        self.words.iter().filter(|word| !word.starts_with('-')).map(|word| tidy(word))
    }

    /// What follows the first of these options that is there, tidied.
    pub(super) fn option(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().find_map(|name| {
            self.words.iter().enumerate().find_map(|(nth, word)| match word.strip_prefix(name)? {
                "" => self.words.get(nth + 1).map(|value| tidy(value)),
                rest => rest.strip_prefix('=').map(tidy),
            })
        })
    }
}

/// The name inside a resource id or a portal address: `…/Microsoft.ContainerRegistry/registries/<name>/…`.
pub(super) fn name_in_resource_id(text: &str) -> Option<&str> {
    const MARK: &str = "microsoft.containerregistry/registries/";
    let at = text.as_bytes().windows(MARK.len()).position(|part| part.eq_ignore_ascii_case(MARK.as_bytes()))?;
    let name = text.get(at + MARK.len()..)?;
    Some(name.split(['/', '?', '#', '&']).next().unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrappings_come_off_and_nothing_else() {
        assert_eq!(tidy(" «`contosoprod.azurecr.io/`», "), "contosoprod.azurecr.io");
        assert_eq!(tidy("\u{feff}contosoprod.azurecr.io.\r\n"), "contosoprod.azurecr.io");
        assert_eq!(tidy("//host/v2/"), "host/v2");
        assert_eq!(tidy("\"'"), "");
    }

    #[test]
    fn options_are_read_in_both_spellings() {
        let line = command_line("$ sudo az acr login -n contosoprod --acr=other").expect("az is a known program");
        assert!(line.is_azure_cli);
        assert_eq!(line.option(&["--name", "-n"]), Some("contosoprod"));
        assert_eq!(line.option(&["--acr"]), Some("other"));
        assert_eq!(line.option(&["--registry"]), None);
    }

    #[test]
    fn a_resource_id_names_the_registry() {
        let id =
            "/subscriptions/0/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contosoprod/overview";
        assert_eq!(name_in_resource_id(id), Some("contosoprod"));
        assert_eq!(name_in_resource_id("contosoprod"), None);
    }
}
