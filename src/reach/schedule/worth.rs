//! Which outcomes say what their signals are there to say.

use super::sent::Sent;
use super::{Place, Schedule};
use crate::reach::{Measurement, Outcome, Signal, Target};

impl Schedule {
    /// What has come in so far and can be relied upon.
    pub fn measurements(&self) -> Vec<Measurement> {
        let told = self.sent.iter().filter(|sent| self.counts(sent));
        told.filter_map(|sent| {
            let lane = self.lanes.get(sent.lane)?;
            let (outcome, elapsed_ms, exchange) = sent.told?;
            let exchange = exchange.filter(|_| self.tells_exchanges());
            Some(Measurement {
                target: lane.target.clone(),
                signal: sent.signal,
                round: sent.round,
                outcome,
                elapsed_ms,
                exchange,
            })
        })
        .collect()
    }

    /// Whether an outcome says what its signal is there to say.
    pub(super) fn counts(&self, sent: &Sent) -> bool {
        let of = |signal| {
            let same = |other: &&Sent| (other.lane, other.round, other.signal) == (sent.lane, sent.round, signal);
            self.sent.iter().find(same).and_then(|other| other.told).map(|(outcome, ..)| outcome)
        };
        match (sent.signal, sent.told) {
            (_, None) => false,
            // Nobody waited for it.
            (_, Some((Outcome::CutOff, ..))) if sent.refines => false,
            _ if sent.stopped => false,
            (Signal::Prefetch, Some((outcome, ..))) if sent.place == Place::Frame => {
                let open = of(Signal::PublicSpace) == Some(Outcome::Opaque)
                    || of(Signal::FrameOpaque) == Some(Outcome::Opaque);
                match outcome {
                    // Cut off early, to let the plain request go: silence only where that met with silence too.
                    Outcome::CutOff => of(Signal::Opaque) == Some(Outcome::CutOff),
                    // In the frame a private address fails it as an error status does.
                    Outcome::LoadFailed => open || of(Signal::PublicSpace) != Some(Outcome::Rejected),
                    _ => true,
                }
            }
            _ => true,
        }
    }

    /// Whether the browser tells of a failed request that an exchange had begun: where nothing can have begun, it says so.
    pub(super) fn tells_exchanges(&self) -> bool {
        let invalid = self.lanes.iter().position(|lane| lane.target == Target::InvalidName);
        let of = |sent: &&Sent| Some(sent.lane) == invalid && matches!(sent.told, Some((Outcome::Rejected, ..)));
        self.sent.iter().find(of).is_some_and(|sent| matches!(sent.told, Some((_, _, Some(false)))))
    }
}
