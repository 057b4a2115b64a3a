//! The browser's edge where there is no browser: the prerenderer renders the islands and runs none of their handlers.

use crate::pack::Row;
use crate::paste::{Pasted, Recognisers};
use crate::reach::{Measurement, Plan};
use crate::session::{Change, Field, Session, Values};
use leptos::ev::Event;
use std::sync::Arc;

/// Moves no focus.
pub fn focus(_id: &str) {}

/// Moves no focus.
pub fn focus_soon(_id: &'static str) {}

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

/// Loads nothing.
pub fn load_diagnosis(_done: impl FnOnce(Result<(Vec<Row>, Vec<Row>), String>) + 'static) {}

/// How far reading has come.
pub enum Progress {
    /// So many bytes have been read.
    At(usize),
    /// All of it.
    Done(Pasted),
}

/// A reading under way: there is none.
#[derive(Clone)]
pub struct Reading;

impl Reading {
    /// None is under way.
    pub fn idle() -> Self {
        Self
    }

    /// Gives up nothing.
    pub fn cancel(&self) {}
}

/// Reads nothing.
pub fn read_text(
    _recognisers: &'static Recognisers,
    _text: Arc<str>,
    _report: impl FnMut(Progress) + 'static,
) -> Reading {
    Reading
}

/// A text with where it came from.
pub struct Given {
    /// The file's name; none for the clipboard.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Whether only the end of it was taken.
    pub is_end: bool,
}

/// Nothing is pasted.
pub fn bulk_pasted(_event: &Event) -> Option<Given> {
    None
}

/// Opens nothing.
pub fn open_file_dialogue(_id: &str) {}

/// No file is chosen.
pub fn chosen_file(_event: &Event, _done: impl FnOnce(Result<Given, String>) + 'static) {}
