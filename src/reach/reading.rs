//! What the outcomes for one target say together, before anything is compared with the controls.

use super::{FAST_FAILURE_MS, Measurement, Outcome, SLOW_ANSWER_MS, Signal, Target};

/// What the outcomes for one target say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// An answer that the page may read.
    Readable {
        /// Its HTTP status.
        status: u16,
    },
    /// An answer of which nothing can be read.
    Answered,
    /// The same, and it took long.
    AnsweredSlowly,
    /// Answered at times, at times not.
    Wavers,
    /// Answered by the browser itself: of the path nothing is known.
    InBrowser,
    /// The browser gave up at once, every time.
    GaveUpAtOnce,
    /// The browser gave up after a while, at least once.
    GaveUpLate,
    /// Nothing came before the cut-off, every time.
    NoAnswer,
    /// No answer came; at times the browser gave up, at times it went on waiting.
    FailsUnevenly,
    /// The page's own content policy forbade it.
    PolicyBlocked,
    /// Cancelled before enough was known.
    Cancelled,
    /// Not asked, or not enough.
    NotRun,
}

impl Reading {
    /// A stable name, for keys of words, classes and stored observations.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Readable { .. } => "readable",
            Self::Answered => "answered",
            Self::AnsweredSlowly => "answered-slowly",
            Self::Wavers => "wavers",
            Self::InBrowser => "in-browser",
            Self::GaveUpAtOnce => "gave-up-at-once",
            Self::GaveUpLate => "gave-up-late",
            Self::NoAnswer => "no-answer",
            Self::FailsUnevenly => "fails-unevenly",
            Self::PolicyBlocked => "policy-blocked",
            Self::Cancelled => "cancelled",
            Self::NotRun => "not-run",
        }
    }
}

impl Reading {
    /// Whether something answered at least once.
    pub fn is_answer(self) -> bool {
        match self {
            Self::Readable { .. } | Self::Answered | Self::AnsweredSlowly | Self::Wavers => true,
            Self::InBrowser
            | Self::GaveUpAtOnce
            | Self::GaveUpLate
            | Self::NoAnswer
            | Self::FailsUnevenly
            | Self::PolicyBlocked
            | Self::Cancelled
            | Self::NotRun => false,
        }
    }

    /// Whether the browser gave up on every request: an answer that it withholds looks like that too.
    pub fn is_failure(self) -> bool {
        match self {
            Self::GaveUpAtOnce | Self::GaveUpLate => true,
            Self::NoAnswer
            | Self::FailsUnevenly
            | Self::Readable { .. }
            | Self::Answered
            | Self::AnsweredSlowly
            | Self::Wavers
            | Self::InBrowser
            | Self::PolicyBlocked
            | Self::Cancelled
            | Self::NotRun => false,
        }
    }
}

/// Silence is worth something only after this many milliseconds: a request that was given up earlier, because its host had had
/// its time, was not waited for.
const PATIENCE_MS: u32 = 5_000;

/// Reads the outcomes for one target, of one round or of several, in any order.
pub fn read(measurements: &[Measurement], target: &Target) -> Reading {
    let mut seen = Seen::default();
    for measurement in measurements.iter().filter(|measurement| measurement.target == *target) {
        seen.note(measurement);
    }
    seen.reading()
}

/// Which kinds of outcome there were at all.
#[derive(Default)]
struct Seen {
    status: Option<u16>,
    opaque: bool,
    slow: bool,
    in_browser: bool,
    /// A request that asks only for some answer was given up: there was none.
    refused: bool,
    /// A request that asks to read the answer was given up: there was none, or it may not be read.
    unreadable: bool,
    late: bool,
    cut_off: bool,
    /// A request that the browser may well refuse by its own rules came to no end: there was nothing to refuse, or a slow answer.
    silent_cut_off: bool,
    policy: bool,
    cancelled: bool,
}

impl Seen {
    fn note(&mut self, measurement: &Measurement) {
        let elapsed = measurement.elapsed_ms;
        match (measurement.outcome, measurement.signal) {
            (Outcome::Readable { status }, _) => {
                // Where two answers differ, the worse one counts, whichever came first.
                self.status = self.status.max(Some(status));
                self.slow |= elapsed >= SLOW_ANSWER_MS;
            }
            (Outcome::Opaque, _) => {
                self.opaque = true;
                self.slow |= elapsed >= SLOW_ANSWER_MS;
            }
            (Outcome::NotOpaque, _) => self.in_browser = true,
            (Outcome::Rejected, Signal::Opaque) => {
                self.refused = true;
                self.late |= elapsed >= FAST_FAILURE_MS;
            }
            (Outcome::Rejected, Signal::Cors) => {
                self.unreadable = true;
                // The first request to a host pays for name, connection and TLS: a later one may be quick on its back.
                self.late |= elapsed >= FAST_FAILURE_MS;
                self.slow |= elapsed >= SLOW_ANSWER_MS;
            }
            (Outcome::CutOff, Signal::Cors | Signal::Opaque) => self.cut_off |= elapsed >= PATIENCE_MS,
            (Outcome::CutOff, Signal::PublicSpace | Signal::FrameOpaque | Signal::FrameEvents) => {
                self.silent_cut_off |= elapsed >= PATIENCE_MS;
            }
            (Outcome::PolicyBlocked, _) => self.policy = true,
            (Outcome::Cancelled, _) => self.cancelled = true,
            // Refused for reasons of the signal's own, or of a kind that says nothing of whether there is an answer.
            (
                Outcome::Rejected
                | Outcome::CutOff
                | Outcome::Withheld
                | Outcome::NoTransport
                | Outcome::Loaded
                | Outcome::LoadFailed
                | Outcome::Unsupported
                | Outcome::NotRun,
                _,
            ) => {}
        }
    }

    fn reading(&self) -> Reading {
        let answered = self.opaque || self.status.is_some();
        if self.in_browser {
            Reading::InBrowser
        } else if answered && (self.cut_off || self.silent_cut_off && !self.slow || self.opaque && self.refused) {
            Reading::Wavers
        } else if let Some(status) = self.status {
            // A refused opaque request beside it is no contradiction: a header can forbid opaque use of a readable answer.
            Reading::Readable { status }
        } else if self.opaque {
            if self.slow { Reading::AnsweredSlowly } else { Reading::Answered }
        } else if self.policy {
            Reading::PolicyBlocked
        } else if self.cut_off {
            if self.refused || self.unreadable { Reading::FailsUnevenly } else { Reading::NoAnswer }
        } else if self.refused {
            if self.late { Reading::GaveUpLate } else { Reading::GaveUpAtOnce }
        } else if self.silent_cut_off {
            Reading::NoAnswer
        } else if self.cancelled {
            Reading::Cancelled
        } else {
            // Also where only the readable request was given up: that alone says nothing, see `unreadable`.
            Reading::NotRun
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(outcomes: &[(Signal, Outcome, u32)]) -> Reading {
        let measurements: Vec<_> = outcomes
            .iter()
            .map(|&(signal, outcome, elapsed_ms)| Measurement {
                target: Target::LoginServer,
                signal,
                round: 0,
                outcome,
                elapsed_ms,
                exchange: None,
            })
            .collect();
        read(&measurements, &Target::LoginServer)
    }

    #[test]
    fn an_unreadable_answer_is_an_answer_once_the_opaque_request_shows_it() {
        assert_eq!(reading(&[(Signal::Cors, Outcome::Rejected, 40)]), Reading::NotRun);
        let both = [(Signal::Cors, Outcome::Rejected, 40), (Signal::Opaque, Outcome::Opaque, 20)];
        assert_eq!(reading(&both), Reading::Answered);
    }

    #[test]
    fn a_slow_first_request_is_not_hidden_by_a_quick_second_one() {
        let both = [(Signal::Cors, Outcome::Rejected, 6_000), (Signal::Opaque, Outcome::Opaque, 20)];
        assert_eq!(reading(&both), Reading::AnsweredSlowly);
        let both = [(Signal::Cors, Outcome::Rejected, 4_000), (Signal::Opaque, Outcome::Rejected, 5)];
        assert_eq!(reading(&both), Reading::GaveUpLate);
    }

    #[test]
    fn what_was_learnt_before_cancelling_counts() {
        let both = [(Signal::Cors, Outcome::CutOff, 10_000), (Signal::Opaque, Outcome::Cancelled, 300)];
        assert_eq!(reading(&both), Reading::NoAnswer);
        let both = [(Signal::Cors, Outcome::Rejected, 20), (Signal::Opaque, Outcome::Cancelled, 300)];
        assert_eq!(reading(&both), Reading::Cancelled);
    }

    #[test]
    fn one_success_in_three_rounds_wavers() {
        let rounds = [
            (Signal::Opaque, Outcome::Rejected, 20),
            (Signal::Opaque, Outcome::Opaque, 20),
            (Signal::Opaque, Outcome::Rejected, 20),
        ];
        assert_eq!(reading(&rounds), Reading::Wavers);
    }

    #[test]
    fn silence_beside_a_quick_answer_wavers_and_beside_a_slow_one_does_not() {
        let beside = |elapsed| {
            reading(&[(Signal::PublicSpace, Outcome::CutOff, 10_000), (Signal::Opaque, Outcome::Opaque, elapsed)])
        };
        assert_eq!(beside(90), Reading::Wavers);
        assert_eq!(beside(6_500), Reading::AnsweredSlowly);
    }

    #[test]
    fn a_request_that_nobody_waited_for_is_not_silence() {
        let both = [(Signal::Opaque, Outcome::Opaque, 6_900), (Signal::Cors, Outcome::CutOff, 100)];
        assert_eq!(reading(&both), Reading::AnsweredSlowly);
        assert_eq!(reading(&[(Signal::Opaque, Outcome::CutOff, 900)]), Reading::NotRun);
    }

    #[test]
    fn what_the_browser_refuses_by_its_own_rules_is_no_failure_of_the_host() {
        assert_eq!(reading(&[(Signal::PublicSpace, Outcome::Rejected, 9)]), Reading::NotRun);
        let both = [(Signal::PublicSpace, Outcome::Rejected, 9), (Signal::Opaque, Outcome::Opaque, 20)];
        assert_eq!(reading(&both), Reading::Answered);
        let silence = [(Signal::PublicSpace, Outcome::CutOff, 10_000), (Signal::FrameOpaque, Outcome::CutOff, 10_000)];
        assert_eq!(reading(&silence), Reading::NoAnswer);
        // Refused once and then left in silence, before a plain request was due.
        let uneven = [(Signal::FrameOpaque, Outcome::Rejected, 90), (Signal::FrameEvents, Outcome::CutOff, 9_000)];
        assert_eq!(reading(&uneven), Reading::NoAnswer);
    }

    #[test]
    fn the_limits_belong_to_the_slower_class() {
        let failure = |elapsed| reading(&[(Signal::Opaque, Outcome::Rejected, elapsed)]);
        assert_eq!(failure(FAST_FAILURE_MS - 1), Reading::GaveUpAtOnce);
        assert_eq!(failure(FAST_FAILURE_MS), Reading::GaveUpLate);
        let answer = |elapsed| reading(&[(Signal::Opaque, Outcome::Opaque, elapsed)]);
        assert_eq!(answer(SLOW_ANSWER_MS - 1), Reading::Answered);
        assert_eq!(answer(SLOW_ANSWER_MS), Reading::AnsweredSlowly);
    }

    #[test]
    fn a_refused_connection_on_windows_is_still_a_fast_failure() {
        assert_eq!(reading(&[(Signal::Opaque, Outcome::Rejected, 2_100)]), Reading::GaveUpAtOnce);
    }
}
