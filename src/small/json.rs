//! JSON as far as the guide looks into it.
//!
//! serde_json reads it, but not into its own `Value`: that brings a balanced tree, and a table for numbers with a point, which no
//! compression can shrink. Together they weigh more than all the code that asks what a document says.

use super::Listing;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`; also a number below zero, which nobody here asks for.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, not negative.
    Whole(u64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of the document; or a number with a point, as an object of one text: so serde_json hands over what it has
    /// not calculated (its feature `arbitrary_precision`).
    Object(Listing<String, Json>),
}

impl Json {
    /// Reads a document.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Reads the document that a text begins with; answers how many bytes it has, too.
    pub fn read_first(text: &str) -> Option<(Self, usize)> {
        let mut stream = serde_json::Deserializer::from_str(text).into_iter();
        let first = stream.next()?.ok()?;
        Some((first, stream.byte_offset()))
    }

    /// An object's value of that name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.object()?.get(name)
    }

    /// An object's names and values.
    pub fn object(&self) -> Option<&Listing<String, Self>> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// A list's values.
    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// A text.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// `true` or `false`.
    pub fn bool(&self) -> Option<bool> {
        if let Self::Bool(is) = self { Some(*is) } else { None }
    }

    /// A whole number, not negative.
    pub fn whole(&self) -> Option<u64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, is: bool) -> Result<Json, E> {
        Ok(Json::Bool(is))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Whole(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Null)
    }

    // Never comes. Without this the error that says so would bring a table for writing such numbers.
    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Json, A::Error> {
        let mut object = Listing::default();
        while let Some((name, value)) = pairs.next_entry()? {
            object.push(name, value);
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_read() {
        let json =
            Json::read(r#" {"a": null, "b": [true, "\u00e5\n", 401, -1, 2.5], "c": {"d": "e"}} "#).expect("it reads");
        assert_eq!(json.get("a"), Some(&Json::Null));
        assert_eq!(json.get("c").and_then(|c| c.get("d")?.text()), Some("e"));
        assert_eq!(json.get("x"), None);
        let list = json.get("b").and_then(Json::list).expect("a list");
        assert_eq!((list[0].bool(), list[1].text()), (Some(true), Some("å\n")));
        assert_eq!(list.iter().map(Json::whole).collect::<Vec<_>>(), [None, None, Some(401), None, None]);
    }

    #[test]
    fn a_document_ends_where_it_ends() {
        assert_eq!(Json::read("{} x"), None);
        assert_eq!(Json::read_first("[] x"), Some((Json::List(Vec::new()), 2)));
        assert_eq!(Json::read_first("[1, x"), None);
        assert_eq!(Json::read_first(""), None);
    }
}
