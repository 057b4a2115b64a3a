//! Labelled outputs: real and recorded texts with the causes that a careful expert accepts from the text alone.

use super::limits;
use super::measure::{Limit, Measure, share};
use crate::diagnosis::{Certainty, Diagnosis, Engine};
use crate::knowledge::CauseId;
use crate::paste::{Recognisers, read};
use serde::Deserialize;

/// The causes on the network's side, as the labels mean them: fixed here, not taken from what is tried.
const NETWORK: [&str; 5] = ["client-firewall", "public-access", "vnet", "service-access", "registry-name"];

/// A labelled output.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Case {
    /// Names it.
    pub id: String,
    /// What was printed.
    pub text: String,
    /// What it really was, where that is known.
    #[serde(default)]
    pub cause: Option<CauseId>,
    /// The causes that an expert accepts; none where the output shows that all is well.
    pub acceptable: Vec<CauseId>,
}

/// The cases of a corpus, one JSON object a line.
///
/// # Errors
/// A line that is no case.
pub fn cases(corpus: &str) -> Result<Vec<Case>, serde_json::Error> {
    corpus.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str).collect()
}

/// How often the diagnosis is right about a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Outputs.
    pub cases: usize,
    /// With an acceptable cause first.
    pub first: usize,
    /// With an acceptable cause among the first two.
    pub first_two: usize,
    /// In which nothing was recognised.
    pub nothing: usize,
    /// That are not about the network.
    pub exits: usize,
    /// Of these, with a network cause first.
    pub network_blamed: usize,
    /// That are about the network.
    pub network: usize,
    /// Of these, with another cause first.
    pub network_cleared: usize,
    /// Causes that were called certain.
    pub certain: usize,
    /// The outputs for which that was wrong.
    pub certain_wrong: Vec<String>,
    /// The outputs whose first cause is not acceptable: wanted and got.
    pub missed: Vec<String>,
}

impl Figures {
    /// Judges every case.
    pub fn of(recognisers: &Recognisers, engine: &Engine, cases: &[Case]) -> Self {
        let mut figures = Self::default();
        for case in cases {
            let pasted = read(recognisers, &case.text);
            figures.cases += 1;
            figures.nothing += usize::from(!pasted.is_recognised());
            figures.add(case, &engine.diagnose(&pasted.observations));
        }
        figures
    }

    fn add(&mut self, case: &Case, diagnosis: &Diagnosis) {
        let ids: Vec<&CauseId> = diagnosis.causes.iter().map(|cause| &cause.id).collect();
        let accepts = |id: &CauseId| case.acceptable.contains(id);
        let first = ids.first().copied();
        let healthy = case.acceptable.is_empty();
        // A healthy output: the answer is that the path works.
        let well = healthy && ids.is_empty() && diagnosis.network == Some(false);
        let right = well || first.is_some_and(accepts);
        self.first += usize::from(right);
        self.first_two += usize::from(well || ids.iter().take(2).any(|id| accepts(id)));
        if !right {
            self.missed.push(format!("{} wants {:?}, got {ids:?}", case.id, case.acceptable));
        }
        if healthy {
            return;
        }
        let is_network = |id: &CauseId| NETWORK.contains(&id.as_str());
        let network = case.acceptable.iter().filter(|id| is_network(id)).count();
        if network == 0 {
            self.exits += 1;
            self.network_blamed += usize::from(first.is_some_and(is_network));
        }
        if network == case.acceptable.len() {
            self.network += 1;
            self.network_cleared += usize::from(first.is_some_and(|first| !is_network(first)));
        }
        for cause in diagnosis.causes.iter().filter(|cause| cause.certainty == Certainty::Certain) {
            self.certain += 1;
            if !accepts(&cause.id) {
                self.certain_wrong.push(case.id.clone());
            }
        }
    }

    /// The figures with their limits.
    pub fn measures(&self) -> Vec<Measure> {
        let measure = |name, part, whole, limit| Measure { name, value: share(part, whole), limit };
        vec![
            Measure { name: "cases", value: share(self.cases, 1), limit: Limit::None },
            measure("first-acceptable", self.first, self.cases, limits::FIRST),
            measure("first-two", self.first_two, self.cases, limits::FIRST_TWO),
            measure("network-blamed", self.network_blamed, self.exits, limits::NETWORK_BLAMED),
            measure("network-cleared", self.network_cleared, self.network, limits::NETWORK_CLEARED),
            measure("nothing-recognised", self.nothing, self.cases, limits::NOTHING),
            measure("certain", self.certain, self.cases, Limit::None),
            measure("certain-and-wrong", self.certain_wrong.len(), 1, limits::CERTAIN_WRONG),
        ]
    }
}
