//! Texts by key.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Texts by key, in the order of keys. A sorted list, since what the standard library has for this is more code than a reader
/// should download for a few hundred texts that come in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// Where a key stands, or belongs.
    fn place(&self, key: &str) -> usize {
        self.0.partition_point(|(known, _)| known.as_str() < key)
    }

    /// The text of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        let (known, text) = self.0.get(self.place(key))?;
        (known == key).then_some(text)
    }

    /// Whether there is a text of that key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Sets the text of a key.
    pub fn insert(&mut self, key: String, text: String) {
        let place = self.place(&key);
        match self.0.get_mut(place) {
            Some((known, old)) if *known == key => *old = text,
            _ => self.0.insert(place, (key, text)),
        }
    }

    /// Each key with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// Keeps the texts of the keys that the condition holds of.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }
}

impl From<BTreeMap<String, String>> for Texts {
    fn from(texts: BTreeMap<String, String>) -> Self {
        Self(texts.into_iter().collect())
    }
}

impl From<Texts> for BTreeMap<String, String> {
    fn from(texts: Texts) -> Self {
        texts.0.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn texts_stand_in_the_order_of_their_keys_whatever_order_they_come_in() {
        let mut texts = Texts::default();
        for (key, text) in [("b", "2"), ("a", "1"), ("c", "3"), ("b", "4")] {
            texts.insert(key.into(), text.into());
        }
        assert_eq!(texts.iter().collect::<Vec<_>>(), [("a", "1"), ("b", "4"), ("c", "3")]);
        assert_eq!((texts.get("b"), texts.get("bb"), texts.get("")), (Some("4"), None, None));
        texts.retain(|key| key != "b");
        assert!(!texts.contains_key("b") && texts.contains_key("c"));
    }
}
