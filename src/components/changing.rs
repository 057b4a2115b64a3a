//! What changes after it has been rendered, of one type.
//!
//! A closure in `view!`, and an effect, each bring the framework's code for it along, a kilobyte or two for every one. In a box
//! they are all of one type.

use super::Markup;
use leptos::prelude::*;

/// Markup of one element that is made anew whenever a signal in it changes.
pub fn changing(markup: impl Fn() -> Markup + Send + 'static) -> AnyView {
    boxed_view(Box::new(markup))
}

#[inline(never)]
fn boxed_view(markup: Box<dyn Fn() -> Markup + Send>) -> AnyView {
    (move || markup().element()).into_any()
}

/// Runs in the browser after the page has been taken over, and again whenever a signal in it changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

#[inline(never)]
fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}
