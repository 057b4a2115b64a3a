//! What all signals to one target say together, beyond whether it answered.

use super::calibration::{Calibration, ControlWay};
use super::{FAST_FAILURE_MS, Measurement, Outcome, Reading, SILENT_MS, Signal, Target, read};

/// How the browser reached a host that answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Not known: the browser does not tell, or the controls did not bear it out.
    Unknown,
    /// Straight to a public address.
    Public,
    /// Straight to a private or carrier-grade address.
    Private,
    /// On the machine itself.
    Loopback,
    /// None of these: through a proxy that the browser was told of.
    Proxy,
}

/// Whether the browser keeps an answer from the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Withheld {
    /// Nothing shows that.
    No,
    /// The frame, which has no right to private addresses, is kept from it; the page has not asked yet.
    FromFrame,
    /// The browser's question is open: the page's own request waits while the frame's does not, or each is given up for the next.
    Waiting,
    /// The page is kept from it.
    FromPage,
    /// Perhaps: another host of the registry has the browser's question open, which makes a browser without silent signals give up on
    /// this one at once.
    MayWait,
    /// Perhaps: a browser without silent signals gave up at once, as it does where the page has no right to private addresses.
    MayBe,
}

impl Withheld {
    /// Whether a signal shows it: the rest is only not excluded.
    pub fn is_shown(self) -> bool {
        match self {
            Self::FromFrame | Self::Waiting | Self::FromPage => true,
            Self::No | Self::MayWait | Self::MayBe => false,
        }
    }
}

/// What all signals to one target say together. Every helper that is not borne out by the controls is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Clues {
    /// Whether it answered.
    pub reading: Reading,
    /// How it was reached, where it answered.
    pub way: Way,
    /// Whether the answer was a success (2xx).
    pub is_success: bool,
    /// Whether the browser keeps an answer from the page.
    pub withheld: Withheld,
    /// Whether an exchange had begun before every request failed.
    pub is_late_refusal: bool,
    /// Whether requests hang while a prefetch fails at once: somebody is to sign in first.
    pub wants_sign_in: bool,
    /// Whether the silence may be the browser's question: no signal that cannot make it ask was silent too.
    pub may_be_asking: bool,
}

impl Clues {
    /// Reads everything about one target.
    pub fn of(measurements: &[Measurement], target: &Target, calibration: &Calibration) -> Self {
        let of_target = || measurements.iter().filter(|one| one.target == *target);
        let any =
            |signal: Signal, outcome: Outcome| of_target().any(|one| one.signal == signal && one.outcome == outcome);
        let mut reading = read(measurements, target);
        // The frame has connections and names of its own: where it finds no way, the page lives on a connection from before.
        if matches!(reading, Reading::Answered | Reading::AnsweredSlowly)
            && calibration.frame
            && calibration.events
            && any(Signal::FrameOpaque, Outcome::Rejected)
            && any(Signal::FrameEvents, Outcome::NoTransport)
        {
            reading = Reading::Wavers;
        }
        let way = match calibration.space {
            None => Way::Unknown,
            Some(_) if any(Signal::PublicSpace, Outcome::Opaque) => Way::Public,
            Some(_) if any(Signal::LocalSpace, Outcome::Opaque) => Way::Private,
            Some(_) if any(Signal::LoopbackSpace, Outcome::Opaque) => Way::Loopback,
            Some(_) => {
                let spaces = [Signal::PublicSpace, Signal::LocalSpace, Signal::LoopbackSpace];
                let none = spaces.iter().all(|&space| any(space, Outcome::Rejected));
                if none && reading.is_answer() { Way::Proxy } else { Way::Unknown }
            }
        };
        let from_frame = calibration.frame
            && calibration.events
            && any(Signal::FrameOpaque, Outcome::Rejected)
            && any(Signal::FrameEvents, Outcome::Withheld);
        let from_page =
            calibration.events && any(Signal::Opaque, Outcome::Rejected) && any(Signal::Events, Outcome::Withheld);
        let has_silent = of_target().any(|one| {
            matches!(one.signal, Signal::PublicSpace | Signal::FrameOpaque) && one.outcome != Outcome::NotRun
        });
        let no_transport = calibration.events && any(Signal::Events, Outcome::NoTransport);
        let withheld = match reading {
            _ if !has_silent && !reading.is_answer() && gives_up_in_turn(measurements, target) => Withheld::Waiting,
            Reading::GaveUpAtOnce | Reading::GaveUpLate if from_page || from_frame && !no_transport => {
                Withheld::FromPage
            }
            Reading::NoAnswer | Reading::FailsUnevenly if from_frame => Withheld::Waiting,
            Reading::NotRun | Reading::Cancelled if from_frame => Withheld::FromFrame,
            Reading::GaveUpAtOnce if !has_silent && !no_transport => Withheld::MayBe,
            _ => Withheld::No,
        };
        let exchanges = || of_target().filter_map(|one| one.exchange);
        Self {
            reading,
            way,
            is_success: calibration.prefetch && any(Signal::Prefetch, Outcome::Loaded),
            withheld,
            is_late_refusal: exchanges().any(|begun| begun) && exchanges().all(|begun| begun),
            may_be_asking: (any(Signal::Opaque, Outcome::CutOff)
                || matches!(withheld, Withheld::MayWait | Withheld::MayBe))
                && !any(Signal::PublicSpace, Outcome::CutOff)
                && !any(Signal::FrameOpaque, Outcome::CutOff),
            wants_sign_in: reading == Reading::NoAnswer
                && !withheld.is_shown()
                // Where the browser reaches public hosts by itself no proxy is there to ask.
                && calibration.space != Some(ControlWay::Direct)
                // What the silent signals were refused at once is there: then it is the browser's own question that waits.
                && !any(Signal::PublicSpace, Outcome::Rejected)
                && !any(Signal::FrameOpaque, Outcome::Rejected)
                && of_target().any(|one| {
                    one.signal == Signal::Prefetch
                        && one.outcome == Outcome::LoadFailed
                        && one.elapsed_ms < FAST_FAILURE_MS
                }),
        }
    }
}

/// How far from the moment when the next request was due the one before may be given up for it, in milliseconds: a busy machine sends
/// late, and hears late.
pub(super) const JUST_THEN_MS: u32 = 1_000;

/// Whether each request was given up just when the next one was sent, [`SILENT_MS`] later, and the last hangs: so does a browser that has
/// no silent signals while its question to the reader is open. A host that fails by itself, after whatever time, fails the last request
/// too.
pub(super) fn gives_up_in_turn(measurements: &[Measurement], target: &Target) -> bool {
    let of_target = || measurements.iter().filter(|one| one.target == *target);
    let just_then = SILENT_MS - JUST_THEN_MS..SILENT_MS + JUST_THEN_MS;
    let gave_up = |round: u8, signal: Signal| {
        let mut same = of_target().filter(|one| one.round == round && one.signal == signal);
        same.any(|one| one.outcome == Outcome::Rejected && just_then.contains(&one.elapsed_ms))
    };
    let mut last = of_target().filter(|one| one.signal == Signal::Events && one.outcome == Outcome::CutOff);
    last.any(|last| gave_up(last.round, Signal::Opaque) && gave_up(last.round, Signal::Cors))
}
