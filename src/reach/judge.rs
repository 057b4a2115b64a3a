//! From outcomes to the verdict on one target: total, and the same for the same outcomes.
//!
//! Three steps. First the controls and the target are read, each for itself (`reading.rs`, `clues.rs`), with the helper signals
//! that the controls bear out (`calibration.rs`). Then exhaustive matches name the verdict, here. Then another says what goes with
//! each verdict (`advice.rs`). A control that failed makes what depends on it *not tested*; what does not depend on it stays.

use super::calibration::{Calibration, ControlWay};
use super::clues::{Clues, Way, Withheld};
use super::{Measurement, Observed, Permission, PublicView, Reading, Surroundings, Target, VerdictId, read};

/// What the page's own server came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnControl {
    /// It answered readably and in good order.
    Works,
    /// It was asked and did not.
    Fails,
    /// It was not asked.
    Absent,
    /// The reader cancelled before it had answered.
    Cancelled,
}

/// What the public controls came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublicControls {
    /// The first answered, or the only one that was asked.
    Work,
    /// The first did not answer, and another did.
    Partly,
    /// None that was asked answered.
    Fail,
    /// None was asked, or what came is worth nothing.
    Absent,
}

/// Everything that the verdict on one target follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scene {
    /// The page's own server.
    pub own: OwnControl,
    /// The public controls.
    pub public: PublicControls,
    /// How the browser reached a public control.
    pub control_way: Option<ControlWay>,
    /// Whether a name that was made up was answered.
    pub any_name: bool,
    /// The target.
    pub clues: Clues,
    /// What public DNS says of its name.
    pub view: PublicView,
    /// What the browser says of itself.
    pub surroundings: Surroundings,
    /// Whether this is a host that asks for sign-in wherever it is a registry in Azure.
    pub asks_always: bool,
    /// Whether it is known from elsewhere that the registry exists.
    pub exists: bool,
    /// Whether it is the login server: the others may not be in use at all.
    pub is_login: bool,
}

impl Scene {
    /// Puts together what bears on a target; `hosts` are the clues on every target, the controls among them.
    pub fn of(
        observed: &Observed,
        target: &Target,
        mut clues: Clues,
        calibration: &Calibration,
        hosts: &[(Target, Clues)],
    ) -> Self {
        let all = &observed.measurements;
        let reading = |target: &Target| {
            hosts.iter().find(|(of, _)| of == target).map_or(Reading::NotRun, |(_, clues)| clues.reading)
        };
        let others = || hosts.iter().filter(|(of, _)| of != target && !of.is_control());
        // A permission that went from "would ask" to "no" while one host alone failed says the same as a helper would.
        if observed.surroundings.was_denied()
            && !calibration.events
            && clues.reading.is_failure()
            && others().all(|(_, other)| !other.reading.is_failure())
        {
            clues.withheld = Withheld::FromPage;
        }
        // Requests to several private addresses make the browser give up all but the last, while it asks about that.
        if !calibration.events
            && matches!(clues.withheld, Withheld::No | Withheld::MayBe)
            && matches!(clues.reading, Reading::GaveUpAtOnce | Reading::GaveUpLate | Reading::FailsUnevenly)
            && others().any(|(_, other)| other.withheld == Withheld::Waiting)
        {
            clues.withheld = Withheld::MayWait;
        }
        // A neighbour of the registry's own that answers, or that the browser withholds, is no work of chance.
        let exists = others()
            .any(|(of, other)| *of != Target::Storage && (other.reading.is_answer() || other.withheld.is_shown()));
        let view = observed.public_names.iter().find(|(of, _)| of == target).map(|(_, name)| name.view);
        Self {
            own: own_control(reading(&Target::OwnOrigin)),
            public: public_controls(all),
            control_way: calibration.space,
            any_name: reading(&Target::NegativeControl).is_answer() || reading(&Target::InvalidName).is_answer(),
            clues,
            view: view.unwrap_or_default(),
            surroundings: observed.surroundings,
            asks_always: !observed.is_self_hosted
                && matches!(target, Target::LoginServer | Target::RegionalEndpoint(_)),
            exists,
            is_login: *target == Target::LoginServer,
        }
    }
}

/// The page's own server answers readably and in good order, or it is no measure for anything.
fn own_control(reading: Reading) -> OwnControl {
    match reading {
        Reading::Readable { status: 200..=399 } => OwnControl::Works,
        Reading::NotRun => OwnControl::Absent,
        Reading::Cancelled => OwnControl::Cancelled,
        Reading::Readable { .. }
        | Reading::Answered
        | Reading::AnsweredSlowly
        | Reading::Wavers
        | Reading::InBrowser
        | Reading::GaveUpAtOnce
        | Reading::GaveUpLate
        | Reading::NoAnswer
        | Reading::FailsUnevenly
        | Reading::PolicyBlocked => OwnControl::Fails,
    }
}

/// The public controls together. The first is the registries' nearest relative: where it answers the others add nothing.
fn public_controls(measurements: &[Measurement]) -> PublicControls {
    let (mut first, mut others) = (None, None);
    for one in measurements.iter().filter(|one| matches!(one.target, Target::PublicControl(_))) {
        let works = match read(measurements, &one.target) {
            Reading::Readable { .. } | Reading::Answered | Reading::AnsweredSlowly | Reading::Wavers => Some(true),
            Reading::GaveUpAtOnce | Reading::GaveUpLate | Reading::NoAnswer | Reading::FailsUnevenly => Some(false),
            Reading::InBrowser | Reading::PolicyBlocked | Reading::Cancelled | Reading::NotRun => None,
        };
        let slot = if one.target == Target::PublicControl(0) { &mut first } else { &mut others };
        *slot = works.max(*slot);
    }
    match (first, others) {
        (Some(true), _) | (None, Some(true)) => PublicControls::Work,
        (Some(false), Some(true)) => PublicControls::Partly,
        (Some(false), _) | (None, Some(false)) => PublicControls::Fail,
        (None, None) => PublicControls::Absent,
    }
}

/// What the clues on a target are worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worth {
    /// Nothing was sent, nothing came in from outside, or too little of either.
    Nothing,
    /// An answer, and more is known of it than that there was one.
    Read,
    /// An answer.
    Answer,
    /// An answer that the browser keeps from the page.
    Withheld,
    /// No answer, and nothing more is known.
    Failure,
    /// No answer, and something is known that needs no control to compare with.
    Known,
}

/// The verdict on a target where every control works.
fn alone(scene: &Scene) -> (Worth, VerdictId) {
    let Scene { clues, view, surroundings, .. } = scene;
    match (clues.withheld, surroundings.after) {
        // With the permission there is nothing to wait for: the page's own request has yet to tell.
        (Withheld::No, _)
        | (Withheld::Waiting, Permission::Granted | Permission::Denied)
        | (Withheld::FromFrame, Permission::Granted) => {}
        // Not shown: said where the browser tells that it would ask or refuse, and public DNS does not say otherwise.
        (Withheld::MayWait, Permission::Granted | Permission::Unsupported)
        | (Withheld::MayBe, Permission::Granted | Permission::Prompt | Permission::Unsupported) => {}
        (Withheld::MayWait | Withheld::MayBe, _) if matches!(view, PublicView::Missing | PublicView::Plain) => {}
        (Withheld::MayWait | Withheld::MayBe, _) if clues.is_late_refusal => {}
        _ if surroundings.is_framed => return (Worth::Withheld, VerdictId::WithheldInFrame),
        (Withheld::FromFrame | Withheld::FromPage | Withheld::MayWait | Withheld::MayBe, Permission::Denied) => {
            return (Worth::Withheld, VerdictId::WithheldDenied);
        }
        (Withheld::FromFrame, Permission::Prompt | Permission::Unsupported) => {
            return (Worth::Withheld, VerdictId::WithheldUnasked);
        }
        (Withheld::Waiting, Permission::Prompt | Permission::Unsupported) | (Withheld::MayWait, Permission::Prompt) => {
            return (Worth::Withheld, VerdictId::WithheldWaiting);
        }
        (Withheld::FromPage, Permission::Prompt) => return (Worth::Withheld, VerdictId::WithheldDismissed),
        (Withheld::FromPage, Permission::Granted | Permission::Unsupported) => {
            return (Worth::Withheld, VerdictId::WithheldOtherwise);
        }
    }
    match (clues.reading, view) {
        (Reading::NotRun, _) => (Worth::Nothing, VerdictId::NotRun),
        (Reading::Cancelled, _) => (Worth::Nothing, VerdictId::Cancelled),
        (Reading::PolicyBlocked, _) => (Worth::Nothing, VerdictId::PolicyBlocked),
        (Reading::InBrowser, _) => (Worth::Nothing, VerdictId::AnsweredInBrowser),
        (Reading::Readable { status: 401 }, _) => (Worth::Read, VerdictId::AsksForSignIn),
        (Reading::Readable { status: 403 }, _) => (Worth::Read, VerdictId::Refused),
        (Reading::Readable { status: 200..=399 }, _) => (Worth::Read, VerdictId::OpenAnswer),
        (Reading::Readable { .. }, _) => (Worth::Read, VerdictId::UnexpectedAnswer),
        (Reading::Wavers, _) => (Worth::Read, VerdictId::Wavers),
        (Reading::Answered | Reading::AnsweredSlowly, _) if clues.is_success && scene.asks_always => {
            (Worth::Read, VerdictId::BlockPage)
        }
        (Reading::Answered, _) => (Worth::Answer, by_way(scene)),
        (Reading::AnsweredSlowly, _) => (Worth::Answer, VerdictId::AnsweredSlowly),
        (Reading::GaveUpAtOnce | Reading::GaveUpLate | Reading::NoAnswer | Reading::FailsUnevenly, _)
            if clues.wants_sign_in =>
        {
            (Worth::Known, VerdictId::WantsProxySignIn)
        }
        (
            Reading::GaveUpAtOnce | Reading::GaveUpLate | Reading::NoAnswer | Reading::FailsUnevenly,
            PublicView::Missing,
        ) => (Worth::Known, VerdictId::NameMissing),
        (Reading::GaveUpAtOnce | Reading::GaveUpLate, _) if clues.is_late_refusal => {
            (Worth::Failure, VerdictId::RefusedAfterContact)
        }
        (Reading::GaveUpAtOnce, PublicView::PrivateLink) => (Worth::Failure, VerdictId::PrivateGaveUp),
        (Reading::GaveUpLate | Reading::NoAnswer | Reading::FailsUnevenly, PublicView::PrivateLink) => {
            (Worth::Failure, VerdictId::PrivateSilent)
        }
        (Reading::GaveUpAtOnce, PublicView::NotAsked | PublicView::Plain | PublicView::Failed) => {
            (Worth::Failure, VerdictId::GaveUpAtOnce)
        }
        (Reading::GaveUpLate, PublicView::NotAsked | PublicView::Plain | PublicView::Failed) => {
            (Worth::Failure, VerdictId::GaveUpLate)
        }
        (Reading::NoAnswer, PublicView::NotAsked | PublicView::Plain | PublicView::Failed) => {
            (Worth::Failure, VerdictId::NoAnswer)
        }
        (Reading::FailsUnevenly, PublicView::NotAsked | PublicView::Plain | PublicView::Failed) => {
            (Worth::Failure, VerdictId::FailsUnevenly)
        }
    }
}

/// An answer, by how the browser got at it.
fn by_way(scene: &Scene) -> VerdictId {
    match (scene.clues.way, scene.view, scene.control_way) {
        (Way::Unknown, _, _) => VerdictId::Answered,
        (Way::Public, PublicView::PrivateLink, _) => VerdictId::AnsweredPastPrivateLink,
        (Way::Public, PublicView::NotAsked | PublicView::Missing | PublicView::Plain | PublicView::Failed, _) => {
            VerdictId::AnsweredDirectly
        }
        (Way::Private, _, _) => VerdictId::AnsweredPrivately,
        (Way::Loopback, _, _) => VerdictId::AnsweredOnThisMachine,
        (Way::Proxy, _, Some(ControlWay::Direct)) => VerdictId::AnsweredByProxyRule,
        (Way::Proxy, _, Some(ControlWay::Indirect) | None) => VerdictId::AnsweredThroughProxy,
    }
}

/// Whether nothing is to be had because there is no network: the browser says so, and nothing outside answered. A page that the browser
/// has kept goes on without.
fn is_offline(scene: &Scene) -> bool {
    scene.surroundings.online == Some(false) && matches!(scene.public, PublicControls::Fail | PublicControls::Absent)
}

/// Names the verdict.
pub fn verdict(scene: &Scene) -> VerdictId {
    let (worth, alone) = alone(scene);
    match (scene.own, worth, scene.public) {
        (OwnControl::Fails, Worth::Nothing, _) if alone == VerdictId::NotRun => VerdictId::PageCutOff,
        (OwnControl::Cancelled, Worth::Nothing, _) => VerdictId::Cancelled,
        (_, Worth::Nothing, _) => alone,
        // An answer stays an answer, yet with an instrument that fails nothing is concluded from it.
        (OwnControl::Fails | OwnControl::Absent | OwnControl::Cancelled, Worth::Read | Worth::Answer, _) => {
            VerdictId::AnsweredUntested
        }
        // Whatever the page's own server said by itself.
        (OwnControl::Fails | OwnControl::Absent, Worth::Failure, _) if is_offline(scene) => VerdictId::Offline,
        (OwnControl::Fails, Worth::Failure | Worth::Known, _) => VerdictId::PageCutOff,
        (OwnControl::Absent | OwnControl::Cancelled, Worth::Failure | Worth::Known, _) => VerdictId::Uncompared,
        // Seen from afar only: worth something beside a page that is alive, and nothing without.
        (OwnControl::Fails | OwnControl::Absent | OwnControl::Cancelled, Worth::Withheld, _) => VerdictId::NotRun,
        (OwnControl::Works, Worth::Read | Worth::Answer, _) if scene.any_name => VerdictId::AnswersEveryName,
        (OwnControl::Works, Worth::Read | Worth::Withheld | Worth::Known, _) => alone,
        // A closed network whose path to the registry is open is a result, not a failed check.
        (OwnControl::Works, Worth::Answer, PublicControls::Fail) => VerdictId::AnsweredAlone,
        (OwnControl::Works, Worth::Answer, PublicControls::Work | PublicControls::Partly | PublicControls::Absent) => {
            alone
        }
        (OwnControl::Works, Worth::Failure, PublicControls::Work) => alone,
        // Where the controls fail, the registry's own neighbour is one.
        (OwnControl::Works, Worth::Failure, PublicControls::Partly | PublicControls::Fail | PublicControls::Absent)
            if scene.exists =>
        {
            VerdictId::FailsAlone
        }
        (OwnControl::Works, Worth::Failure, PublicControls::Partly) => VerdictId::PartlyBlocked,
        (OwnControl::Works, Worth::Failure, PublicControls::Fail) if scene.surroundings.online == Some(false) => {
            VerdictId::Offline
        }
        (OwnControl::Works, Worth::Failure, PublicControls::Fail) => VerdictId::NothingOutside,
        (OwnControl::Works, Worth::Failure, PublicControls::Absent) => VerdictId::Uncompared,
    }
}
