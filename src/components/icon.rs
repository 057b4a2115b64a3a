//! Icons: inline, in the text's colour, never the only bearer of a meaning.
//!
//! Those that recur on every line of a page are drawn by the stylesheet (`style/icon.css`): an inline drawing is a document of
//! its own to lay out, and two dozen of them delayed the first paint by a frame or two. The others are drawn on a grid of 24
//! units.

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
    /// The class by which the stylesheet draws it, or how it is drawn.
    fn drawing(self) -> Result<&'static str, &'static str> {
        Err(match self {
            Self::Forward => return Ok("chevron"),
            Self::External => return Ok("away"),
            Self::Copy => return Ok("sheets"),
            Self::Person => return Ok("person"),
            Self::Check => "M5 12.5l5 5L19.5 7",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21",
            Self::Globe => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
            Self::Contrast => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8h7.9M12 12h9M12 16h7.9",
            Self::Changed => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
            Self::Restart => "M4.5 12a7.5 7.5 0 1 0 2.5-5.6M4 4v4.5h4.5",
            Self::File => "M6 3.5h8l4 4V20.5H6zM14 3.5v4h4",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Signal => "M4 18h.01M4 13a5 5 0 0 1 5 5M4 8a10 10 0 0 1 10 10M4 3.5A14.5 14.5 0 0 1 18.5 18",
        })
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
    match symbol.drawing() {
        Ok(class) => piece("i").class(["icon ", class].concat()).with("aria-hidden", "true").render(),
        Err(path) => piece("svg")
            .class("icon")
            .with("viewBox", "0 0 24 24")
            .with("aria-hidden", "true")
            .with("focusable", "false")
            .child(piece("path").with("d", path).render())
            .render(),
    }
}
