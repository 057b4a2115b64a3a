//! The theme: kept on this device, applied by the start script before the program is there.

use leptos::prelude::{document, window};

const THEME: &str = "registry-guide.theme";

/// The stored theme; `system` where there is none or storage is refused.
pub fn stored_theme() -> String {
    let storage = window().local_storage().ok().flatten();
    storage.and_then(|storage| storage.get_item(THEME).ok().flatten()).unwrap_or_else(|| "system".into())
}

/// Applies a theme to the page and keeps it.
pub fn apply_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(THEME, theme);
    }
}
