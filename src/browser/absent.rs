//! The browser's edge where there is no browser: the prerenderer renders the islands and runs none of their handlers.

use crate::reach::{Measurement, Plan};
use crate::session::{Change, Field, Session, Values};

/// Moves no focus.
pub fn focus(_id: &str) {}

/// No page has an address.
pub fn own_url(base: &str, file: &str) -> String {
    format!("{base}{file}")
}

/// No session is stored.
pub fn stored_session() -> Option<Session> {
    None
}

/// Stores nothing.
pub fn store_session(_session: &Session) {}

/// The system's theme.
pub fn stored_theme() -> String {
    "system".into()
}

/// Applies nothing.
pub fn apply_theme(_theme: &str) {}

/// Shows nothing.
pub fn show_own_names(_values: &Values) {}

/// Shows nothing.
pub fn show_session(_session: &Session) {}

/// Nothing is ticked or typed.
pub fn take_early_input(_session: &mut Session) {}

/// Nobody types.
pub fn on_typed(_changed: impl Fn(Field, String) + 'static) {}

/// Nothing changes.
pub fn on_session_changed(_changed: impl Fn(Change) + Clone + 'static) {}

/// Filters nothing.
pub fn filter_symptoms(_holds: impl Fn(&str, &str) -> bool) -> (usize, usize) {
    (0, 0)
}

/// A check under way: there is none.
#[derive(Clone)]
pub struct Run;

impl Run {
    /// None is under way.
    pub fn idle() -> Self {
        Self
    }

    /// Gives up nothing.
    pub fn cancel(&self) {}
}

/// Runs nothing.
pub fn run(_plan: &Plan, _report: impl Fn(Measurement) + Clone + 'static) -> Run {
    Run
}

/// A text in lower case.
pub fn lower_case(text: &str) -> String {
    text.to_lowercase()
}
