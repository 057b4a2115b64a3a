//! Stands in the place of the crate `wasm-streams`, which the framework's server functions name. The guide has no server and calls no
//! server function; yet the crate's classes are exported whether anybody uses them or not, and what they need cannot be left out of
//! the WebAssembly by any tool. That was 2.7 KB of the program's 152 after brotli.
//!
//! Law: only what `server_fn` names, with its types. Whoever calls it stops the program.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A stream of the browser's.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// A stream that is there.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The browser's own object.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream of the browser's from one of Rust's.
    ///
    /// # Panics
    /// Always: a program that needs this needs the real crate.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("the guide sends no stream: see absent/wasm-streams")
    }

    /// What comes out of the stream: nothing.
    pub fn into_stream(self) -> IntoStream {
        IntoStream(())
    }
}

/// What comes out of a stream of the browser's.
#[derive(Debug)]
pub struct IntoStream(());

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    /// # Panics
    /// Always: a program that needs this needs the real crate.
    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        unreachable!("the guide reads no stream: see absent/wasm-streams")
    }
}
