//! The real guide, and sessions drawn by dice.

use registry_guide::authoring::{Content, Files};
use registry_guide::diagnosis::{Diagnosis, Engine};
use registry_guide::guide::Guide;
use registry_guide::knowledge::Cloud;
use registry_guide::observation::{Fact, Observation, Seen};
use registry_guide::pack::Casebook;
use registry_guide::reach::{
    Measurement, Observed, Outcome, Permission, PublicName, PublicView, Region, Signal, Surroundings, Target,
};
use registry_guide::report::{Known, Shared, Wanted};
use registry_guide::session::{Checked, Ruling, Session, Shell};
use registry_guide::trial::Dice;
use std::path::Path;
use std::sync::LazyLock;

pub struct Given {
    pub swedish: Guide,
    pub english: Guide,
    pub casebook: Casebook,
    pub known: Known,
    pub engine: Engine,
}

pub static GIVEN: LazyLock<Given> = LazyLock::new(|| {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = Content::read(&Files::read(&dir).expect("the content can be read"));
    let guide = |code: &str| content.guide(&code.into()).expect("a language of the guide");
    let (swedish, english) = (guide("sv"), guide("en"));
    let commands: Vec<_> = content.weights().inquiries.iter().filter_map(|inquiry| inquiry.command.clone()).collect();
    let casebook = Casebook::from_rows(Casebook::of_report(&english, &commands).rows()).expect("the rows read back");
    let known = Known::of(&casebook);
    let engine = Engine::new(content.weights().clone()).expect("the weights are sound");
    Given { swedish, english, casebook, known, engine }
});

impl Given {
    pub fn clouds(&self) -> &[Cloud] {
        &self.english.knowledge.clouds
    }

    pub fn diagnosis(&self, session: &Session) -> Diagnosis {
        let observations: Vec<Observation> = session.seen().cloned().map(Into::into).collect();
        self.engine.diagnose(&observations)
    }

    /// What a report of a session is made from, in a language.
    pub fn wanted<'a>(&'a self, guide: &'a Guide, shared: &'a Shared, diagnosis: &'a Diagnosis) -> Wanted<'a> {
        Wanted {
            shared,
            diagnosis,
            casebook: &self.casebook,
            words: &guide.words,
            literals: &guide.knowledge.literals,
            clouds: self.clouds(),
            version: &guide.version,
            minute: 29_927_163,
            root: "https://guide.example/en/",
        }
    }
}

/// Every observation that a session can hold.
pub fn observations() -> Vec<Seen> {
    GIVEN.known.lines().filter_map(|line| Seen::parse(line.strip_prefix("said ")?)).collect()
}

/// A session as large as `size` says: 0 is empty, 100 more than anybody makes.
pub fn session(dice: &mut Dice, size: usize) -> Session {
    let knowledge = &GIVEN.english.knowledge;
    let mut session = Session::default();
    let typed = [
        "contosoprod",
        "contosoprod-e7ggejfuhzhgedc8.azurecr.io/samples/hello-contoso:v1.2",
        "docker pull contosoprod.azurecr.cn/team/app:1.0",
        "contosoprod.swedencentral.geo.azurecr.io",
        "registry.corp.contoso.example:5000/team/app",
        "",
    ];
    session.typed.registry = typed[dice.below(typed.len())].into();
    session.typed.self_hosted = dice.below(2) == 0;
    if dice.below(2) == 0 {
        session.typed.region = "Sweden Central, westeurope".into();
        session.typed.resource_group = "rg-contoso-prod".into();
        session.typed.client_ip =
            ["203.0.113.77", "10.20.30.40", "2603:1020::5", "fd12::7", "nonsense"][dice.below(5)].into();
    }
    if dice.below(2) == 0 {
        session.shell = Shell::PowerShell;
    }
    let seen = observations();
    let facts: Vec<Seen> = Fact::ALL.iter().copied().map(Seen::Fact).collect();
    let mut read = Vec::new();
    for _ in 0..dice.below(size + 1) {
        let fact = facts[dice.below(facts.len())].clone();
        if !read.contains(&fact) {
            read.push(fact);
        }
    }
    session.set_read(read);
    for _ in 0..dice.below(size + 1) {
        session.say(seen[dice.below(seen.len())].clone());
    }
    for _ in 0..dice.below(size + 1) {
        let solution = &knowledge.solutions[dice.below(knowledge.solutions.len())];
        let step = &solution.steps[dice.below(solution.steps.len())];
        session.tick(&solution.id, &step.id, true);
    }
    for _ in 0..dice.below(size / 2 + 1) {
        let symptom = &knowledge.symptoms[dice.below(knowledge.symptoms.len())];
        let cause = &symptom.causes[dice.below(symptom.causes.len())];
        session.rule(&symptom.id, cause, if dice.below(2) == 0 { Ruling::Fits } else { Ruling::Out });
    }
    if size > 0 && dice.below(3) > 0 {
        let regions = dice.below(2 + size / 10);
        session.checked = Some(checked(dice, regions, 3));
    }
    session
}

/// A check of a registry with replicas in so many regions, in which anything may have come of anything.
pub fn checked(dice: &mut Dice, regions: usize, rounds: u8) -> Checked {
    let names = ["swedencentral", "westeurope", "northeurope", "germanywestcentral", "eastus2", "southeastasia"];
    let regions =
        (0..regions).map(|nth| Region::parse(&format!("{}{nth}", names[nth % names.len()])).expect("a region"));
    let regions: Vec<Region> = regions.collect();
    let mut targets = vec![Target::OwnOrigin, Target::PublicControl(0), Target::PublicControl(1), Target::InvalidName];
    targets.extend([Target::NegativeControl, Target::LoginServer]);
    for region in &regions {
        targets.extend([Target::RegionalEndpoint(region.clone()), Target::DataEndpoint(region.clone())]);
    }
    targets.push(Target::Storage);
    let mut measurements = Vec::new();
    for target in &targets {
        // A host behaves much alike in every round.
        let usual = outcome(dice);
        for round in 0..rounds {
            for signal in Signal::ALL {
                let outcome = if dice.below(4) == 0 { outcome(dice) } else { usual };
                let elapsed_ms = [12, 87, 430, 2_950, 3_000, 4_999, 5_000, 9_990, 10_000, 21_000][dice.below(10)];
                let exchange = [None, Some(false), Some(true)][dice.below(3)];
                if dice.below(3) > 0 {
                    measurements.push(Measurement {
                        target: target.clone(),
                        signal,
                        round,
                        outcome,
                        elapsed_ms,
                        exchange,
                    });
                }
            }
        }
    }
    let permissions = [Permission::Granted, Permission::Denied, Permission::Prompt, Permission::Unsupported];
    let surroundings = Surroundings {
        before: permissions[dice.below(4)],
        after: permissions[dice.below(4)],
        is_framed: dice.below(5) == 0,
        online: [None, Some(false), Some(true)][dice.below(3)],
    };
    let views = [PublicView::Missing, PublicView::Plain, PublicView::PrivateLink, PublicView::Failed];
    let public_names = targets.iter().filter(|target| !target.is_control() && **target != Target::Storage);
    let public_names = public_names.map(|target| {
        let region = regions.first().cloned();
        (target.clone(), PublicName { view: views[dice.below(4)], region, ttl_s: None })
    });
    let public_names = public_names.collect();
    let is_self_hosted = dice.below(8) == 0;
    Checked {
        minute: 29_800_000,
        took_ms: 10_300,
        knows_spaces: dice.below(2) == 0,
        looked_longer: dice.below(4) == 0,
        observed: Observed { measurements, surroundings, public_names, tabs: Vec::new(), is_self_hosted },
    }
}

fn outcome(dice: &mut Dice) -> Outcome {
    let outcomes = [
        Outcome::Readable { status: [200, 401, 403, 503][dice.below(4)] },
        Outcome::Opaque,
        Outcome::Rejected,
        Outcome::CutOff,
        Outcome::Withheld,
        Outcome::NoTransport,
        Outcome::Loaded,
        Outcome::LoadFailed,
        Outcome::NotRun,
    ];
    outcomes[dice.below(outcomes.len())]
}
