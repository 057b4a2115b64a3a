//! The browser's question about private addresses: what may make it ask, and whether it has to.

use super::Schedule;
use super::sent::Sent;
use crate::reach::clues::JUST_THEN_MS;
use crate::reach::{Outcome, Permission, SILENT_MS, Signal, Target};

impl Schedule {
    /// Whether the browser would ask the reader and has no silent way to find out about what.
    pub(super) fn asks_unannounced(&self) -> bool {
        self.permission == Permission::Prompt && !self.means.spaces
    }

    /// The plain requests of such a browser, one at a time as long as there is no answer. While its question is open it gives each up as
    /// soon as the next one to a private address is sent, and the last one hangs: so the question shows where one is given up just when
    /// the next is sent (see `clues.rs`). Nothing else does that.
    pub(super) fn in_turn(&self, nth: usize, now_ms: u32) -> &'static [Signal] {
        const TURNS: &[Signal] = &[Signal::Opaque, Signal::Cors, Signal::Events];
        let is_over = |&signal: &Signal| match self.of(nth, signal) {
            Some(Sent { told: Some((outcome, ..)), .. }) => *outcome != Outcome::Opaque,
            Some(sent) => now_ms >= sent.at_ms + SILENT_MS,
            None => false,
        };
        let over = TURNS.iter().take_while(|signal| is_over(signal)).count();
        TURNS.get(..=over).unwrap_or(TURNS)
    }

    /// Whether a target of the registry was given up at once and yet hangs: two hosts with private addresses make the browser do that to
    /// each other, while its question is open.
    fn is_mixed(&self, nth: usize) -> bool {
        let (mut given_up, mut hangs) = (false, false);
        for sent in self.sent.iter().filter(|sent| sent.lane == nth) {
            match sent.told {
                Some((Outcome::Rejected, elapsed_ms, _)) => given_up |= elapsed_ms < SILENT_MS - JUST_THEN_MS,
                Some((Outcome::CutOff, ..)) => hangs = true,
                _ => {}
            }
        }
        given_up && hangs && !self.answered(nth) && !self.is_control(nth)
    }

    /// The target to ask again by itself, where the browser's question may be open: the first that has not been, the login server before all.
    pub(super) fn questionable(&self) -> Option<usize> {
        let lanes = 0..self.lanes.len();
        if !self.asks_unannounced() || !lanes.clone().any(|nth| self.is_mixed(nth)) {
            return None;
        }
        let failed =
            |nth: &usize| !self.is_control(*nth) && self.outcome(*nth, Signal::Opaque) == Some(Outcome::Rejected);
        lanes.filter(failed).min_by_key(|&nth| self.lanes.get(nth).map_or(0, |lane| lane.round))
    }

    /// Whether a request may be sent that makes the browser ask where the address is private.
    pub(super) fn may_ask(&self, nth: usize, now_ms: u32) -> bool {
        if self.permission != Permission::Prompt || !self.means.spaces || self.pressed_ms.is_some() {
            // Settled; or there is no silent way to find out; or the reader wants it.
            return true;
        }
        let silent = (self.outcome(nth, Signal::PublicSpace), self.outcome(nth, Signal::FrameOpaque));
        match silent {
            (Some(Outcome::Opaque), _) | (_, Some(Outcome::Opaque)) => true,
            (_, Some(Outcome::Rejected)) => match self.outcome(nth, Signal::FrameEvents) {
                Some(_) => !self.is_withheld(nth),
                None => false,
            },
            // Nothing yet: an answer is withheld only once there is a connection.
            (None | Some(Outcome::CutOff), None | Some(Outcome::CutOff)) => {
                self.lanes.get(nth).is_some_and(|lane| now_ms >= lane.began_ms + SILENT_MS)
            }
            (Some(_), None) => !self.has(Signal::FrameOpaque),
            _ => true,
        }
    }

    /// Whether the silent signals say that there is an answer which the browser withholds from the page.
    pub(super) fn is_withheld(&self, nth: usize) -> bool {
        let calibrated = self.lanes.iter().position(|lane| lane.target == Target::InvalidName);
        let lies = calibrated.is_some_and(|nth| self.outcome(nth, Signal::FrameEvents) == Some(Outcome::Withheld));
        self.outcome(nth, Signal::FrameOpaque) == Some(Outcome::Rejected)
            && self.outcome(nth, Signal::FrameEvents) == Some(Outcome::Withheld)
            && !lies
    }

    pub(super) fn waits_for_press(&self, nth: usize) -> bool {
        self.permission == Permission::Prompt
            && self.pressed_ms.is_none()
            && !self.declined
            && self.is_withheld(nth)
            && !self.is_control(nth)
    }
}
