//! The theme: kept on this device, applied by the start script before the program is there.

use super::elements::{on_press, set_flag, set_text};
use crate::components::ui_text;
use crate::session::Theme;
use leptos::prelude::{document, window};

const THEME: &str = "registry-guide.theme";

/// The stored theme; `system` where there is none or storage is refused.
fn stored_theme() -> String {
    let storage = window().local_storage().ok().flatten();
    storage.and_then(|storage| storage.get_item(THEME).ok().flatten()).unwrap_or_else(|| "system".into())
}

/// Makes the switch for the theme work: it goes round.
pub fn enable_theme() {
    let show = |theme: Theme| set_text(".theme span", &ui_text(theme.label(), &[]));
    let stored = || Theme::named(&stored_theme());
    show(stored());
    set_flag(".theme", "disabled", false);
    on_press(".theme", move || {
        // As the page is, whatever storage could keep.
        let shown = document().document_element().and_then(|root| root.get_attribute("data-theme"));
        let next = shown.map_or_else(stored, |name| Theme::named(&name)).next();
        apply_theme(next.as_str());
        show(next);
    });
}

/// Applies a theme to the page and keeps it.
fn apply_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(THEME, theme);
    }
}
