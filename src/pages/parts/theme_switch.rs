//! The switch for the theme.

use crate::components::{Icon, Symbol, ui};
use crate::session::Theme;
use leptos::prelude::*;

/// A button that goes round: system, light, dark. `browser` makes it work.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    view! {
        <button type="button" class="quiet theme" disabled=true>
            <Icon symbol=Symbol::Contrast />
            <span>{ui(Theme::System.label())}</span>
        </button>
    }
}
