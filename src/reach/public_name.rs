//! What public DNS says of a name, asked over HTTPS and only if the reader agrees.

use super::Region;
use serde_json::Value;

/// What public DNS says of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PublicView {
    /// The reader did not agree to ask.
    #[default]
    NotAsked,
    /// The name does not exist (NXDOMAIN).
    Missing,
    /// The name exists, and its chain of names passes no private link.
    Plain,
    /// The name's chain passes `privatelink`: a private endpoint exists.
    PrivateLink,
    /// The resolver could not be asked, or gave no clear answer.
    Failed,
}

/// What public DNS says of a name. It never shows what this machine's own resolver answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicName {
    /// Whether and how the name exists.
    pub view: PublicView,
    /// The region that the chain of names gives away, where it does.
    pub region: Option<Region>,
    /// How long the answer may be kept, in seconds: the shortest of the chain.
    pub ttl_s: Option<u32>,
}

/// The status of an answer that says that the name does not exist.
const NXDOMAIN: u64 = 3;

/// What Azure's own hosts end in; the label before it is the region.
const CLOUDAPP: [&str; 3] = [".cloudapp.azure.com", ".cloudapp.chinacloudapi.cn", ".cloudapp.usgovcloudapi.net"];

impl PublicName {
    /// A resolver that could not be asked.
    pub fn failed() -> Self {
        Self { view: PublicView::Failed, ..Self::default() }
    }

    /// Reads a resolver's answer in the form that the public ones share: `Status`, and `Answer` with the chain of names in order.
    pub fn read(answer: &Value) -> Self {
        let records: &[Value] = answer.get("Answer").and_then(Value::as_array).map_or(&[], Vec::as_slice);
        match answer.get("Status").and_then(Value::as_u64) {
            Some(NXDOMAIN) if records.is_empty() => return Self { view: PublicView::Missing, ..Self::default() },
            // A chain that leads nowhere: the name itself exists.
            Some(0 | NXDOMAIN) if !records.is_empty() => {}
            _ => return Self::failed(),
        }
        let mut name = Self { view: PublicView::Plain, ..Self::default() };
        for record in records {
            let ttl = record.get("TTL").and_then(Value::as_u64).and_then(|ttl| u32::try_from(ttl).ok());
            name.ttl_s = match (name.ttl_s, ttl) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
            let data = record.get("data").and_then(Value::as_str).unwrap_or_default().trim_end_matches('.');
            if data.split('.').any(|label| label == "privatelink") {
                name.view = PublicView::PrivateLink;
            }
            if let Some(front) = CLOUDAPP.iter().find_map(|end| data.strip_suffix(end)) {
                name.region = front.rsplit('.').next().and_then(Region::parse);
            }
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_chain_through_a_private_link_shows_the_endpoint_and_its_region() {
        let answer = json!({ "Status": 0, "Answer": [
            { "name": "contoso.azurecr.io.", "type": 5, "TTL": 60, "data": "contoso.privatelink.azurecr.io." },
            { "name": "contoso.privatelink.azurecr.io.", "type": 5, "TTL": 60, "data": "eus1.fe.azcr.io." },
            { "name": "eus-acr-reg.trafficmanager.net.", "type": 5, "TTL": 10, "data": "r0318eus-az.eastus.cloudapp.azure.com." },
            { "name": "r0318eus-az.eastus.cloudapp.azure.com.", "type": 1, "TTL": 30, "data": "192.0.2.7" },
        ]});
        let name = PublicName { view: PublicView::PrivateLink, region: Region::parse("eastus"), ttl_s: Some(10) };
        assert_eq!(PublicName::read(&answer), name);
    }

    #[test]
    fn a_registry_named_after_private_links_has_none() {
        let answer = json!({ "Status": 0, "Answer": [{ "type": 5, "TTL": 5, "data": "notprivatelink.fe.azcr.io." }] });
        assert_eq!(PublicName::read(&answer).view, PublicView::Plain);
    }

    #[test]
    fn only_a_plain_no_such_name_is_missing() {
        assert_eq!(PublicName::read(&json!({ "Status": 3 })).view, PublicView::Missing);
        for unclear in
            [json!({ "Status": 2 }), json!({ "Status": 0 }), json!({}), json!("no"), json!({ "Status": "3" })]
        {
            assert_eq!(PublicName::read(&unclear).view, PublicView::Failed, "{unclear}");
        }
    }
}
