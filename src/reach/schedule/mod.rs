//! When each request of a plan is sent: which signal next, how long it may take, when enough is known.
//!
//! Pure: told what has happened and what time it is, it says what to do now. Whoever runs it brings clock, script and permission.
//! What it keeps to: silent signals first; a request that may make the browser ask only where the silent ones do not say that the
//! browser withholds the answer, where the permission is settled, or after the reader's press; at most two requests in flight to one
//! host; one deadline per host; refinements only as long as they delay nobody.

mod question;
mod rounds;
mod sent;
mod signals;
mod worth;

use super::{ASKING_MS, Outcome, Permission, Plan, SILENT_MS, Signal, Target};
use sent::{Lane, Sent};

/// At most so many requests in flight to one host.
const IN_FLIGHT: usize = 2;

/// How late a timer may be in a frame that nobody sees, in milliseconds: browsers hold it back to full seconds.
const FRAME_LATE_MS: u32 = 1_000;

/// What the browser has to ask with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Means {
    /// Whether it knows address spaces. Only such a browser is silent in a frame of opaque origin; others may ask the reader for it.
    pub spaces: bool,
    /// Whether that frame is there.
    pub frame: bool,
}

/// Where a request is sent from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The page.
    Page,
    /// The sandboxed frame.
    Frame,
}

/// What to do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Send a request; tell its outcome under this number.
    Ask {
        /// The number.
        id: usize,
        /// From where.
        place: Place,
        /// By which means.
        signal: Signal,
        /// When to stop waiting, in milliseconds from now.
        limit_ms: u32,
        /// The whole address.
        url: String,
    },
    /// Stop a request and tell its outcome.
    Stop {
        /// Its number.
        id: usize,
        /// From where it was sent.
        place: Place,
    },
    /// Ask again what to do, so many milliseconds from now.
    Wake(u32),
}

/// Where a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Requests are in flight.
    Running,
    /// What is left has to wait for the reader's press, because the browser will ask.
    Explaining,
    /// The browser is asking the reader, as far as the page can know.
    Asking,
    /// Nothing is left to do.
    Done,
}

/// A check under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    lanes: Vec<Lane>,
    sent: Vec<Sent>,
    means: Means,
    permission: Permission,
    deadline_ms: u32,
    /// Whether the reader has pressed after the explanation, and when.
    pressed_ms: Option<u32>,
    /// Whether the reader does not want the browser to ask.
    declined: bool,
    /// Whether the reader has said yes to a question that came unannounced, and what failed before has yet to be asked again.
    is_given: bool,
    /// Whether the next round is waited for.
    pauses: bool,
    cancelled: bool,
    /// When everything was known that has to be.
    settled_ms: Option<u32>,
}

impl Schedule {
    /// A check that is about to begin. `deadline_ms` is how long a host is waited for; [`super::LONGER_MS`] to look longer.
    pub fn new(plan: &Plan, means: Means, permission: Permission, deadline_ms: u32) -> Self {
        let mut lanes: Vec<Lane> = Vec::new();
        for probe in &plan.probes {
            match lanes.iter_mut().find(|lane| lane.target == probe.target) {
                Some(lane) => lane.signals.push(probe.signal),
                None => lanes.push(Lane {
                    target: probe.target.clone(),
                    url: probe.url.clone(),
                    signals: vec![probe.signal],
                    round: 0,
                    began_ms: 0,
                }),
            }
        }
        Self {
            lanes,
            sent: Vec::new(),
            means,
            permission,
            deadline_ms,
            pressed_ms: None,
            declined: false,
            is_given: false,
            pauses: false,
            cancelled: false,
            settled_ms: None,
        }
    }

    /// The browser says that the permission is another now.
    pub fn set_permission(&mut self, permission: Permission) {
        // What was asked unannounced has been given up by then: see `question.rs`.
        self.is_given |= self.asks_unannounced() && permission == Permission::Granted;
        self.permission = permission;
    }

    /// The reader has read the explanation and wants the browser to ask.
    pub fn press(&mut self, now_ms: u32) {
        self.pressed_ms = Some(now_ms);
    }

    /// The reader does not want the browser to ask: what would make it ask is left out.
    pub fn decline(&mut self) {
        self.declined = true;
    }

    /// The reader gives up: everything in flight is stopped, nothing more is sent.
    pub fn cancel(&mut self) -> Vec<Order> {
        self.cancelled = true;
        let flying = self.sent.iter().enumerate().filter(|(_, sent)| sent.told.is_none());
        flying.map(|(id, sent)| Order::Stop { id, place: sent.place }).collect()
    }

    /// What came of a request.
    pub fn told(&mut self, id: usize, outcome: Outcome, elapsed_ms: u32, exchange: Option<bool>) {
        let first = if self.asks_unannounced() { Signal::Opaque } else { Signal::PublicSpace };
        if let Some(sent) = self.sent.get_mut(id) {
            sent.told = Some((outcome, elapsed_ms, exchange));
            let (lane, is_enough) = (sent.lane, sent.signal == first && outcome == Outcome::Opaque);
            // What was sent meanwhile need not be waited for.
            for other in self.sent.iter_mut().filter(|other| is_enough && other.lane == lane && other.told.is_none()) {
                other.refines |= other.signal != Signal::Prefetch;
            }
        }
    }

    /// Where the check stands.
    pub fn progress(&self) -> Progress {
        let flying = self.sent.iter().any(|sent| sent.told.is_none());
        let waiting = !self.cancelled && (0..self.lanes.len()).any(|lane| self.waits_for_press(lane));
        let asking = self.pressed_ms.is_some() && self.permission == Permission::Prompt;
        match (flying, waiting) {
            (true, _) if asking && (0..self.lanes.len()).any(|lane| self.is_withheld(lane) && self.flies(lane)) => {
                Progress::Asking
            }
            (true, _) => Progress::Running,
            (false, _) if self.pauses && !self.cancelled => Progress::Running,
            (false, true) => Progress::Explaining,
            (false, false) => Progress::Done,
        }
    }

    /// Targets with requests in flight.
    pub fn flying(&self) -> Vec<&Target> {
        let lanes = self.lanes.iter().enumerate().filter(|(nth, _)| self.flies(*nth));
        lanes.map(|(_, lane)| &lane.target).collect()
    }

    /// What to do now.
    pub fn next(&mut self, now_ms: u32) -> Vec<Order> {
        let mut orders = Vec::new();
        if self.cancelled {
            return orders;
        }
        for nth in 0..self.lanes.len() {
            self.send(nth, now_ms, &mut orders);
        }
        if !self.sent.iter().any(|sent| sent.told.is_none() && !sent.refines) && self.settled_ms.is_none() {
            self.settled_ms = Some(now_ms);
        }
        self.end_refining(now_ms, &mut orders);
        if self.progress() == Progress::Done
            && let Some(pause_ms) = self.begin_round(now_ms)
        {
            orders.push(Order::Wake(pause_ms));
        }
        orders
    }

    fn send(&mut self, nth: usize, now_ms: u32, orders: &mut Vec<Order>) {
        let Some(lane) = self.lanes.get(nth) else { return };
        if now_ms < lane.began_ms {
            return;
        }
        let began = lane.began_ms;
        loop {
            let flying = self.sent.iter().filter(|sent| sent.lane == nth && sent.told.is_none()).count();
            let Some((signal, refines)) = self.wanted(nth, now_ms).filter(|_| flying < IN_FLIGHT) else { return };
            let asks = self.pressed_ms.is_some() && self.is_withheld(nth);
            // While the browser asks it is the reader who is waited for, and they may have pressed long after the rest.
            let (from, most) =
                if asks { (self.pressed_ms.unwrap_or(now_ms), ASKING_MS) } else { (began, self.deadline_ms) };
            let left = (from + most).saturating_sub(now_ms);
            let alone = signal == Signal::Prefetch && self.means.frame;
            let limit_ms = if alone { left.min(SILENT_MS - FRAME_LATE_MS) } else { left };
            let place = self.place(signal);
            let (Some(lane), true) = (self.lanes.get(nth), limit_ms > 0) else { return };
            orders.push(Order::Ask { id: self.sent.len(), place, signal, limit_ms, url: lane.url.clone() });
            if signal == Signal::PublicSpace || self.asks_unannounced() {
                // Nothing else may happen then, and the next request is due.
                orders.push(Order::Wake(SILENT_MS));
            }
            let round = lane.round;
            self.pauses = false;
            self.sent.push(Sent {
                lane: nth,
                round,
                signal,
                place,
                at_ms: now_ms,
                refines,
                stopped: false,
                told: None,
            });
        }
    }
}
