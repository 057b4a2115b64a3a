//! Plain elements of one type.
//!
//! `view!` gives every element a type of its own, with its own code for building, taking over, changing and dropping. For
//! what islands put together from texts that would be most of the program; here that code exists once.

use super::Rich;
use crate::session::Change;
use leptos::prelude::*;
use leptos::tachys::html::element::custom;

/// A plain element before it is rendered.
#[derive(Default)]
pub struct Piece {
    tag: &'static str,
    class: Option<String>,
    href: Option<String>,
    own: Option<&'static str>,
    shell: Option<&'static str>,
    is_ltr: bool,
    is_code: bool,
    copies: bool,
    is_outside: bool,
    data: Option<&'static str>,
    id: Option<String>,
    change: Option<String>,
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

    /// Its id. It can take the focus: what has an id here is gone to.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Reads from left to right in every language.
    pub fn ltr(mut self) -> Self {
        self.is_ltr = true;
        self
    }

    /// The shell that it is for, where a command has more than one form.
    pub fn shell(mut self, shell: Option<&'static str>) -> Self {
        self.shell = shell;
        self
    }

    /// Copies the command beside it: see `browser::enable_copying`.
    pub fn copies(mut self) -> Self {
        self.copies = true;
        self
    }

    /// What pressing it does to the session: see `browser::on_session_changed`.
    pub fn change(mut self, change: &Change) -> Self {
        self.change = Some(change.to_string());
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
            .attr("dir", (self.is_code || self.is_ltr).then_some("ltr"))
            .attr("translate", self.is_code.then_some("no"))
            .attr("type", (self.tag == "button").then_some("button"))
            // What scrolls must be reachable by keyboard; what is gone to, by the program.
            .attr("tabindex", if self.tag == "pre" { Some("0") } else { self.id.is_some().then_some("-1") })
            .attr("id", self.id)
            .attr("data-change", self.change)
            .attr("data-for", self.shell)
            .attr("data-copy", self.copies.then_some(""))
            .attr("data-own", self.own)
            .attr("data-is", self.data)
            .child(self.children)
            .into_any()
    }
}
