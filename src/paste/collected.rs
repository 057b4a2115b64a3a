//! What has been seen so far in a text, each fact once with its lines.

use super::Mark;
use super::site::Site;
use crate::observation::{Fact, Observation};
use crate::small::sort_by_key;

/// How many lines are kept for one fact, and how many marks in all.
const LINES: usize = 32;
const MARKS: usize = 2_000;

/// Facts with their lines, and the marks.
#[derive(Debug, Default)]
pub(super) struct Collected {
    /// Ordered by layer.
    facts: Vec<(Fact, Vec<u32>)>,
    /// Of these, what was seen at the places of others only.
    elsewhere: Vec<Fact>,
    /// Whether something failed at the registry's own places.
    pub failed_here: bool,
    /// The place of the image that a line names, for all that the line says.
    pub image: Option<(u32, Site)>,
    pub marks: Vec<Mark>,
}

impl Collected {
    /// Notes a fact.
    pub fn see(&mut self, fact: Fact, line: u32) {
        self.elsewhere.retain(|other| *other != fact);
        self.keep(fact, line);
    }

    /// Notes a fact of a place that is not the registry's: it counts as long as nothing fails at the registry's own places. A log may
    /// hold the failures of others.
    pub fn see_elsewhere(&mut self, fact: Fact, line: u32) {
        if !self.facts.iter().any(|(known, _)| *known == fact) {
            self.elsewhere.push(fact);
        }
        self.keep(fact, line);
    }

    fn keep(&mut self, fact: Fact, line: u32) {
        let at = self.facts.partition_point(|(known, _)| *known < fact);
        if self.facts.get(at).is_none_or(|(known, _)| *known != fact) {
            self.facts.insert(at, (fact, Vec::new()));
        }
        let lines = &mut self.facts[at].1;
        if lines.len() < LINES && !lines.contains(&line) {
            lines.push(line);
        }
    }

    /// Notes that a rule recognised lines.
    pub fn mark(&mut self, mark: Mark) {
        if self.marks.len() < MARKS && self.marks.last() != Some(&mark) {
            self.marks.push(mark);
        }
    }

    /// Notes that a rule recognised a line, as one mark with the line before.
    pub fn mark_on(&mut self, mark: Mark) {
        match self.marks.last_mut() {
            Some(last) if last.rule == mark.rule && last.last + 1 >= mark.first => last.last = mark.last,
            _ => self.mark(mark),
        }
    }

    /// Forgets hints where something more was seen, or where the text is not about a registry, and what failed elsewhere where something
    /// failed at the registry too.
    pub fn settle(&mut self, about_registry: bool) {
        if self.failed_here {
            let elsewhere = std::mem::take(&mut self.elsewhere);
            self.facts.retain(|(fact, _)| !elsewhere.contains(fact));
        }
        // A login says nothing of what failed after it.
        let failed = self.facts.iter().any(|(fact, _)| *fact == Fact::HintFailure);
        let says_more = |fact: &Fact| !(fact.is_context() || fact.is_hint() || failed && *fact == Fact::SignedIn);
        let more = self.facts.iter().any(|(fact, _)| says_more(fact));
        if more || !(about_registry || self.facts.iter().any(|(fact, _)| fact.is_client())) {
            self.facts.retain(|(fact, _)| !fact.is_hint());
            self.marks.retain(|mark| !mark.rule.starts_with("hint-"));
        }
    }

    /// The observations, ordered by layer.
    pub fn observations(self) -> Vec<Observation> {
        self.facts
            .into_iter()
            .map(|(fact, mut lines)| {
                sort_by_key(&mut lines, |line| *line);
                Observation { seen: fact.into(), lines }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(mut seen: Collected) -> Vec<Fact> {
        seen.settle(true);
        seen.facts.into_iter().map(|(fact, _)| fact).collect()
    }

    #[test]
    fn a_login_hides_no_hint_at_what_failed_after_it() {
        let after = |facts: &[Fact]| {
            let mut seen = Collected::default();
            facts.iter().for_each(|fact| seen.see(*fact, 1));
            settled(seen)
        };
        assert_eq!(after(&[Fact::SignedIn, Fact::HintFailure]), [Fact::SignedIn, Fact::HintFailure]);
        assert_eq!(after(&[Fact::SignedIn, Fact::HintCredentials]), [Fact::SignedIn]);
        assert_eq!(after(&[Fact::TransferOk, Fact::HintFailure]), [Fact::TransferOk]);
    }

    #[test]
    fn what_fails_elsewhere_counts_where_nothing_fails_here() {
        let elsewhere = || {
            let mut seen = Collected::default();
            seen.see_elsewhere(Fact::TagMissing, 1);
            seen
        };
        assert_eq!(settled(elsewhere()), [Fact::TagMissing]);
        let mut here = elsewhere();
        here.see(Fact::ClientIpDenied, 2);
        here.failed_here = true;
        assert_eq!(settled(here), [Fact::ClientIpDenied]);
        let mut both = elsewhere();
        both.see(Fact::TagMissing, 2);
        both.failed_here = true;
        assert_eq!(settled(both), [Fact::TagMissing]);
    }
}
