//! The script of `probe.js`, in this page and in the sandboxed frame: one line of text is said to it, one comes back.
//!
//! Only lines of these two windows are listened to; anybody else may post messages to a page as well.

use crate::reach::{Outcome, Permission, Place, Signal};
use leptos::prelude::{document, window};
use std::cell::{Cell, RefCell};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent, Window};

/// What the script says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// What came of a request.
    Outcome {
        /// Its number.
        id: usize,
        /// What came of it.
        outcome: Outcome,
        /// From sending to outcome, in milliseconds.
        elapsed_ms: u32,
        /// Whether the browser's own entry of a failed request has a duration.
        exchange: Option<bool>,
    },
    /// What the browser says of itself.
    PageState {
        /// Whether the page may reach private addresses.
        permission: Permission,
        /// Whether the browser thinks that there is a network.
        online: bool,
        /// Whether another page's frame withholds that right.
        is_framed: bool,
        /// Whether the browser knows address spaces.
        spaces: bool,
    },
    /// The script in the frame is there.
    FrameState,
}

/// What is done with what the script says.
type Listener = Box<dyn Fn(Told)>;

thread_local! {
    static LISTENER: RefCell<Option<std::rc::Rc<Listener>>> = const { RefCell::new(None) };
    static NEXT_ID: Cell<usize> = const { Cell::new(0) };
}

/// More than a check can have requests.
const MOST_REQUESTS: usize = 10_000;

/// The first of enough numbers that no check has used.
pub fn first_fresh_id() -> usize {
    NEXT_ID.replace(NEXT_ID.get() + MOST_REQUESTS)
}

/// Whether no other check has begun since the one with that first number.
pub fn is_latest(first_id: usize) -> bool {
    NEXT_ID.get() == first_id + MOST_REQUESTS
}

/// Milliseconds on the page's own clock.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// From now on, and until the next call, this is told what the script says.
pub fn on_told(told: impl Fn(Told) + 'static) {
    let is_first = LISTENER.with(|listener| listener.borrow().is_none());
    LISTENER.with(|listener| listener.replace(Some(std::rc::Rc::new(Box::new(told)))));
    if is_first {
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(told) = read(&event) else { return };
            // Out of the cell first: whoever is told may begin another check.
            let listener = LISTENER.with(|listener| listener.borrow().clone());
            if let Some(listener) = listener {
                listener(told);
            }
        });
        let _ = window().add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// Asks both what the browser can do.
pub fn ask_state() {
    for place in [Place::Page, Place::Frame] {
        say(place, "ask-state");
    }
}

/// Has a request sent.
pub fn ask(place: Place, id: usize, signal: Signal, limit_ms: u32, url: &str) {
    // In the frame a signal is the same as in the page; only the right to private addresses is not.
    let signal = signal.as_str();
    let signal = signal.strip_prefix("frame-").unwrap_or(signal);
    say(place, &["ask", &id.to_string(), signal, &limit_ms.to_string(), url].join(" "));
}

/// Has a request stopped; its outcome is told then.
pub fn stop(place: Place, id: usize) {
    say(place, &["stop", &id.to_string()].join(" "));
}

fn say(place: Place, line: &str) {
    if let Some(to) = place_window(place) {
        // An opaque origin has no name. Nothing in a line is a secret of the page's.
        let _ = to.post_message(&JsValue::from_str(line), "*");
    }
}

fn place_window(place: Place) -> Option<Window> {
    match place {
        Place::Page => Some(window()),
        Place::Frame => document().get_element_by_id("prober")?.dyn_into::<HtmlIFrameElement>().ok()?.content_window(),
    }
}

fn read(event: &MessageEvent) -> Option<Told> {
    let source = JsValue::from(event.source()?);
    let is_from = |place| place_window(place).is_some_and(|window| JsValue::from(window) == source);
    let is_page = is_from(Place::Page);
    if !is_page && !is_from(Place::Frame) {
        return None;
    }
    let line = event.data().as_string()?;
    let mut words = line.split(' ');
    let word = |words: &mut std::str::Split<'_, char>| words.next().unwrap_or_default().to_owned();
    match words.next()? {
        "told" => Some(Told::Outcome {
            id: words.next()?.parse().ok()?,
            outcome: outcome(words.next()?),
            elapsed_ms: words.next()?.parse().ok()?,
            exchange: words.next()?.parse::<u8>().ok().map(|begun| begun > 0),
        }),
        "state" if !is_page => Some(Told::FrameState),
        "state" => {
            let permission = match words.next()? {
                "granted" => Permission::Granted,
                "denied" => Permission::Denied,
                "prompt" => Permission::Prompt,
                _ => Permission::Unsupported,
            };
            let (online, delegated, spaces) = (word(&mut words), word(&mut words), word(&mut words));
            Some(Told::PageState {
                permission,
                online: online == "true",
                is_framed: delegated == "false",
                spaces: spaces == "true",
            })
        }
        _ => None,
    }
}

/// A status where the answer may be read, else a name.
fn outcome(word: &str) -> Outcome {
    const NAMES: [(&str, Outcome); 11] = [
        ("opaque", Outcome::Opaque),
        ("not-opaque", Outcome::NotOpaque),
        ("rejected", Outcome::Rejected),
        ("withheld", Outcome::Withheld),
        ("no-transport", Outcome::NoTransport),
        ("loaded", Outcome::Loaded),
        ("load-failed", Outcome::LoadFailed),
        ("cut-off", Outcome::CutOff),
        ("cancelled", Outcome::Cancelled),
        ("policy-blocked", Outcome::PolicyBlocked),
        ("unsupported", Outcome::Unsupported),
    ];
    if let Ok(status) = word.parse() {
        return Outcome::Readable { status };
    }
    NAMES.iter().find(|(name, _)| *name == word).map_or(Outcome::NotRun, |(_, outcome)| *outcome)
}
