//! The path below which a host serves the guide.

use std::fmt;
use std::str::FromStr;

/// An absolute path with a slash at both ends: `/`, `/docs/acr/`.
///
/// Read from what people type (`docs/acr`, `/docs/acr`); only characters that need no escape in an address, so that the
/// same text is right in HTML, JavaScript, XML and a request line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePath(String);

/// Why a text is no base path, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadBasePath {
    /// A whole address; the host belongs elsewhere.
    Address(String),
    /// A `.` or `..` segment: it would leave the folder.
    Dots(String),
    /// A character that is not a letter, a digit, `-`, `_`, `.` or `~`.
    Character(char),
}

impl BasePath {
    /// The path as text, with its slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the base in a request's path; `None` if the path is not below it.
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(self.as_str())
    }
}

impl Default for BasePath {
    fn default() -> Self {
        Self("/".into())
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for BasePath {
    type Err = BadBasePath;

    fn from_str(text: &str) -> Result<Self, BadBasePath> {
        if text.contains("://") {
            return Err(BadBasePath::Address(text.into()));
        }
        let mut path = String::from("/");
        for segment in text.split('/').filter(|segment| !segment.is_empty()) {
            if segment == "." || segment == ".." {
                return Err(BadBasePath::Dots(text.into()));
            }
            if let Some(odd) = segment.chars().find(|c| !c.is_ascii_alphanumeric() && !"-_.~".contains(*c)) {
                return Err(BadBasePath::Character(odd));
            }
            path.push_str(segment);
            path.push('/');
        }
        Ok(Self(path))
    }
}

impl fmt::Display for BadBasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(text) => {
                write!(f, "{text} is an address: give the path alone (/docs/acr/), and the host with --origin")
            }
            Self::Dots(text) => {
                write!(f, "{text} has a dot segment: give the path from the host's root, as in /docs/acr/")
            }
            Self::Character(c) => {
                write!(
                    f,
                    "{c:?} cannot stand in a base path: use letters, digits, - _ . ~ and slashes, as in /docs/acr/"
                )
            }
        }
    }
}

impl std::error::Error for BadBasePath {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, BadBasePath> {
        text.parse().map(|path: BasePath| path.to_string())
    }

    #[test]
    fn slashes_are_added_and_doubled_ones_removed() {
        for (typed, meant) in [
            ("", "/"),
            ("/", "/"),
            ("docs/acr", "/docs/acr/"),
            ("/docs/acr", "/docs/acr/"),
            ("//docs//acr//", "/docs/acr/"),
            ("/~team/acr_1.0/", "/~team/acr_1.0/"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(meant), "{typed}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused_with_its_reason() {
        assert_eq!(read("https://host/docs/"), Err(BadBasePath::Address("https://host/docs/".into())));
        assert_eq!(read("/docs/../acr"), Err(BadBasePath::Dots("/docs/../acr".into())));
        assert_eq!(read("/docs?x"), Err(BadBasePath::Character('?')));
        assert_eq!(read("/my docs/"), Err(BadBasePath::Character(' ')));
        assert_eq!(read("/\"><script>/"), Err(BadBasePath::Character('"')));
    }

    #[test]
    fn only_what_lies_below_is_stripped() {
        let base: BasePath = "/docs/".parse().unwrap();
        assert_eq!(base.strip("/docs/sv/"), Some("sv/"));
        assert_eq!(base.strip("/docs"), None);
        assert_eq!(base.strip("/documents/"), None);
    }
}
