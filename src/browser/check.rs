//! A check under way: a plan's requests sent by the script of `probe.js`, in the page and in the frame, as [`Schedule`] says.
//!
//! This file has a clock and two windows to talk to, and nothing to decide.

use super::prober::{self, Told};
use crate::reach::{CUT_OFF_MS, LONGER_MS, Means, Measurement, Order, Plan, Progress, Schedule, Surroundings, Target};
use leptos::prelude::set_timeout;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// How long the script may take to say that it is there, in the page and in the frame, in milliseconds.
const GREETING_MS: u64 = 1_000;

/// What is known of a check so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What came of the requests.
    pub measurements: Vec<Measurement>,
    /// What the browser says of itself.
    pub surroundings: Surroundings,
    /// Where the check stands.
    pub progress: Progress,
    /// Targets with requests in flight.
    pub flying: Vec<Target>,
    /// How long it has taken so far, in milliseconds.
    pub elapsed_ms: u32,
    /// Whether the browser knows address spaces, and so can find out silently what it would ask the reader about.
    pub spaces: bool,
    /// Whether hosts are waited for until most browsers give up by themselves.
    pub looks_longer: bool,
}

/// A check under way.
#[derive(Clone, Default)]
pub struct Run(Option<Rc<RefCell<Check>>>);

struct Check {
    plan: Plan,
    deadline_ms: u32,
    /// Nothing before the script has said what the browser can do.
    schedule: Option<Schedule>,
    surroundings: Surroundings,
    /// What the browser has to ask with, as far as the script has said.
    page: Option<Means>,
    frame: bool,
    began: f64,
    /// Requests of this check count from here: what is told of an earlier one is not about it.
    first_id: usize,
    report: Rc<dyn Fn(Report)>,
}

impl Run {
    /// None is under way.
    pub fn idle() -> Self {
        Self::default()
    }

    /// Gives up what is still under way; what was learnt stays.
    pub fn cancel(&self) {
        let Some(check) = &self.0 else { return };
        begin(check);
        let orders = check.borrow_mut().schedule.as_mut().map(Schedule::cancel);
        obey(check, orders.unwrap_or_default());
        show(check);
    }

    /// The reader has read the explanation: now the browser may ask them, or shall not.
    pub fn let_ask(&self, may_ask: bool) {
        let Some(check) = &self.0 else { return };
        let now = check.borrow().now();
        if let Some(schedule) = &mut check.borrow_mut().schedule {
            if may_ask { schedule.press(now) } else { schedule.decline() }
        }
        advance(check);
    }
}

/// Runs a plan; `report` is called whenever something is known that was not before. If the check looks longer each host is waited for
/// until most browsers give up by themselves.
pub fn run(plan: &Plan, looks_longer: bool, report: impl Fn(Report) + 'static) -> Run {
    let check = Rc::new(RefCell::new(Check {
        plan: plan.clone(),
        deadline_ms: if looks_longer { LONGER_MS } else { CUT_OFF_MS },
        schedule: None,
        surroundings: Surroundings::default(),
        page: None,
        frame: false,
        began: prober::now(),
        first_id: prober::first_fresh_id(),
        report: Rc::new(report),
    }));
    let (listener, timer) = (check.clone(), check.clone());
    prober::on_told(move |told| hear(&listener, told));
    prober::ask_state();
    set_timeout(move || begin(&timer), Duration::from_millis(GREETING_MS));
    Run(Some(check))
}

/// Takes in what the script has said, in the page or in the frame.
fn hear(check: &Rc<RefCell<Check>>, told: Told) {
    {
        let mut it = check.borrow_mut();
        match told {
            Told::Outcome { id, outcome, elapsed_ms, exchange } => {
                let id = id.checked_sub(it.first_id);
                if let (Some(id), Some(schedule)) = (id, &mut it.schedule) {
                    schedule.told(id, outcome, elapsed_ms, exchange);
                }
            }
            Told::FrameState => it.frame = true,
            Told::PageState { permission, online, is_framed, spaces } => {
                let is_first = it.page.is_none();
                it.page = Some(Means { spaces, frame: false });
                let around = &mut it.surroundings;
                around.after = permission;
                if is_first {
                    around.before = permission;
                }
                around.online = Some(online);
                around.is_framed = is_framed;
                if let Some(schedule) = &mut it.schedule {
                    schedule.set_permission(permission);
                }
            }
        }
        if it.schedule.is_none() && !(it.frame && it.page.is_some()) {
            return;
        }
    }
    begin(check);
    advance(check);
}

/// Begins with what the browser has said until now, if nothing has begun. Where the script is missing nothing can be asked; the report
/// says so by having nothing in it.
fn begin(check: &Rc<RefCell<Check>>) {
    {
        let mut it = check.borrow_mut();
        if it.schedule.is_some() || !prober::is_latest(it.first_id) {
            return;
        }
        let means = Means { frame: it.frame, ..it.page.unwrap_or(Means { spaces: false, frame: false }) };
        let plan = if it.page.is_some() { it.plan.clone() } else { Plan::default() };
        it.schedule = Some(Schedule::new(&plan, means, it.surroundings.before, it.deadline_ms));
        it.began = prober::now();
    }
    advance(check);
}

/// Does what is to be done now, and shows what is known.
fn advance(check: &Rc<RefCell<Check>>) {
    let orders = {
        let mut it = check.borrow_mut();
        let now = it.now();
        it.schedule.as_mut().map(|schedule| schedule.next(now)).unwrap_or_default()
    };
    obey(check, orders);
    show(check);
}

fn obey(check: &Rc<RefCell<Check>>, orders: Vec<Order>) {
    let first_id = check.borrow().first_id;
    for order in orders {
        match order {
            Order::Ask { id, place, signal, limit_ms, url } => {
                prober::ask(place, first_id + id, signal, limit_ms, &url)
            }
            Order::Stop { id, place } => prober::stop(place, first_id + id),
            Order::Wake(after_ms) => {
                let check = check.clone();
                set_timeout(move || advance(&check), Duration::from_millis(after_ms.into()));
            }
        }
    }
}

fn show(check: &Rc<RefCell<Check>>) {
    let (report, said) = {
        let it = check.borrow();
        let Some(schedule) = it.schedule.as_ref().filter(|_| prober::is_latest(it.first_id)) else { return };
        let said = Report {
            measurements: schedule.measurements(),
            surroundings: it.surroundings,
            progress: schedule.progress(),
            flying: schedule.flying().into_iter().cloned().collect(),
            elapsed_ms: it.now(),
            spaces: it.page.is_some_and(|means| means.spaces),
            looks_longer: it.deadline_ms > CUT_OFF_MS,
        };
        (it.report.clone(), said)
    };
    report(said);
}

impl Check {
    fn now(&self) -> u32 {
        (prober::now() - self.began).max(0.0) as u32
    }
}
