//! From observations, a check and the diagnosis to the state of every stop.

use super::{Node, Picture, State};
use crate::certainty::Certainty;
use crate::diagnosis::Diagnosis;
use crate::knowledge::{Cloud, Stop};
use crate::observation::{Fact, Seen};
use crate::pack::Casebook;
use crate::reach::Region;
use crate::reach::{Assessment, PublicView, Reading, Standing, Target, VerdictId, endpoints, read};
use crate::report::Shared;

/// What single facts show of stops. Failures that can happen at any host are told apart by [`site`].
const SHOWN: [(Fact, Stop, State); 30] = [
    (Fact::DaemonNotRunning, Stop::Client, State::Failed),
    (Fact::DockerMissing, Stop::Client, State::Failed),
    (Fact::DaemonOk, Stop::Client, State::Answered),
    (Fact::BlockedByAzureFirewall, Stop::Firewall, State::Failed),
    (Fact::InspectionIssuer, Stop::Firewall, State::Unclear),
    (Fact::DnsOk, Stop::Dns, State::Answered),
    (Fact::AnswersPrivate, Stop::Dns, State::Answered),
    (Fact::AnswersPublic, Stop::Dns, State::Answered),
    (Fact::AnswersNowhere, Stop::Dns, State::Unclear),
    (Fact::PrivatelinkChain, Stop::Dns, State::Answered),
    (Fact::BlockedByGroup, Stop::VirtualNetwork, State::Failed),
    (Fact::TcpOk, Stop::LoginServer, State::Answered),
    (Fact::TlsOk, Stop::LoginServer, State::Answered),
    (Fact::HttpOk, Stop::LoginServer, State::Answered),
    (Fact::ChallengeSeen, Stop::LoginServer, State::Answered),
    (Fact::ChallengeOk, Stop::LoginServer, State::Answered),
    (Fact::ChallengeFailed, Stop::LoginServer, State::Failed),
    (Fact::RefreshTokenOk, Stop::LoginServer, State::Answered),
    (Fact::AccessTokenOk, Stop::LoginServer, State::Answered),
    (Fact::TokenAnswered, Stop::LoginServer, State::Answered),
    (Fact::SignedIn, Stop::LoginServer, State::Answered),
    (Fact::RegistryHeader, Stop::LoginServer, State::Answered),
    (Fact::ClusterCanPull, Stop::LoginServer, State::Answered),
    (Fact::TransferOk, Stop::LoginServer, State::Answered),
    (Fact::DataReached, Stop::DataEndpoint, State::Answered),
    (Fact::StorageReached, Stop::Storage, State::Answered),
    (Fact::StorageDenied, Stop::Storage, State::Answered),
    (Fact::StorageAuthHeader, Stop::Storage, State::Answered),
    (Fact::HostNotReachable, Stop::LoginServer, State::Failed),
    (Fact::ProxyGatewayError, Stop::Firewall, State::Unclear),
];

/// Facts that show that a private endpoint plays a part.
const PRIVATE: [Fact; 5] =
    [Fact::AnswersPrivate, Fact::PrivatelinkChain, Fact::DataAnswersPrivate, Fact::ToPrivate, Fact::ClientIpPrivate];

/// Where something happened, and the stop that this is. What happened elsewhere says nothing of the path.
const SITES: [(Fact, Option<Stop>); 12] = [
    (Fact::AtBlob, Some(Stop::Storage)),
    (Fact::AtDataEndpoint, Some(Stop::DataEndpoint)),
    (Fact::AtLayers, Some(Stop::DataEndpoint)),
    (Fact::AtLoginServer, Some(Stop::LoginServer)),
    (Fact::AtToken, Some(Stop::LoginServer)),
    (Fact::AtManifest, Some(Stop::LoginServer)),
    (Fact::AtPush, Some(Stop::LoginServer)),
    (Fact::AtSignIn, None),
    (Fact::AtManagement, None),
    (Fact::AtMcr, None),
    (Fact::AtOtherService, None),
    (Fact::AtOtherRegistry, None),
];

/// The stops' states as they are put together.
#[derive(Default)]
struct States([State; Stop::ALL.len()]);

impl States {
    #[inline(never)]
    fn note(&mut self, stop: Stop, state: State) {
        self.0[stop as usize] = self.0[stop as usize].and(state);
    }
}

impl Picture {
    /// Draws what is known. The assessment is that of the session's check; none where none was made.
    pub fn of(
        shared: &Shared,
        diagnosis: &Diagnosis,
        assessment: Option<&Assessment>,
        casebook: &Casebook,
        clouds: &[Cloud],
    ) -> Self {
        let session = shared.session();
        let facts: Vec<Fact> =
            session.seen().filter_map(|seen| if let Seen::Fact(fact) = seen { Some(*fact) } else { None }).collect();
        let mut states = States::default();
        from_facts(&facts, &mut states);
        let mut is_private = facts.iter().any(|fact| PRIVATE.contains(fact));
        if let Some(checked) = &session.checked {
            if matches!(read(&checked.observed.measurements, &Target::OwnOrigin), Reading::Readable { .. }) {
                states.note(Stop::Client, State::Answered);
            }
            is_private |= checked.observed.public_names.iter().any(|(_, name)| name.view == PublicView::PrivateLink);
        }
        for (target, judgement) in assessment.iter().flat_map(|assessment| &assessment.targets) {
            is_private |= from_verdict(target, judgement.verdict, &mut states);
        }
        // What answers shows that the way to it is open.
        let ends = [Stop::LoginServer, Stop::DataEndpoint, Stop::Storage];
        if ends.iter().any(|stop| states.0[*stop as usize] == State::Answered) {
            for stop in [Stop::Client, Stop::Firewall, Stop::Dns] {
                if states.0[stop as usize] == State::NotTested {
                    states.0[stop as usize] = State::Answered;
                }
            }
        }
        let fault = fault(diagnosis, casebook);
        let is_there = |stop: Stop| {
            let is_known = states.0[stop as usize] != State::NotTested || fault == Some(stop);
            match stop {
                Stop::Client | Stop::Firewall | Stop::Dns | Stop::LoginServer => true,
                Stop::VirtualNetwork | Stop::PrivateEndpoint => {
                    is_private || is_known || fault == Some(Stop::PrivateEndpoint)
                }
                Stop::DataEndpoint => is_known || states.0[Stop::Storage as usize] == State::NotTested,
                Stop::Storage => is_known,
            }
        };
        let hosts = hosts(shared, clouds);
        let nodes = Stop::ALL.into_iter().filter(|stop| is_there(*stop)).map(|stop| Node {
            stop,
            state: states.0[stop as usize],
            is_fault: fault == Some(stop),
            hosts: hosts.iter().filter(|(of, _)| *of == stop).map(|(_, host)| host.clone()).collect(),
        });
        Self { nodes: nodes.collect() }
    }
}

fn from_facts(facts: &[Fact], states: &mut States) {
    for (fact, stop, state) in SHOWN {
        if facts.contains(&fact) {
            states.note(stop, state);
        }
    }
    if facts.contains(&Fact::TransferOk) {
        states.note(Stop::DataEndpoint, State::Answered);
    }
    let site = SITES.iter().find(|(at, _)| facts.contains(at)).map_or(Some(Stop::LoginServer), |(_, stop)| *stop);
    for fact in facts.iter().copied() {
        let (stop, state) = match fact {
            Fact::TcpForbidden | Fact::Canceled => continue,
            _ if fact >= Fact::ProxyUnreachable && fact <= Fact::ProxyRefuses => (Some(Stop::Firewall), State::Failed),
            Fact::BlockPage => (Some(Stop::Firewall), State::Unclear),
            _ if !fact.has_site() => continue,
            _ if fact <= Fact::DnsTemporary => (site.map(|_| Stop::Dns), State::Failed),
            _ if fact <= Fact::ConnectFailed => (site, State::Failed),
            // What has a certificate that is not trusted answers, and may be something else.
            _ if fact <= Fact::TlsRefused => (site, State::Unclear),
            _ => (site, State::Answered),
        };
        if let Some(stop) = stop {
            states.note(stop, state);
        }
    }
}

/// Notes what the check found of a target; whether it shows that a private endpoint plays a part.
fn from_verdict(target: &Target, verdict: VerdictId, states: &mut States) -> bool {
    let state = match verdict.standing() {
        Standing::Unknown => State::NotTested,
        Standing::Answers => State::Answered,
        Standing::Fails => State::Failed,
        Standing::Foreign | Standing::Withheld | Standing::Wavers => State::Unclear,
    };
    let stop = match target {
        Target::LoginServer => Stop::LoginServer,
        Target::DataEndpoint(_) => Stop::DataEndpoint,
        Target::Storage => Stop::Storage,
        // A registry has regional endpoints only where somebody wanted them.
        _ => return false,
    };
    states.note(stop, state);
    match verdict {
        VerdictId::NameMissing => states.note(Stop::Dns, State::Failed),
        VerdictId::WantsProxySignIn => states.note(Stop::Firewall, State::Failed),
        VerdictId::Offline => states.note(Stop::Client, State::Failed),
        VerdictId::AnsweredPrivately => states.note(Stop::PrivateEndpoint, State::Answered),
        VerdictId::PrivateGaveUp | VerdictId::PrivateSilent => {}
        _ => return false,
    }
    matches!(verdict, VerdictId::AnsweredPrivately | VerdictId::PrivateGaveUp | VerdictId::PrivateSilent)
}

/// Where the verdict places the fault: at the finding's stop, or the cause's. What is merely possible is placed nowhere.
fn fault(diagnosis: &Diagnosis, casebook: &Casebook) -> Option<Stop> {
    let cause = diagnosis.causes.first().filter(|cause| cause.certainty >= Certainty::Likely)?;
    let finding = cause.finding.as_ref().and_then(|finding| casebook.finding(finding.as_str()));
    let at = match finding {
        Some(finding) => finding.at,
        None => casebook.cause(cause.id.as_str())?.at,
    };
    Stop::named(at)
}

/// The hosts of stops.
fn hosts(shared: &Shared, clouds: &[Cloud]) -> Vec<(Stop, String)> {
    let Some(registry) = shared.registry(clouds) else { return Vec::new() };
    let cloud = registry.azure().and_then(|name| clouds.iter().find(|cloud| cloud.id == name.cloud));
    let regions = Region::list(&shared.session().typed.region);
    let endpoints = endpoints(&registry, cloud, &regions).into_iter();
    endpoints
        .filter_map(|endpoint| match endpoint.target {
            Target::LoginServer => Some((Stop::LoginServer, endpoint.host)),
            Target::DataEndpoint(_) => Some((Stop::DataEndpoint, endpoint.host)),
            Target::Storage => Some((Stop::Storage, endpoint.host)),
            _ => None,
        })
        .collect()
}
