//! A map for a handful of keys.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Values by key, in the order of insertion; a table in TOML, in the order of keys. Looked through from the front.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "BTreeMap<K, V>")]
#[serde(bound(serialize = "K: Ord + Clone + Serialize, V: Clone + Serialize"))]
pub struct Listing<K, V>(Vec<(K, V)>);

impl<K, V> Default for Listing<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> Listing<K, V> {
    /// The value of a key.
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: PartialEq<Q>,
    {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key, value)),
        }
    }

    /// Adds a key that is known not to be there yet.
    pub fn push(&mut self, key: K, value: V) {
        self.0.push((key, value));
    }

    /// Each key with its value.
    pub fn iter(&self) -> impl Iterator<Item = &(K, V)> {
        self.0.iter()
    }

    /// Each key with its value, given away.
    pub fn into_pairs(self) -> Vec<(K, V)> {
        self.0
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Keeps what the condition holds of.
    pub fn retain(&mut self, keep: impl Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> FromIterator<(K, V)> for Listing<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl<K, V> From<BTreeMap<K, V>> for Listing<K, V> {
    fn from(pairs: BTreeMap<K, V>) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Ord, V> From<Listing<K, V>> for BTreeMap<K, V> {
    fn from(listing: Listing<K, V>) -> Self {
        listing.0.into_iter().collect()
    }
}

// Read without a `BTreeMap` on the way: browsers read listings, only the build writes them.
impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Listing<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrderOfKeys(PhantomData))
    }
}

struct InOrderOfKeys<K, V>(PhantomData<(K, V)>);

impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for InOrderOfKeys<K, V> {
    type Value = Listing<K, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs: Vec<(K, V)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<K, V>()? {
            let place = pairs.iter().position(|(known, _)| *known >= key).unwrap_or(pairs.len());
            match pairs.get_mut(place) {
                Some((known, old)) if *known == key => *old = value,
                _ => pairs.insert(place, (key, value)),
            }
        }
        Ok(Listing(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::Listing;

    #[test]
    fn a_later_value_takes_the_place_of_the_first() {
        let mut listing = Listing::default();
        listing.insert("a".to_owned(), 1);
        listing.insert("b".to_owned(), 2);
        listing.insert("a".to_owned(), 3);
        assert_eq!(listing.get("a"), Some(&3));
        assert_eq!(listing.keys().collect::<Vec<_>>(), ["a", "b"]);
        listing.retain(|key| key == "b");
        assert_eq!(listing.get("a"), None);
    }

    #[test]
    fn as_json_it_is_an_object() {
        let listing: Listing<String, i32> = serde_json::from_str(r#"{"b":2,"a":1}"#).expect("it reads");
        assert_eq!(listing.keys().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(serde_json::to_string(&listing).ok().as_deref(), Some(r#"{"a":1,"b":2}"#));
    }
}
