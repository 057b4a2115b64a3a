//! When a check asks what: simulated networks with a clock, in which every law of conduct is watched at every step.

use registry_guide::knowledge::{Cloud, Control};
use registry_guide::reach::{
    CUT_OFF_MS, Certainty, Means, Measurement, Observed, Order, Outcome, Permission, Place, Plan, Progress, Region,
    Schedule, Signal, Surroundings, Target, VerdictId, Wanted, assess, parse, plan,
};
use std::collections::BTreeMap;

/// How a host behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Host {
    /// It answers from a public address after so many milliseconds.
    Public(u32),
    /// It answers from a private address.
    Private(u32),
    /// It answers through a proxy that the browser was told of.
    Proxied(u32),
    /// The browser gives up after so many milliseconds.
    Fails(u32),
    /// Nothing ever comes.
    Silent,
    /// It answers every second request.
    Fickle(u32),
    /// The page lives on a connection from before; the frame, which has none, is refused or left in silence.
    Warm(u32, Fresh),
}

/// What becomes of new connections.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fresh {
    Refused,
    Dropped,
}

/// What came of a simulated check.
struct Ran {
    measurements: Vec<Measurement>,
    /// Every request, with when it was sent and from where.
    sent: Vec<(u32, Place, Signal, String)>,
    took_ms: u32,
    progress: Progress,
}

/// A browser and a network, and what the reader does.
struct World {
    hosts: BTreeMap<String, Host>,
    means: Means,
    permission: Permission,
    /// When the reader presses after the explanation, counted from when it is shown; never, if nothing.
    presses: bool,
    cancels_at: Option<u32>,
    /// When the reader says yes to the browser's question.
    allows_at: Option<u32>,
    fickle: BTreeMap<String, u32>,
}

const CHROMIUM: Means = Means { spaces: true, frame: true };
const FIREFOX: Means = Means { spaces: false, frame: true };

fn clouds() -> Vec<Cloud> {
    let content = registry_guide::authoring::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    content.expect("content/ loads").knowledge().clouds.clone()
}

fn planned(regions: &[&str]) -> Plan {
    let mut clouds = clouds();
    clouds[0].controls = vec![Control { url: "https://mcr.microsoft.com/v2/".into() }];
    let registry = parse("contosoprod", &clouds).expect("a name");
    let regions: Vec<Region> = regions.iter().filter_map(|region| Region::parse(region)).collect();
    let own_url = "https://guide.example.com/here.json";
    plan(&registry, &Wanted { cloud: Some(&clouds[0]), regions: &regions, own_url, random: "qwertyuiopasdfghjklz" })
}

/// A request, what came of it, and when it was sent.
type Happened = (usize, Outcome, u32);

impl World {
    /// Every host of a plan that belongs to the registry behaves so; controls are as they should be.
    fn new(plan: &Plan, host: Host) -> Self {
        let mut hosts = BTreeMap::new();
        for probe in &plan.probes {
            let behaves = match probe.target {
                Target::NegativeControl | Target::InvalidName => Host::Fails(4),
                Target::OwnOrigin | Target::PublicControl(_) => Host::Public(30),
                _ => host,
            };
            hosts.insert(probe.host().to_owned(), behaves);
        }
        let (presses, cancels_at, allows_at, fickle) = (false, None, None, BTreeMap::new());
        Self { hosts, means: CHROMIUM, permission: Permission::Prompt, presses, cancels_at, allows_at, fickle }
    }

    /// What comes of a request, and when; nothing where nothing comes.
    fn answer(&mut self, place: Place, signal: Signal, host: &str) -> Option<(u32, Outcome)> {
        if (host, signal) == ("guide.example.com", Signal::Cors) {
            return Some((30, Outcome::Readable { status: 200 }));
        }
        let mut behaves = self.hosts[host];
        if let Host::Fickle(after) = behaves {
            let turn = self.fickle.entry(host.to_owned()).or_default();
            *turn += 1;
            behaves = if turn.is_multiple_of(2) { Host::Public(after) } else { Host::Fails(after) };
        }
        if let Host::Warm(after, fresh) = behaves {
            behaves = match (place, fresh) {
                (Place::Page, _) => Host::Public(after),
                (Place::Frame, Fresh::Refused) => Host::Fails(after),
                (Place::Frame, Fresh::Dropped) => Host::Silent,
            };
        }
        let tells = self.means.spaces;
        let no = |after, ends| match signal {
            // Firefox says the same of whatever has failed.
            Signal::Events | Signal::FrameEvents => (after, if tells { ends } else { Outcome::Withheld }),
            Signal::Prefetch => (after, Outcome::LoadFailed),
            _ => (after, Outcome::Rejected),
        };
        let yes = |after| match signal {
            Signal::Events | Signal::FrameEvents => (after, Outcome::Withheld),
            Signal::Prefetch => (after, Outcome::LoadFailed),
            Signal::Cors => (after, Outcome::Rejected),
            _ => (after, Outcome::Opaque),
        };
        let granted = self.permission == Permission::Granted;
        match (behaves, signal) {
            (Host::Silent | Host::Fickle(_) | Host::Warm(..), _) => None,
            (Host::Fails(after), _) => Some(no(after, Outcome::NoTransport)),
            (Host::Public(after), Signal::LocalSpace | Signal::LoopbackSpace) => Some((after / 2, Outcome::Rejected)),
            (Host::Public(after), _) => Some(yes(after)),
            (Host::Proxied(_), Signal::PublicSpace | Signal::LocalSpace | Signal::LoopbackSpace) => {
                Some((20, Outcome::Rejected))
            }
            (Host::Proxied(after), _) => Some(yes(after)),
            (Host::Private(after), Signal::PublicSpace | Signal::LoopbackSpace) => Some((after, Outcome::Rejected)),
            (Host::Private(after), _) if place == Place::Frame => Some(no(after, Outcome::Withheld)),
            // The browser asks, and nobody answers.
            (Host::Private(_), _) if self.permission == Permission::Prompt => None,
            (Host::Private(after), _) if granted => Some(yes(after)),
            (Host::Private(after), _) => Some(no(after, Outcome::Withheld)),
        }
    }

    /// Whether a request to this host makes the browser ask, and give up every other that it asks about.
    fn gives_up_for_the_next(&self, host: &str) -> bool {
        let asks = self.permission == Permission::Prompt && !self.means.spaces;
        asks && matches!(self.hosts.get(host), Some(Host::Private(_)))
    }

    fn run(mut self, plan: &Plan) -> Ran {
        let mut schedule = Schedule::new(plan, self.means, self.permission, CUT_OFF_MS);
        let (mut now, mut took_ms) = (0, 0);
        let mut sent = Vec::new();
        let mut was_done = false;
        // When something happens: an outcome, or nothing but the time itself.
        let mut due: Vec<(u32, Option<Happened>)> = vec![(0, None)];
        let mut flying: BTreeMap<usize, (String, Signal, u32)> = BTreeMap::new();
        while let Some(at) = (0..due.len()).min_by_key(|&at| due[at].0) {
            let (when, what) = due.swap_remove(at);
            now = now.max(when);
            if let Some((id, outcome, began)) = what {
                if flying.remove(&id).is_none() {
                    continue;
                }
                schedule.told(id, outcome, now - began, None);
                took_ms = now;
            }
            if self.allows_at.is_some_and(|at| now >= at) {
                self.allows_at = None;
                self.permission = Permission::Granted;
                schedule.set_permission(Permission::Granted);
                // What still waits is answered.
                let waiting: Vec<_> = flying.iter().map(|(&id, one)| (id, one.clone())).collect();
                for (id, (host, signal, began)) in waiting {
                    let answer = self.answer(Place::Page, signal, &host);
                    due.extend(answer.map(|(after, outcome)| (now + after, Some((id, outcome, began)))));
                }
            }
            let mut orders = if self.cancels_at.is_some_and(|at| now >= at) {
                self.cancels_at = None;
                schedule.cancel()
            } else {
                schedule.next(now)
            };
            if schedule.progress() == Progress::Explaining && self.presses {
                schedule.press(now);
                self.presses = false;
                orders.extend(schedule.next(now));
            }
            for order in orders {
                match order {
                    Order::Ask { id, place, signal, limit_ms, url } => {
                        assert!(!was_done, "{signal:?} is sent at {now}, after the check was said to be over");
                        let host = url.split('/').nth(2).expect("a host").to_owned();
                        sent.push((now, place, signal, host.clone()));
                        if self.gives_up_for_the_next(&host) {
                            // Firefox: while its question is open only the last request waits.
                            let others = flying.iter().filter(|(_, (host, ..))| self.gives_up_for_the_next(host));
                            due.extend(others.map(|(&id, &(_, signal, began))| {
                                let given_up =
                                    if signal == Signal::Events { Outcome::Withheld } else { Outcome::Rejected };
                                (now + 150, Some((id, given_up, began)))
                            }));
                        }
                        flying.insert(id, (host.clone(), signal, now));
                        let in_flight = flying.values().filter(|(of, ..)| *of == host).count();
                        assert!(in_flight <= 2, "{in_flight} requests in flight to {host} at {now}");
                        let answer = self.answer(place, signal, &host).filter(|(after, _)| *after < limit_ms);
                        let (after, outcome) = answer.unwrap_or((limit_ms, Outcome::CutOff));
                        due.push((now + after, Some((id, outcome, now))));
                    }
                    Order::Stop { id, .. } => due.push((now, Some((id, Outcome::Cancelled, now)))),
                    Order::Wake(after) => due.push((now + after, None)),
                }
            }
            was_done = !sent.is_empty() && schedule.progress() == Progress::Done;
            due.extend([self.cancels_at, self.allows_at].into_iter().flatten().map(|at| (at, None)));
        }
        Ran { measurements: schedule.measurements(), sent, took_ms, progress: schedule.progress() }
    }
}

/// A registry with ten replicas: a login server, ten regional and ten data endpoints, and storage.
fn ten_replicas() -> Plan {
    planned(&["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10"])
}

#[test]
fn ten_dead_replicas_take_less_than_twelve_seconds() {
    for means in [CHROMIUM, FIREFOX] {
        let plan = ten_replicas();
        let ran = World { means, ..World::new(&plan, Host::Silent) }.run(&plan);
        assert_eq!(ran.progress, Progress::Done);
        assert!(ran.took_ms <= 12_000, "{}", ran.took_ms);
        // Long enough for silence to mean something.
        assert!(ran.took_ms >= 10_000, "{}", ran.took_ms);
    }
}

#[test]
fn healthy_replicas_take_at_most_half_as_long_again_as_the_slowest_answer() {
    for slowest in [800, 1_500, 2_900, 3_100, 4_900, 8_000] {
        for means in [CHROMIUM, FIREFOX] {
            let plan = ten_replicas();
            let mut world = World { means, ..World::new(&plan, Host::Public(60)) };
            world.hosts.insert("contosoprod.a7.data.azurecr.io".into(), Host::Public(slowest));
            let ran = world.run(&plan);
            assert_eq!(ran.progress, Progress::Done);
            assert!(ran.took_ms * 2 <= slowest * 3, "{} for {slowest} with {means:?}", ran.took_ms);
        }
    }
}

#[test]
fn a_proxy_makes_healthy_replicas_hardly_slower() {
    let plan = ten_replicas();
    let ran = World::new(&plan, Host::Proxied(1_200)).run(&plan);
    assert_eq!(ran.progress, Progress::Done);
    assert!(ran.took_ms <= 1_800, "{}", ran.took_ms);
}

#[test]
fn all_hosts_equally_slow_take_no_longer() {
    let plan = ten_replicas();
    let mut world = World::new(&plan, Host::Public(2_000));
    world.hosts.insert("mcr.microsoft.com".into(), Host::Public(900));
    let ran = world.run(&plan);
    assert!(ran.took_ms <= 3_000, "{}", ran.took_ms);
}

#[test]
fn nothing_that_makes_the_browser_ask_is_sent_before_the_reader_presses() {
    let plan = planned(&["swedencentral"]);
    let ran = World::new(&plan, Host::Private(40)).run(&plan);
    assert_eq!(ran.progress, Progress::Explaining);
    for (_, place, signal, host) in &ran.sent {
        if host.starts_with("contosoprod") {
            assert!(*place == Place::Frame || *signal == Signal::PublicSpace, "{signal:?} to {host}");
        }
    }
    assert!(ran.took_ms < 1_000, "{}", ran.took_ms);
}

#[test]
fn after_the_press_the_reader_is_waited_for() {
    let plan = planned(&[]);
    let ran = World { presses: true, ..World::new(&plan, Host::Private(40)) }.run(&plan);
    assert_eq!(ran.progress, Progress::Done);
    assert!((60_000..62_000).contains(&ran.took_ms), "{}", ran.took_ms);
    let plain = ran.measurements.iter().find(|one| one.target == Target::LoginServer && one.signal == Signal::Opaque);
    assert_eq!(plain.map(|one| one.outcome), Some(Outcome::CutOff));
}

#[test]
fn a_connection_from_before_does_not_hide_that_new_ones_find_no_way() {
    for (fresh, most) in [(Fresh::Refused, 1_000), (Fresh::Dropped, 12_000)] {
        let plan = planned(&[]);
        let ran = World::new(&plan, Host::Warm(20, fresh)).run(&plan);
        assert!(ran.took_ms <= most, "{fresh:?}: {}", ran.took_ms);
        let observed = Observed { measurements: ran.measurements, ..Observed::default() };
        let login = assess(&observed).targets.into_iter().find(|(target, _)| *target == Target::LoginServer);
        assert_eq!(login.map(|(_, judgement)| judgement.verdict), Some(VerdictId::Wavers), "{fresh:?}");
    }
}

#[test]
fn an_open_question_of_a_browser_without_silent_signals_is_found_out() {
    for (regions, most) in [(&[][..], 11_000), (&["swedencentral"][..], 40_000)] {
        let plan = planned(regions);
        let mut world = World { means: FIREFOX, ..World::new(&plan, Host::Private(40)) };
        world.hosts.insert("azcliprod.blob.core.windows.net".into(), Host::Public(40));
        let ran = world.run(&plan);
        assert!(ran.took_ms <= most, "{regions:?}: {}", ran.took_ms);
        let surroundings =
            Surroundings { before: Permission::Prompt, after: Permission::Prompt, ..Surroundings::default() };
        let observed = Observed { measurements: ran.measurements, surroundings, ..Observed::default() };
        for (target, judgement) in assess(&observed).targets.iter().filter(|(target, _)| *target != Target::Storage) {
            assert_eq!(judgement.verdict, VerdictId::WithheldWaiting, "{target:?} {regions:?}");
            let is_shown = judgement.certainty == Certainty::Likely;
            assert!(is_shown || *target != Target::LoginServer, "{regions:?}: {judgement:#?}");
        }
    }
}

#[test]
fn what_failed_while_the_reader_made_up_their_mind_is_asked_again() {
    for allows_at in [1_000, 4_500, 8_000] {
        let plan = planned(&["swedencentral"]);
        let world = World { means: FIREFOX, allows_at: Some(allows_at), ..World::new(&plan, Host::Private(40)) };
        let ran = world.run(&plan);
        let observed = Observed { measurements: ran.measurements, ..Observed::default() };
        for (target, judgement) in assess(&observed).targets {
            assert_eq!(judgement.verdict, VerdictId::Answered, "{target:?} at {allows_at}");
        }
        assert!(ran.took_ms < 16_000, "{}", ran.took_ms);
    }
}

#[test]
fn a_settled_permission_needs_no_explanation() {
    for (permission, outcome) in [(Permission::Granted, Outcome::Opaque), (Permission::Denied, Outcome::Rejected)] {
        let plan = planned(&[]);
        let ran = World { permission, ..World::new(&plan, Host::Private(40)) }.run(&plan);
        assert_eq!(ran.progress, Progress::Done);
        let seen = |signal| {
            let of = |one: &&Measurement| one.target == Target::LoginServer && one.signal == signal;
            ran.measurements.iter().find(of).map(|one| one.outcome)
        };
        let told = if permission == Permission::Granted { Signal::LocalSpace } else { Signal::Opaque };
        assert_eq!(seen(told), Some(outcome), "{permission:?}");
    }
}

#[test]
fn only_a_result_that_wavers_is_asked_for_again_and_never_more_than_three_times() {
    let plan = planned(&[]);
    let rounds = |ran: &Ran| ran.measurements.iter().map(|one| one.round).max().unwrap_or(0) + 1;
    for host in [Host::Public(50), Host::Fails(5), Host::Silent, Host::Private(40)] {
        assert_eq!(rounds(&World::new(&plan, host).run(&plan)), 1, "{host:?}");
    }
    let ran =
        World { means: FIREFOX, permission: Permission::Unsupported, ..World::new(&plan, Host::Fickle(50)) }.run(&plan);
    assert!(rounds(&ran) <= 3, "{}", rounds(&ran));
}

#[test]
fn cancelling_keeps_what_was_learnt_and_sends_nothing_more() {
    let plan = planned(&["swedencentral"]);
    let mut world = World { cancels_at: Some(1_000), ..World::new(&plan, Host::Silent) };
    world.hosts.insert("contosoprod.azurecr.io".into(), Host::Public(50));
    let ran = world.run(&plan);
    assert_eq!(ran.progress, Progress::Done);
    assert!(ran.took_ms <= 1_001, "{}", ran.took_ms);
    assert!(ran.measurements.iter().any(|one| one.target == Target::LoginServer && one.outcome == Outcome::Opaque));
    assert!(ran.measurements.iter().any(|one| one.outcome == Outcome::Cancelled));
}

#[test]
fn every_order_of_every_host_ends() {
    let hosts = [
        Host::Public(50),
        Host::Public(4_000),
        Host::Private(40),
        Host::Fails(5),
        Host::Fails(5_000),
        Host::Proxied(80),
        Host::Silent,
        Host::Fickle(900),
        Host::Warm(20, Fresh::Dropped),
    ];
    let permissions = [Permission::Granted, Permission::Denied, Permission::Prompt, Permission::Unsupported];
    let plan = planned(&["swedencentral"]);
    for one in hosts {
        for other in hosts {
            for permission in permissions {
                for means in [CHROMIUM, FIREFOX, Means { frame: false, ..CHROMIUM }] {
                    let mut world = World { permission, means, ..World::new(&plan, one) };
                    world.hosts.insert("contosoprod.swedencentral.data.azurecr.io".into(), other);
                    world.hosts.insert("mcr.microsoft.com".into(), other);
                    let ran = world.run(&plan);
                    assert!(matches!(ran.progress, Progress::Done | Progress::Explaining), "{one:?} {other:?}");
                    assert!(ran.took_ms < 40_000, "{one:?} {other:?}: {}", ran.took_ms);
                    let login = |one: &&Measurement| one.target == Target::LoginServer;
                    assert!(ran.measurements.iter().any(|one| login(&one)), "{one:?} {other:?}");
                }
            }
        }
    }
}
