//! Texts on the page: literals and the reader's own names as code, borrowed languages marked.

use super::{Markup, Site, code, piece};
use crate::certainty::Certainty;
use crate::knowledge::LiteralId;
use crate::words::{Block, Placeholder, Segment, Ui, segments};
use leptos::tachys::html::InertElement;

/// A text within a line.
pub fn inline(block: Block<'_>) -> Markup {
    inline_with(block, &[])
}

/// A text within a line, with `{names}` of the page's own filled in: hosts as code, numbers as text.
pub fn inline_with(block: Block<'_>, arguments: &[(&str, &str)]) -> Markup {
    let mut markup = Markup::default();
    for segment in segments(block.text) {
        add(&mut markup, segment, arguments);
    }
    let Some(language) = block.borrowed else { return markup };
    let (code, dir) = (language.code.as_str(), language.dir.as_str());
    let mark = piece("small").class("borrowed-mark").with("lang", code).with("dir", dir).text(&language.name);
    let mut borrowed = piece("span").class("borrowed").with("lang", code).with("dir", dir).child(markup).render();
    borrowed.add(&mark.render());
    borrowed
}

fn add(markup: &mut Markup, segment: Segment<'_>, arguments: &[(&str, &str)]) {
    let name = match segment {
        Segment::Plain(plain) => return markup.add_text(plain),
        Segment::Named(name) => name,
    };
    if let Some((_, value)) = arguments.iter().find(|(argument, _)| *argument == name) {
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        return if is_number { markup.add_text(value) } else { markup.add(&code(value).render()) };
    }
    let shown = match Placeholder::named(name) {
        Some(placeholder) => code(placeholder.default_text()).own(name),
        None => code(Site::here().literals.get(&LiteralId::new(name)).map_or(name, String::as_str)),
    };
    markup.add(&shown.render());
}

/// A text of the interface, as a view.
pub fn ui(key: Ui) -> InertElement {
    inline(Site::here().words.ui(key)).element()
}

/// A text of the interface for an attribute or a place of its own, with numbers and names filled in.
pub fn ui_text(key: Ui, arguments: &[(&str, &str)]) -> String {
    fill(Site::here().words.ui(key).text, arguments)
}

/// A text with `{names}` of the page's own filled in.
pub fn fill(text: &str, arguments: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    for segment in segments(text) {
        match segment {
            Segment::Plain(plain) => filled.push_str(plain),
            Segment::Named(name) => {
                filled.push_str(arguments.iter().find(|(key, _)| *key == name).map_or(name, |(_, value)| value));
            }
        }
    }
    filled
}

/// How sure something is, in words.
pub fn certainty(certainty: Certainty) -> String {
    let text = match certainty {
        Certainty::Certain => Ui::CertaintyCertain,
        Certainty::Likely => Ui::CertaintyLikely,
        Certainty::Possible => Ui::CertaintyPossible,
        Certainty::NotTested => Ui::CertaintyNotTested,
    };
    ui_text(text, &[])
}
