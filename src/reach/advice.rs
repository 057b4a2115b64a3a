//! What goes with each verdict: how certain it is, which causes remain, who does what next.

use super::{Candidate, Certainty, Judgement, Next, Reading, Registry, Suspect, Target, VerdictId};
use crate::knowledge::Owner;

/// What goes with a verdict.
pub(super) fn about(verdict: VerdictId, reasons: Vec<(Target, Reading)>) -> Judgement {
    use Certainty::{Certain, Likely, NotTested, Possible};
    use Suspect::{ClientFirewall, NotNetwork, PublicAccess, RegistryName, SignIn, Vnet};
    let (certainty, suspects, owner, next): (Certainty, &[Suspect], Owner, &[Next]) = match verdict {
        VerdictId::NotRun | VerdictId::Cancelled => {
            (NotTested, &[], Owner::Reader, &[Next::CheckAgain, Next::OpenPath])
        }
        VerdictId::PageCutOff | VerdictId::AnsweredUntested => {
            (NotTested, &[], Owner::Reader, &[Next::CheckAgain, Next::OpenPath, Next::TestPathWhereItFails])
        }
        // The page cannot mend itself, and the reader need not wait for it.
        VerdictId::PolicyBlocked => {
            (NotTested, &[], Owner::Reader, &[Next::OpenPath, Next::OpenRules, Next::ReportPage])
        }
        VerdictId::AnsweredInBrowser => {
            (NotTested, &[], Owner::Reader, &[Next::CheckInPrivateWindow, Next::OpenPath, Next::TestPathWhereItFails])
        }
        // The path works; who may pass is decided at the token service, and layers come from other hosts.
        VerdictId::AsksForSignIn => (
            Certain,
            &[SignIn, PublicAccess, ClientFirewall, Vnet, NotNetwork],
            Owner::Reader,
            &[Next::OpenRules, Next::TestPathWhereItFails],
        ),
        // A proxy that opens TLS can refuse in the registry's place.
        VerdictId::Refused => {
            (Likely, &[PublicAccess, ClientFirewall], Owner::RegistryOwner, &[Next::OpenRules, Next::OpenPath])
        }
        VerdictId::OpenAnswer => {
            (Possible, &[ClientFirewall, NotNetwork], Owner::Reader, &[Next::OpenPath, Next::TestPathWhereItFails])
        }
        VerdictId::UnexpectedAnswer => {
            (Possible, &[NotNetwork, ClientFirewall], Owner::Reader, &[Next::OpenPath, Next::TestPathWhereItFails])
        }
        VerdictId::Answered | VerdictId::AnsweredSlowly | VerdictId::AnsweredAlone => (
            Certain,
            &[PublicAccess, ClientFirewall, Vnet, SignIn, NotNetwork],
            Owner::Reader,
            &[Next::OpenPath, Next::OpenRules, Next::TestPathWhereItFails],
        ),
        VerdictId::Wavers => (
            Certain,
            &[ClientFirewall, Vnet, PublicAccess, NotNetwork],
            Owner::Reader,
            &[Next::CheckAgain, Next::OpenPath, Next::TestPathWhereItFails],
        ),
        VerdictId::GaveUpAtOnce => (
            Possible,
            &[RegistryName, ClientFirewall, Vnet],
            Owner::Reader,
            &[Next::OpenPath, Next::LookUpWhereItFails, Next::TestPathWhereItFails],
        ),
        VerdictId::GaveUpLate | VerdictId::NoAnswer | VerdictId::FailsUnevenly => (
            Possible,
            &[ClientFirewall, Vnet, RegistryName],
            Owner::Reader,
            &[Next::OpenPath, Next::LookUpWhereItFails, Next::TestPathWhereItFails],
        ),
        VerdictId::NothingOutside => (
            NotTested,
            &[ClientFirewall, Vnet, RegistryName],
            Owner::NetworkTeam,
            &[Next::OpenPath, Next::TestPathWhereItFails, Next::CheckAgain],
        ),
        VerdictId::Uncompared => (
            NotTested,
            &[ClientFirewall, Vnet, RegistryName],
            Owner::Reader,
            &[Next::OpenPath, Next::CheckAgain, Next::TestPathWhereItFails],
        ),
    };
    // Only an answer that was read speaks for a single cause.
    let lead = if verdict == VerdictId::Refused { Likely } else { Possible };
    let candidates = suspects
        .iter()
        .enumerate()
        .map(|(nth, &suspect)| Candidate { suspect, certainty: if nth == 0 { lead } else { Possible } });
    Judgement {
        verdict,
        certainty,
        candidates: candidates.collect(),
        may_be_healthy: false,
        owner,
        next: next.to_vec(),
        reasons,
    }
}

impl Judgement {
    /// The same, without what only a registry in Azure has, where the registry is the reader's own.
    #[must_use]
    pub fn for_registry(mut self, registry: &Registry) -> Self {
        if registry.azure().is_none() {
            self.candidates.retain(|candidate| !matches!(candidate.suspect, Suspect::PublicAccess | Suspect::Vnet));
            self.next.retain(|next| *next != Next::OpenRules);
        }
        self
    }
}
