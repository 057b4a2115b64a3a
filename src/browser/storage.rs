//! The session of this tab: gone with the tab, never sent anywhere.

use crate::session::Session;
use leptos::prelude::window;

const SESSION: &str = "registry-guide.session";

/// The stored session; nothing where there is none, or none that this version can read, or storage is refused.
pub fn stored_session() -> Option<Session> {
    let text = window().session_storage().ok()??.get_item(SESSION).ok()??;
    Session::from_lines(&text).ok()
}

/// Stores the session. Where storage is refused or full, reading on still works; only a reload forgets.
pub fn store_session(session: &Session) {
    let Ok(Some(storage)) = window().session_storage() else { return };
    let _ = storage.set_item(SESSION, &session.lines().join("\n"));
}
