//! Points by id.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Points by id, in the order of ids; a table in TOML. A list, because readers would download a tree's code for a handful.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<Id, i32>", into = "BTreeMap<Id, i32>")]
#[serde(bound(serialize = "Id: Ord + Clone + Serialize", deserialize = "Id: Ord + Deserialize<'de>"))]
pub struct Points<Id>(pub Vec<(Id, i32)>);

impl<Id> Points<Id> {
    /// Each id with its points.
    pub fn iter(&self) -> impl Iterator<Item = &(Id, i32)> {
        self.0.iter()
    }
}

impl<Id> Default for Points<Id> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Id> From<BTreeMap<Id, i32>> for Points<Id> {
    fn from(points: BTreeMap<Id, i32>) -> Self {
        Self(points.into_iter().collect())
    }
}

impl<Id: Ord> From<Points<Id>> for BTreeMap<Id, i32> {
    fn from(points: Points<Id>) -> Self {
        points.0.into_iter().collect()
    }
}
