//! One verdict for the whole path: sign-in, manifests and layers come from different hosts.

use super::verdict::Standing;
use super::{Candidate, Certainty, Judgement, Next, Target};
use crate::knowledge::Owner;
use std::fmt;

/// The fields of a path verdict's words.
pub const PATH_FIELDS: [&str; 3] = ["title", "means", "next"];

macro_rules! paths {
    ($($(#[$doc:meta])+ $name:ident => $id:literal,)+) => {
        /// The verdict on the whole path. Words: `path.<id>` with the fields of [`PATH_FIELDS`]; `{host}` is the login server,
        /// `{hosts}` the hosts that the verdict is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PathId { $($(#[$doc])+ $name,)+ }

        impl PathId {
            /// Every path verdict.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in `content/` and in word keys.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

paths! {
    /// Nothing can be said of the login server.
    NotTested => "not-tested",
    /// Something answers in the login server's place that is not to be trusted: a block page, any name at all, the browser.
    Foreign => "foreign",
    /// The browser withholds what the login server says.
    Withheld => "withheld",
    /// The login server does not answer: nothing else matters before it does.
    LoginFails => "login-fails",
    /// The login server answers at times.
    LoginWavers => "login-wavers",
    /// The login server answers; no host of the layers does.
    LayersFail => "layers-fail",
    /// The login server answers, and some replicas' hosts do, others not.
    SomeReplicasFail => "some-replicas-fail",
    /// The login server answers, storage does not.
    StorageFails => "storage-fails",
    /// The login server answers, regional endpoints do not, and of the data endpoints beside them nothing is known.
    RegionalFails => "regional-fails",
    /// The login server answers; of the hosts of the layers nothing is known.
    LoginOnly => "login-only",
    /// The login server and a host of the layers answer. Hosts that may not be in use are not counted.
    AllAnswer => "all-answer",
}

impl fmt::Display for PathId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// What the whole path came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathJudgement {
    /// The verdict.
    pub verdict: PathId,
    /// How far the evidence carries it.
    pub certainty: Certainty,
    /// The targets that it is about: those that fail, or waver, or are withheld; empty where nothing is wrong.
    pub about: Vec<Target>,
    /// The causes that remain, at most two wherever the evidence allows.
    pub candidates: Vec<Candidate>,
    /// Whether nothing at all may be wrong with the path: what fails then is one of [`super::Suspect::BEYOND`].
    pub may_be_healthy: bool,
    /// Who can do the next thing.
    pub owner: Owner,
    /// What to do next, the most telling first; never empty.
    pub next: Vec<Next>,
}

/// What a part of the path came to.
struct Part<'a> {
    answers: bool,
    /// What is wrong with it, target by target.
    wrong: Vec<&'a (Target, Judgement)>,
}

impl<'a> Part<'a> {
    fn of(targets: &'a [(Target, Judgement)], belongs: fn(&Target) -> bool) -> Self {
        let mut part = Self { answers: false, wrong: Vec::new() };
        for one in targets.iter().filter(|(target, _)| belongs(target)) {
            match one.1.verdict.standing() {
                Standing::Answers => part.answers = true,
                Standing::Fails | Standing::Wavers | Standing::Withheld | Standing::Foreign => part.wrong.push(one),
                Standing::Unknown => {}
            }
        }
        part
    }
}

/// Judges the path by what its targets came to: the login server first, then whatever serves the layers, then the rest.
pub(super) fn judge(targets: &[(Target, Judgement)]) -> PathJudgement {
    let Some(login) = targets.iter().find(|(target, _)| *target == Target::LoginServer) else {
        return PathJudgement {
            verdict: PathId::NotTested,
            certainty: Certainty::NotTested,
            about: Vec::new(),
            candidates: Vec::new(),
            may_be_healthy: true,
            owner: Owner::Reader,
            next: vec![Next::CheckAgain],
        };
    };
    let data = Part::of(targets, |target| matches!(target, Target::DataEndpoint(_)));
    let storage = Part::of(targets, |target| *target == Target::Storage);
    let regional = Part::of(targets, |target| matches!(target, Target::RegionalEndpoint(_)));
    let at_login = match login.1.verdict.standing() {
        Standing::Unknown => Some(PathId::NotTested),
        Standing::Foreign => Some(PathId::Foreign),
        Standing::Withheld => Some(PathId::Withheld),
        Standing::Wavers => Some(PathId::LoginWavers),
        Standing::Fails => Some(PathId::LoginFails),
        Standing::Answers => None,
    };
    let (verdict, wrong) = match at_login {
        Some(PathId::NotTested) => (PathId::NotTested, Vec::new()),
        Some(verdict) => (verdict, vec![login]),
        None if !data.wrong.is_empty() && data.answers => (PathId::SomeReplicasFail, data.wrong),
        None if !data.wrong.is_empty() => (PathId::LayersFail, data.wrong),
        // Where there are data endpoints nobody fetches layers from storage.
        None if !storage.wrong.is_empty() && !data.answers => (PathId::StorageFails, storage.wrong),
        // A registry has regional endpoints only where somebody wanted them; each still has its own verdict.
        None if !regional.wrong.is_empty() && !data.answers => (PathId::RegionalFails, regional.wrong),
        None if data.answers || storage.answers => (PathId::AllAnswer, Vec::new()),
        None => (PathId::LoginOnly, Vec::new()),
    };
    let decisive = wrong.first().map_or(&login.1, |(_, judgement)| judgement);
    let mut candidates: Vec<Candidate> = Vec::new();
    for candidate in wrong.iter().flat_map(|(_, judgement)| &judgement.candidates).chain(
        // Where nothing is wrong, what may stand behind the login server's answer remains.
        login.1.candidates.iter().filter(|_| wrong.is_empty()),
    ) {
        if candidates.iter().all(|one| one.suspect != candidate.suspect) {
            candidates.push(*candidate);
        }
    }
    PathJudgement {
        verdict,
        certainty: decisive.certainty,
        about: wrong.iter().map(|(target, _)| target.clone()).collect(),
        candidates,
        may_be_healthy: decisive.may_be_healthy,
        owner: decisive.owner,
        next: decisive.next.clone(),
    }
}
