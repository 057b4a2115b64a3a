//! A check under way: every probe of a plan, shown as it comes in, cancelled as one.

use super::fetch;
use crate::reach::{Measurement, Plan};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

/// The requests under way, so that they can be given up together.
#[derive(Clone, Default)]
pub struct Controllers(Rc<RefCell<Vec<AbortController>>>);

impl Controllers {
    /// Adds a request.
    pub fn add(&self, controller: &AbortController) {
        self.0.borrow_mut().push(controller.clone());
    }

    fn abort(&self) {
        for controller in self.0.borrow().iter() {
            controller.abort();
        }
    }
}

/// A check under way.
#[derive(Clone, Default)]
pub struct Run {
    cancelled: Rc<Cell<bool>>,
    controllers: Controllers,
}

impl Run {
    /// None is under way.
    pub fn idle() -> Self {
        Self::default()
    }

    /// Gives up what is still under way; what was learnt stays.
    pub fn cancel(&self) {
        self.cancelled.set(true);
        self.controllers.abort();
    }
}

/// Runs a plan: targets side by side, the probes of one target one after the other. `report` is called once per probe.
pub fn run(plan: &Plan, report: impl Fn(Measurement) + Clone + 'static) -> Run {
    let run = Run::default();
    for lane in plan.lanes() {
        let lane: Vec<_> = lane.probes.into_iter().cloned().collect();
        let (run, report) = (run.clone(), report.clone());
        spawn_local(async move {
            for probe in lane {
                report(fetch::send(&probe, run.cancelled.clone(), &run.controllers).await);
            }
        });
    }
    run
}
