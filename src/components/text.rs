//! Texts on the page: literals and the reader's own names as code, borrowed languages marked.

use super::{Site, code};
use crate::certainty::Certainty;
use crate::knowledge::LiteralId;
use crate::words::{Block, Placeholder, Segment, Ui, segments};
use leptos::prelude::*;

/// A text within a line, ready to render. One type for all, so that the program carries its code once.
pub type Rich = AnyView;

/// A text within a line.
pub fn inline(block: Block<'static>) -> Rich {
    inline_with(block, &[])
}

/// A text within a line, with `{names}` of the page's own filled in: hosts as code, numbers as text.
pub fn inline_with(block: Block<'static>, arguments: &[(&str, &str)]) -> Rich {
    let mut parts: Vec<Rich> = segments(block.text).into_iter().map(|segment| part(segment, arguments)).collect();
    if let Some(language) = block.borrowed {
        let (code, dir) = (language.code.as_str(), language.dir.as_str());
        parts = vec![
            view! { <span class="borrowed" lang=code dir=dir>{parts}</span> }.into_any(),
            view! { <small class="borrowed-mark" lang=code dir=dir>{language.name.as_str()}</small> }.into_any(),
        ];
    }
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => parts.into_iter().chain(last).collect::<Vec<_>>().into_any(),
    }
}

fn part(segment: Segment<'static>, arguments: &[(&str, &str)]) -> Rich {
    let name = match segment {
        Segment::Plain(plain) => return plain.to_owned().into_any(),
        Segment::Named(name) => name,
    };
    if let Some((_, value)) = arguments.iter().find(|(argument, _)| *argument == name) {
        let value = (*value).to_owned();
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        return if is_number { value.into_any() } else { code(value).render() };
    }
    match Placeholder::named(name) {
        Some(placeholder) => code(placeholder.default_text().to_owned()).own(name).render(),
        None => {
            let literal = Site::here().literals.get(&LiteralId::new(name)).cloned();
            code(literal.unwrap_or_else(|| name.to_owned())).render()
        }
    }
}

/// A text of the interface.
pub fn ui(key: Ui) -> Rich {
    inline(Site::here().words.ui(key))
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
