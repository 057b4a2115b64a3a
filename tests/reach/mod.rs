//! Checks as they look in browsers: built in the tests' own terms.

use registry_guide::reach::{
    Judgement, Measurement, Observed, Outcome, PathJudgement, Permission, PublicName, PublicView, Sight, Signal,
    Surroundings, Suspect, TabAddress, TabAnswer, Target, VerdictId, assess,
};

/// One line of the measured table: the outcomes of the signals to the login server.
#[derive(Clone, Copy)]
pub struct Signals {
    /// `targetAddressSpace: 'public'`.
    pub p: &'static str,
    /// Fetch and `EventSource` in the sandboxed frame.
    pub s: (&'static str, &'static str),
    /// Plain `no-cors`.
    pub n: &'static str,
    /// `'local'` and `'loopback'`.
    pub l: (&'static str, &'static str),
    /// `EventSource` in the page.
    pub e: &'static str,
    /// Prefetch.
    pub f: &'static str,
}

/// A cause that was set up, and what the browser showed of it.
pub struct Vector {
    pub cause: &'static str,
    pub signals: Signals,
    /// Whether the browser uses a proxy for the control too.
    pub proxied: bool,
    pub permission: (Permission, Permission),
    pub framed: bool,
    /// What public DNS would say.
    pub dns: PublicView,
    /// What a tab would show.
    pub tab: Sight,
    /// Every cause that this can be the work of; none where nothing is wrong with the path.
    pub truth: &'static [Suspect],
    pub verdict: VerdictId,
}

const OK: Signals = Signals { p: "ok", s: ("ok", "2"), n: "ok", l: ("x", "x"), e: "2", f: "err" };
const PROXIED: Signals = Signals { p: "x", ..OK };
/// Unknown name, refused, reset, bad certificate, a proxy or an extension that says no.
pub const SILENT_ALIKE: Signals = Signals { p: "x", s: ("x", "0"), n: "x", l: ("x", "x"), e: "0", f: "err" };
const SILENCE: Signals = Signals { p: "T", s: ("T", "-"), n: "T", l: ("-", "-"), e: "-", f: "T" };
const WITHHELD: Signals = Signals { p: "x", s: ("x", "2"), n: "x", l: ("x", "x"), e: "2", f: "err" };

const fn vector(cause: &'static str, signals: Signals, truth: &'static [Suspect], verdict: VerdictId) -> Vector {
    Vector {
        cause,
        signals,
        proxied: false,
        permission: (Permission::Prompt, Permission::Prompt),
        framed: false,
        dns: PublicView::Plain,
        tab: Sight::Unauthorized,
        truth,
        verdict,
    }
}

impl Vector {
    const fn tab(mut self, tab: Sight) -> Self {
        self.tab = tab;
        self
    }

    const fn dns(mut self, dns: PublicView) -> Self {
        self.dns = dns;
        self
    }

    const fn proxied(mut self) -> Self {
        self.proxied = true;
        self
    }

    const fn permission(mut self, before: Permission, after: Permission) -> Self {
        self.permission = (before, after);
        self
    }

    const fn framed(mut self) -> Self {
        self.framed = true;
        self
    }

    /// The check in which it was seen, without public DNS.
    pub fn check(&self) -> Check {
        let check = if self.proxied { Check::proxied() } else { Check::chromium() };
        let mut check = check.login_vector(self.signals).permission(self.permission.0, self.permission.1);
        check.0.surroundings.is_framed = self.framed;
        check
    }

    /// What the reader picks after having opened the tab.
    pub fn tabs(&self) -> Vec<TabAnswer> {
        vec![TabAnswer { address: TabAddress::Path, sight: self.tab }]
    }
}

use PublicView::PrivateLink;
use Suspect::{ClientFirewall, PublicAccess, RegistryName, Vnet};

/// Section 8.2 of the measurements, and what has the same signals.
pub const VECTORS: &[Vector] = &[
    vector("healthy, direct, public", OK, &[], VerdictId::AnsweredDirectly),
    vector("refused by the registry's rules", OK, &[PublicAccess], VerdictId::AnsweredDirectly).tab(Sight::Denied),
    vector("private zone not linked", OK, &[Vnet], VerdictId::AnsweredDirectly).dns(PrivateLink).tab(Sight::Denied),
    vector("block page 200", Signals { f: "2xx", ..OK }, &[ClientFirewall], VerdictId::BlockPage).tab(Sight::OtherPage),
    vector("block page 403", OK, &[ClientFirewall], VerdictId::AnsweredDirectly).tab(Sight::OtherPage),
    vector("a proxy for everything", PROXIED, &[], VerdictId::AnsweredThroughProxy).proxied(),
    vector("a proxy for the registry alone", PROXIED, &[], VerdictId::AnsweredByProxyRule),
    vector("the proxy opens TLS and refuses", PROXIED, &[ClientFirewall], VerdictId::AnsweredThroughProxy)
        .proxied()
        .tab(Sight::OtherPage),
    vector("the proxy refuses", SILENT_ALIKE, &[ClientFirewall], VerdictId::GaveUpAtOnce)
        .proxied()
        .tab(Sight::TunnelFailed),
    vector("the proxy wants a login", Signals { f: "err", ..SILENCE }, &[ClientFirewall], VerdictId::WantsProxySignIn)
        .proxied()
        .tab(Sight::LoginBox),
    vector("no such name", SILENT_ALIKE, &[RegistryName], VerdictId::GaveUpAtOnce)
        .dns(PublicView::Missing)
        .tab(Sight::NameNotResolved),
    vector("no such name, through a proxy", SILENT_ALIKE, &[RegistryName], VerdictId::GaveUpAtOnce)
        .proxied()
        .dns(PublicView::Missing)
        .tab(Sight::TunnelFailed),
    vector("a name that the local DNS refuses", SILENT_ALIKE, &[ClientFirewall], VerdictId::GaveUpAtOnce)
        .tab(Sight::NameNotResolved),
    vector("refused connection", SILENT_ALIKE, &[ClientFirewall], VerdictId::GaveUpAtOnce)
        .tab(Sight::ConnectionRefused),
    vector("reset in TLS", SILENT_ALIKE, &[ClientFirewall], VerdictId::GaveUpAtOnce).tab(Sight::ConnectionCut),
    vector("unknown authority", SILENT_ALIKE, &[ClientFirewall], VerdictId::GaveUpAtOnce)
        .tab(Sight::CertificateAuthority),
    vector("an extension", SILENT_ALIKE, &[ClientFirewall], VerdictId::GaveUpAtOnce).tab(Sight::BlockedByClient),
    vector("dropped on the public way", SILENCE, &[ClientFirewall], VerdictId::NoAnswer).tab(Sight::ConnectionTimedOut),
    vector("dropped on the private way", SILENCE, &[Vnet], VerdictId::NoAnswer)
        .dns(PrivateLink)
        .tab(Sight::ConnectionTimedOut),
    vector("private zone without a record", SILENT_ALIKE, &[Vnet], VerdictId::GaveUpAtOnce)
        .dns(PrivateLink)
        .tab(Sight::NameNotResolved),
    vector("private address that refuses", SILENT_ALIKE, &[Vnet], VerdictId::GaveUpAtOnce)
        .dns(PrivateLink)
        .tab(Sight::ConnectionRefused),
    vector(
        "private, not asked yet",
        Signals { n: "-", l: ("-", "-"), e: "-", f: "-", ..WITHHELD },
        &[],
        VerdictId::WithheldUnasked,
    )
    .dns(PrivateLink),
    vector(
        "private, the question unanswered",
        Signals { n: "T", l: ("-", "-"), e: "-", f: "T", ..WITHHELD },
        &[],
        VerdictId::WithheldWaiting,
    )
    .dns(PrivateLink),
    vector("private, denied without being asked", WITHHELD, &[], VerdictId::WithheldDenied)
        .permission(Permission::Prompt, Permission::Denied)
        .dns(PrivateLink),
    vector("private, denied", WITHHELD, &[], VerdictId::WithheldDenied)
        .permission(Permission::Denied, Permission::Denied)
        .dns(PrivateLink),
    vector("private, the question closed", WITHHELD, &[], VerdictId::WithheldDismissed).dns(PrivateLink),
    vector("private, in a frame without delegation", WITHHELD, &[], VerdictId::WithheldInFrame)
        .permission(Permission::Denied, Permission::Denied)
        .framed()
        .dns(PrivateLink),
    vector("private, granted", Signals { n: "ok", l: ("ok", "x"), ..WITHHELD }, &[], VerdictId::AnsweredPrivately)
        .permission(Permission::Prompt, Permission::Granted)
        .dns(PrivateLink),
    vector(
        "on this machine, granted",
        Signals { n: "ok", l: ("x", "ok"), ..WITHHELD },
        &[ClientFirewall],
        VerdictId::AnsweredOnThisMachine,
    )
    .permission(Permission::Granted, Permission::Granted)
    .tab(Sight::OtherPage),
    vector(
        "a connection from before hides a fault",
        Signals { s: ("x", "0"), ..OK },
        &[ClientFirewall],
        VerdictId::Wavers,
    )
    .tab(Sight::ConnectionRefused),
    vector("a header or a redirect that keeps the page out", WITHHELD, &[], VerdictId::WithheldOtherwise)
        .permission(Permission::Granted, Permission::Granted),
];

/// A check that is being put together.
#[derive(Clone)]
pub struct Check(Observed);

impl Check {
    fn bare() -> Self {
        Self(Observed::default()).with(Target::OwnOrigin, Signal::Cors, Outcome::Readable { status: 200 })
    }

    /// Chromium on a network where everything but the registry is in order.
    pub fn chromium() -> Self {
        let check = Self::bare().control(Target::PublicControl(0), Outcome::Opaque);
        check.made_up(Target::InvalidName).made_up(Target::NegativeControl)
    }

    /// The same behind a proxy that the browser was told of.
    pub fn proxied() -> Self {
        let check = Self::bare().control(Target::PublicControl(0), Outcome::Rejected);
        check.made_up(Target::InvalidName).made_up(Target::NegativeControl)
    }

    /// Firefox: no address spaces, an `EventSource` that is always closed, a prefetch that always loads.
    pub fn firefox() -> Self {
        let check = Self::bare().with(Target::PublicControl(0), Signal::Opaque, Outcome::Opaque);
        let made_up = |check: Self, target: Target| {
            check
                .with(target.clone(), Signal::Opaque, Outcome::Rejected)
                .with(target.clone(), Signal::Events, Outcome::Withheld)
                .with(target, Signal::Prefetch, Outcome::Loaded)
        };
        made_up(made_up(check, Target::InvalidName), Target::NegativeControl)
    }

    fn control(self, target: Target, public: Outcome) -> Self {
        self.with(target.clone(), Signal::PublicSpace, public)
            .with(target.clone(), Signal::FrameOpaque, Outcome::Opaque)
            .with(target.clone(), Signal::Opaque, Outcome::Opaque)
            .with(target.clone(), Signal::Prefetch, Outcome::Loaded)
            .with(target, Signal::LoopbackSpace, Outcome::Rejected)
    }

    fn made_up(self, target: Target) -> Self {
        self.with(target.clone(), Signal::FrameOpaque, Outcome::Rejected)
            .with(target.clone(), Signal::FrameEvents, Outcome::NoTransport)
            .with(target.clone(), Signal::Opaque, Outcome::Rejected)
            .with(target, Signal::Prefetch, Outcome::LoadFailed)
    }

    /// The login server, by a line of the measured table.
    pub fn login_vector(mut self, signals: Signals) -> Self {
        let Signals { p, s, n, l, e, f } = signals;
        for (signal, shown) in [
            (Signal::PublicSpace, p),
            (Signal::FrameOpaque, s.0),
            (Signal::FrameEvents, s.1),
            (Signal::Opaque, n),
            (Signal::LocalSpace, l.0),
            (Signal::LoopbackSpace, l.1),
            (Signal::Events, e),
            (Signal::Prefetch, f),
        ] {
            let outcome = match (shown, signal) {
                ("ok", _) => Outcome::Opaque,
                ("x", _) => Outcome::Rejected,
                ("T", _) => Outcome::CutOff,
                ("2", _) => Outcome::Withheld,
                ("0", _) => Outcome::NoTransport,
                ("2xx", _) => Outcome::Loaded,
                ("err", _) => Outcome::LoadFailed,
                _ => Outcome::NotRun,
            };
            self = self.with(Target::LoginServer, signal, outcome);
        }
        self
    }

    /// Another outcome for one signal; silence takes its time.
    pub fn with(mut self, target: Target, signal: Signal, outcome: Outcome) -> Self {
        let elapsed_ms = if outcome == Outcome::CutOff { 10_000 } else { 40 };
        self.0.measurements.retain(|one| (&one.target, one.signal) != (&target, signal));
        self.0.measurements.push(Measurement { target, signal, round: 0, outcome, elapsed_ms, exchange: None });
        self
    }

    /// The same after a time.
    pub fn after(mut self, target: Target, signal: Signal, outcome: Outcome, elapsed_ms: u32) -> Self {
        self = self.with(target, signal, outcome);
        if let Some(last) = self.0.measurements.last_mut() {
            last.elapsed_ms = elapsed_ms;
        }
        self
    }

    /// A target that does not answer at all.
    pub fn silent(mut self, target: Target) -> Self {
        self.0.measurements.retain(|one| one.target != target);
        [Signal::PublicSpace, Signal::FrameOpaque, Signal::Opaque]
            .into_iter()
            .fold(self, |check, signal| check.with(target.clone(), signal, Outcome::CutOff))
    }

    pub fn exchange(mut self, exchange: Option<bool>) -> Self {
        for one in self.0.measurements.iter_mut().filter(|one| one.target == Target::LoginServer) {
            one.exchange = exchange;
        }
        self
    }

    pub fn permission(mut self, before: Permission, after: Permission) -> Self {
        self.0.surroundings = Surroundings { before, after, ..self.0.surroundings };
        self
    }

    pub fn online(mut self, online: bool) -> Self {
        self.0.surroundings.online = Some(online);
        self
    }

    pub fn dns(mut self, view: PublicView) -> Self {
        self.0.public_names = vec![(Target::LoginServer, PublicName { view, ..PublicName::default() })];
        self
    }

    pub fn tabs(mut self, tabs: Vec<TabAnswer>) -> Self {
        self.0.tabs = tabs;
        self
    }

    pub fn self_hosted(mut self) -> Self {
        self.0.is_self_hosted = true;
        self
    }

    /// Nothing of the controls but that they answered.
    pub fn without_calibration(mut self) -> Self {
        self.0.measurements.retain(|one| {
            !matches!(one.target, Target::PublicControl(_) | Target::InvalidName) || one.signal == Signal::Opaque
        });
        self
    }

    pub fn observed(&self) -> Observed {
        self.0.clone()
    }

    /// The judgement on the login server.
    pub fn login(&self) -> Judgement {
        let targets = assess(&self.0).targets;
        targets.into_iter().find(|(target, _)| *target == Target::LoginServer).expect("it was asked").1
    }

    pub fn path(&self) -> PathJudgement {
        assess(&self.0).path
    }
}
