//! When enough is known: what only refines ends, and what wavers is asked again.

use super::sent::Sent;
use super::{Order, Schedule};
use crate::reach::{CUT_OFF_MS, MOST_ROUNDS, Outcome, Signal};

/// What only refines a result may take at least so long, in milliseconds, and an eighth of what the slowest host took:
/// a check of healthy hosts is to end within half as long again as the slowest answer, also on a busy machine.
const REFINING_MS: u32 = 250;

/// The pauses before the second and the third round, in milliseconds.
const PAUSES_MS: [u32; 2] = [1_000, 3_000];

impl Schedule {
    /// Stops what only refines, once it would delay the end.
    pub(super) fn end_refining(&mut self, now_ms: u32, orders: &mut Vec<Order>) {
        let Some(settled) = self.settled_ms else { return };
        let until = settled + refining_ms(settled);
        let refines = |sent: &Sent| sent.refines && sent.told.is_none() && !sent.stopped;
        if now_ms < until {
            if self.sent.iter().any(refines) {
                orders.push(Order::Wake(until - now_ms));
            }
            return;
        }
        for (id, sent) in self.sent.iter_mut().enumerate().filter(|(_, sent)| refines(sent)) {
            sent.stopped = true;
            orders.push(Order::Stop { id, place: sent.place });
        }
    }

    /// Begins another round where results waver, or where the browser's question may be open; says after which pause, in milliseconds.
    pub(super) fn begin_round(&mut self, now_ms: u32) -> Option<u32> {
        let round = self.round();
        let questionable = self.questionable();
        let given = std::mem::take(&mut self.is_given);
        let repeats = |check: &Self, nth: usize| {
            check.wavers(nth) || questionable == Some(nth) || given && !check.is_control(nth) && !check.answered(nth)
        };
        let any = (0..self.lanes.len()).any(|nth| repeats(self, nth));
        if !any || round + 1 >= MOST_ROUNDS || self.declined || self.pressed_ms.is_some() {
            return None;
        }
        let pause = PAUSES_MS.get(usize::from(round)).copied().unwrap_or(0);
        for nth in 0..self.lanes.len() {
            let repeats = repeats(self, nth);
            // What failed for want of a permission says nothing of the host.
            for sent in self.sent.iter_mut().filter(|sent| given && repeats && sent.lane == nth) {
                sent.stopped = true;
            }
            let is_asked = repeats || self.is_control(nth);
            if let Some(lane) = self.lanes.get_mut(nth).filter(|_| is_asked) {
                lane.round = round + 1;
                lane.began_ms = now_ms + pause;
            }
        }
        self.settled_ms = None;
        self.pauses = true;
        Some(pause)
    }

    pub(super) fn round(&self) -> u8 {
        self.lanes.iter().map(|lane| lane.round).max().unwrap_or(0)
    }

    /// Whether a target of the registry was both answered and not, in whatever rounds there were.
    pub(super) fn wavers(&self, nth: usize) -> bool {
        if self.is_control(nth) || !self.answered(nth) {
            return false;
        }
        self.sent.iter().filter(|sent| sent.lane == nth && self.counts(sent)).any(|sent| {
            matches!(
                (sent.signal, sent.told.map(|(outcome, ..)| outcome)),
                (Signal::Opaque | Signal::Cors | Signal::PublicSpace, Some(Outcome::CutOff))
                    | (Signal::Opaque, Some(Outcome::Rejected))
            )
        })
    }
}

/// How long refinements may go on after everything else was known.
pub(super) fn refining_ms(settled_ms: u32) -> u32 {
    (settled_ms / 8).clamp(REFINING_MS, CUT_OFF_MS)
}
