//! The plan of a check: which hosts are asked for what. It is shown to the reader before anything is sent.

use super::{CUT_OFF_MS, Registry, Signal, Target};
use crate::knowledge::Control;

/// One request to send.
///
/// However it is sent, it carries no credentials and no referrer, bypasses the cache and follows redirects: in the mode
/// `no-cors` any other treatment of redirects makes the browser refuse before it has sent anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// What it is sent to.
    pub target: Target,
    /// By which means.
    pub signal: Signal,
    /// The whole address.
    pub url: String,
    /// When to stop waiting, in milliseconds.
    pub cut_off_ms: u32,
}

impl Probe {
    /// Host, and port where there is one.
    pub fn host(&self) -> &str {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.split_once(['/', '?', '#']).map_or(rest, |(host, _)| host)
    }
}

/// The requests of a check, in the order in which they are to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The requests.
    pub probes: Vec<Probe>,
}

impl Plan {
    /// The hosts other than the page's own that will be contacted, each once, in order: the reader agrees to these.
    pub fn hosts(&self) -> Vec<&str> {
        let mut hosts = Vec::new();
        for probe in &self.probes {
            if probe.target != Target::OwnOrigin && !hosts.contains(&probe.host()) {
                hosts.push(probe.host());
            }
        }
        hosts
    }

    /// The requests by target: targets side by side, the requests to one target one after the other, so that no host ever has
    /// more than one in flight.
    pub fn lanes(&self) -> Vec<Vec<&Probe>> {
        let mut lanes: Vec<Vec<&Probe>> = Vec::new();
        for probe in &self.probes {
            match lanes.iter_mut().find(|lane| lane.first().is_some_and(|first| first.target == probe.target)) {
                Some(lane) => lane.push(probe),
                None => lanes.push(vec![probe]),
            }
        }
        lanes
    }

    /// What fills `{host}`, `{control}` and `{seconds}` in the words of a verdict: the login server, the first public
    /// control, the longest wait for one answer.
    pub fn arguments(&self) -> [(&'static str, String); 3] {
        let host = |wanted: fn(&Target) -> bool| {
            let probe = self.probes.iter().find(|probe| wanted(&probe.target));
            probe.map_or(String::new(), |probe| probe.host().into())
        };
        let seconds = self.probes.iter().map(|probe| probe.cut_off_ms).max().unwrap_or(CUT_OFF_MS) / 1000;
        [
            ("host", host(|target| *target == Target::LoginServer)),
            ("control", host(|target| matches!(target, Target::PublicControl(_)))),
            ("seconds", seconds.to_string()),
        ]
    }
}

/// Plans the check of a registry: the page's own server, the public controls, and the login server by every signal.
///
/// `own_url` is the whole address of a small file on the page's own server. Controls that are not HTTPS are left out: from a
/// page over HTTPS a browser would refuse them, which would say nothing about the network.
pub fn plan(registry: &Registry, controls: &[Control], own_url: &str) -> Plan {
    let probe = |target, signal, url: &str| Probe { target, signal, url: url.into(), cut_off_ms: CUT_OFF_MS };
    let mut probes = vec![probe(Target::OwnOrigin, Signal::Cors, own_url)];
    let controls = controls.iter().filter(|control| control.url.starts_with("https://"));
    for (nth, control) in (0..=u8::MAX).zip(controls) {
        // One question is enough of a control, and this one needs no leave to read the answer.
        probes.push(probe(Target::PublicControl(nth), Signal::Opaque, &control.url));
    }
    let url = registry.path_url();
    for signal in Signal::ALL {
        probes.push(probe(Target::LoginServer, signal, &url));
    }
    Plan { probes }
}
