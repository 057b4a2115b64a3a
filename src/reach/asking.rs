//! What is still worth asking, given what has come in: a host that has shown itself is left alone.

use super::{Measurement, Outcome, Permission, Signal, Surroundings, Target};

/// Whether a signal can still tell something about a target. Asked just before each request; what is left out counts as
/// [`Outcome::NotRun`].
///
/// An answer by one signal makes the questions idle that would only explain a failure, and the other way round.
pub fn is_worth_asking(signal: Signal, target: &Target, measurements: &[Measurement]) -> bool {
    let any = |signal: Signal, outcome: Outcome| {
        measurements.iter().any(|one| one.target == *target && one.signal == signal && one.outcome == outcome)
    };
    let is_public = any(Signal::PublicSpace, Outcome::Opaque);
    let has_answered = is_public || any(Signal::Opaque, Outcome::Opaque);
    match signal {
        Signal::PublicSpace | Signal::FrameOpaque | Signal::Prefetch => true,
        // Why the frame got nothing.
        Signal::FrameEvents => any(Signal::FrameOpaque, Outcome::Rejected),
        // A direct way to a public address is an answer by itself.
        Signal::Opaque => !is_public,
        // Why the page got nothing.
        Signal::Events => any(Signal::Opaque, Outcome::Rejected),
        // Only a registry, or the page's own server, says something that a page could want to read.
        Signal::Cors => matches!(target, Target::OwnOrigin | Target::LoginServer),
        Signal::LocalSpace => has_answered && !is_public,
        // On a control it shows whether the browser compares address spaces at all.
        Signal::LoopbackSpace => {
            has_answered && (target.is_control() || !is_public && !any(Signal::LocalSpace, Outcome::Opaque))
        }
    }
}

/// Whether the plain request to a target has to wait for the reader: the silent signals say that the browser withholds an answer,
/// and the browser would ask. Until the made-up name has shown otherwise, `EventSource` is taken at its word: better a question too
/// many of the guide's than one of the browser's that nobody expects.
pub fn must_explain_first(target: &Target, measurements: &[Measurement], surroundings: &Surroundings) -> bool {
    let any = |target: &Target, signal: Signal, outcome: Outcome| {
        measurements.iter().any(|one| one.target == *target && one.signal == signal && one.outcome == outcome)
    };
    surroundings.after == Permission::Prompt
        && any(target, Signal::FrameOpaque, Outcome::Rejected)
        && any(target, Signal::FrameEvents, Outcome::Withheld)
        && !any(&Target::InvalidName, Signal::FrameEvents, Outcome::Withheld)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(outcomes: &[(Signal, Outcome)]) -> Vec<Signal> {
        let measurements: Vec<_> = outcomes
            .iter()
            .map(|&(signal, outcome)| Measurement {
                target: Target::Storage,
                signal,
                round: 0,
                outcome,
                elapsed_ms: 30,
                exchange: None,
            })
            .collect();
        let left = Signal::ALL.into_iter().filter(|signal| outcomes.iter().all(|(done, _)| done != signal));
        left.filter(|&signal| is_worth_asking(signal, &Target::Storage, &measurements)).collect()
    }

    #[test]
    fn a_host_at_a_public_address_is_asked_for_little_more() {
        let silent = [(Signal::PublicSpace, Outcome::Opaque), (Signal::FrameOpaque, Outcome::Opaque)];
        assert_eq!(asked(&silent), [Signal::Prefetch]);
    }

    #[test]
    fn an_answer_over_no_public_address_is_asked_for_its_way() {
        let outcomes = [(Signal::PublicSpace, Outcome::Rejected), (Signal::Opaque, Outcome::Opaque)];
        let left = asked(&outcomes);
        assert!(left.contains(&Signal::LocalSpace) && left.contains(&Signal::LoopbackSpace), "{left:?}");
    }

    #[test]
    fn a_failure_is_asked_for_its_kind() {
        let outcomes = [(Signal::FrameOpaque, Outcome::Rejected), (Signal::Opaque, Outcome::Rejected)];
        let left = asked(&outcomes);
        assert!(left.contains(&Signal::FrameEvents) && left.contains(&Signal::Events), "{left:?}");
        assert!(!left.contains(&Signal::LocalSpace), "{left:?}");
    }
}
