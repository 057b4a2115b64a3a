//! What goes with each verdict: how certain it is, which causes remain, who does what next.

use super::clues::Way;
use super::judge::{Scene, verdict};
use super::verdict::Standing;
use super::{
    Candidate, Certainty, ControlWay, Judgement, Next, Permission, PublicView, Reading, Suspect, TabAnswer, Target,
    VerdictId, decide,
};
use crate::knowledge::Owner;
use Suspect::{ClientFirewall, PublicAccess, RegistryName, Vnet};

/// Judges one target.
pub fn judge(scene: &Scene, tabs: &[TabAnswer], reasons: Vec<(Target, Reading)>) -> Judgement {
    let verdict = verdict(scene);
    let (mut certainty, owner, next) = about(verdict);
    if verdict.standing() == Standing::Withheld && !scene.clues.withheld.is_shown() {
        certainty = certainty.min(Certainty::Possible);
    }
    let (suspects, may_be_healthy) = remaining(verdict, scene);
    let lead = if suspects.first().is_some_and(|&first| is_told(verdict, first, scene.view)) {
        Certainty::Likely
    } else {
        Certainty::Possible
    };
    let candidates = suspects
        .iter()
        .enumerate()
        .map(|(nth, &suspect)| Candidate { suspect, certainty: if nth == 0 { lead } else { Certainty::Possible } })
        .collect();
    let mut judgement =
        Judgement { verdict, certainty, candidates, may_be_healthy, owner, next: next.to_vec(), reasons };
    if scene.is_login {
        decide::narrow(&mut judgement, tabs);
    }
    judgement
}

/// Whether what was seen speaks for the first cause more than for any other. Only an answer that was told from the registry's own
/// does: whoever fails to answer does not say why.
fn is_told(verdict: VerdictId, first: Suspect, view: PublicView) -> bool {
    match verdict {
        // Without a private endpoint there is no other way to be refused by the registry itself.
        VerdictId::Refused => first == PublicAccess && view == PublicView::Plain,
        VerdictId::BlockPage => true,
        _ => false,
    }
}

/// How far the evidence carries the verdict, who can do something, and what.
fn about(verdict: VerdictId) -> (Certainty, Owner, &'static [Next]) {
    use Certainty::{Certain, Likely, NotTested, Possible};
    use Next::{
        AllowLocalNetwork, AnswerTheBrowser, CheckAgain, CheckInPrivateWindow, LookUpWhereItFails, OpenPageAlone,
        OpenPath, OpenRules, ReportPage, SignInToProxy, TestPathWhereItFails,
    };
    use Owner::{NetworkTeam, Reader, RegistryOwner};
    match verdict {
        VerdictId::NotRun | VerdictId::Cancelled => (NotTested, Reader, &[CheckAgain, OpenPath]),
        VerdictId::PageCutOff | VerdictId::AnsweredUntested | VerdictId::Uncompared | VerdictId::Offline => {
            (NotTested, Reader, &[CheckAgain, OpenPath, TestPathWhereItFails])
        }
        // The page cannot mend itself, and the reader need not wait for it.
        VerdictId::PolicyBlocked => (NotTested, Reader, &[OpenPath, OpenRules, ReportPage]),
        VerdictId::AnsweredInBrowser => (NotTested, Reader, &[CheckInPrivateWindow, OpenPath, TestPathWhereItFails]),
        VerdictId::NothingOutside => (NotTested, NetworkTeam, &[OpenPath, TestPathWhereItFails, CheckAgain]),
        // The path works; who may pass is decided at the token service.
        VerdictId::AsksForSignIn => (Certain, Reader, &[OpenRules, TestPathWhereItFails]),
        VerdictId::Refused => (Likely, RegistryOwner, &[OpenRules, OpenPath]),
        VerdictId::OpenAnswer | VerdictId::UnexpectedAnswer => (Possible, Reader, &[OpenPath, TestPathWhereItFails]),
        VerdictId::Answered | VerdictId::AnsweredSlowly | VerdictId::AnsweredAlone => {
            (Certain, Reader, &[OpenPath, OpenRules, TestPathWhereItFails])
        }
        VerdictId::AnsweredDirectly
        | VerdictId::AnsweredPastPrivateLink
        | VerdictId::AnsweredPrivately
        | VerdictId::AnsweredOnThisMachine
        | VerdictId::AnsweredThroughProxy
        | VerdictId::AnsweredByProxyRule => (Likely, Reader, &[OpenPath, OpenRules, TestPathWhereItFails]),
        VerdictId::BlockPage | VerdictId::AnswersEveryName => (Likely, NetworkTeam, &[OpenPath, TestPathWhereItFails]),
        VerdictId::WithheldUnasked => (Likely, Reader, &[AnswerTheBrowser, OpenPath, TestPathWhereItFails]),
        VerdictId::WithheldWaiting => (Likely, Reader, &[AnswerTheBrowser, CheckAgain, OpenPath]),
        VerdictId::WithheldDenied => (Likely, Reader, &[AllowLocalNetwork, OpenPath, TestPathWhereItFails]),
        VerdictId::WithheldDismissed => (Likely, Reader, &[CheckAgain, AllowLocalNetwork, OpenPath]),
        VerdictId::WithheldInFrame => (Likely, Reader, &[OpenPageAlone, OpenPath, TestPathWhereItFails]),
        VerdictId::WithheldOtherwise => (Possible, Reader, &[OpenPath, TestPathWhereItFails]),
        VerdictId::Wavers => (Certain, Reader, &[CheckAgain, OpenPath, TestPathWhereItFails]),
        VerdictId::NameMissing => (Likely, Reader, &[OpenPath, LookUpWhereItFails]),
        VerdictId::WantsProxySignIn => (Likely, Reader, &[SignInToProxy, OpenPath, TestPathWhereItFails]),
        VerdictId::PartlyBlocked => (Possible, NetworkTeam, &[OpenPath, TestPathWhereItFails]),
        VerdictId::PrivateGaveUp | VerdictId::PrivateSilent | VerdictId::FailsAlone => {
            (Possible, NetworkTeam, &[OpenPath, LookUpWhereItFails, TestPathWhereItFails])
        }
        VerdictId::GaveUpAtOnce
        | VerdictId::GaveUpLate
        | VerdictId::NoAnswer
        | VerdictId::FailsUnevenly
        | VerdictId::RefusedAfterContact => (Possible, Reader, &[OpenPath, LookUpWhereItFails, TestPathWhereItFails]),
    }
}

/// The causes that remain, the most usual first, and whether nothing at all may be wrong with the path.
///
/// Causes outside the network are not among them: whether nothing is wrong says the same in one word.
fn remaining(verdict: VerdictId, scene: &Scene) -> (&'static [Suspect], bool) {
    // What is not the login server may simply not be in use by this registry; and a browser that tells nothing in silence may be
    // asking the reader all the while.
    let is_asking = scene.clues.may_be_asking && scene.surroundings.after == Permission::Prompt;
    let unused = !scene.is_login || is_asking;
    match verdict {
        VerdictId::NotRun
        | VerdictId::Cancelled
        | VerdictId::PageCutOff
        | VerdictId::AnsweredUntested
        | VerdictId::PolicyBlocked => (&[], true),
        VerdictId::AnsweredInBrowser => (&[ClientFirewall], true),
        VerdictId::AsksForSignIn => (&[PublicAccess, Vnet], true),
        VerdictId::Refused => (answered(scene), false),
        VerdictId::OpenAnswer => (&[ClientFirewall], !scene.asks_always),
        VerdictId::UnexpectedAnswer => (&[ClientFirewall], true),
        VerdictId::Answered
        | VerdictId::AnsweredSlowly
        | VerdictId::AnsweredAlone
        | VerdictId::AnsweredDirectly
        | VerdictId::AnsweredPastPrivateLink
        | VerdictId::AnsweredPrivately
        | VerdictId::AnsweredOnThisMachine
        | VerdictId::AnsweredThroughProxy
        | VerdictId::AnsweredByProxyRule => (answered(scene), true),
        VerdictId::BlockPage | VerdictId::AnswersEveryName => (&[ClientFirewall], false),
        // Not shown: the failure may be one like any other.
        VerdictId::WithheldWaiting | VerdictId::WithheldDenied | VerdictId::WithheldInFrame
            if !scene.clues.withheld.is_shown() =>
        {
            match scene.view {
                PublicView::PrivateLink => (&[Vnet, ClientFirewall], true),
                _ => (gave_up_at_once(scene), true),
            }
        }
        // The address is private and answers, with a certificate that the browser trusts: no firewall is in the way of that, and the page is
        // kept from it by the browser alone.
        VerdictId::WithheldUnasked
        | VerdictId::WithheldWaiting
        | VerdictId::WithheldDenied
        | VerdictId::WithheldDismissed
        | VerdictId::WithheldInFrame => (&[Vnet], true),
        VerdictId::WithheldOtherwise => (&[ClientFirewall, Vnet], true),
        VerdictId::Wavers => (&[ClientFirewall, Vnet], false),
        VerdictId::WantsProxySignIn => (&[ClientFirewall], false),
        // A DNS server that says so at once agrees with public DNS; one that is silent is another matter.
        VerdictId::NameMissing => match scene.clues.reading {
            Reading::GaveUpAtOnce => (&[RegistryName], unused),
            _ => (&[RegistryName, ClientFirewall], unused),
        },
        VerdictId::GaveUpAtOnce => (gave_up_at_once(scene), unused),
        VerdictId::RefusedAfterContact => match scene.view {
            PublicView::Plain | PublicView::PrivateLink => (&[ClientFirewall], unused),
            PublicView::NotAsked | PublicView::Missing | PublicView::Failed if scene.exists => {
                (&[ClientFirewall], unused)
            }
            PublicView::NotAsked | PublicView::Missing | PublicView::Failed => {
                (&[ClientFirewall, RegistryName], unused)
            }
        },
        VerdictId::PrivateGaveUp | VerdictId::PrivateSilent => (&[Vnet, ClientFirewall], unused),
        VerdictId::GaveUpLate
        | VerdictId::NoAnswer
        | VerdictId::FailsUnevenly
        | VerdictId::PartlyBlocked
        | VerdictId::FailsAlone
        | VerdictId::NothingOutside
        | VerdictId::Offline => (&[ClientFirewall, Vnet], unused),
        VerdictId::Uncompared => match scene.clues.reading {
            Reading::GaveUpAtOnce if !scene.exists => (&[ClientFirewall, Vnet, RegistryName], true),
            _ => (&[ClientFirewall, Vnet], true),
        },
    }
}

/// What may be wrong behind an answer that nobody could read: the registry refuses, or somebody else refuses in its place.
fn answered(scene: &Scene) -> &'static [Suspect] {
    match (scene.clues.way, scene.view) {
        // The registry's rules about addresses do not apply to its private endpoint.
        (Way::Private, _) => &[Vnet, ClientFirewall],
        (Way::Loopback, _) => &[ClientFirewall],
        (Way::Unknown | Way::Public | Way::Proxy, PublicView::Plain | PublicView::Missing) => {
            &[PublicAccess, ClientFirewall]
        }
        // A private endpoint that this browser goes past, at an address that the registry refuses.
        (Way::Unknown | Way::Public | Way::Proxy, PublicView::PrivateLink) => &[Vnet, PublicAccess, ClientFirewall],
        (Way::Unknown | Way::Public | Way::Proxy, PublicView::NotAsked | PublicView::Failed) => {
            &[PublicAccess, ClientFirewall, Vnet]
        }
    }
}

/// What may be wrong where the browser gave up at once.
fn gave_up_at_once(scene: &Scene) -> &'static [Suspect] {
    match (scene.view, scene.exists, scene.control_way) {
        (PublicView::Plain | PublicView::PrivateLink, _, _) | (_, true, _) => &[ClientFirewall, Vnet],
        // A proxy looks names up by itself: it may refuse, or not find the name.
        (_, false, Some(ControlWay::Indirect)) => &[ClientFirewall, RegistryName],
        (_, false, Some(ControlWay::Direct) | None) => &[RegistryName, ClientFirewall, Vnet],
    }
}
