//! Reads what a public resolver says: the JSON form of DNS over HTTPS, as Google and Cloudflare give it.

use super::{PublicName, PublicView, Region};
use crate::small::Json;

/// DNS's code for "no such name".
const NO_SUCH_NAME: u64 = 3;

/// Reads an answer. What is none, or says that the resolver could not find out, is [`PublicView::Failed`].
pub fn read_public_name(json: &str) -> PublicName {
    let answer = Json::read(json).unwrap_or(Json::Null);
    let mut name = PublicName::failed();
    match answer.get("Status").and_then(Json::whole) {
        Some(0) => name.view = PublicView::Plain,
        Some(NO_SUCH_NAME) => name.view = PublicView::Missing,
        _ => return name,
    }
    for record in answer.get("Answer").and_then(Json::list).into_iter().flatten() {
        let ttl = record.get("TTL").and_then(Json::whole).and_then(|ttl| u32::try_from(ttl).ok());
        name.ttl_s = match (name.ttl_s, ttl) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let Some(to) = record.get("data").and_then(Json::text) else { continue };
        if to.contains(".privatelink.") && name.view == PublicView::Plain {
            name.view = PublicView::PrivateLink;
        }
        // `r0910sec-az.swedencentral.cloudapp.azure.com.`: the region is the label before the service's own.
        if let Some((before, _)) = to.split_once(".cloudapp.") {
            name.region = before.rsplit('.').next().and_then(Region::parse).or(name.region);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u32, chain: &[&str]) -> String {
        let records: Vec<serde_json::Value> =
            chain.iter().map(|to| serde_json::json!({ "name": "x.", "type": 5, "TTL": 60, "data": to })).collect();
        serde_json::json!({ "Status": status, "Answer": records }).to_string()
    }

    #[test]
    fn a_private_link_and_the_region_are_read_from_the_chain() {
        let chain =
            ["contoso.privatelink.azurecr.io.", "sec.fe.azcr.io.", "r0910sec-az.swedencentral.cloudapp.azure.com."];
        let name = read_public_name(&answer(0, &chain));
        assert_eq!(name.view, PublicView::PrivateLink);
        assert_eq!(name.region, Region::parse("swedencentral"));
        assert_eq!(name.ttl_s, Some(60));
        assert_eq!(read_public_name(&answer(0, &["sec.fe.azcr.io."])).view, PublicView::Plain);
    }

    #[test]
    fn a_missing_name_is_told_from_a_resolver_that_failed() {
        assert_eq!(read_public_name(&answer(3, &[])).view, PublicView::Missing);
        for failed in [answer(2, &[]), String::new(), "<html>".into(), "[]".into()] {
            assert_eq!(read_public_name(&failed).view, PublicView::Failed, "{failed}");
        }
    }

    #[test]
    fn the_answer_may_be_kept_as_long_as_the_shortest_of_its_chain() {
        let answer = serde_json::json!({ "Status": 0, "Answer": [
            { "name": "contoso.azurecr.io.", "type": 5, "TTL": 60, "data": "contoso.privatelink.azurecr.io." },
            { "name": "contoso.privatelink.azurecr.io.", "type": 5, "TTL": 60, "data": "eus1.fe.azcr.io." },
            { "name": "eus-acr-reg.trafficmanager.net.", "type": 5, "TTL": 10, "data": "r0318eus-az.eastus.cloudapp.azure.com." },
            { "name": "r0318eus-az.eastus.cloudapp.azure.com.", "type": 1, "TTL": 30, "data": "192.0.2.7" },
        ]});
        let name = PublicName { view: PublicView::PrivateLink, region: Region::parse("eastus"), ttl_s: Some(10) };
        assert_eq!(read_public_name(&answer.to_string()), name);
    }

    #[test]
    fn a_registry_named_after_private_links_has_none() {
        assert_eq!(read_public_name(&answer(0, &["notprivatelink.fe.azcr.io."])).view, PublicView::Plain);
    }

    #[test]
    fn a_status_that_is_no_number_is_no_answer() {
        for unclear in ["{}", "\"no\"", "{\"Status\":\"3\"}"] {
            assert_eq!(read_public_name(unclear).view, PublicView::Failed, "{unclear}");
        }
    }
}
