//! One probe: a request without credentials, referrer or cache, with a cut-off of our own.
//!
//! What a page may know of it is classified by our own timer and by the response's type, never by the error's text or
//! name: they differ between browsers (see `docs/decisions.md`, "Classifying a failed fetch").

use crate::reach::{Measurement, Outcome, Probe, Signal, Target};
use gloo_net::http::RequestBuilder;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode, RequestRedirect, ResponseType,
    SecurityPolicyViolationEvent, SecurityPolicyViolationEventDisposition,
};

/// Sends one probe. `controller` is shared by the whole check, so that cancelling reaches every request.
pub async fn send(probe: &Probe, cancelled: Rc<Cell<bool>>, controllers: &super::check::Controllers) -> Measurement {
    let measurement = |outcome, elapsed_ms| Measurement {
        target: probe.target.clone(),
        signal: probe.signal,
        round: 0,
        outcome,
        elapsed_ms,
        exchange: None,
    };
    if !matches!(probe.signal, Signal::Cors | Signal::Opaque) {
        return measurement(Outcome::Unsupported, 0);
    }
    let Ok(controller) = AbortController::new() else { return measurement(Outcome::NotRun, 0) };
    if cancelled.get() {
        return measurement(Outcome::Cancelled, 0);
    }
    controllers.add(&controller);
    let cut_off = Rc::new(Cell::new(false));
    let timer = {
        let (cut_off, controller) = (cut_off.clone(), controller.clone());
        set_timeout_with_handle(
            move || {
                cut_off.set(true);
                controller.abort();
            },
            Duration::from_millis(crate::reach::CUT_OFF_MS.into()),
        )
    };
    let policy = PolicyWatch::on(&probe.url);
    let began = now();
    let answer = RequestBuilder::new(&probe.url)
        .mode(match probe.signal {
            Signal::Cors => RequestMode::Cors,
            _ => RequestMode::NoCors,
        })
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        // Anything else makes an opaque request fail at once, without being sent.
        .redirect(RequestRedirect::Follow)
        .abort_signal(Some(&controller.signal()))
        .send()
        .await;
    let elapsed_ms = (now() - began).max(0.0) as u32;
    if let Ok(timer) = timer {
        timer.clear();
    }
    // Nothing of the answer is wanted; letting it run on would keep a connection busy.
    controller.abort();
    let outcome = match answer {
        Ok(answer) => match (probe.signal, answer.type_()) {
            (Signal::Cors, ResponseType::Cors) => Outcome::Readable { status: answer.status() },
            // From another host only the browser itself can give such an answer.
            (Signal::Cors, _) if probe.target != Target::OwnOrigin => Outcome::NotOpaque,
            (Signal::Cors, _) => Outcome::Readable { status: answer.status() },
            (_, ResponseType::Opaque) => Outcome::Opaque,
            (_, _) => Outcome::NotOpaque,
        },
        Err(_) if policy.was_violated() => Outcome::PolicyBlocked,
        Err(_) if cancelled.get() => Outcome::Cancelled,
        Err(_) if cut_off.get() => Outcome::CutOff,
        Err(_) => Outcome::Rejected,
    };
    measurement(outcome, elapsed_ms)
}

/// Milliseconds on the page's own clock.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Watches for the page's own policy forbidding one address.
struct PolicyWatch {
    violated: Rc<Cell<bool>>,
    listener: Closure<dyn FnMut(SecurityPolicyViolationEvent)>,
}

const VIOLATION: &str = "securitypolicyviolation";

impl PolicyWatch {
    fn on(url: &str) -> Self {
        let violated = Rc::new(Cell::new(false));
        let listener = {
            let (violated, url) = (violated.clone(), url.to_owned());
            Closure::new(move |event: SecurityPolicyViolationEvent| {
                // A policy that only reports fires the same event while the request succeeds.
                if event.disposition() == SecurityPolicyViolationEventDisposition::Enforce && event.blocked_uri() == url
                {
                    violated.set(true);
                }
            })
        };
        let _ = document().add_event_listener_with_callback(VIOLATION, listener.as_ref().unchecked_ref());
        Self { violated, listener }
    }

    fn was_violated(&self) -> bool {
        self.violated.get()
    }
}

impl Drop for PolicyWatch {
    fn drop(&mut self) {
        let _ = document().remove_event_listener_with_callback(VIOLATION, self.listener.as_ref().unchecked_ref());
    }
}
