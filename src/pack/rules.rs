//! What pasted output is read with and judged by: recognisers and weights, the same in every language.

use super::{OtherBuild, Row, row};
use crate::diagnosis::{Contradiction, Inquiry, Outcome, Prior, Weight, Weights};
use crate::knowledge::Side;
use crate::observation::{Fact, Seen};
use crate::paste::{Rule, Rules};
use crate::small::Listing;
use std::fmt::Display;

/// The rows to send.
pub fn rules_rows(rules: &Rules, weights: &Weights) -> Vec<Row> {
    let mut rows: Vec<Row> = rules.rules.iter().map(rule_row).collect();
    rows.extend(weights.priors.iter().map(|prior| {
        let side = if prior.side == Side::Network { "network" } else { "exit" };
        row(&["prior", prior.cause.as_str(), side, &prior.points.to_string(), &pairs(&prior.findings)])
    }));
    rows.extend(weights.weights.iter().map(|weight| {
        let Weight { when, any, unless, points, reason, decides } = weight;
        let decides = decides.as_ref().map_or("", |cause| cause.as_str());
        let reason = reason.as_deref().unwrap_or_default();
        row(&["weight", &list(when), &list(any), &list(unless), &pairs(points), reason, decides])
    }));
    rows.extend(weights.contradictions.iter().map(|one| row(&["contradiction", &list(&one.when), &one.reason])));
    rows.extend(weights.inquiries.iter().map(inquiry_row));
    rows
}

fn rule_row(rule: &Rule) -> Row {
    let see: Vec<&str> = rule.see.iter().map(|fact| fact.as_str()).collect();
    let texts = rule.text.iter().map(String::as_str);
    let fill: Vec<String> = rule.fill.iter().map(|(name, value)| format!("{name}={value}")).collect();
    row(&["rule", &rule.id, &see.join(" "), &fill.join("|")].into_iter().chain(texts).collect::<Vec<_>>())
}

fn inquiry_row(inquiry: &Inquiry) -> Row {
    let Inquiry { question, command, cost, when, unless, outcomes, .. } = inquiry;
    let question = question.as_ref().map_or("", |id| id.as_str());
    let command = command.as_ref().map_or("", |id| id.as_str());
    let mut texts = row(&["inquiry", question, command, &cost.to_string(), &list(when), &list(unless)]);
    texts.extend(outcomes.iter().map(|outcome| format!("{} {}", outcome.base, list(&outcome.see))));
    texts
}

fn list(seen: &[Seen]) -> String {
    seen.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn pairs<Id: Display + PartialEq>(points: &Listing<Id, i32>) -> String {
    points.iter().map(|(id, points)| format!("{id}={points}")).collect::<Vec<_>>().join(" ")
}

/// Reads rows.
///
/// # Errors
/// Names the first row that this program does not know: the data is of another build.
pub fn rules_from_rows(rows: Vec<Row>) -> Result<(Rules, Weights), OtherBuild> {
    let mut rules = Rules::default();
    let mut weights = Weights::default();
    for row in rows {
        let texts: Vec<&str> = row.iter().map(String::as_str).collect();
        if take(&texts, &mut rules, &mut weights).is_none() {
            return Err(OtherBuild { row });
        }
    }
    Ok((rules, weights))
}

fn take(row: &[&str], rules: &mut Rules, weights: &mut Weights) -> Option<()> {
    let mut read = Read { is_sound: true };
    match *row {
        ["rule", id, see, fill, ref texts @ ..] => rules.rules.push(Rule {
            id: id.into(),
            text: texts.iter().map(|text| (*text).to_owned()).collect(),
            see: see.split(' ').filter(|id| !id.is_empty()).filter_map(|id| read.sound(Fact::named(id))).collect(),
            fill: fill
                .split('|')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            source: String::new(),
            test: Vec::new(),
            not: Vec::new(),
        }),
        ["prior", cause, side, points, findings] => weights.priors.push(Prior {
            cause: cause.into(),
            side: if side == "network" { Side::Network } else { Side::Exit },
            points: read.number(points),
            findings: read.pairs(findings),
        }),
        ["weight", when, any, unless, points, reason, decides] => weights.weights.push(Weight {
            when: read.list(when),
            any: read.list(any),
            unless: read.list(unless),
            points: read.pairs(points),
            reason: some(reason).map(Into::into),
            decides: some(decides).map(Into::into),
        }),
        ["contradiction", when, reason] => {
            weights.contradictions.push(Contradiction { when: read.list(when), reason: reason.into() });
        }
        ["inquiry", question, command, cost, when, unless, ref outcomes @ ..] => weights.inquiries.push(Inquiry {
            question: some(question).map(Into::into),
            command: some(command).map(Into::into),
            finding: None,
            cost: read.number(cost).unsigned_abs(),
            when: read.list(when),
            unless: read.list(unless),
            outcomes: outcomes.iter().map(|outcome| read.outcome(outcome)).collect(),
        }),
        _ => return None,
    }
    read.is_sound.then_some(())
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Reads the parts of a row and remembers whether all of them were sound, so that nothing half read has to be taken apart.
struct Read {
    is_sound: bool,
}

impl Read {
    fn sound<T>(&mut self, value: Option<T>) -> Option<T> {
        self.is_sound &= value.is_some();
        value
    }

    #[inline(never)]
    fn number(&mut self, text: &str) -> i32 {
        self.sound(text.parse().ok()).unwrap_or_default()
    }

    #[inline(never)]
    fn list(&mut self, text: &str) -> Vec<Seen> {
        text.split(' ').filter(|id| !id.is_empty()).filter_map(|id| self.sound(Seen::parse(id))).collect()
    }

    #[inline(never)]
    fn pairs<Id: for<'a> From<&'a str>>(&mut self, text: &str) -> Listing<Id, i32> {
        let pairs = text.split(' ').filter_map(|pair| self.sound(pair.split_once('=')));
        let pairs: Vec<(&str, &str)> = pairs.collect();
        pairs.into_iter().map(|(id, points)| (id.into(), self.number(points))).collect()
    }

    #[inline(never)]
    fn outcome(&mut self, text: &str) -> Outcome {
        let (base, see) = self.sound(text.split_once(' ')).unwrap_or_default();
        Outcome { see: self.list(see), base: self.number(base) }
    }
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::*;

    fn real() -> (Rules, Weights) {
        let rules = Rules::from_toml(include_str!("../../content/recognisers.toml")).expect("recognisers read");
        (rules, Weights::from_toml(include_str!("../../content/weights.toml")).expect("weights read"))
    }

    #[test]
    fn rules_survive_the_wire_but_for_what_only_authors_need() {
        let (mut rules, weights) = real();
        let rows = rules_rows(&rules, &weights);
        for rule in &mut rules.rules {
            (rule.source, rule.test, rule.not) = Default::default();
        }
        assert_eq!(rules_from_rows(rows), Ok((rules, weights)));
    }

    #[test]
    fn a_row_of_another_build_is_named() {
        for odd in [["weather", "sunny"], ["contradiction", "no-such-fact"]] {
            assert_eq!(rules_from_rows(vec![row(&odd)]), Err(OtherBuild { row: row(&odd) }));
        }
        let odd = row(&["weight", "no-such-fact", "", "", "", "", ""]);
        assert_eq!(rules_from_rows(vec![odd.clone()]), Err(OtherBuild { row: odd }));
    }
}
