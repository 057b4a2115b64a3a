//! Which helper signals behave here as they are known to. One that does not is blanked for the whole check.

use super::{Measurement, Outcome, Signal, Target};

/// What the controls say of the helper signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Calibration {
    /// How the browser reached the first control that answered, and with that: whether it compares address spaces at all.
    pub space: Option<ControlWay>,
    /// Whether the sandboxed frame reaches what the page reaches.
    pub frame: bool,
    /// Whether `EventSource` tells "withheld" from "no transport".
    pub events: bool,
    /// Whether a prefetch tells success from failure.
    pub prefetch: bool,
}

/// How a public control was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ControlWay {
    /// Straight to a public address.
    Direct,
    /// Not so: through a proxy that the browser was told of, most likely.
    Indirect,
}

impl Calibration {
    /// Reads the controls of a check.
    pub fn of(measurements: &[Measurement]) -> Self {
        let any = |is_control: fn(&Target) -> bool, signal: Signal, outcome: Outcome| {
            measurements.iter().any(|one| is_control(&one.target) && one.signal == signal && one.outcome == outcome)
        };
        let public = |signal, outcome| any(|target| matches!(target, Target::PublicControl(_)), signal, outcome);
        let made_up = |signal, outcome| any(|target| *target == Target::InvalidName, signal, outcome);
        let answered = [Signal::Opaque, Signal::PublicSpace].iter().any(|&signal| public(signal, Outcome::Opaque));
        // A public host that "is" the machine itself: the browser takes the member and does nothing with it.
        let is_enforced = answered
            && public(Signal::LoopbackSpace, Outcome::Rejected)
            && !public(Signal::LoopbackSpace, Outcome::Opaque);
        let way = if public(Signal::PublicSpace, Outcome::Opaque) {
            Some(ControlWay::Direct)
        } else {
            public(Signal::PublicSpace, Outcome::Rejected).then_some(ControlWay::Indirect)
        };
        Self {
            space: way.filter(|_| is_enforced),
            frame: public(Signal::FrameOpaque, Outcome::Opaque),
            events: [Signal::FrameEvents, Signal::Events].iter().any(|&signal| made_up(signal, Outcome::NoTransport))
                && ![Signal::FrameEvents, Signal::Events]
                    .iter()
                    .any(|&signal| made_up(signal, Outcome::Withheld) || public(signal, Outcome::NoTransport)),
            prefetch: public(Signal::Prefetch, Outcome::Loaded) && !made_up(Signal::Prefetch, Outcome::Loaded),
        }
    }
}
