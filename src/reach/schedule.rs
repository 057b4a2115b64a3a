//! When each request of a plan is sent: which signal next, how long it may take, when enough is known.
//!
//! Pure: told what has happened and what time it is, it says what to do now. Whoever runs it brings clock, script and permission.
//! What it keeps to: silent signals first; a request that may make the browser ask only where the silent ones do not say that the
//! browser withholds the answer, where the permission is settled, or after the reader's press; at most two requests in flight to one
//! host; one deadline per host; refinements only as long as they delay nobody.

use super::{ASKING_MS, CUT_OFF_MS, MOST_ROUNDS, Measurement, Outcome, Permission, Plan, SILENT_MS, Signal, Target};

/// At most so many requests in flight to one host.
const IN_FLIGHT: usize = 2;

/// How late a timer may be in a frame that nobody sees, in milliseconds: browsers hold it back to full seconds.
const FRAME_LATE_MS: u32 = 1_000;

/// What only refines a result may take at least so long, in milliseconds, and an eighth of what the slowest host took:
/// a check of healthy hosts is to end within half as long again as the slowest answer, also on a busy machine.
const REFINING_MS: u32 = 250;

/// The pauses before the second and the third round, in milliseconds.
const PAUSES_MS: [u32; 2] = [1_000, 3_000];

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

/// One request that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sent {
    lane: usize,
    round: u8,
    signal: Signal,
    place: Place,
    /// Only to see more of what is known already.
    refines: bool,
    stopped: bool,
    told: Option<(Outcome, u32, Option<bool>)>,
}

/// The requests to one target.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lane {
    target: Target,
    url: String,
    signals: Vec<Signal>,
    round: u8,
    /// When its round began.
    began_ms: u32,
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
            cancelled: false,
            settled_ms: None,
        }
    }

    /// The browser says that the permission is another now.
    pub fn set_permission(&mut self, permission: Permission) {
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
        if let Some(sent) = self.sent.get_mut(id) {
            sent.told = Some((outcome, elapsed_ms, exchange));
            let (lane, is_enough) = (sent.lane, sent.signal == Signal::PublicSpace && outcome == Outcome::Opaque);
            // What was sent meanwhile need not be waited for.
            for other in self.sent.iter_mut().filter(|other| is_enough && other.lane == lane) {
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
            (false, true) => Progress::Explaining,
            (false, false) => Progress::Done,
        }
    }

    /// What has come in so far and can be relied upon.
    pub fn measurements(&self) -> Vec<Measurement> {
        let told = self.sent.iter().filter(|sent| self.counts(sent));
        told.filter_map(|sent| {
            let lane = self.lanes.get(sent.lane)?;
            let (outcome, elapsed_ms, exchange) = sent.told?;
            let exchange = exchange.filter(|_| self.tells_exchanges());
            Some(Measurement {
                target: lane.target.clone(),
                signal: sent.signal,
                round: sent.round,
                outcome,
                elapsed_ms,
                exchange,
            })
        })
        .collect()
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
        if self.progress() == Progress::Done && self.begin_round(now_ms) {
            let pause = PAUSES_MS.get(usize::from(self.round()) - 1).copied().unwrap_or(0);
            orders.push(Order::Wake(pause));
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
            if signal == Signal::PublicSpace {
                // Nothing else may happen then, and the plain request is due.
                orders.push(Order::Wake(SILENT_MS));
            }
            let round = lane.round;
            self.sent.push(Sent { lane: nth, round, signal, place, refines, stopped: false, told: None });
        }
    }

    /// From where: what shall be silent from the frame. There a prefetch carries no cookies either.
    fn place(&self, signal: Signal) -> Place {
        match signal {
            Signal::FrameOpaque | Signal::FrameEvents => Place::Frame,
            Signal::Prefetch if self.means.frame => Place::Frame,
            _ => Place::Page,
        }
    }

    /// The next signal for a lane that has not been sent in this round, and whether it only refines.
    fn wanted(&self, nth: usize, now_ms: u32) -> Option<(Signal, bool)> {
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
    fn has(&self, signal: Signal) -> bool {
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
    fn needed(&self, nth: usize, now_ms: u32) -> Vec<Signal> {
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
                let uses_frame =
                    self.sent.iter().any(|sent| sent.signal == Signal::FrameOpaque && !self.is_control(sent.lane));
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
        if self.may_ask(nth, now_ms) {
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
    fn refining(&self, nth: usize) -> &'static [Signal] {
        match self.lanes.get(nth).map(|lane| &lane.target) {
            Some(Target::PublicControl(_)) => &[Signal::FrameOpaque, Signal::Opaque],
            Some(Target::OwnOrigin | Target::NegativeControl | Target::InvalidName) | None => &[],
            Some(_) if self.answered(nth) => &[Signal::Opaque, Signal::Cors, Signal::FrameOpaque],
            Some(_) => &[],
        }
    }

    /// Whether a request may be sent that makes the browser ask where the address is private.
    fn may_ask(&self, nth: usize, now_ms: u32) -> bool {
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
    fn is_withheld(&self, nth: usize) -> bool {
        let calibrated = self.lanes.iter().position(|lane| lane.target == Target::InvalidName);
        let lies = calibrated.is_some_and(|nth| self.outcome(nth, Signal::FrameEvents) == Some(Outcome::Withheld));
        self.outcome(nth, Signal::FrameOpaque) == Some(Outcome::Rejected)
            && self.outcome(nth, Signal::FrameEvents) == Some(Outcome::Withheld)
            && !lies
    }

    fn waits_for_press(&self, nth: usize) -> bool {
        self.permission == Permission::Prompt
            && self.pressed_ms.is_none()
            && !self.declined
            && self.is_withheld(nth)
            && !self.is_control(nth)
    }

    /// Stops what only refines, once it would delay the end.
    fn end_refining(&mut self, now_ms: u32, orders: &mut Vec<Order>) {
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

    /// Begins another round where results waver; says whether it did.
    fn begin_round(&mut self, now_ms: u32) -> bool {
        let round = self.round();
        let wavers = (0..self.lanes.len()).any(|nth| self.wavers(nth));
        if !wavers || round + 1 >= MOST_ROUNDS || self.declined || self.pressed_ms.is_some() {
            return false;
        }
        let pause = PAUSES_MS.get(usize::from(round)).copied().unwrap_or(0);
        for nth in 0..self.lanes.len() {
            let repeats = self.wavers(nth) || self.is_control(nth);
            if let Some(lane) = self.lanes.get_mut(nth).filter(|_| repeats) {
                lane.round = round + 1;
                lane.began_ms = now_ms + pause;
            }
        }
        self.settled_ms = None;
        true
    }

    fn round(&self) -> u8 {
        self.lanes.iter().map(|lane| lane.round).max().unwrap_or(0)
    }

    /// Whether a target of the registry was both answered and not, in whatever rounds there were.
    fn wavers(&self, nth: usize) -> bool {
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

    /// Whether any request of any round was answered.
    fn answered(&self, nth: usize) -> bool {
        self.sent
            .iter()
            .any(|sent| sent.lane == nth && matches!(sent.told, Some((Outcome::Opaque | Outcome::Readable { .. }, ..))))
    }

    fn is_control(&self, nth: usize) -> bool {
        self.lanes.get(nth).is_some_and(|lane| lane.target.is_control())
    }

    fn is_sent(&self, nth: usize, signal: Signal) -> bool {
        self.of(nth, signal).is_some()
    }

    fn flies(&self, nth: usize) -> bool {
        self.sent.iter().any(|sent| sent.lane == nth && sent.told.is_none())
    }

    fn of(&self, nth: usize, signal: Signal) -> Option<&Sent> {
        let round = self.lanes.get(nth)?.round;
        self.sent.iter().find(|sent| sent.lane == nth && sent.signal == signal && sent.round == round)
    }

    fn outcome(&self, nth: usize, signal: Signal) -> Option<Outcome> {
        self.of(nth, signal)?.told.map(|(outcome, ..)| outcome)
    }

    /// Whether an outcome says what its signal is there to say.
    fn counts(&self, sent: &Sent) -> bool {
        let of = |signal| {
            let same = |other: &&Sent| (other.lane, other.round, other.signal) == (sent.lane, sent.round, signal);
            self.sent.iter().find(same).and_then(|other| other.told).map(|(outcome, ..)| outcome)
        };
        match (sent.signal, sent.told) {
            (_, None) => false,
            // Nobody waited for it.
            (_, Some((Outcome::CutOff, ..))) if sent.refines => false,
            _ if sent.stopped => false,
            (Signal::Prefetch, Some((outcome, ..))) if sent.place == Place::Frame => {
                let open = of(Signal::PublicSpace) == Some(Outcome::Opaque)
                    || of(Signal::FrameOpaque) == Some(Outcome::Opaque);
                match outcome {
                    // Cut off early, to let the plain request go: silence only where that met with silence too.
                    Outcome::CutOff => of(Signal::Opaque) == Some(Outcome::CutOff),
                    // In the frame a private address fails it as an error status does.
                    Outcome::LoadFailed => open || of(Signal::PublicSpace) != Some(Outcome::Rejected),
                    _ => true,
                }
            }
            _ => true,
        }
    }

    /// Whether the browser tells of a failed request that an exchange had begun: where nothing can have begun, it says so.
    fn tells_exchanges(&self) -> bool {
        let invalid = self.lanes.iter().position(|lane| lane.target == Target::InvalidName);
        let of = |sent: &&Sent| Some(sent.lane) == invalid && matches!(sent.told, Some((Outcome::Rejected, ..)));
        self.sent.iter().find(of).is_some_and(|sent| matches!(sent.told, Some((_, _, Some(false)))))
    }
}

/// How long refinements may go on after everything else was known.
fn refining_ms(settled_ms: u32) -> u32 {
    (settled_ms / 8).clamp(REFINING_MS, CUT_OFF_MS)
}
