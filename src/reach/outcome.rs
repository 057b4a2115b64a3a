//! What came of a probe.

use super::{Signal, Target};

/// How long a host is waited for, in milliseconds, over all its signals of one round: below the 12 to 13 seconds after which
/// browsers give up a silent DNS server by themselves, so that silence of any kind looks alike.
pub const CUT_OFF_MS: u32 = 10_000;

/// How long the silent signals of a host are given alone before the plain ones join them, in milliseconds. A browser withholds an
/// answer only once it is connected: a host that has said nothing until then has nothing to withhold yet.
pub const SILENT_MS: u32 = 3_000;

/// How long the plain request waits where the browser may be asking the reader, in milliseconds.
pub const ASKING_MS: u32 = 60_000;

/// How long a host is waited for when the reader asks to look longer, in milliseconds: beyond the times at which browsers give up
/// by themselves (DNS 10 to 13 s, a connection on Windows 21 s, TLS 30 s).
pub const LONGER_MS: u32 = 35_000;

/// A failure before this many milliseconds is a fast one: something said no. Windows takes about two seconds to report a
/// refused connection, since it asks again after the first refusal.
pub const FAST_FAILURE_MS: u32 = 3_000;

/// An answer after this many milliseconds is a slow one.
pub const SLOW_ANSWER_MS: u32 = 5_000;

/// The most rounds of one check; a second and a third are run only while results waver.
pub const MOST_ROUNDS: u8 = 3;

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
    /// `EventSource` closed for good (`readyState` 2): something answered, and it was no stream or was withheld.
    Withheld,
    /// `EventSource` goes on trying (`readyState` 0): the transport never worked.
    NoTransport,
    /// The prefetch loaded: a success (2xx).
    Loaded,
    /// The prefetch failed: an error status, or no answer.
    LoadFailed,
    /// Nothing came before the cut-off, and the page stopped waiting.
    CutOff,
    /// The reader cancelled.
    Cancelled,
    /// The page's own content policy forbade the request: nothing was sent.
    PolicyBlocked,
    /// This browser does not have the signal.
    Unsupported,
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
    /// In which round, counted from 0.
    pub round: u8,
    /// What came of it.
    pub outcome: Outcome,
    /// From sending to outcome, in milliseconds, by the page's own clock.
    pub elapsed_ms: u32,
    /// Whether an exchange of HTTP had begun before the request failed: in Firefox the `duration` of its entry in Resource Timing is
    /// then above 0. Nothing in browsers that do not tell, and for requests that did not fail.
    pub exchange: Option<bool>,
}

/// How long the first answer took; where there was none, how long the longest request was waited for. Later answers come over the same
/// connection and say nothing of how long finding and reaching the host took. In milliseconds.
pub fn answer_ms(measurements: &[Measurement], target: &Target) -> Option<u32> {
    let own = || measurements.iter().filter(|one| one.target == *target);
    let is_answer = |one: &&Measurement| matches!(one.outcome, Outcome::Opaque | Outcome::Readable { .. });
    let is_plain = |one: &&Measurement| matches!(one.signal, Signal::Opaque | Signal::PublicSpace);
    let answered = own().find(is_answer).map(|one| one.elapsed_ms);
    answered.or_else(|| own().filter(is_plain).map(|one| one.elapsed_ms).max())
}
