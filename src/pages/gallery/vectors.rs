//! Fixed measurements, one set for every verdict on a host and one for every verdict on the path.

use crate::knowledge::Cloud;
use crate::reach::{
    Measurement, Observed, Outcome, Permission, Plan, PublicName, PublicView, Region, Registry, Signal, Target, Wanted,
    parse, plan,
};

/// A check that was never run.
#[derive(Debug, Clone)]
pub struct Vector {
    /// The verdict that it shows, of the login server or of the path.
    pub name: &'static str,
    /// The registry.
    pub registry: Registry,
    /// What would have been asked.
    pub plan: Plan,
    /// What would have come in.
    pub observed: Observed,
}

use Outcome::{
    Cancelled, CutOff, LoadFailed, Loaded, NoTransport, NotOpaque, Opaque, PolicyBlocked, Rejected, Withheld,
};
use Signal::{Cors, FrameEvents, FrameOpaque, LocalSpace, LoopbackSpace, Prefetch, PublicSpace};

/// What is asked of one host, and what comes of it.
type Signals = &'static [(Signal, Outcome)];

const OWN: Signals = &[(Cors, Outcome::Readable { status: 200 })];
const CONTROL: Signals = &[
    (PublicSpace, Opaque),
    (FrameOpaque, Opaque),
    (Signal::Opaque, Opaque),
    (Prefetch, Loaded),
    (LoopbackSpace, Rejected),
];
const PROXIED_CONTROL: Signals = &[
    (PublicSpace, Rejected),
    (FrameOpaque, Opaque),
    (Signal::Opaque, Opaque),
    (Prefetch, Loaded),
    (LoopbackSpace, Rejected),
];
const MADE_UP: Signals =
    &[(FrameOpaque, Rejected), (FrameEvents, NoTransport), (Signal::Opaque, Rejected), (Prefetch, LoadFailed)];
const ANSWERS: Signals = &[(PublicSpace, Opaque), (Prefetch, LoadFailed)];
const PLAIN_ANSWER: Signals = &[(Signal::Opaque, Opaque)];
const FAILS: Signals =
    &[(PublicSpace, Rejected), (FrameOpaque, Rejected), (FrameEvents, NoTransport), (Signal::Opaque, Rejected)];
const SILENT: Signals = &[(PublicSpace, CutOff), (Prefetch, CutOff), (Signal::Opaque, CutOff)];
const KEPT_BACK: Signals = &[(PublicSpace, Rejected), (FrameOpaque, Rejected), (FrameEvents, Withheld)];
const KEPT_FROM_PAGE: Signals =
    &[(PublicSpace, Rejected), (FrameOpaque, Rejected), (FrameEvents, Withheld), (Signal::Opaque, Rejected)];
const KEPT_WAITING: Signals =
    &[(PublicSpace, Rejected), (FrameOpaque, Rejected), (FrameEvents, Withheld), (Signal::Opaque, CutOff)];
const PRIVATE: Signals = &[(PublicSpace, Rejected), (Signal::Opaque, Opaque), (LocalSpace, Opaque)];
const HERE: Signals =
    &[(PublicSpace, Rejected), (Signal::Opaque, Opaque), (LocalSpace, Rejected), (LoopbackSpace, Opaque)];
const PROXIED: Signals =
    &[(PublicSpace, Rejected), (Signal::Opaque, Opaque), (LocalSpace, Rejected), (LoopbackSpace, Rejected)];

/// A set that is being put together.
#[derive(Default)]
struct Made(Observed);

impl Made {
    /// Everything in order but the login server, of which nothing is known.
    fn controls() -> Self {
        Self::default()
            .with(Target::OwnOrigin, OWN)
            .with(Target::PublicControl(0), CONTROL)
            .with(Target::InvalidName, MADE_UP)
            .with(Target::NegativeControl, MADE_UP)
    }

    fn login(signals: Signals) -> Self {
        Self::controls().with(Target::LoginServer, signals)
    }

    /// In place of whatever was known of that target.
    fn with(mut self, target: Target, signals: Signals) -> Self {
        self.0.measurements.retain(|one| one.target != target);
        for &(signal, outcome) in signals {
            let elapsed_ms = if outcome == CutOff { 10_000 } else { 180 };
            let target = target.clone();
            self.0.measurements.push(Measurement { target, signal, round: 0, outcome, elapsed_ms, exchange: None });
        }
        self
    }

    /// Another round, with another result.
    fn then(mut self, signals: Signals) -> Self {
        for &(signal, outcome) in signals {
            let target = Target::LoginServer;
            self.0.measurements.push(Measurement {
                target,
                signal,
                round: 1,
                outcome,
                elapsed_ms: 180,
                exchange: None,
            });
        }
        self
    }

    /// As long as this took.
    fn after(mut self, elapsed_ms: u32) -> Self {
        for one in self.0.measurements.iter_mut().filter(|one| one.target == Target::LoginServer) {
            one.elapsed_ms = elapsed_ms;
        }
        self
    }

    fn dns(mut self, view: PublicView) -> Self {
        self.0.public_names = vec![(Target::LoginServer, PublicName { view, ..PublicName::default() })];
        self
    }

    fn permission(mut self, before: Permission, after: Permission) -> Self {
        (self.0.surroundings.before, self.0.surroundings.after) = (before, after);
        self
    }

    fn without(mut self, target: &Target) -> Self {
        self.0.measurements.retain(|one| one.target != *target);
        self
    }
}

/// The sets for verdicts on the login server, under the verdicts' names.
fn hosts(one: &Region) -> Vec<(&'static str, Made)> {
    use Permission::{Denied, Granted, Prompt};
    let readable = |signals| Made::login(signals);
    let control = Target::PublicControl(0);
    let failing_control = |made: Made| made.with(Target::PublicControl(0), FAILS);
    let mut framed = Made::login(KEPT_FROM_PAGE).permission(Denied, Denied);
    framed.0.surroundings.is_framed = true;
    let mut offline = failing_control(Made::login(FAILS));
    offline.0.surroundings.online = Some(false);
    let mut contact = Made::login(&[(Signal::Opaque, Rejected)]);
    contact
        .0
        .measurements
        .iter_mut()
        .filter(|one| one.target == Target::LoginServer)
        .for_each(|one| one.exchange = Some(true));
    vec![
        ("not-run", Made::controls().with(Target::LoginServer, &[(Signal::Opaque, Outcome::NotRun)])),
        ("cancelled", Made::login(&[(Signal::Opaque, Cancelled)])),
        ("page-cut-off", Made::login(SILENT).with(Target::OwnOrigin, &[(Cors, CutOff)])),
        ("answered-untested", Made::login(ANSWERS).with(Target::OwnOrigin, &[(Cors, CutOff)])),
        ("policy-blocked", Made::login(&[(Signal::Opaque, PolicyBlocked)])),
        ("answered-in-browser", Made::login(&[(Signal::Opaque, NotOpaque)])),
        ("asks-for-sign-in", readable(&[(Cors, Outcome::Readable { status: 401 })])),
        ("refused", readable(&[(Cors, Outcome::Readable { status: 403 })])),
        ("open-answer", readable(&[(Cors, Outcome::Readable { status: 200 })])),
        ("unexpected-answer", readable(&[(Cors, Outcome::Readable { status: 502 })])),
        ("answered", Made::login(PLAIN_ANSWER).without(&control).with(control.clone(), PLAIN_ANSWER)),
        ("answered-slowly", Made::login(PLAIN_ANSWER).with(control.clone(), PLAIN_ANSWER).after(6_200)),
        ("answered-alone", failing_control(Made::login(PLAIN_ANSWER))),
        ("answered-directly", Made::login(ANSWERS)),
        ("answered-past-private-link", Made::login(ANSWERS).dns(PublicView::PrivateLink)),
        ("answered-privately", Made::login(PRIVATE).permission(Prompt, Granted)),
        ("answered-on-this-machine", Made::login(HERE).permission(Granted, Granted)),
        ("answered-through-proxy", Made::login(PROXIED).with(control.clone(), PROXIED_CONTROL)),
        ("answered-by-proxy-rule", Made::login(PROXIED)),
        ("block-page", Made::login(&[(PublicSpace, Opaque), (Prefetch, Loaded)])),
        ("answers-every-name", Made::login(ANSWERS).with(Target::NegativeControl, PLAIN_ANSWER)),
        ("withheld-unasked", Made::login(KEPT_BACK).permission(Prompt, Prompt)),
        ("withheld-waiting", Made::login(KEPT_WAITING).permission(Prompt, Prompt)),
        ("withheld-denied", Made::login(KEPT_FROM_PAGE).permission(Prompt, Denied)),
        ("withheld-dismissed", Made::login(KEPT_FROM_PAGE).permission(Prompt, Prompt)),
        ("withheld-in-frame", framed),
        ("withheld-otherwise", Made::login(KEPT_FROM_PAGE).permission(Granted, Granted)),
        ("wavers", Made::login(FAILS).then(PLAIN_ANSWER)),
        ("name-missing", Made::login(FAILS).dns(PublicView::Missing)),
        ("gave-up-at-once", Made::login(FAILS)),
        ("refused-after-contact", contact),
        ("gave-up-late", Made::login(FAILS).after(4_800)),
        ("private-gave-up", Made::login(FAILS).dns(PublicView::PrivateLink)),
        ("no-answer", Made::login(SILENT)),
        ("private-silent", Made::login(SILENT).dns(PublicView::PrivateLink)),
        (
            "wants-proxy-sign-in",
            Made::login(&[(PublicSpace, CutOff), (Prefetch, LoadFailed), (Signal::Opaque, CutOff)])
                .with(control.clone(), PROXIED_CONTROL),
        ),
        ("fails-unevenly", Made::login(SILENT).then(FAILS)),
        ("partly-blocked", Made::login(FAILS).with(control, FAILS).with(Target::PublicControl(1), CONTROL)),
        ("nothing-outside", failing_control(Made::login(SILENT))),
        ("offline", offline),
        (
            "fails-alone",
            Made::login(FAILS).without(&Target::PublicControl(0)).with(Target::DataEndpoint(one.clone()), ANSWERS),
        ),
        ("uncompared", Made::login(FAILS).without(&Target::PublicControl(0))),
    ]
}

/// The sets for verdicts on the path.
fn paths(one: &Region, other: &Region) -> Vec<(&'static str, Made)> {
    let data = |region: &Region| Target::DataEndpoint(region.clone());
    let healthy = || Made::login(ANSWERS);
    vec![
        ("not-tested", Made::controls()),
        ("foreign", Made::login(ANSWERS).with(Target::NegativeControl, PLAIN_ANSWER)),
        ("withheld", Made::login(KEPT_BACK).permission(Permission::Prompt, Permission::Prompt)),
        ("login-fails", Made::login(SILENT).with(data(one), ANSWERS)),
        ("login-wavers", Made::login(FAILS).then(PLAIN_ANSWER)),
        ("layers-fail", healthy().with(data(one), SILENT)),
        ("some-replicas-fail", healthy().with(data(one), ANSWERS).with(data(other), FAILS)),
        ("storage-fails", healthy().with(Target::Storage, FAILS)),
        ("regional-fails", healthy().with(Target::RegionalEndpoint(other.clone()), FAILS)),
        ("login-only", healthy()),
        ("all-answer", healthy().with(data(one), ANSWERS).with(data(other), ANSWERS)),
    ]
}

/// Every set, with the registry and the plan that it belongs to.
pub fn vectors(clouds: &[Cloud]) -> Vec<Vector> {
    let regions: Vec<Region> = ["swedencentral", "westeurope"].into_iter().filter_map(Region::parse).collect();
    let (Ok(registry), [one, other]) = (parse("contosoprod", clouds), regions.as_slice()) else { return Vec::new() };
    let made = |regions: &[Region], name, Made(observed): Made| {
        let own_url = "https://guide.example.com/here.json";
        let wanted = Wanted { cloud: clouds.first(), regions, own_url, random: "qwertyuiopasdfghjklz" };
        let mut plan = plan(&registry, &wanted);
        // Only what this is about: the rest would have answered as well.
        plan.probes.retain(|probe| {
            probe.target.is_control()
                || probe.target == Target::LoginServer
                || observed.measurements.iter().any(|one| one.target == probe.target)
        });
        Vector { name, registry: registry.clone(), plan, observed }
    };
    let hosts = hosts(one).into_iter().map(|(name, set)| made(&regions, name, set));
    let paths = paths(one, other).into_iter().map(|(name, set)| made(&regions, name, set));
    hosts.chain(paths).collect()
}

#[cfg(test)]
mod tests {
    use super::vectors;
    use crate::authoring;
    use crate::reach::{PathId, Target, VerdictId, assess};
    use std::path::Path;

    #[test]
    fn every_verdict_is_shown_by_measurements_that_come_to_it() {
        let content = authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads");
        let vectors = vectors(&content.knowledge().clouds);
        let (mut hosts, mut paths) = (Vec::new(), Vec::new());
        let mut wrong = Vec::new();
        for vector in &vectors {
            let assessment = assess(&vector.observed);
            let login = assessment.targets.iter().find(|(target, _)| *target == Target::LoginServer);
            let login = login.map(|(_, judgement)| judgement.verdict);
            let path = assessment.path.verdict;
            if login.map(VerdictId::as_str) != Some(vector.name) && path.as_str() != vector.name {
                wrong.push(format!("{}: {login:?}, {path:?}", vector.name));
            }
            hosts.extend(login);
            paths.push(path);
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        for verdict in VerdictId::ALL {
            assert!(hosts.contains(verdict), "{verdict} is shown nowhere");
        }
        for path in PathId::ALL {
            assert!(paths.contains(path), "{path} is shown nowhere");
        }
    }
}
