//! Texts on the page: literals and the reader's own names as code, borrowed languages marked.

use super::Site;
use crate::words::{Block, Placeholder, Segment, Ui, segments};
use leptos::either::Either;
use leptos::prelude::*;

/// A text within a line, ready to render. One type for all, so that the program carries its code once.
pub type Rich = AnyView;

/// A text within a line.
pub fn inline(block: Block<'static>) -> Rich {
    inline_with(block, &[])
}

/// A text within a line, with `{names}` of the page's own filled in: hosts as code, numbers as text.
pub fn inline_with(block: Block<'static>, arguments: &[(&str, &str)]) -> Rich {
    let content: Vec<_> = segments(block.text).into_iter().map(|segment| part(segment, arguments)).collect();
    match block.borrowed {
        None => Either::Left(content),
        Some(language) => Either::Right(view! {
            <span class="borrowed" lang=language.code.as_str() dir=language.dir.as_str()>{content}</span>
            <small class="borrowed-mark" lang=language.code.as_str()>{language.name.as_str()}</small>
        }),
    }
    .into_any()
}

fn part(segment: Segment<'static>, arguments: &[(&str, &str)]) -> impl IntoView + use<> {
    let name = match segment {
        Segment::Plain(plain) => return Either::Left(plain.to_owned()),
        Segment::Named(name) => name,
    };
    if let Some((_, value)) = arguments.iter().find(|(argument, _)| *argument == name) {
        let value = (*value).to_owned();
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        return if is_number { Either::Left(value) } else { Either::Right(code(None, value)) };
    }
    Either::Right(match Placeholder::named(name) {
        Some(placeholder) => code(Some(name), placeholder.default_text().to_owned()),
        None => code(None, Site::here().literals.get(&name.into()).cloned().unwrap_or_else(|| name.to_owned())),
    })
}

/// Text that no language changes. `own` names the placeholder that it stands for: see `browser::show_own_names`.
fn code(own: Option<&'static str>, text: String) -> impl IntoView {
    view! { <code dir="ltr" translate="no" data-own=own>{text}</code> }
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
