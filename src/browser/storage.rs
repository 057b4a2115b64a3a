//! The session of this tab: gone with the tab, never sent anywhere.

use leptos::prelude::window;

const SESSION: &str = "registry-guide.session";

/// The stored session; nothing where there is none or storage is refused.
pub fn stored_session() -> Option<String> {
    window().session_storage().ok()??.get_item(SESSION).ok()?
}

/// Stores the session. Where storage is refused or full, reading on still works; only a reload forgets.
pub fn store_session(json: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(SESSION, json);
    }
}
