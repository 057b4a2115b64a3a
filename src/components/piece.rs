//! Plain elements of one type.
//!
//! `view!` gives every element a type of its own, with its own code for building, taking over, changing and dropping. For
//! what islands put together from texts that would be most of the program; here that code exists once.

use super::Rich;
use leptos::prelude::*;
use leptos::tachys::html::element::custom;

/// A plain element before it is rendered.
#[derive(Default)]
pub struct Piece {
    tag: &'static str,
    class: Option<String>,
    href: Option<String>,
    own: Option<&'static str>,
    is_code: bool,
    is_outside: bool,
    data: Option<&'static str>,
    children: Vec<Rich>,
}

/// An element with nothing in it yet.
pub fn piece(tag: &'static str) -> Piece {
    Piece { tag, ..Piece::default() }
}

/// Text that no language changes: a name, an address, a command.
pub fn code(text: String) -> Piece {
    Piece { is_code: true, ..piece("code") }.text(text)
}

impl Piece {
    /// Its class.
    pub fn class(mut self, class: impl Into<String>) -> Self {
        self.class = Some(class.into());
        self
    }

    /// Where it leads.
    pub fn href(mut self, href: String) -> Self {
        self.href = Some(href);
        self
    }

    /// Opens in a tab of its own that knows nothing of this page.
    pub fn outside(mut self) -> Self {
        self.is_outside = true;
        self
    }

    /// The placeholder whose value it shows: see `browser::show_own_names`.
    pub fn own(mut self, name: &'static str) -> Self {
        self.own = Some(name);
        self
    }

    /// What tests and styles know it by.
    pub fn data(mut self, value: &'static str) -> Self {
        self.data = Some(value);
        self
    }

    /// Puts a view into it.
    pub fn child(mut self, child: Rich) -> Self {
        self.children.push(child);
        self
    }

    /// Puts views into it.
    pub fn children(mut self, children: impl IntoIterator<Item = Rich>) -> Self {
        self.children.extend(children);
        self
    }

    /// Puts a text into it.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.child(text.into().into_any())
    }

    /// The element as a view.
    pub fn render(self) -> Rich {
        custom(self.tag)
            .attr("class", self.class)
            .attr("href", self.href)
            .attr("target", self.is_outside.then_some("_blank"))
            .attr("rel", self.is_outside.then_some("noopener noreferrer"))
            .attr("dir", self.is_code.then_some("ltr"))
            .attr("translate", self.is_code.then_some("no"))
            // What scrolls must be reachable by keyboard.
            .attr("tabindex", (self.tag == "pre").then_some("0"))
            .attr("data-own", self.own)
            .attr("data-is", self.data)
            .child(self.children)
            .into_any()
    }
}
