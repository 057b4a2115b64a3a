//! Recognisers as authors write them, and the index that finds them all in one pass.

use super::pattern::{Captures, Pattern, PatternError, SHORTEST};
use crate::observation::Fact;
use crate::small::{Listing, sort_by_key};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::fmt;

/// One rule: texts as a program prints them, and the facts that they show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Names it in tests and marks.
    pub id: String,
    /// Patterns, any of which is enough.
    pub text: Vec<String>,
    /// What it shows, over and above what its tokens show.
    pub see: Vec<Fact>,
    /// The program that it names, by the placeholders of commands: `client` is how it is called, `pull` how it pulls.
    #[serde(default, skip_serializing_if = "Listing::is_empty")]
    pub fill: Listing<String, String>,
    /// Where the text comes from: the program and the place in its source or documentation. For authors only.
    #[serde(default, skip_serializing)]
    pub source: String,
    /// Texts that it must recognise. For tests only.
    #[serde(default, skip_serializing)]
    pub test: Vec<String>,
    /// Texts that it must not recognise. For tests only.
    #[serde(default, skip_serializing)]
    pub not: Vec<String>,
}

/// The rules as `content/recognisers.toml` holds them; also their compact form for the browser.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Every rule.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

#[cfg(feature = "author")]
impl Rules {
    /// Reads the rules as authors write them.
    ///
    /// # Errors
    /// What TOML or the model says is wrong, with line and column.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

/// A rule whose pattern is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The rule's id.
    pub rule: String,
    /// What is wrong with its pattern.
    pub problem: PatternError,
}

impl fmt::Display for RuleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "recogniser `{}`: {}", self.rule, self.problem)
    }
}

impl std::error::Error for RuleError {}

/// The rules, compiled. Make it once, read many texts with it.
#[derive(Debug, Clone)]
pub struct Recognisers {
    rules: Vec<Rule>,
    patterns: Vec<(Pattern, u16)>,
    /// One bit for every hash of four bytes that some pattern begins with.
    maybe: Box<[u64; 1024]>,
    /// The patterns by the hash of their first four bytes, sorted.
    starts: Vec<(u16, u16)>,
}

impl Recognisers {
    /// Compiles rules.
    ///
    /// # Errors
    /// The first rule whose pattern is none, with what to write instead.
    pub fn compile(rules: Rules) -> Result<Self, RuleError> {
        let mut patterns = Vec::new();
        for (nth, rule) in (0..).zip(&rules.rules) {
            for text in &rule.text {
                let pattern = Pattern::compile(text).map_err(|problem| RuleError { rule: rule.id.clone(), problem })?;
                patterns.push((pattern, nth));
            }
        }
        let mut maybe = Box::new([0_u64; 1024]);
        let mut starts: Vec<(u16, u16)> =
            (0..).zip(&patterns).map(|(nth, (pattern, _))| (hash(pattern.first()), nth)).collect();
        sort_by_key(&mut starts, |start| *start);
        for (hash, _) in &starts {
            maybe[usize::from(hash / 64)] |= 1 << (hash % 64);
        }
        Ok(Self { rules: rules.rules, patterns, maybe, starts })
    }

    /// The rules, in the authors' order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Calls `found` with every match that begins within `range`, in the order of the text.
    pub(super) fn scan(
        &self,
        text: &[u8],
        range: std::ops::Range<usize>,
        budget: &mut Budget,
        mut found: impl FnMut(&Rule, std::ops::Range<usize>, &Captures),
    ) {
        let mut captures = Captures::new();
        let mut here: Vec<(usize, u16, Captures)> = Vec::new();
        let mut covered = 0;
        let last = range.end.min((text.len() + 1).saturating_sub(SHORTEST));
        for at in range.start..last {
            let hash = hash(&text[at..]);
            if self.maybe[usize::from(hash / 64)] & (1 << (hash % 64)) == 0 {
                continue;
            }
            // In the middle of a word another word is meant: `ResourceNotFound` is no `ENOTFOUND`.
            if at > 0 && text[at].is_ascii_lowercase() && text[at - 1].is_ascii_lowercase() {
                continue;
            }
            let from = self.starts.partition_point(|(start, _)| *start < hash);
            for (_, nth) in self.starts[from..].iter().take_while(|(start, _)| *start == hash) {
                let (pattern, rule) = &self.patterns[usize::from(*nth)];
                let Some(steps) = budget.of(usize::from(*nth), self.patterns.len()) else { continue };
                if let Some(end) = pattern.matches(text, at, &mut captures, steps) {
                    here.push((end, *rule, std::mem::take(&mut captures)));
                }
            }
            // The longest first: it covers the shorter ones of its kind. Of two as long, the one that tells more.
            sort_by_key(&mut here, |(end, rule, captures)| (*rule, Reverse((*end, captures.len()))));
            here.dedup_by_key(|(_, rule, _)| *rule);
            sort_by_key(&mut here, |(end, rule, _)| (Reverse(*end), *rule));
            for (end, rule, captures) in here.drain(..) {
                let rule = &self.rules[usize::from(rule)];
                // A status alone, within a failure below HTTP, is a proxy's.
                if rule.see.first().is_none_or(|fact| fact.is_transport()) {
                    if end <= covered {
                        continue;
                    }
                    covered = end;
                }
                found(rule, at..end, &captures);
            }
        }
    }
}

/// The work that each pattern may still do: a text made to keep one pattern busy cannot stop the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Budget(Vec<u32>);

impl Budget {
    /// Steps for each pattern over one text, however long. A match costs a few hundred at most.
    const STEPS: u32 = 4_000_000;

    fn of(&mut self, pattern: usize, patterns: usize) -> Option<&mut u32> {
        if self.0.len() < patterns {
            self.0.resize(patterns, Self::STEPS);
        }
        self.0.get_mut(pattern).filter(|steps| **steps > 0)
    }
}

/// A hash of four bytes, a line end counting as a space.
fn hash(text: &[u8]) -> u16 {
    let byte = |nth: usize| u32::from(if text[nth] == b'\n' { b' ' } else { text[nth] });
    let word = byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
    (word.wrapping_mul(0x9e37_79b1) >> 16) as u16
}
