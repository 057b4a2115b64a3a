//! What was sent to whom, and what came of it.

use super::{Place, Schedule};
use crate::reach::{Outcome, Signal, Target};

/// One request that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) lane: usize,
    pub(super) round: u8,
    pub(super) signal: Signal,
    pub(super) place: Place,
    /// When.
    pub(super) at_ms: u32,
    /// Only to see more of what is known already.
    pub(super) refines: bool,
    pub(super) stopped: bool,
    pub(super) told: Option<(Outcome, u32, Option<bool>)>,
}

/// The requests to one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lane {
    pub(super) target: Target,
    pub(super) url: String,
    pub(super) signals: Vec<Signal>,
    pub(super) round: u8,
    /// When its round began.
    pub(super) began_ms: u32,
}

impl Schedule {
    /// Whether any request of any round was answered.
    pub(super) fn answered(&self, nth: usize) -> bool {
        self.sent
            .iter()
            .any(|sent| sent.lane == nth && matches!(sent.told, Some((Outcome::Opaque | Outcome::Readable { .. }, ..))))
    }

    pub(super) fn is_control(&self, nth: usize) -> bool {
        self.lanes.get(nth).is_some_and(|lane| lane.target.is_control())
    }

    pub(super) fn is_sent(&self, nth: usize, signal: Signal) -> bool {
        self.of(nth, signal).is_some()
    }

    pub(super) fn flies(&self, nth: usize) -> bool {
        self.sent.iter().any(|sent| sent.lane == nth && sent.told.is_none())
    }

    pub(super) fn of(&self, nth: usize, signal: Signal) -> Option<&Sent> {
        let round = self.lanes.get(nth)?.round;
        self.sent.iter().find(|sent| sent.lane == nth && sent.signal == signal && sent.round == round)
    }

    pub(super) fn outcome(&self, nth: usize, signal: Signal) -> Option<Outcome> {
        self.of(nth, signal)?.told.map(|(outcome, ..)| outcome)
    }
}
