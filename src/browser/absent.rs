//! The browser's edge where there is no browser: the prerenderer renders the islands and runs none of their handlers.

use crate::pack::Row;
use crate::paste::{Pasted, Recognisers};
use crate::reach::{self, Measurement, Plan, Surroundings, Target};
use crate::session::{Change, Field, Session, Values};
use std::sync::Arc;

/// Moves no focus.
pub fn focus(_id: &str) {}

/// Moves no focus.
pub fn focus_soon(_id: &'static str) {}

/// No language writes a number.
pub fn decimal(tenths: u32, _language: &str) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// No page has an address.
pub fn own_url(base: &str, file: &str) -> String {
    format!("{base}{file}")
}

/// Nothing stands behind the `#`.
pub fn fragment() -> String {
    String::new()
}

/// Takes nothing away.
pub fn forget_fragment() {}

/// No address changes.
pub fn reload_for_links() {}

/// There is no clock.
pub fn minute() -> u32 {
    0
}

/// Prints nothing.
pub fn print_page() {}

/// Gives nobody a file.
pub fn save_file(_name: &str, _kind: &str, _text: &str) {}

/// Copies nothing.
pub fn on_copy(_selector: &'static str, _made: impl Fn() -> String + 'static) {}

/// No session is stored.
pub fn stored_session() -> Option<Session> {
    None
}

/// Stores nothing.
pub fn store_session(_session: &Session) {}

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

    /// Lets nobody ask.
    pub fn let_ask(&self, _may_ask: bool) {}
}

/// What is known of a check so far: never anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What came of the requests.
    pub measurements: Vec<Measurement>,
    /// What the browser says of itself.
    pub surroundings: Surroundings,
    /// Where the check stands.
    pub progress: reach::Progress,
    /// Targets with requests in flight.
    pub flying: Vec<Target>,
    /// How long it has taken so far, in milliseconds.
    pub elapsed_ms: u32,
    /// Whether the browser knows address spaces, and so can find out silently what it would ask the reader about.
    pub spaces: bool,
    /// Whether hosts are waited for until most browsers give up by themselves.
    pub looks_longer: bool,
}

/// Runs nothing.
pub fn run(_plan: &Plan, _looks_longer: bool, _report: impl Fn(Report) + 'static) -> Run {
    Run
}

/// Asks nobody.
pub fn ask_resolver(_resolver: &str, _name: &str, _done: impl FnOnce(Option<String>) + 'static) {}

/// No letters: nothing is asked for names here.
pub fn random_letters(_count: usize) -> String {
    String::new()
}

/// Loads nothing.
pub fn load_diagnosis(_done: impl FnOnce(Result<(Vec<Row>, Vec<Row>), String>) + 'static) {}

/// How far reading has come.
pub enum Progress {
    /// So many bytes have been read.
    At(usize),
    /// All of it.
    Done(Box<Pasted>),
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

/// Nobody pastes.
pub fn on_bulk_paste(_selector: &'static str, _given: impl Fn(Given) + 'static) {}

/// Nobody chooses a file.
pub fn on_file(_selector: &'static str, _given: impl Fn(Result<Given, String>) + Clone + 'static) {}

/// Nobody presses.
pub fn on_press(_selector: &'static str, _pressed: impl Fn() + 'static) {}

/// Nobody types.
pub fn on_text(_selector: &'static str, _changed: impl Fn(String) + 'static) {}

/// Presses nothing.
pub fn press(_selector: &str) {}

/// Shows nothing.
pub fn set_value(_selector: &str, _text: &str) {}

/// Shows nothing.
pub fn set_text(_selector: &str, _text: &str) {}

/// Sets nothing.
pub fn set_flag(_selector: &str, _name: &str, _is_set: bool) {}

/// Sets nothing.
pub fn set_attribute(_selector: &str, _name: &str, _value: &str) {}

/// Nothing is ticked.
pub fn is_ticked(_selector: &str) -> bool {
    false
}

/// Nobody presses.
pub fn on_press_of(_selector: &'static str, _attribute: &'static str, _pressed: impl Fn(String) + 'static) {}
