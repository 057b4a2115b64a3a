//! The literal texts by which a symptom is known.

use leptos::prelude::*;

/// Literal error texts, as programs print them.
#[component]
pub fn ErrorTexts(
    /// The texts.
    texts: &'static [String],
) -> impl IntoView {
    (!texts.is_empty()).then(|| {
        let items = texts
            .iter()
            .map(|text| view! { <li><code dir="ltr" translate="no">{text.as_str()}</code></li> })
            .collect_view();
        view! { <ul class="errors">{items}</ul> }
    })
}
