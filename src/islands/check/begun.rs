//! A check that has begun: for which registry, what is asked, what has come in. A later change of the name does not touch it.

use crate::browser::{self, Report};
use crate::components::{Signal, Site};
use crate::knowledge::Cloud;
use crate::observation::Seen;
use crate::reach::{
    Assessment, Measurement, Observed, Outcome, Permission, Plan, Progress, PublicName, Region, Registry, Target,
    VerdictId, Wanted, assess, plan, read_public_name,
};
use crate::session::Checked;

/// How many letters a made-up name has: enough that nobody has it.
const MADE_UP_LETTERS: usize = 20;

/// The literal that names the public resolver; where it is empty nobody is asked.
const RESOLVER: &str = "public-resolver";

/// A check that has begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Begun {
    pub(crate) registry: Registry,
    /// Everything that belongs to the check.
    pub(crate) plan: Plan,
    /// What is asked this time: everything, or one host anew.
    pub(super) asked: Plan,
    /// What an earlier run brought in of hosts that are not asked this time.
    kept: Vec<Measurement>,
    /// What this run has brought in so far.
    pub(crate) report: Option<Report>,
    public_names: Vec<(Target, PublicName)>,
    /// How many names public DNS has yet to answer for. Each has a cut-off of its own.
    pub(super) awaited: usize,
    /// Which question to public DNS that is. Answers to an earlier one, which was given up, may still come: they are about another check.
    question: u32,
}

/// The resolver that may be asked.
pub(super) fn resolver(site: &Site) -> Option<&str> {
    site.literals.get(RESOLVER).map(String::as_str).filter(|resolver| !resolver.is_empty())
}

/// A registry's own cloud, or the first where it has none.
pub(super) fn cloud<'a>(site: &'a Site, registry: &Registry) -> Option<&'a Cloud> {
    let own = registry.azure().and_then(|name| site.clouds.iter().find(|cloud| cloud.id == name.cloud));
    own.or(site.clouds.first())
}

/// The plan for a registry.
pub(super) fn planned(site: &Site, registry: &Registry, regions: &[Region], random: &str) -> Plan {
    let own_url = browser::own_url(&site.base, "here.json");
    plan(registry, &Wanted { cloud: cloud(site, registry), regions, own_url: &own_url, random })
}

/// Asks public DNS for names, each by itself; what it says joins the check, which waits for it. Then `told` is called.
pub(super) fn ask_public_dns(
    site: &Site,
    names: Vec<(Target, String)>,
    check: Signal<Option<Begun>>,
    told: impl Fn() + Copy + 'static,
) {
    let Some(resolver) = resolver(site) else { return };
    let mut question = 0;
    check.update(|check| {
        if let Some(check) = check {
            question = check.ask(names.len());
        }
    });
    for (target, name) in names {
        browser::ask_resolver(resolver, &name, move |answer| {
            let said = read_public_name(&answer.unwrap_or_default());
            check.update(|check| {
                if let Some(check) = check {
                    check.hear(question, target, said);
                }
            });
            told();
        });
    }
}

impl Begun {
    /// `before` is the check that this one comes after.
    pub(super) fn new(site: &Site, registry: Registry, regions: &[Region], before: Option<&Self>) -> Self {
        let plan = planned(site, &registry, regions, &browser::random_letters(MADE_UP_LETTERS));
        Self {
            registry,
            asked: plan.clone(),
            plan,
            kept: Vec::new(),
            report: None,
            public_names: Vec::new(),
            awaited: 0,
            question: before.map_or(0, |before| before.question + 1),
        }
    }

    /// Public DNS is asked for so many names. Says which question that is.
    fn ask(&mut self, names: usize) -> u32 {
        self.awaited = names;
        self.question
    }

    /// What public DNS says, if that is still the question.
    fn hear(&mut self, question: u32, target: Target, name: PublicName) {
        if question == self.question {
            self.public_names.push((target, name));
            self.awaited = self.awaited.saturating_sub(1);
        }
    }

    /// What public DNS has not said by now is not waited for.
    pub(super) fn stop_waiting(&mut self) {
        self.awaited = 0;
        self.question += 1;
    }

    /// A check as it would stand with this behind it: for the page of authors.
    #[cfg(feature = "ssr")]
    pub(crate) fn with(registry: Registry, plan: Plan, observed: &Observed) -> Self {
        let report = Report {
            measurements: observed.measurements.clone(),
            surroundings: observed.surroundings,
            spaces: true,
            looks_longer: false,
            progress: Progress::Done,
            flying: Vec::new(),
            elapsed_ms: observed.measurements.iter().map(|one| one.elapsed_ms).max().unwrap_or(0),
        };
        let public_names = observed.public_names.clone();
        Self {
            registry,
            asked: plan.clone(),
            plan,
            kept: Vec::new(),
            report: Some(report),
            public_names,
            awaited: 0,
            question: 0,
        }
    }

    /// The same check, with one host asked anew, and the controls beside it.
    pub(super) fn again(&self, host: &str) -> Self {
        let probes = self.plan.probes.iter().filter(|probe| probe.target.is_control() || probe.host() == host);
        let asked = Plan { probes: probes.cloned().collect() };
        let is_asked = |one: &Measurement| asked.probes.iter().any(|probe| probe.target == one.target);
        let mut kept = self.measurements();
        kept.retain(|one| !is_asked(one));
        Self { asked, kept, report: None, ..self.clone() }
    }

    pub(super) fn progress(&self) -> Progress {
        match self.report.as_ref().map_or(Progress::Running, |report| report.progress) {
            // What public DNS says may change the verdict.
            Progress::Done if self.awaited > 0 => Progress::Running,
            progress => progress,
        }
    }

    /// The names of the registry's hosts, to ask public DNS for.
    pub(super) fn names(&self) -> Vec<(Target, String)> {
        let of_azure = self.registry.azure().is_some();
        let targets = self.targets().into_iter().filter(|target| of_azure && **target != Target::Storage);
        targets.filter_map(|target| Some((target.clone(), self.plan.host(target)?.to_owned()))).collect()
    }

    /// The registry's targets, in the order of the plan.
    pub(super) fn targets(&self) -> Vec<&Target> {
        let mut targets: Vec<&Target> = Vec::new();
        for probe in &self.plan.probes {
            if !probe.target.is_control() && !targets.contains(&&probe.target) {
                targets.push(&probe.target);
            }
        }
        targets
    }

    pub(super) fn measurements(&self) -> Vec<Measurement> {
        let fresh = self.report.iter().flat_map(|report| &report.measurements);
        self.kept.iter().chain(fresh).cloned().collect()
    }

    /// What is known, with what the reader has seen in tabs.
    pub(super) fn observed(&self, said: &[Seen]) -> Observed {
        let tabs = said.iter().filter_map(|seen| if let Seen::Tab(tab) = seen { Some(*tab) } else { None });
        Observed {
            measurements: self.measurements(),
            surroundings: self.report.as_ref().map(|report| report.surroundings).unwrap_or_default(),
            public_names: self.public_names.clone(),
            tabs: tabs.collect(),
            is_self_hosted: self.registry.azure().is_none(),
        }
    }

    /// What it comes to.
    pub(super) fn assessment(&self, said: &[Seen]) -> Assessment {
        assess(&self.observed(said))
    }

    /// The check as the session keeps it.
    pub(super) fn checked(&self) -> Option<Checked> {
        let report = self.report.as_ref()?;
        Some(Checked {
            minute: browser::minute(),
            took_ms: report.elapsed_ms,
            knows_spaces: report.spaces,
            looked_longer: report.looks_longer,
            observed: self.observed(&[]),
        })
    }

    /// The verdict on the login server.
    pub(super) fn verdict(&self) -> Option<VerdictId> {
        let targets = self.assessment(&[]).targets.into_iter();
        targets.filter(|(target, _)| *target == Target::LoginServer).map(|(_, judgement)| judgement.verdict).next()
    }

    /// A region that public DNS gave away and that is not asked about.
    pub(super) fn found_region(&self) -> Option<&Region> {
        let found = self.public_names.iter().find_map(|(_, name)| name.region.as_ref())?;
        let is_asked = self.targets().iter().any(|target| **target == Target::DataEndpoint(found.clone()));
        (!is_asked).then_some(found)
    }

    /// Whether any host said nothing within the limit: then looking longer may tell more.
    pub(super) fn has_silence(&self) -> bool {
        !self.is_longer()
            && self.measurements().iter().any(|one| one.outcome == Outcome::CutOff && !one.target.is_control())
    }

    /// Whether this run waits until browsers give up by themselves.
    pub(super) fn is_longer(&self) -> bool {
        self.report.as_ref().is_some_and(|report| report.looks_longer)
    }

    /// Whether the browser may ask the reader about the local network without the page's knowing of it beforehand.
    pub(super) fn may_ask_unannounced(&self) -> bool {
        let report = self.report.as_ref();
        report.is_some_and(|report| report.surroundings.after == Permission::Prompt && !report.spaces)
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::reach::parse_self_hosted;

    #[test]
    fn what_public_dns_says_too_late_is_about_no_check() {
        let registry = parse_self_hosted("registry.example.com").expect("a name");
        let mut check = Begun::with(registry, Plan::default(), &Observed::default());
        let hear = |check: &mut Begun, question| check.hear(question, Target::LoginServer, PublicName::failed());
        let given_up = check.ask(1);
        check.stop_waiting();
        hear(&mut check, given_up);
        assert_eq!((check.public_names.len(), check.awaited), (0, 0));
        let asked = check.ask(1);
        hear(&mut check, given_up);
        assert_eq!((check.public_names.len(), check.awaited), (0, 1));
        hear(&mut check, asked);
        assert_eq!((check.public_names.len(), check.awaited), (1, 0));
    }
}
