//! Reading a text piece by piece, so that the page stays responsive and can show how far it is.

use crate::paste::{Pasted, Reader, Recognisers};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How much is read before the browser gets its turn, in bytes: a few hundredths of a second on a slow machine.
const TURN: usize = 256 * 1024;

/// How far reading has come.
pub enum Progress {
    /// So many bytes have been read.
    At(usize),
    /// All of it.
    Done(Box<Pasted>),
}

/// A reading under way.
#[derive(Clone, Default)]
pub struct Reading(Arc<AtomicBool>);

impl Reading {
    /// None is under way.
    pub fn idle() -> Self {
        Self::default()
    }

    /// Gives it up; it reports nothing more.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Reads a text. What fits into one turn is read at once.
pub fn read_text(
    recognisers: &'static Recognisers,
    text: Arc<str>,
    mut report: impl FnMut(Progress) + 'static,
) -> Reading {
    let mut reader = Reader::new(recognisers);
    if text.len() <= TURN {
        reader.push(&text);
        report(Progress::Done(Box::new(reader.finish())));
        return Reading::idle();
    }
    let reading = Reading::idle();
    let is_cancelled = reading.0.clone();
    mark("guide-read-begin");
    spawn_local(async move {
        let mut at = 0;
        while at < text.len() {
            report(Progress::At(at));
            breathe().await;
            if is_cancelled.load(Ordering::Relaxed) {
                return;
            }
            let mut end = text.len().min(at + TURN);
            while !text.is_char_boundary(end) {
                end += 1;
            }
            reader.push(&text[at..end]);
            at = end;
        }
        let pasted = Box::new(reader.finish());
        mark("guide-read-end");
        report(Progress::Done(pasted));
    });
    reading
}

/// For measuring: how long a text took.
fn mark(name: &str) {
    if let Some(performance) = leptos::prelude::window().performance() {
        let _ = performance.mark(name);
    }
}

/// Lets the browser draw and answer the reader.
async fn breathe() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        let _ = leptos::prelude::window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(turn).await;
}
