//! Which signal is next for a target, as far as it follows from what is known.

use super::rounds::refining_ms;
use super::sent::Sent;
use super::{FRAME_LATE_MS, Place, Schedule};
use crate::reach::{Outcome, Permission, SILENT_MS, Signal, Target};

impl Schedule {
    /// From where: what shall be silent from the frame. There a prefetch carries no cookies either.
    pub(super) fn place(&self, signal: Signal) -> Place {
        match signal {
            Signal::FrameOpaque | Signal::FrameEvents => Place::Frame,
            Signal::Prefetch if self.means.frame => Place::Frame,
            _ => Place::Page,
        }
    }

    /// The next signal for a lane that has not been sent in this round, and whether it only refines.
    pub(super) fn wanted(&self, nth: usize, now_ms: u32) -> Option<(Signal, bool)> {
        let lane = self.lanes.get(nth)?;
        let fresh = |signal: &Signal| lane.signals.contains(signal) && self.has(*signal) && !self.is_sent(nth, *signal);
        if let Some(signal) = self.needed(nth, now_ms).into_iter().find(fresh) {
            return Some((signal, false));
        }
        let is_over = self.settled_ms.is_some_and(|settled| now_ms >= settled + refining_ms(settled));
        let signal = self.refining(nth).iter().copied().find(fresh).filter(|_| !is_over)?;
        Some((signal, true))
    }

    /// Whether the browser can ask by this signal.
    pub(super) fn has(&self, signal: Signal) -> bool {
        match signal {
            Signal::PublicSpace | Signal::LocalSpace | Signal::LoopbackSpace => self.means.spaces,
            Signal::FrameOpaque | Signal::FrameEvents => self.means.spaces && self.means.frame,
            // In the page it would carry cookies.
            Signal::Prefetch => self.means.spaces && self.means.frame,
            Signal::Events => !self.means.frame || !self.means.spaces,
            Signal::Opaque | Signal::Cors => true,
        }
    }

    /// What has to be known of a target, in the order of asking, as far as it follows from what is known.
    pub(super) fn needed(&self, nth: usize, now_ms: u32) -> Vec<Signal> {
        let Some(lane) = self.lanes.get(nth) else { return Vec::new() };
        match &lane.target {
            Target::OwnOrigin => return vec![Signal::Cors, Signal::PublicSpace],
            // They are asked without the page's rights: should something answer, it must not make the browser ask.
            Target::NegativeControl | Target::InvalidName if self.has(Signal::FrameOpaque) => {
                return vec![Signal::FrameOpaque, Signal::FrameEvents];
            }
            Target::NegativeControl | Target::InvalidName => return vec![Signal::Opaque, Signal::Events],
            // The first two show whether the browser compares address spaces at all, the third whether a prefetch tells anything.
            Target::PublicControl(_) if self.has(Signal::PublicSpace) => {
                let mut needed = vec![Signal::PublicSpace, Signal::LoopbackSpace, Signal::Prefetch];
                // A fresh look that only refines, and confirms, needs nothing to be compared with.
                let counts = |sent: &Sent| !sent.refines || matches!(sent.told, Some((Outcome::Rejected, ..)));
                let uses_frame = self
                    .sent
                    .iter()
                    .any(|sent| sent.signal == Signal::FrameOpaque && !self.is_control(sent.lane) && counts(sent));
                if uses_frame || self.outcome(nth, Signal::PublicSpace).is_some_and(|it| it != Outcome::Opaque) {
                    needed.push(Signal::FrameOpaque);
                    needed.push(Signal::Opaque);
                }
                return needed;
            }
            Target::PublicControl(_) => return vec![Signal::Opaque],
            Target::LoginServer | Target::RegionalEndpoint(_) | Target::DataEndpoint(_) | Target::Storage => {}
        }
        let mut needed = Vec::new();
        if self.permission == Permission::Granted {
            needed.extend([Signal::PublicSpace, Signal::LocalSpace]);
        } else {
            needed.extend([Signal::PublicSpace, Signal::Prefetch]);
        }
        let silent = self.outcome(nth, Signal::PublicSpace);
        if silent == Some(Outcome::Opaque) || self.outcome(nth, Signal::LocalSpace) == Some(Outcome::Opaque) {
            // An answer, and the kind of address. The prefetch has been sent beside, or would be withheld.
            if self.lives_on(nth) {
                needed.push(Signal::FrameOpaque);
            }
            return needed;
        }
        if silent.is_some() || !self.has(Signal::PublicSpace) {
            needed.push(Signal::FrameOpaque);
        }
        match self.outcome(nth, Signal::FrameOpaque) {
            // An answer, by no direct way to a public address. The browser tells the other ways as soon as it is connected.
            Some(Outcome::Opaque) if silent == Some(Outcome::Rejected) => {
                needed.push(Signal::LocalSpace);
                if self.outcome(nth, Signal::LocalSpace) == Some(Outcome::Rejected) {
                    needed.push(Signal::LoopbackSpace);
                }
                return needed;
            }
            Some(Outcome::Rejected) => needed.push(Signal::FrameEvents),
            _ => {}
        }
        if self.asks_unannounced() {
            needed.extend_from_slice(self.in_turn(nth, now_ms));
        } else if self.may_ask(nth, now_ms) {
            needed.extend([Signal::Opaque, Signal::Cors]);
            match self.outcome(nth, Signal::Opaque) {
                Some(Outcome::Opaque) if silent.is_some() => {
                    needed.extend([Signal::LocalSpace, Signal::Prefetch]);
                    if self.outcome(nth, Signal::LocalSpace) == Some(Outcome::Rejected) {
                        needed.push(Signal::LoopbackSpace);
                    }
                }
                Some(Outcome::Rejected) => needed.push(Signal::Events),
                _ => {}
            }
        }
        needed
    }

    /// What is asked only while somebody else is waited for anyway.
    pub(super) fn refining(&self, nth: usize) -> &'static [Signal] {
        match self.lanes.get(nth).map(|lane| &lane.target) {
            Some(Target::PublicControl(_)) => &[Signal::FrameOpaque, Signal::Opaque],
            Some(Target::OwnOrigin | Target::NegativeControl | Target::InvalidName) | None => &[],
            Some(_) if !self.answered(nth) => &[],
            // Whether a fresh look is more than that depends on the prefetch: see `lives_on`.
            Some(_) if self.of(nth, Signal::Prefetch).is_some_and(|sent| sent.told.is_none()) => {
                &[Signal::Opaque, Signal::Cors]
            }
            // A fresh look from the frame finds no way: whether it got as far as an answer tells what that means.
            Some(_) if self.outcome(nth, Signal::FrameOpaque) == Some(Outcome::Rejected) => {
                &[Signal::FrameEvents, Signal::Opaque, Signal::Cors]
            }
            Some(_) => &[Signal::FrameOpaque, Signal::Opaque, Signal::Cors],
        }
    }

    /// Whether the page may live on a connection from before: it was answered sooner than the frame, which has none, gave up waiting.
    pub(super) fn lives_on(&self, nth: usize) -> bool {
        let limit_ms = SILENT_MS - FRAME_LATE_MS;
        let quick = |sent: &Sent| matches!(sent.told, Some((Outcome::Opaque, elapsed_ms, _)) if elapsed_ms < limit_ms);
        self.of(nth, Signal::PublicSpace).is_some_and(quick)
            && self.outcome(nth, Signal::Prefetch) == Some(Outcome::CutOff)
            && self.has(Signal::FrameOpaque)
    }
}
