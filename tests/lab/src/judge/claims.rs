//! What each verdict of the check claims, and which scenarios contradict it.

use crate::scenario::{Browser, Host, Proxy, Question, Scenario, Target, Truth};
use Host::{Answers, AnswersPrivately, Blocked, Fails, FailsUnevenly, Foreign, Silent, Wavers, Withheld};

/// What a verdict on a host claims: the hosts of which it is true.
fn true_of(verdict: &str, browser: Browser) -> Option<&'static [Host]> {
    let is_coarse = browser == Browser::Firefox;
    Some(match verdict {
        // Something answered; who, and from where, is left open.
        "answered" | "answered-slowly" | "answered-alone" | "answered-untested" => {
            &[Answers, AnswersPrivately, Foreign, Wavers]
        }
        "answered-directly" => &[Answers, Foreign, Wavers],
        "answered-past-private-link" => &[Answers, Foreign],
        "answered-privately" => &[AnswersPrivately],
        "answered-through-proxy" | "answered-by-proxy-rule" => &[Answers, Foreign],
        "block-page" | "answers-every-name" | "open-answer" | "unexpected-answer" => &[Foreign],
        "asks-for-sign-in" => &[Answers, AnswersPrivately],
        "withheld-unasked" | "withheld-waiting" | "withheld-denied" | "withheld-dismissed" | "withheld-in-frame" => {
            &[Withheld]
        }
        "withheld-otherwise" => &[Withheld, Fails],
        "wavers" => &[Wavers],
        // Where a browser has no helpers, what it withholds looks like any other failure.
        "gave-up-at-once" if is_coarse => &[Fails, FailsUnevenly, Blocked, Withheld],
        "private-gave-up" if is_coarse => &[Fails, Withheld],
        "fails-unevenly" if is_coarse => &[Fails, FailsUnevenly, Silent, Wavers, Withheld],
        // What a host does now and then can be what it does as often as it is asked.
        "gave-up-at-once" => &[Fails, FailsUnevenly, Blocked],
        "no-answer" => &[Silent, FailsUnevenly],
        // A resolver that says nothing is given up by browsers, now before the page's own limit and now after it.
        "gave-up-late" | "fails-unevenly" => &[Fails, FailsUnevenly, Silent, Wavers],
        "name-missing" | "refused-after-contact" | "private-gave-up" => &[Fails],
        "private-silent" | "wants-proxy-sign-in" => &[Silent],
        "partly-blocked" => &[Fails, Silent, Blocked],
        "nothing-outside" | "offline" => &[Fails, Silent],
        "uncompared" => &[Fails, Silent, Blocked, Withheld],
        _ => return None,
    })
}

/// The verdicts on the whole path that are true of a scenario.
fn true_paths(scenario: &Scenario, browser: Browser) -> &'static [&'static str] {
    match (scenario.about, scenario.host) {
        (Target::DataEndpoint(_), _) if scenario.regions.len() > 1 => &["some-replicas-fail"],
        (Target::DataEndpoint(_), _) => &["layers-fail"],
        (Target::Storage, _) => &["storage-fails"],
        (Target::LoginServer, Answers | AnswersPrivately) => &["login-only", "all-answer"],
        // An error status of somebody else's looks like the registry's own.
        (Target::LoginServer, Foreign) => &["foreign", "login-only", "all-answer"],
        (Target::LoginServer, Wavers) => &["login-wavers", "login-only", "all-answer"],
        (Target::LoginServer, Withheld) if browser == Browser::Firefox => &["withheld", "not-tested", "login-fails"],
        (Target::LoginServer, Withheld) => &["withheld"],
        (Target::LoginServer, Fails | FailsUnevenly | Silent | Blocked) => &["login-fails", "not-tested"],
    }
}

/// What is wrong with a verdict on the host that a scenario is about.
pub(super) fn contradiction(scenario: &Scenario, browser: Browser, verdict: &str) -> Option<String> {
    match true_of(verdict, browser) {
        None => {
            Some(format!("`{verdict}`: what this verdict claims is not written down (tests/lab/src/judge/claims.rs)"))
        }
        Some(hosts) if hosts.contains(&scenario.host) => special(scenario, verdict),
        Some(_) => Some(format!("`{verdict}` is said of a host that {}", does(scenario.host))),
    }
}

/// Claims that go beyond what the host does.
fn special(scenario: &Scenario, verdict: &str) -> Option<String> {
    let proxy = scenario.reader.proxy;
    let is_false = match verdict {
        "answered-directly" => proxy.is_some(),
        "answered-through-proxy" => !matches!(proxy, Some(Proxy::ForAll(_))),
        "answered-by-proxy-rule" => !matches!(proxy, Some(Proxy::ForRegistries(_))),
        "wants-proxy-sign-in" => proxy.is_none(),
        "withheld-in-frame" => !scenario.reader.in_frame,
        // The question is open: the request waits.
        "gave-up-at-once" => scenario.reader.question != Question::NobodyThere,
        "name-missing" => !matches!(scenario.truth, Truth::Cause([crate::scenario::Cause::RegistryName, ..])),
        _ => false,
    };
    is_false.then(|| format!("`{verdict}` is said where that is not so"))
}

/// What is wrong with a verdict on the whole path.
pub(super) fn path_contradiction(scenario: &Scenario, browser: Browser, verdict: &str) -> Option<String> {
    let expected = true_paths(scenario, browser);
    (!expected.contains(&verdict)).then(|| format!("the path is called `{verdict}`, and is {}", expected.join(" or ")))
}

/// Whether a verdict admits that nothing is broken on the way.
pub(super) fn leaves_room(truth: Truth, browser: Browser, verdict: &str) -> bool {
    let Some(hosts) = true_of(verdict, browser) else { return false };
    let these: &[Host] = match truth {
        Truth::Works | Truth::Cause(_) => &[Answers, AnswersPrivately, Wavers],
        Truth::Browser => &[Withheld, Blocked],
    };
    hosts.iter().any(|host| these.contains(host))
}

fn does(host: Host) -> &'static str {
    match host {
        Answers => "answers",
        AnswersPrivately => "answers from a private address",
        Withheld => "answers, and the browser withholds it",
        Foreign => "somebody else answers for",
        Wavers => "answers by chance",
        Fails => "cannot answer",
        Silent => "says nothing",
        FailsUnevenly => "fails and says nothing by turns",
        Blocked => "the browser blocks",
    }
}
