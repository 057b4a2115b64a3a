//! Whole checks: the vectors that were measured in browsers, and what must be said of each.

mod reach;

use reach::{Check, SILENT_ALIKE, VECTORS};
use registry_guide::knowledge::Owner;
use registry_guide::reach::{
    Certainty, Next, Outcome, PathId, Permission, PublicView, Reading, Region, Sight, Signal, Suspect, TabAddress,
    TabAnswer, Target, VerdictId, assess,
};

fn suspects(judgement: &registry_guide::reach::Judgement) -> Vec<Suspect> {
    judgement.candidates.iter().map(|candidate| candidate.suspect).collect()
}

#[test]
fn vectors_measured_in_browsers_get_their_verdicts() {
    for vector in VECTORS {
        let judgement = vector.check().login();
        assert_eq!(judgement.verdict, vector.verdict, "{}", vector.cause);
        for truth in vector.truth {
            assert!(suspects(&judgement).contains(truth), "{}: {judgement:#?}", vector.cause);
        }
        assert!(!vector.truth.is_empty() || judgement.may_be_healthy, "{}: {judgement:#?}", vector.cause);
        for candidate in &judgement.candidates {
            let is_true = vector.truth.contains(&candidate.suspect);
            assert!(is_true || candidate.certainty < Certainty::Likely, "{}: {judgement:#?}", vector.cause);
        }
    }
}

#[test]
fn with_public_dns_nearly_every_vector_leaves_two_causes_at_most() {
    let few = |view: fn(&reach::Vector) -> PublicView| {
        VECTORS.iter().filter(|vector| vector.check().dns(view(vector)).login().candidates.len() <= 2).count()
    };
    let (without, with) = (few(|_| PublicView::NotAsked), few(|vector| vector.dns));
    println!("at most two causes: {without} without and {with} with public DNS, of {}", VECTORS.len());
    assert!(with * 10 >= VECTORS.len() * 9, "{with} of {}", VECTORS.len());
}

#[test]
fn what_looks_alike_is_told_apart_by_nothing_but_public_dns() {
    for (view, causes) in [
        (PublicView::NotAsked, &[Suspect::RegistryName, Suspect::ClientFirewall, Suspect::Vnet][..]),
        (PublicView::Missing, &[Suspect::RegistryName]),
        (PublicView::Plain, &[Suspect::ClientFirewall, Suspect::Vnet]),
        (PublicView::PrivateLink, &[Suspect::Vnet, Suspect::ClientFirewall]),
    ] {
        assert_eq!(suspects(&Check::chromium().login_vector(SILENT_ALIKE).dns(view).login()), causes, "{view:?}");
    }
}

#[test]
fn without_outcomes_nothing_has_been_tested() {
    let assessment = assess(&Default::default());
    assert_eq!(assessment.targets, []);
    assert_eq!((assessment.path.verdict, assessment.path.certainty), (PathId::NotTested, Certainty::NotTested));
}

#[test]
fn the_order_of_the_outcomes_changes_nothing() {
    for vector in VECTORS {
        let check = vector.check();
        let first = check.login();
        let mut observed = check.observed();
        observed.measurements.reverse();
        let reversed = assess(&observed).targets.swap_remove(0).1;
        assert_eq!((reversed.verdict, reversed.candidates), (first.verdict, first.candidates), "{}", vector.cause);
    }
}

#[test]
fn a_helper_that_the_controls_do_not_bear_out_makes_a_verdict_coarser_and_never_wrong() {
    for vector in VECTORS {
        let check = vector.check().without_calibration();
        let judgement = check.login();
        for candidate in &judgement.candidates {
            assert!(
                vector.truth.contains(&candidate.suspect) || candidate.certainty < Certainty::Likely,
                "{}: {judgement:#?}",
                vector.cause
            );
        }
        let is_named = |truth: &Suspect| suspects(&judgement).contains(truth);
        assert!(vector.truth.iter().all(is_named), "{}: {judgement:#?}", vector.cause);
    }
}

#[test]
fn a_prefetch_that_loads_anything_says_nothing() {
    // Firefox: fires `load` even for a name that does not exist.
    let block_page = VECTORS.iter().find(|vector| vector.verdict == VerdictId::BlockPage).expect("a block page");
    let check = block_page.check().with(Target::InvalidName, Signal::Prefetch, Outcome::Loaded);
    assert_eq!(check.login().verdict, VerdictId::AnsweredDirectly);
}

#[test]
fn an_exchange_before_the_failure_is_heard_in_firefox() {
    let check = |exchange| {
        let check = Check::firefox().with(Target::LoginServer, Signal::Opaque, Outcome::Rejected);
        check.exchange(exchange).login().verdict
    };
    assert_eq!(check(Some(true)), VerdictId::RefusedAfterContact);
    assert_eq!(check(Some(false)), VerdictId::GaveUpAtOnce);
    assert_eq!(check(None), VerdictId::GaveUpAtOnce);
}

#[test]
fn a_permission_that_is_lost_while_one_host_fails_says_why() {
    let check = Check::firefox().with(Target::LoginServer, Signal::Opaque, Outcome::Rejected);
    let denied = check.clone().permission(Permission::Prompt, Permission::Denied);
    assert_eq!(denied.login().verdict, VerdictId::WithheldDenied);
    assert_eq!(denied.login().certainty, Certainty::Likely);
    // With two hosts that fail nobody knows which of them the browser asked about; nor where it was denied before. The name may be
    // wrong as well then.
    let two = denied.with(Target::Storage, Signal::Opaque, Outcome::Rejected);
    for judgement in [two.login(), check.permission(Permission::Denied, Permission::Denied).login()] {
        assert_eq!((judgement.verdict, judgement.certainty), (VerdictId::WithheldDenied, Certainty::Possible));
        assert!(suspects(&judgement).contains(&Suspect::RegistryName) && judgement.may_be_healthy);
    }
}

#[test]
fn names_that_were_made_up_and_are_answered_take_back_every_answer() {
    let healthy = VECTORS[0].check().with(Target::NegativeControl, Signal::Opaque, Outcome::Opaque);
    assert_eq!(healthy.login().verdict, VerdictId::AnswersEveryName);
    assert_eq!(healthy.path().verdict, PathId::Foreign);
}

#[test]
fn a_question_that_waits_is_no_proxy_that_asks_even_where_nothing_bears_the_frame_out() {
    let waiting = VECTORS.iter().find(|vector| vector.verdict == VerdictId::WithheldWaiting).expect("a question");
    let check = waiting.check().without_calibration().with(Target::LoginServer, Signal::Prefetch, Outcome::LoadFailed);
    assert_eq!(check.login().verdict, VerdictId::NoAnswer);
    assert!(check.login().may_be_healthy);
}

#[test]
fn registries_that_alone_are_blocked_are_told_from_a_dead_network() {
    let blocked = Check::chromium().silent(Target::LoginServer).silent(Target::PublicControl(0)).with(
        Target::PublicControl(1),
        Signal::Opaque,
        Outcome::Opaque,
    );
    assert_eq!(blocked.login().verdict, VerdictId::PartlyBlocked);
    let dead = Check::chromium().silent(Target::LoginServer).silent(Target::PublicControl(0));
    assert_eq!(dead.clone().login().verdict, VerdictId::NothingOutside);
    assert_eq!(dead.clone().login().owner, Owner::NetworkTeam);
    assert_eq!(dead.online(false).login().verdict, VerdictId::Offline);
}

#[test]
fn a_closed_network_whose_path_to_the_registry_is_open_is_a_result() {
    let check =
        Check::chromium().silent(Target::PublicControl(0)).with(Target::LoginServer, Signal::Opaque, Outcome::Opaque);
    assert_eq!((check.login().verdict, check.login().certainty), (VerdictId::AnsweredAlone, Certainty::Certain));
}

#[test]
fn a_closed_network_that_forgot_the_layers_is_told_by_the_login_server() {
    let check = Check::chromium()
        .silent(Target::PublicControl(0))
        .with(Target::LoginServer, Signal::Opaque, Outcome::Opaque)
        .silent(data("swedencentral"));
    let of_data = assess(&check.observed()).targets.into_iter().find(|(target, _)| *target == data("swedencentral"));
    assert_eq!(of_data.map(|(_, judgement)| judgement.verdict), Some(VerdictId::FailsAlone));
    assert_eq!(check.path().verdict, PathId::LayersFail);
}

#[test]
fn without_the_pages_own_server_nothing_is_concluded() {
    let healthy = VECTORS[0].check().with(Target::OwnOrigin, Signal::Cors, Outcome::Rejected);
    assert_eq!(healthy.login().verdict, VerdictId::AnsweredUntested);
    let dead = Check::chromium().silent(Target::LoginServer).with(Target::OwnOrigin, Signal::Cors, Outcome::CutOff);
    assert_eq!(dead.clone().login().verdict, VerdictId::PageCutOff);
    // A kept page goes on without network: then there is no other reason to look for.
    assert_eq!(dead.silent(Target::PublicControl(0)).online(false).login().verdict, VerdictId::Offline);
    // This is how such a request ends there; from it alone nothing could be told.
    let dead = Check::chromium().silent(Target::LoginServer).with(Target::OwnOrigin, Signal::Cors, Outcome::Rejected);
    assert_eq!(dead.clone().login().verdict, VerdictId::Uncompared);
    assert_eq!(dead.silent(Target::PublicControl(0)).online(false).login().verdict, VerdictId::Offline);
    let healthy = VECTORS[0].check().with(Target::OwnOrigin, Signal::Cors, Outcome::Rejected);
    assert_eq!(healthy.online(false).login().verdict, VerdictId::AnsweredUntested);
}

#[test]
fn a_neighbour_that_answers_shows_that_the_registry_exists() {
    let check =
        Check::chromium().login_vector(SILENT_ALIKE).with(data("swedencentral"), Signal::Opaque, Outcome::Opaque);
    assert!(!suspects(&check.login()).contains(&Suspect::RegistryName));
}

fn data(region: &str) -> Target {
    Target::DataEndpoint(Region::parse(region).expect("a region"))
}

#[test]
fn the_path_is_as_good_as_the_first_part_that_fails() {
    let healthy = || VECTORS[0].check();
    let regional = Target::RegionalEndpoint(Region::parse("westeurope").expect("a region"));
    let (one, other) = (data("swedencentral"), data("westeurope"));
    let ok = |check: Check, target: &Target| check.with(target.clone(), Signal::PublicSpace, Outcome::Opaque);
    for (situation, check, verdict, about) in [
        ("nothing but the login server", healthy(), PathId::LoginOnly, vec![]),
        ("all", ok(ok(healthy(), &one), &other), PathId::AllAnswer, vec![]),
        ("storage instead", ok(healthy(), &Target::Storage), PathId::AllAnswer, vec![]),
        ("one replica", ok(healthy(), &one).silent(other.clone()), PathId::SomeReplicasFail, vec![other.clone()]),
        ("no replica", healthy().silent(one.clone()), PathId::LayersFail, vec![one.clone()]),
        ("storage", healthy().silent(Target::Storage), PathId::StorageFails, vec![Target::Storage]),
        ("storage that is not in use", ok(healthy(), &one).silent(Target::Storage), PathId::AllAnswer, vec![]),
        ("regional, which may not be in use", ok(healthy(), &one).silent(regional.clone()), PathId::AllAnswer, vec![]),
        ("regional alone", healthy().silent(regional.clone()), PathId::RegionalFails, vec![regional]),
        (
            "the login server first",
            Check::chromium().silent(Target::LoginServer).silent(one.clone()),
            PathId::LoginFails,
            vec![Target::LoginServer],
        ),
    ] {
        let path = check.path();
        assert_eq!((path.verdict, path.about), (verdict, about), "{situation}");
        assert!(path.candidates.len() <= 3 && !path.next.is_empty(), "{situation}");
    }
}

#[test]
fn a_data_endpoint_that_is_silent_is_no_matter_of_the_registrys_rules() {
    let path = VECTORS[0].check().silent(data("swedencentral")).path();
    let suspects: Vec<_> = path.candidates.iter().map(|candidate| candidate.suspect).collect();
    assert_eq!(suspects, [Suspect::ClientFirewall, Suspect::Vnet]);
    // Dedicated data endpoints may be off: then nobody needs this one.
    assert!(path.may_be_healthy);
}

#[test]
fn a_tab_decides_what_an_answer_was() {
    let healthy = VECTORS[0].check();
    let with = |answers: &[(TabAddress, Sight)]| {
        let tabs = answers.iter().map(|&(address, sight)| TabAnswer { address, sight });
        let judgement = healthy.clone().tabs(tabs.collect()).login();
        (suspects(&judgement), judgement.may_be_healthy)
    };
    use Suspect::{ClientFirewall, PublicAccess, Vnet};
    use TabAddress::{Path, Rules};
    assert_eq!(with(&[(Path, Sight::Unauthorized)]), (vec![PublicAccess, Vnet], true));
    assert_eq!(with(&[(Path, Sight::Unauthorized), (Rules, Sight::Unauthorized)]), (vec![], true));
    assert_eq!(with(&[(Rules, Sight::Denied), (Path, Sight::Unauthorized)]), (vec![PublicAccess, Vnet], false));
    assert_eq!(with(&[(Path, Sight::OtherPage)]), (vec![ClientFirewall], false));
    assert_eq!(with(&[(Path, Sight::OtherError)]).0.len(), 3);
}

#[test]
fn after_the_tab_every_vector_leaves_two_causes_at_most_and_the_true_one_among_them() {
    let mut wide = Vec::new();
    for vector in VECTORS {
        let judgement = vector.check().dns(vector.dns).tabs(vector.tabs()).login();
        let left = suspects(&judgement);
        assert!(vector.truth.iter().all(|truth| left.contains(truth)), "{}: {judgement:#?}", vector.cause);
        assert!(!vector.truth.is_empty() || judgement.may_be_healthy, "{}: {judgement:#?}", vector.cause);
        if left.len() > 2 {
            wide.push(vector.cause);
        }
    }
    assert!(wide.len() * 20 <= VECTORS.len(), "{wide:?}");
}

#[test]
fn the_reasons_are_the_readings_of_the_controls_and_of_the_target() {
    let judgement = Check::chromium().silent(Target::LoginServer).silent(Target::Storage).login();
    assert!(judgement.reasons.contains(&(Target::OwnOrigin, Reading::Readable { status: 200 })));
    assert!(judgement.reasons.contains(&(Target::LoginServer, Reading::NoAnswer)));
    assert!(judgement.reasons.iter().all(|(target, _)| *target != Target::Storage));
}

#[test]
fn a_registry_of_the_readers_own_has_no_access_rules_in_azure_and_may_be_open() {
    let judgement = VECTORS[0].check().self_hosted().login();
    assert_eq!(suspects(&judgement), [Suspect::ClientFirewall]);
    assert!(!judgement.next.contains(&Next::OpenRules));
    let open = VECTORS.iter().find(|vector| vector.verdict == VerdictId::BlockPage).expect("a block page");
    assert_eq!(open.check().self_hosted().login().verdict, VerdictId::AnsweredDirectly);
}

const ASKS: (Permission, Permission) = (Permission::Prompt, Permission::Prompt);

/// Firefox: a host whose requests are given up at once, all but perhaps the last.
fn given_up(check: Check, target: &Target, last: Outcome) -> Check {
    check
        .with(target.clone(), Signal::Opaque, Outcome::Rejected)
        .with(target.clone(), Signal::Cors, Outcome::Rejected)
        .with(target.clone(), Signal::Events, last)
}

/// Firefox with its question open: each request is given up for the next one, three seconds later.
fn given_up_in_turn(check: Check, target: &Target) -> Check {
    check
        .after(target.clone(), Signal::Opaque, Outcome::Rejected, 3_130)
        .after(target.clone(), Signal::Cors, Outcome::Rejected, 3_480)
        .after(target.clone(), Signal::Events, Outcome::CutOff, 3_900)
}

#[test]
fn a_browser_without_silent_signals_shows_its_question_by_giving_up_in_turn() {
    let asks = given_up_in_turn(Check::firefox(), &Target::LoginServer).permission(ASKS.0, ASKS.1);
    let judgement = asks.login();
    assert_eq!((judgement.verdict, judgement.certainty), (VerdictId::WithheldWaiting, Certainty::Likely));
    assert_eq!((suspects(&judgement), judgement.may_be_healthy), (vec![Suspect::Vnet], true));
    // A host that fails by itself after that long fails the last time too; one that fails later is given up later.
    for (signal, outcome, elapsed_ms) in [
        (Signal::Events, Outcome::Withheld, 3_200),
        (Signal::Opaque, Outcome::Rejected, 4_000),
        (Signal::Cors, Outcome::CutOff, 7_000),
    ] {
        let verdict = asks.clone().after(Target::LoginServer, signal, outcome, elapsed_ms).login().verdict;
        assert!(matches!(verdict, VerdictId::GaveUpLate | VerdictId::FailsUnevenly), "{signal:?}: {verdict}");
    }
}

#[test]
fn a_question_about_one_host_may_be_why_another_is_given_up_at_once() {
    let private = data("swedencentral");
    let alone = given_up(Check::firefox(), &Target::LoginServer, Outcome::Withheld).permission(ASKS.0, ASKS.1);
    assert_eq!(alone.login().verdict, VerdictId::GaveUpAtOnce);
    let beside = given_up_in_turn(alone, &private).login();
    assert_eq!((beside.verdict, beside.certainty), (VerdictId::WithheldWaiting, Certainty::Possible));
    assert!(beside.may_be_healthy && beside.candidates.iter().all(|one| one.certainty == Certainty::Possible));
}

#[test]
fn a_real_failure_is_no_question_because_the_browser_might_ask() {
    let uneven = given_up(Check::firefox(), &Target::LoginServer, Outcome::CutOff);
    let silent_once = uneven.clone().with(Target::LoginServer, Signal::Opaque, Outcome::CutOff);
    let denied = given_up(Check::firefox(), &Target::LoginServer, Outcome::Withheld);
    for (check, (before, after), verdict) in [
        (uneven.clone(), ASKS, VerdictId::GaveUpAtOnce),
        (silent_once.clone(), ASKS, VerdictId::FailsUnevenly),
        (denied, (Permission::Denied, Permission::Denied), VerdictId::WithheldDenied),
        (uneven, (Permission::Granted, Permission::Granted), VerdictId::GaveUpAtOnce),
        (silent_once, (Permission::Unsupported, Permission::Unsupported), VerdictId::FailsUnevenly),
    ] {
        let judgement = check.permission(before, after).login();
        assert_eq!(judgement.verdict, verdict);
        assert_eq!(judgement.certainty, Certainty::Possible, "{verdict}");
        assert!(judgement.candidates.iter().all(|one| one.certainty == Certainty::Possible), "{verdict}");
        assert!(judgement.may_be_healthy || after == Permission::Granted || after == Permission::Unsupported);
    }
}
