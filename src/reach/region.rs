//! A region's short name.

use crate::knowledge::Cloud;
use std::fmt;

/// A region's short name, as it stands in the hosts of a registry: `swedencentral`.
///
/// Any text of lower-case letters and digits will do: regions are opened faster than lists of them are kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(String);

impl Region {
    /// Reads a short name; display names (`Sweden Central`) are brought to their short form.
    pub fn parse(text: &str) -> Option<Self> {
        let mut short = String::new();
        for c in text.chars() {
            match c {
                'a'..='z' | '0'..='9' => short.push(c),
                'A'..='Z' => short.push(c.to_ascii_lowercase()),
                ' ' => {}
                _ => return None,
            }
        }
        // A label of a host name holds 63 characters at most.
        (!short.is_empty() && short.len() <= 63).then_some(Self(short))
    }

    /// Reads a list as people write it, each region once; what cannot be one is left out. Display names hold spaces, so that only
    /// commas, semicolons and lines part them.
    pub fn list(text: &str) -> Vec<Self> {
        let mut regions = Vec::new();
        for region in text.split([',', ';', '\n']).filter_map(|part| Self::parse(part.trim())) {
            if !regions.contains(&region) {
                regions.push(region);
            }
        }
        regions
    }

    /// The short name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the guide knows this region in that cloud. Not knowing it is worth a hint, never a refusal.
    pub fn is_known_in(&self, cloud: &Cloud) -> bool {
        cloud.regions.contains(&self.0)
    }
}

impl fmt::Display for Region {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_name_becomes_a_short_name() {
        assert_eq!(Region::parse("Sweden Central").map(|region| region.to_string()), Some("swedencentral".into()));
        assert_eq!(Region::parse("sweden-central"), None);
        assert_eq!(Region::parse(" "), None);
    }

    #[test]
    fn a_list_is_read_as_people_write_it() {
        let regions: Vec<_> =
            Region::list(" Sweden Central, westeurope;\nswedencentral, ?,").iter().map(Region::to_string).collect();
        assert_eq!(regions, ["swedencentral", "westeurope"]);
    }
}
