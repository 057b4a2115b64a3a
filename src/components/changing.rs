//! What changes after it has been rendered, of one type.
//!
//! A closure in `view!`, and an effect, each bring the framework's code for it along, a kilobyte or two for every one. In a box
//! they are all of one type.

use super::Markup;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::CastFrom;
use leptos::tachys::renderer::types::Element;
use leptos::tachys::view::{Position, PositionState};

/// Markup of one element that is made anew whenever a signal in it changes.
pub struct Changing(Box<dyn Fn() -> Markup + Send>);

/// Markup of one element that is made anew whenever a signal in it changes.
pub fn changing(markup: impl Fn() -> Markup + Send + 'static) -> Changing {
    Changing(Box::new(markup))
}

impl Changing {
    /// Has the element that shows it replaced from now on.
    fn follow(self, mut element: Element) {
        let mut shown = untrack(&self.0);
        effect(move || {
            let markup = (self.0)();
            if markup != shown {
                element = markup.replace(element.clone());
                shown = markup;
            }
        });
    }
}

impl Render for Changing {
    type State = Element;

    fn build(self) -> Element {
        let element = untrack(&self.0).build();
        self.follow(element.clone());
        element
    }

    fn rebuild(self, state: &mut Element) {
        *state = untrack(&self.0).replace(state.clone());
        self.follow(state.clone());
    }
}

impl RenderHtml for Changing {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        (self.0)().element().to_html_with_buf(html, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Element {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        let element = Element::cast_from(cursor.current()).expect("the prerenderer wrote one element here");
        self.follow(element.clone());
        element
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// What is put together as markup has its attributes in it.
impl AddAnyAttr for Changing {
    type Output<Added: Attribute> = Self;

    fn add_any_attr<Added: Attribute>(self, _: Added) -> Self {
        self
    }
}

/// Runs in the browser after the page has been taken over, and again whenever a signal in it changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

#[inline(never)]
fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}
