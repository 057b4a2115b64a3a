//! What came of a probe.

use super::{Signal, Target};

/// How long an answer is waited for, in milliseconds: below the 12 to 13 seconds after which browsers give up a silent DNS server
/// by themselves, so that silence of any kind looks alike.
pub const CUT_OFF_MS: u32 = 10_000;

/// A failure before this many milliseconds is a fast one: something said no. Windows takes about two seconds to report a
/// refused connection, since it asks again after the first refusal.
pub const FAST_FAILURE_MS: u32 = 3_000;

/// An answer after this many milliseconds is a slow one.
pub const SLOW_ANSWER_MS: u32 = 5_000;

/// What came of one probe, as far as a page may know.
///
/// Classified by the runner from its own timer and from the type of the response, never from error texts: these differ
/// between browsers and say nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// An answer that the page may read.
    Readable {
        /// Its HTTP status.
        status: u16,
    },
    /// An answer, of which nothing can be read: any status of any server with a certificate trusted for that name.
    Opaque,
    /// An answer to an opaque request that was not opaque: made inside the browser, by an extension or a service worker.
    NotOpaque,
    /// The browser gave up before the cut-off. It does not say why.
    Rejected,
    /// Nothing came before the cut-off, and the page stopped waiting.
    CutOff,
    /// The reader cancelled.
    Cancelled,
    /// The page's own content policy forbade the request: nothing was sent.
    PolicyBlocked,
    /// Not sent yet, or left out.
    NotRun,
}

/// One probe's outcome, with the time that it took.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Measurement {
    /// What was asked.
    pub target: Target,
    /// By which means.
    pub signal: Signal,
    /// What came of it.
    pub outcome: Outcome,
    /// From sending to outcome, in milliseconds, by the page's own clock.
    pub elapsed_ms: u32,
}
