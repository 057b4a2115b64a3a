//! The plan of a check: which hosts are asked for what. It is shown to the reader before anything is sent.

use super::{CUT_OFF_MS, Region, Registry, Signal, Target, endpoints};
use crate::knowledge::{Cloud, Control};

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
}

impl Probe {
    /// Host, and port where there is one.
    pub fn host(&self) -> &str {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.split_once(['/', '?', '#']).map_or(rest, |(host, _)| host)
    }
}

/// The requests to one target. Lanes run side by side; within one, at most two requests are in flight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane<'a> {
    /// The target.
    pub target: &'a Target,
    /// Its requests, in the order of sending; see [`Signal::stage`] for what each has to wait for.
    pub probes: Vec<&'a Probe>,
    /// When the whole lane is given up, in milliseconds from its start. While the browser asks the reader, [`super::ASKING_MS`] counts
    /// instead.
    pub deadline_ms: u32,
}

/// The requests of a check, in the order in which they are to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The requests.
    pub probes: Vec<Probe>,
}

/// What a check is wanted for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The registry's own cloud, or the first cloud where it has none: its controls, suffix and storage.
    pub cloud: Option<&'a Cloud>,
    /// The regions of the registry's replicas, as far as the reader or public DNS named them.
    pub regions: &'a [Region],
    /// The whole address of a small file on the page's own server.
    pub own_url: &'a str,
    /// Twenty random lower-case letters, other ones for every check. Empty: no names are made up, and nothing can be calibrated.
    pub random: &'a str,
}

/// Plans the check of a registry: the page's own server and the controls first, then every host that the registry is made of.
///
/// Controls that are not HTTPS are left out: from a page over HTTPS a browser would refuse them, which would say nothing
/// about the network.
pub fn plan(registry: &Registry, wanted: &Wanted) -> Plan {
    let mut plan = Plan { probes: Vec::new() };
    plan.add(&Target::OwnOrigin, wanted.own_url, &[Signal::Cors]);
    let controls: &[Control] = wanted.cloud.map_or(&[], |cloud| &cloud.controls);
    let controls = controls.iter().filter(|control| control.url.starts_with("https://"));
    for (nth, control) in (0..=u8::MAX).zip(controls) {
        plan.add(&Target::PublicControl(nth), &control.url, CALIBRATION);
    }
    if !wanted.random.is_empty() {
        plan.add(&Target::InvalidName, &url(&[wanted.random, ".invalid"]), &MADE_UP);
        // Only a registry in Azure has neighbours under a suffix that belongs to nobody else.
        if let Some(cloud) = wanted.cloud.filter(|_| registry.azure().is_some()) {
            plan.add(&Target::NegativeControl, &url(&[wanted.random, ".", &cloud.suffix]), &MADE_UP);
        }
    }
    for endpoint in endpoints(registry, wanted.cloud, wanted.regions) {
        let url = match endpoint.target {
            Target::Storage => match wanted.cloud.and_then(|cloud| cloud.storage_probe.as_deref()) {
                // Where the reader's regions are known their data endpoints are asked instead.
                Some(host) => ["https://", host, "/"].concat(),
                None => continue,
            },
            Target::LoginServer => registry.path_url(),
            _ => url(&[&endpoint.host]),
        };
        // Somebody else in a registry's place shows at its login server; and browsers send no more than ten prefetches at a time.
        let is_login = endpoint.target == Target::LoginServer;
        plan.add(&endpoint.target, &url, if is_login { &Signal::ALL } else { WITHOUT_PREFETCH });
    }
    plan
}

/// What is asked of a public control: enough to see whether each helper does here what it is known for.
const CALIBRATION: &[Signal] = &[
    Signal::PublicSpace,
    Signal::FrameOpaque,
    Signal::FrameEvents,
    Signal::Opaque,
    Signal::Prefetch,
    Signal::Events,
    Signal::LoopbackSpace,
];

/// What is asked of all hosts of a registry but its login server.
const WITHOUT_PREFETCH: &[Signal] = &[
    Signal::PublicSpace,
    Signal::FrameOpaque,
    Signal::FrameEvents,
    Signal::Opaque,
    Signal::Events,
    Signal::Cors,
    Signal::LocalSpace,
    Signal::LoopbackSpace,
];

/// What is asked of a name that must fail.
const MADE_UP: [Signal; 5] =
    [Signal::FrameOpaque, Signal::FrameEvents, Signal::Opaque, Signal::Prefetch, Signal::Events];

fn url(host: &[&str]) -> String {
    ["https://", &host.concat(), "/v2/"].concat()
}

impl Plan {
    fn add(&mut self, target: &Target, url: &str, signals: &[Signal]) {
        self.probes.extend(signals.iter().map(|&signal| Probe { target: target.clone(), signal, url: url.into() }));
    }

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

    /// The host of a target; nothing where the plan does not ask it.
    pub fn host(&self, target: &Target) -> Option<&str> {
        self.probes.iter().find(|probe| probe.target == *target).map(Probe::host)
    }

    /// The requests by target.
    pub fn lanes(&self) -> Vec<Lane<'_>> {
        let mut lanes: Vec<Lane<'_>> = Vec::new();
        for probe in &self.probes {
            match lanes.iter_mut().find(|lane| *lane.target == probe.target) {
                Some(lane) => lane.probes.push(probe),
                None => lanes.push(Lane { target: &probe.target, probes: vec![probe], deadline_ms: CUT_OFF_MS }),
            }
        }
        lanes
    }

    /// What fills `{host}`, `{control}` and `{seconds}` in the words of the verdict on a target: its host, the first public
    /// control, the longest wait for one host.
    pub fn arguments(&self, target: &Target) -> [(&'static str, String); 3] {
        let host = |target: &Target| self.host(target).unwrap_or_default().to_owned();
        [
            ("host", host(target)),
            ("control", host(&Target::PublicControl(0))),
            ("seconds", (CUT_OFF_MS / 1000).to_string()),
        ]
    }
}
