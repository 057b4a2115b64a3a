//! One verdict for the whole path: sign-in, manifests and layers come from different hosts.

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
    /// The login server and the hosts of the layers answer, regional endpoints do not.
    RegionalFails => "regional-fails",
    /// The login server answers; of the hosts of the layers nothing is known.
    LoginOnly => "login-only",
    /// Everything that was asked answers.
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
    /// Whether nothing at all may be wrong with the path: what fails then is sign-in, or no matter of the network.
    pub may_be_healthy: bool,
    /// Who can do the next thing.
    pub owner: Owner,
    /// What to do next, the most telling first; never empty.
    pub next: Vec<Next>,
}

/// Judges the path by what its targets came to.
pub(super) fn judge(targets: &[(Target, Judgement)]) -> PathJudgement {
    let login = targets.iter().find(|(target, _)| *target == Target::LoginServer).map(|(_, judgement)| judgement);
    let Some(login) = login else {
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
    PathJudgement {
        verdict: PathId::LoginOnly,
        certainty: login.certainty,
        about: Vec::new(),
        candidates: login.candidates.clone(),
        may_be_healthy: login.may_be_healthy,
        owner: login.owner,
        next: login.next.clone(),
    }
}
