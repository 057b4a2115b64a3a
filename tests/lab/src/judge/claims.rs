//! What each verdict of the check claims of a host, and which scenarios contradict it.

use crate::scenario::{Host, Scenario, Truth};

/// What a verdict claims: the hosts of which it would be true.
fn true_of(verdict: &str) -> Option<&'static [Host]> {
    use Host::{Answers, AnswersPrivately, Blocked, Fails, Foreign, Silent, Wavers, Withheld};
    Some(match verdict {
        "answered" | "answered-alone" | "answered-untested" => &[Answers, AnswersPrivately, Foreign, Wavers],
        "answered-slowly" => &[Answers, AnswersPrivately, Foreign, Wavers],
        "wavers" => &[Wavers],
        "gave-up-at-once" => &[Fails, Blocked],
        "gave-up-late" | "fails-unevenly" => &[Fails, Silent, Wavers],
        "no-answer" => &[Silent],
        "nothing-outside" => &[Fails, Silent],
        "uncompared" => &[Fails, Silent, Blocked, Wavers, Withheld],
        _ => return None,
    })
}

/// What is wrong with a verdict on the host that a scenario is about.
pub(super) fn contradiction(scenario: &Scenario, verdict: &str) -> Option<String> {
    match true_of(verdict) {
        None => {
            Some(format!("`{verdict}`: what this verdict claims is not written down (tests/lab/src/judge/claims.rs)"))
        }
        Some(hosts) if hosts.contains(&scenario.host) => None,
        Some(_) => Some(format!("`{verdict}` is said of a host that {}", does(scenario.host))),
    }
}

/// Whether a verdict admits that nothing is broken on the way.
pub(super) fn leaves_room(truth: Truth, verdict: &str) -> bool {
    let Some(hosts) = true_of(verdict) else { return false };
    let these: &[Host] = match truth {
        Truth::Works | Truth::Cause(_) => &[Host::Answers, Host::AnswersPrivately, Host::Wavers],
        Truth::Browser => &[Host::Withheld, Host::Blocked],
    };
    hosts.iter().any(|host| these.contains(host))
}

fn does(host: Host) -> &'static str {
    match host {
        Host::Answers => "answers",
        Host::AnswersPrivately => "answers from a private address",
        Host::Withheld => "answers, and the browser withholds it",
        Host::Foreign => "somebody else answers for",
        Host::Wavers => "answers by chance",
        Host::Fails => "cannot answer",
        Host::Silent => "says nothing",
        Host::Blocked => "the browser blocks",
    }
}
