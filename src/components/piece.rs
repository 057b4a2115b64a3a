//! Plain elements, put together from texts.

use super::{Markup, ui_text};
use crate::session::Change;
use crate::words::Ui;

/// An element that is being put together: attributes and content in any order.
///
/// In a box, because it is handed on at every step: one pointer instead of eight words, in hundreds of places.
#[derive(Debug, Clone)]
pub struct Piece(Box<Parts>);

#[derive(Debug, Clone, Default)]
struct Parts {
    tag: &'static str,
    attributes: Markup,
    content: Markup,
}

/// An element with nothing in it yet.
#[inline(never)]
pub fn piece(tag: &'static str) -> Piece {
    let piece = Piece(Box::new(Parts { tag, ..Parts::default() }));
    match tag {
        "button" => piece.with("type", "button"),
        // What scrolls must be reachable by keyboard.
        "pre" => piece.with("tabindex", "0"),
        _ => piece,
    }
}

/// Text that no language changes: a name, an address, a command.
#[inline(never)]
pub fn code(text: &str) -> Piece {
    piece("code").ltr().with("translate", "no").text(text)
}

/// Nothing to show: one element, so that something can take its place.
pub fn nothing() -> Markup {
    piece("span").with("hidden", "").render()
}

impl Piece {
    /// An attribute.
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.attribute(name, value);
        self
    }

    /// Its class.
    #[inline(never)]
    pub fn class(self, class: impl AsRef<str>) -> Self {
        self.with("class", class.as_ref())
    }

    /// Where it leads.
    pub fn href(self, href: impl AsRef<str>) -> Self {
        self.with("href", href.as_ref())
    }

    /// Opens in a tab of its own that knows nothing of this page.
    pub fn outside(self) -> Self {
        self.with("target", "_blank").with("rel", "noopener noreferrer")
    }

    /// The placeholder whose value it shows: see `browser::show_own_names`.
    pub fn own(self, name: &str) -> Self {
        self.with("data-own", name)
    }

    /// What tests and styles know it by.
    pub fn data(self, value: &str) -> Self {
        self.with("data-is", value)
    }

    /// Its id. It can take the focus: what has an id here is gone to.
    pub fn id(self, id: impl AsRef<str>) -> Self {
        self.with("id", id.as_ref()).with("tabindex", "-1")
    }

    /// Reads from left to right in every language.
    pub fn ltr(self) -> Self {
        self.with("dir", "ltr")
    }

    /// The shell that it is for, where a command has more than one form.
    pub fn shell(self, shell: Option<&'static str>) -> Self {
        match shell {
            Some(shell) => self.with("data-for", shell),
            None => self,
        }
    }

    /// Copies the command beside it: see `browser::enable_copying`.
    pub fn copies(self) -> Self {
        self.with("data-copy", "")
    }

    /// What pressing it does to the session: see `browser::on_session_changed`.
    pub fn change(self, change: &Change) -> Self {
        self.with("data-change", &change.to_string())
    }

    /// Puts markup into it.
    #[inline(never)]
    pub fn child(mut self, child: Markup) -> Self {
        self.0.content.add(&child);
        self
    }

    /// Puts markup into it.
    pub fn children(mut self, children: impl IntoIterator<Item = Markup>) -> Self {
        for child in children {
            self.0.content.add(&child);
        }
        self
    }

    /// Puts a text into it.
    #[inline(never)]
    pub fn text(mut self, text: impl AsRef<str>) -> Self {
        self.0.content.add_text(text.as_ref());
        self
    }

    /// Puts a text of the interface into it.
    #[inline(never)]
    pub fn say(self, key: Ui) -> Self {
        self.text(ui_text(key, &[]))
    }

    /// The element as markup.
    #[inline(never)]
    pub fn render(self) -> Markup {
        let Parts { tag, attributes, content } = *self.0;
        let mut markup = Markup::default();
        markup.add_tag("<", tag);
        markup.add(&attributes);
        markup.add_tag(">", "");
        markup.add(&content);
        markup.add_tag("</", tag);
        markup.add_tag(">", "");
        markup
    }
}
