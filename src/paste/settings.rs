//! Settings as JSON: what `az acr show` and its kin print is read, not guessed.

use super::names::Names;
use crate::observation::{AddressClass, Fact, HostKind};
use crate::small::{Json, Listing};
use std::net::Ipv4Addr;

/// How many beginnings of JSON are tried in one text.
const TRIES: usize = 64;

type Object = Listing<String, Json>;

/// Reads every JSON document in a text; calls `see` with what it shows and the line where it begins.
pub(super) fn read(text: &str, names: &mut Names, see: &mut dyn FnMut(Fact, u32)) {
    let mut at = 0;
    let mut tries = 0;
    let mut counted = (0, 0_u32);
    while let Some(found) = text[at..].find(['{', '[']) {
        let start = at + found;
        // Back over the indent only: a line of many braces must not be read again for each.
        let before = text[..start].trim_end_matches([' ', '\t']);
        let begins_line = before.is_empty() || before.ends_with('\n');
        let after = text[start + 1..].trim_start().as_bytes().first();
        // A log's `[2025-01-31 …]` begins no document.
        if !begins_line || !matches!(after, Some(b'"' | b'{' | b'}' | b'[' | b']')) {
            at = start + 1;
            continue;
        }
        tries += 1;
        if tries > TRIES {
            return;
        }
        match Json::read_first(&text[start..]) {
            Some((value, length)) => {
                counted.1 += text[counted.0..start].bytes().filter(|byte| *byte == b'\n').count() as u32;
                counted.0 = start;
                let line = counted.1;
                walk(&value, 0, names, &mut |fact| see(fact, line));
                if let Json::List(list) = &value {
                    listing(list, names, &mut |fact| see(fact, line));
                    if list.is_empty() {
                        nothing_listed(&text[..start], &mut |fact| see(fact, line));
                    }
                }
                at = start + length.max(1);
            }
            None => at = start + 1,
        }
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
}

fn walk(value: &Json, depth: u32, names: &mut Names, see: &mut dyn FnMut(Fact)) {
    if depth > 24 {
        return;
    }
    match value {
        Json::Object(object) => {
            registry(object, names, see);
            let is_registry = any(object, &["publicNetworkAccess", "public"]).is_some();
            endpoints(object, names, see);
            connection(object, see);
            network_parts(object, see);
            probe(object, see);
            for (key, inner) in object.iter() {
                // The registry's own rules have been read together with its public access.
                if !(is_registry && matches!(key.as_str(), "networkRuleSet" | "rules")) {
                    walk(inner, depth + 1, names, see);
                }
            }
        }
        Json::List(list) => list.iter().for_each(|inner| walk(inner, depth + 1, names, see)),
        _ => {}
    }
}

/// A value by any of its names: the property's own, or the short one of the guide's own query.
fn any<'v>(object: &'v Object, keys: &[&str]) -> Option<&'v Json> {
    keys.iter().find_map(|key| object.get(*key))
}

fn text<'v>(object: &'v Object, keys: &[&str]) -> Option<&'v str> {
    any(object, keys)?.text()
}

fn registry(object: &Object, names: &mut Names, see: &mut dyn FnMut(Fact)) {
    if let Some(server) = text(object, &["loginServer", "server"]) {
        names.line(server.to_ascii_lowercase().as_bytes(), &mut |_| {});
    }
    let public = text(object, &["publicNetworkAccess", "public"]);
    let rules = any(object, &["networkRuleSet", "rules"])
        .and_then(Json::object)
        .or_else(|| object.get("ipRules").is_some().then_some(object));
    let denies =
        rules.and_then(|rules| text(rules, &["defaultAction"])).map(|action| action.eq_ignore_ascii_case("deny"));
    match public {
        Some(public) if public.eq_ignore_ascii_case("disabled") => see(Fact::PublicAccessOff),
        Some(public) if public.eq_ignore_ascii_case("enabled") => {
            see(if denies == Some(true) { Fact::PublicAccessSelected } else { Fact::PublicAccessAll });
        }
        _ => match denies {
            Some(true) => see(Fact::PublicAccessSelected),
            Some(false) if rules.is_some_and(|rules| rules.get("ipRules").is_some()) => see(Fact::PublicAccessAll),
            _ => {}
        },
    }
    if let Some(rules) = rules.filter(|_| denies == Some(true) || public.is_none()) {
        client_rules(rules, names, see);
    }
    if text(object, &["networkRuleBypassOptions", "bypass"]).is_some_and(|value| value.eq_ignore_ascii_case("none")) {
        see(Fact::TrustedServicesOff);
    }
    if any(object, &["networkRuleBypassAllowedForTasks", "tasks"]).and_then(Json::bool) == Some(false) {
        see(Fact::TasksNotLetIn);
    }
    match any(object, &["dataEndpointEnabled", "dataEp"]).and_then(Json::bool) {
        Some(true) => see(Fact::DataEndpointOn),
        Some(false) => see(Fact::DataEndpointOff),
        None => {}
    }
    if public.is_some()
        && let Some(Json::List(connections)) = any(object, &["privateEndpointConnections", "pe"])
    {
        if connections.is_empty() {
            see(Fact::EndpointNone);
        }
        for connection in connections.iter().filter_map(Json::object) {
            if let Some(state) = text(connection, &["state"]) {
                endpoint_state(state, see);
            }
        }
    }
}

/// Whether the addresses that the registry named as denied are in its rules.
fn client_rules(rules: &Object, names: &Names, see: &mut dyn FnMut(Fact)) {
    let Some(Json::List(list)) = rules.get("ipRules") else { return };
    let allowed: Vec<(u32, u32)> = list
        .iter()
        .filter_map(|rule| match rule {
            Json::Text(range) => parse_range(range),
            Json::Object(rule) => parse_range(text(rule, &["ipAddressOrRange", "value", "ipAddress"])?),
            _ => None,
        })
        .collect();
    for client in names.client_ips.iter().filter_map(|client| client.parse::<Ipv4Addr>().ok()) {
        see(if inside(client, &allowed) { Fact::RulesHoldClient } else { Fact::RulesLackClient });
    }
}

/// Whether an address is in one of the ranges, each a network and its mask.
pub(super) fn inside(client: Ipv4Addr, ranges: &[(u32, u32)]) -> bool {
    let client = u32::from(client);
    ranges.iter().any(|(network, mask)| client & mask == network & mask)
}

/// An address, or a network in CIDR form.
pub(super) fn parse_range(range: &str) -> Option<(u32, u32)> {
    let (address, length) =
        range.split_once('/').map_or((range, 32), |(address, length)| (address, length.parse().unwrap_or(33)));
    let mask = match length {
        0 => 0,
        1..=32 => u32::MAX << (32 - length),
        _ => return None,
    };
    Some((u32::from(address.trim().parse::<Ipv4Addr>().ok()?), mask))
}

/// `az acr show-endpoints`.
fn endpoints(object: &Object, names: &mut Names, see: &mut dyn FnMut(Fact)) {
    let Some(Json::List(list)) = object.get("dataEndpoints") else { return };
    for endpoint in list.iter().filter_map(|entry| text(entry.object()?, &["endpoint"])) {
        names.line(endpoint.as_bytes(), &mut |_| {});
        see(if HostKind::of(endpoint) == HostKind::Blob { Fact::DataEndpointOff } else { Fact::DataEndpointOn });
    }
}

/// The state of a private endpoint's connection, wherever it stands.
fn connection(object: &Object, see: &mut dyn FnMut(Fact)) {
    if let Some(Json::Object(state)) = object.get("privateLinkServiceConnectionState")
        && let Some(status) = text(state, &["status"])
    {
        endpoint_state(status, see);
    }
}

/// What `az network nic show` and `az network private-dns link vnet list` print of a private endpoint and its zone.
fn network_parts(object: &Object, see: &mut dyn FnMut(Fact)) {
    if object.get("privateLinkConnectionProperties").is_some_and(|value| value.object().is_some())
        || object.get("member").is_some() && object.get("ip").is_some()
    {
        see(Fact::EndpointExists);
    }
    if text(object, &["virtualNetworkLinkState"]).is_some_and(|state| state.eq_ignore_ascii_case("completed")) {
        see(Fact::ZoneLinked);
    }
}

fn endpoint_state(state: &str, see: &mut dyn FnMut(Fact)) {
    if state.eq_ignore_ascii_case("approved") {
        see(Fact::EndpointApproved);
    } else if ["pending", "rejected", "disconnected"].iter().any(|bad| state.eq_ignore_ascii_case(bad)) {
        see(Fact::EndpointNotApproved);
    }
}

/// Lists whose meaning is in what they lack: the records of a private zone, the registries of a subscription.
fn listing(list: &[Json], names: &Names, see: &mut dyn FnMut(Fact)) {
    let objects: Vec<&Object> = list.iter().filter_map(Json::object).collect();
    let records: Vec<&str> = objects
        .iter()
        .filter(|object| any(object, &["aRecords", "arecords"]).is_some() && may_be_of_registries(object))
        .filter_map(|object| text(object, &["name"]))
        .collect();
    if !records.is_empty() {
        let is_data = |record: &&str| record.ends_with(".data");
        let data = records.iter().any(is_data);
        let logins: Vec<&&str> = records.iter().filter(|record| !is_data(record) && **record != "@").collect();
        if !logins.is_empty() && !data {
            see(Fact::DataRecordMissing);
        }
        let wanted: Vec<&str> = names
            .login_servers
            .iter()
            .filter(|name| !name.contains(".geo."))
            .filter_map(|name| name.split('.').next())
            .collect();
        if !logins.is_empty() && data {
            see(Fact::ZoneHoldsRecords);
        }
        if !wanted.is_empty()
            && logins.iter().all(|record| !wanted.iter().any(|name| name.eq_ignore_ascii_case(record)))
        {
            see(Fact::RecordMissing);
        }
    }
}

/// An empty list means what the command before it asked for; without the command it means nothing.
fn nothing_listed(before: &str, see: &mut dyn FnMut(Fact)) {
    const ASKED: [(&str, Fact); 7] = [
        ("private-endpoint-connection list", Fact::EndpointNone),
        ("privateEndpointConnections", Fact::EndpointNone),
        ("private-dns link vnet list", Fact::ZoneUnlinked),
        ("private-dns record-set", Fact::RecordMissing),
        ("private-dns zone list", Fact::ZoneMissing),
        ("az acr list", Fact::RegistryNotListed),
        ("role assignment list", Fact::RoleMissing),
    ];
    let command = before.trim_end().rsplit('\n').take(3).find(|line| line.contains("az "));
    if let Some((_, fact)) = command.and_then(|line| ASKED.iter().find(|(words, _)| line.contains(words))) {
        see(*fact);
    }
}

/// Whether a record is of the registries' private zone: its own address says so, or says nothing.
fn may_be_of_registries(record: &Object) -> bool {
    ["id", "fqdn"].iter().filter_map(|key| text(record, &[key])).all(|address| address.contains("privatelink.azurecr."))
}

/// A check's own report: an object for one host with its name, connection, TLS and HTTP side by side.
fn probe(object: &Object, see: &mut dyn FnMut(Fact)) {
    let Some(host) = text(object, &["fqdn", "host", "hostname", "name", "target"]) else { return };
    let kind = HostKind::of(&host.to_ascii_lowercase());
    let is_data = kind == HostKind::DataEndpoint;
    if !is_data && kind != HostKind::LoginServer {
        return;
    }
    let part = |name: &str| object.get(name).and_then(Json::object);
    if let Some(address) = part("dns").and_then(|dns| text(dns, &["ip", "address"])) {
        match (AddressClass::of(address), is_data) {
            (AddressClass::Private, false) => see(Fact::AnswersPrivate),
            (AddressClass::Private, true) => see(Fact::DataAnswersPrivate),
            (AddressClass::Public, false) => see(Fact::AnswersPublic),
            (AddressClass::Public, true) => see(Fact::DataAnswersPublic),
            (AddressClass::Nowhere, _) => see(Fact::AnswersNowhere),
            _ => {}
        }
    }
    if part("tcp").and_then(|tcp| tcp.get("connected")?.bool()) == Some(true) {
        see(Fact::TcpOk);
    }
    if part("tls")
        .and_then(|tls| text(tls, &["handshake"]))
        .is_some_and(|handshake| handshake.eq_ignore_ascii_case("ok"))
    {
        see(Fact::TlsOk);
    }
    match part("http").and_then(|http| http.get("status")?.whole()) {
        Some(401) if !is_data => see(Fact::ChallengeSeen),
        Some(403) if !is_data => see(Fact::Forbidden),
        Some(200..=299) if !is_data => see(Fact::HttpOk),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str, names: &mut Names) -> Vec<Fact> {
        let mut seen = Vec::new();
        read(text, names, &mut |fact, _| seen.push(fact));
        seen.sort_unstable();
        seen.dedup();
        seen
    }

    #[test]
    fn a_closed_registry_without_endpoint_is_known() {
        let text = "$ az acr show -n contoso\n{ \"loginServer\": \"contoso.azurecr.io\", \"publicNetworkAccess\": \"Disabled\",\n\
            \"networkRuleSet\": {\"defaultAction\": \"Deny\", \"ipRules\": []}, \"privateEndpointConnections\": [],\n\
            \"networkRuleBypassOptions\": \"None\", \"dataEndpointEnabled\": false }\n";
        let mut names = Names::default();
        assert_eq!(
            facts(text, &mut names),
            [Fact::PublicAccessOff, Fact::EndpointNone, Fact::DataEndpointOff, Fact::TrustedServicesOff]
        );
        assert_eq!(names.login_servers, ["contoso.azurecr.io"]);
    }

    #[test]
    fn the_denied_address_is_looked_up_in_the_rules() {
        let mut names = Names::default();
        names.client("20.1.2.3");
        let rules =
            |range: &str| format!("{{\"ipRules\": [{{\"action\": \"Allow\", \"ipAddressOrRange\": \"{range}\"}}]}}");
        assert!(facts(&rules("20.1.2.0/24"), &mut names).contains(&Fact::RulesHoldClient));
        assert!(facts(&rules("20.1.3.0/24"), &mut names).contains(&Fact::RulesLackClient));
        assert!(facts(&rules("not a range/99"), &mut names).contains(&Fact::RulesLackClient));
    }

    #[test]
    fn an_empty_list_is_read_by_its_command() {
        let mut names = Names::default();
        for (command, fact) in [
            ("az acr private-endpoint-connection list -r contoso", Fact::EndpointNone),
            ("az network private-dns link vnet list -g rg -z privatelink.azurecr.io", Fact::ZoneUnlinked),
            ("az network private-dns record-set a list -g rg -z privatelink.azurecr.io", Fact::RecordMissing),
        ] {
            assert_eq!(facts(&format!("$ {command}\n[]\n"), &mut names), [fact], "{command}");
        }
        assert_eq!(facts("[]", &mut names), []);
    }

    #[test]
    fn an_endpoints_addresses_and_a_zones_links_are_read() {
        let mut names = Names::default();
        let nic = "[{\"name\": \"a\", \"privateIPAddress\": \"10.0.0.4\", \"privateLinkConnectionProperties\": {\"fqdns\": [\"contoso.azurecr.io\"]}}]";
        assert_eq!(facts(nic, &mut names), [Fact::EndpointExists]);
        let link = "[{\"name\": \"l\", \"virtualNetworkLinkState\": \"Completed\"}]";
        assert_eq!(facts(link, &mut names), [Fact::ZoneLinked]);
        let zone =
            "[{\"aRecords\": [], \"name\": \"contoso\"}, {\"aRecords\": [], \"name\": \"contoso.westeurope.data\"}]";
        assert_eq!(facts(zone, &mut names), [Fact::ZoneHoldsRecords]);
    }

    #[test]
    fn records_connections_and_reports_are_read() {
        let mut names = Names::default();
        let zone = "[{\"aRecords\": [{\"ipv4Address\": \"10.0.0.4\"}], \"name\": \"contoso\"}]";
        assert_eq!(facts(zone, &mut names), [Fact::DataRecordMissing]);
        let endpoint =
            "{\"privateLinkServiceConnections\": [{\"privateLinkServiceConnectionState\": {\"status\": \"Pending\"}}]}";
        assert_eq!(facts(endpoint, &mut names), [Fact::EndpointNotApproved]);
        let report =
            "{\"a\": {\"fqdn\": \"x.azurecr.io\", \"dns\": {\"ip\": \"10.0.0.5\"}, \"http\": {\"status\": 401}}}";
        assert_eq!(facts(report, &mut names), [Fact::AnswersPrivate, Fact::ChallengeSeen]);
        assert_eq!(facts("[[[[[[[[\"x\" {{{ broken ä", &mut names), []);
    }
}
