//! The browser's edge where there is no browser: the prerenderer renders the islands and runs none of their handlers.

use crate::reach::{Measurement, Plan};
use crate::session::{Shell, Values};

/// Moves no focus.
pub fn focus(_id: &str) {}

/// Nothing is checked.
pub fn is_checked(_event: &leptos::ev::Event) -> bool {
    false
}

/// No page has an address.
pub fn own_url(base: &str, file: &str) -> String {
    format!("{base}{file}")
}

/// No session is stored.
pub fn stored_session() -> Option<String> {
    None
}

/// Stores nothing.
pub fn store_session(_json: &str) {}

/// The system's theme.
pub fn stored_theme() -> String {
    "system".into()
}

/// Applies nothing.
pub fn apply_theme(_theme: &str) {}

/// Shows nothing.
pub fn show_own_names(_values: &Values) {}

/// Shows nothing.
pub fn show_shell(_shell: Shell) {}

/// Nobody chooses.
pub fn on_shell_chosen(_chosen: impl Fn(Shell) + 'static) {}

/// Filters nothing.
pub fn filter_symptoms(_holds: impl Fn(&str) -> bool) -> (usize, usize) {
    (0, 0)
}

/// A check under way: there is none.
#[derive(Clone, Default)]
pub struct Run;

impl Run {
    /// Gives up nothing.
    pub fn cancel(&self) {}
}

/// Runs nothing.
pub fn run(_plan: &Plan, _report: impl Fn(Measurement) + Clone + 'static) -> Run {
    Run
}
