//! Icons: inline, drawn on a 24-unit grid with the text's colour, never the only bearer of a meaning.

use super::{Markup, piece};
use leptos::prelude::*;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// Goes on; mirrored in right-to-left languages.
    Forward,
    /// Leaves the guide.
    External,
    /// Copy.
    Copy,
    /// Done, or holds.
    Check,
    /// Does not hold.
    Cross,
    /// Search or filter.
    Search,
    /// Language.
    Globe,
    /// Light and dark.
    Contrast,
    /// Something has changed.
    Changed,
    /// Who does it.
    Person,
    /// Start again.
    Restart,
    /// Connection, check.
    Signal,
    /// A file.
    File,
    /// Speaks for it.
    Plus,
    /// Speaks against it.
    Minus,
}

impl Symbol {
    fn path(self) -> &'static str {
        match self {
            Self::Forward => "M9 5l7 7-7 7",
            Self::External => "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5",
            Self::Copy => "M9 9h10v11H9zM5 15V4h10",
            Self::Check => "M5 12.5l5 5L19.5 7",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21",
            Self::Globe => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
            Self::Contrast => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8h7.9M12 12h9M12 16h7.9",
            Self::Changed => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
            Self::Person => {
                "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.700 1.900 7.500 5.500"
            }
            Self::Restart => "M4.500 12a7.500 7.500 0 1 0 2.500-5.600M4 4v4.500h4.500",
            Self::File => "M6 3.500h8l4 4V20.500H6zM14 3.500v4h4",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Signal => "M4 18h.01M4 13a5 5 0 0 1 5 5M4 8a10 10 0 0 1 10 10M4 3.500A14.500 14.500 0 0 1 18.500 18",
        }
    }
}

/// An icon. It is decoration: the text beside it says the same.
#[component]
pub fn Icon(
    /// What it shows.
    symbol: Symbol,
) -> impl IntoView {
    icon(symbol).element()
}

/// An icon as markup.
pub fn icon(symbol: Symbol) -> Markup {
    let class = if symbol == Symbol::Forward { "icon mirrored" } else { "icon" };
    piece("svg")
        .class(class)
        .with("viewBox", "0 0 24 24")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .child(piece("path").with("d", symbol.path()).render())
        .render()
}
