//! What only static pages know: everything.

use crate::components::{Rich, Site, inline};
use crate::knowledge::Knowledge;
use leptos::prelude::*;

/// Everything that the guide knows, for static pages. Islands get by with the [`Site`].
#[derive(Clone, Copy)]
pub struct Whole(pub &'static Knowledge);

impl Whole {
    /// The knowledge behind the page that is being rendered.
    pub fn here() -> &'static Knowledge {
        expect_context::<Self>().0
    }
}

/// The text of a key, where there is one.
pub(super) fn text(key: &str) -> Option<Rich> {
    Site::here().words.get(key).map(inline)
}

/// The paragraphs of a text.
pub(super) fn paragraphs(key: &str) -> AnyView {
    let blocks = Site::here().words.paragraphs(key);
    blocks.into_iter().map(|block| view! { <p>{inline(block)}</p> }).collect_view().into_any()
}
