//! The session: what the reader has said and done, as a versioned value. Observations are kept, conclusions never.
//!
//! Law: a plain value without clock, DOM or signals, so that it can be stored, shared and recomputed elsewhere.
//! Pasted text never enters it.

mod change;
mod checked;
mod lines;
mod ruling;
mod shell;
mod theme;
mod typed;
mod values;

pub use change::Change;
pub use checked::Checked;
pub use lines::Unreadable;
pub use ruling::Ruling;
pub use shell::Shell;
pub use theme::Theme;
pub use typed::{Field, Typed};
pub use values::Values;

use crate::knowledge::{CauseId, SolutionId, StepId, SymptomId};
use crate::observation::Seen;

/// What the reader has said and done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// The reader's own names, as they typed them.
    pub typed: Typed,
    /// The shell that commands are shown for.
    pub shell: Shell,
    /// The check that was made last.
    pub checked: Option<Checked>,
    ticks: Vec<(SolutionId, StepId)>,
    rulings: Vec<(SymptomId, CauseId, Ruling)>,
    /// What the reader has said and the check has found, in that order.
    said: Vec<Seen>,
    /// What was read from pasted text.
    read: Vec<Seen>,
    /// How often the reader has started again on this page; not stored.
    restarts: u32,
}

impl Session {
    /// What the reader says of a cause of a symptom.
    pub fn ruling(&self, symptom: &SymptomId, cause: &CauseId) -> Ruling {
        let ruling = self.rulings.iter().find(|(s, c, _)| s == symptom && c == cause);
        ruling.map_or(Ruling::Open, |(_, _, ruling)| *ruling)
    }

    /// Notes what the reader says of a cause of a symptom.
    pub fn rule(&mut self, symptom: &SymptomId, cause: &CauseId, ruling: Ruling) {
        self.rulings.retain(|(s, c, _)| s != symptom || c != cause);
        if ruling != Ruling::Open {
            self.rulings.push((symptom.clone(), cause.clone(), ruling));
        }
    }

    /// Whether a step is ticked off.
    pub fn is_ticked(&self, solution: &SolutionId, step: &StepId) -> bool {
        self.ticks.iter().any(|(of, ticked)| of == solution && ticked == step)
    }

    /// Ticks a step off, or not.
    pub fn tick(&mut self, solution: &SolutionId, step: &StepId, done: bool) {
        self.ticks.retain(|(of, ticked)| of != solution || ticked != step);
        if done {
            self.ticks.push((solution.clone(), step.clone()));
        }
    }

    /// What the reader has said and the check has found, in that order.
    pub fn said(&self) -> &[Seen] {
        &self.said
    }

    /// What was read from pasted text; the text itself is nowhere.
    pub fn read(&self) -> &[Seen] {
        &self.read
    }

    /// Everything that the diagnosis may rest on.
    pub fn seen(&self) -> impl Iterator<Item = &Seen> {
        self.read.iter().chain(&self.said)
    }

    /// Notes what the reader says or the check finds, in place of what was said of the same before.
    pub fn say(&mut self, seen: Seen) {
        self.said.retain(|said| !said.is_about_the_same(&seen));
        self.said.push(seen);
    }

    /// Takes back what was said.
    pub fn unsay(&mut self, seen: &Seen) {
        self.said.retain(|said| said != seen);
    }

    /// Notes what pasted text shows, in place of what was read before.
    pub fn set_read(&mut self, read: Vec<Seen>) {
        self.read = read;
    }

    /// Forgets answers and ticks. The reader's own names and shell stay: they are about the place, not about the case.
    pub fn start_again(&mut self) {
        self.ticks.clear();
        self.rulings.clear();
        self.said.clear();
        self.read.clear();
        self.checked = None;
        self.restarts += 1;
    }

    /// How often the reader has started again on this page: what a page keeps beside the session is forgotten with it.
    pub fn restarts(&self) -> u32 {
        self.restarts
    }

    /// Whether there is anything that starting again would forget.
    pub fn has_progress(&self) -> bool {
        let lists = [self.ticks.is_empty(), self.rulings.is_empty(), self.said.is_empty(), self.read.is_empty()];
        lists.contains(&false) || self.checked.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starting_again_keeps_the_readers_own_names() {
        let mut session = Session::default();
        session.typed.registry = "contosoprod".into();
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.start_again();
        assert!(!session.has_progress());
        assert_eq!(session.typed.registry, "contosoprod");
    }

    #[test]
    fn taking_a_ruling_or_a_tick_back_leaves_nothing_behind() {
        let mut session = Session::default();
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Out);
        session.rule(&"request-timeout".into(), &"vnet".into(), Ruling::Open);
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.tick(&"set-proxy".into(), &"restart".into(), false);
        assert_eq!(session, Session::default());
    }

    #[test]
    fn another_answer_to_the_same_question_takes_the_place_of_the_first() {
        let mut session = Session::default();
        session.say(Seen::Answer("uses-proxy".into(), "yes".into()));
        session.say(Seen::DontKnow("who-fails".into()));
        session.say(Seen::Answer("uses-proxy".into(), "no".into()));
        let said: Vec<String> = session.said().iter().map(ToString::to_string).collect();
        assert_eq!(said, ["dont-know.who-fails", "answer.uses-proxy.no"]);
        session.unsay(&Seen::DontKnow("who-fails".into()));
        assert_eq!(session.said().len(), 1);
        session.start_again();
        assert_eq!(session.seen().count(), 0);
        assert!(!session.has_progress());
    }

    #[test]
    fn ticking_twice_is_ticking_once() {
        let mut session = Session::default();
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.tick(&"set-proxy".into(), &"restart".into(), true);
        session.tick(&"set-proxy".into(), &"restart".into(), false);
        assert!(!session.has_progress());
    }
}
