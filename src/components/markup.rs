//! Markup put together from texts, escaped as it is written.
//!
//! `view!` gives every element a type of its own, with its own code for building, taking over, changing and dropping. What
//! islands put together from texts never changes in parts, only as a whole: as one string of markup it needs that code once.

use crate::report::Svg;
use crate::small::escape;
use leptos::tachys::html::InertElement;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element;

/// Markup. What is not a tag of ours in it has been escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// Adds a text.
    pub fn add_text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    /// Adds more markup.
    pub fn add(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// As a view. In the browser it must be one element.
    pub fn element(self) -> InertElement {
        InertElement::new(self.0)
    }

    /// As an element of the browser's, which stands nowhere yet.
    pub(super) fn build(&self) -> Element {
        Rndr::create_element_from_html(self.0.clone().into())
    }

    /// Puts it in the place of an element; answers the element that stands there now. The framework would keep a template of it.
    pub(super) fn replace(&self, element: Element) -> Element {
        if element.insert_adjacent_html("afterend", &self.0).is_err() {
            // Somebody else has taken the element away.
            return element;
        }
        let fresh = element.next_element_sibling();
        element.remove();
        fresh.unwrap_or(element)
    }

    /// Adds a part of a tag as it is.
    pub(super) fn add_tag(&mut self, part: &'static str, tag: &'static str) {
        self.0.push_str(part);
        self.0.push_str(tag);
    }

    /// Adds an attribute to the tag that is being written.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        for part in [" ", name, "=\""] {
            self.0.push_str(part);
        }
        escape(value, &mut self.0);
        self.0.push('"');
    }
}

impl From<Svg> for Markup {
    fn from(drawing: Svg) -> Self {
        Self(drawing.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{code, piece};
    use super::Markup;

    #[test]
    fn what_was_pasted_stays_text() {
        let hostile = "\"><script>alert('x' & y)</script>";
        let markup = piece("li").class(hostile).text(hostile).render();
        assert_eq!(
            markup,
            Markup(
                "<li class=\"&quot;&gt;&lt;script&gt;alert('x' &amp; y)&lt;/script&gt;\">\
                 &quot;&gt;&lt;script&gt;alert('x' &amp; y)&lt;/script&gt;</li>"
                    .into()
            )
        );
    }

    #[test]
    fn pieces_nest_in_the_order_of_writing() {
        let inner = code("a<b").render();
        let markup = piece("p").text("x ").child(inner).text(" y").id("here").render();
        assert_eq!(markup.0, "<p id=\"here\" tabindex=\"-1\">x <code dir=\"ltr\" translate=\"no\">a&lt;b</code> y</p>");
    }
}
