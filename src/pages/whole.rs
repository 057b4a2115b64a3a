//! What only static pages know: everything.

use crate::components::{Site, inline};
use crate::knowledge::Knowledge;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

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
pub(super) fn text(key: &str) -> Option<InertElement> {
    Site::here().words.get(key).map(|block| inline(block).element())
}

/// The paragraphs of a text.
pub(super) fn paragraphs(key: &str) -> AnyView {
    let blocks = Site::here().words.paragraphs(key);
    blocks.into_iter().map(|block| view! { <p>{inline(block).element()}</p> }).collect_view().into_any()
}
