//! What a resolver knows, as a configuration of dnsmasq.

use crate::internet::{FAILING_RESOLVER, REFUSING_RESOLVER, Record, SILENT_RESOLVER, by_ipv6};
use crate::scenario::{Fault, Resolver};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A resolver at an address that knows these names and no other.
pub fn configuration(addresses: &[&str], records: &[Record], faults: &[Fault]) -> String {
    let addresses = addresses.join(",");
    let mut text = format!(
        "keep-in-foreground\nuser=root\npid-file=\nno-hosts\nno-resolv\nbind-interfaces\nlisten-address={addresses}\n\
         local-ttl=10\nlog-queries\nlog-facility=-\nno-negcache\n"
    );
    let failing = faults.iter().find_map(|fault| match fault {
        Fault::RegistryNames(resolver) => Some(*resolver),
        _ => None,
    });
    // Without this every name that is not known would be refused, as by a resolver that serves somebody else.
    text.push_str("address=/#/\n");
    // Any storage account: which one a registry uses is not the reader's to know.
    let _ = writeln!(text, "address=/blob.core.windows.net/{}", crate::internet::STORAGE);
    if faults.contains(&Fault::Ipv6GoesNowhere) {
        let _ = writeln!(text, "host-record=r0910sec-az.swedencentral.cloudapp.azure.com,2a01:111:ffff::1");
    }
    if faults.contains(&Fault::Ipv6Only) {
        for record in records.iter().filter(|record| record.chain.is_empty()) {
            if let Some(companion) = by_ipv6(record.address) {
                let _ = writeln!(text, "host-record={},{companion}", record.name);
            }
        }
    }
    match failing {
        Some(Resolver::Silent) => forward(&mut text, SILENT_RESOLVER),
        Some(Resolver::Fails) => forward(&mut text, FAILING_RESOLVER),
        Some(Resolver::Refuses) => forward(&mut text, REFUSING_RESOLVER),
        None => {}
    }
    let mut known = BTreeSet::new();
    for record in records.iter().filter(|record| failing.is_none() || !record.name.ends_with(".azurecr.io")) {
        let mut owner = record.name.as_str();
        for link in &record.chain {
            if known.insert(owner) {
                let _ = writeln!(text, "cname={owner},{link}");
            }
            owner = link;
        }
        if known.insert(owner) {
            let _ = writeln!(text, "host-record={owner},{}", record.address);
        }
    }
    text
}

fn forward(text: &mut String, resolver: &str) {
    let _ = writeln!(text, "server=/azurecr.io/{resolver}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::internet::public_records;

    #[test]
    fn a_chain_is_written_link_by_link_and_shared_links_once() {
        let text = configuration(&["192.168.1.1"], &public_records(), &[]);
        assert!(text.contains("cname=contosopriv.azurecr.io,contosopriv.privatelink.azurecr.io\n"));
        assert_eq!(text.matches("cname=sec.fe.azcr.io,").count(), 1);
        assert_eq!(text.matches("host-record=r0910sec-az").count(), 1);
    }

    #[test]
    fn where_registry_names_are_asked_of_another_nothing_of_them_is_known() {
        let text = configuration(&["192.168.1.1"], &public_records(), &[Fault::RegistryNames(Resolver::Silent)]);
        assert!(text.contains("server=/azurecr.io/20.99.0.53\n"));
        assert!(!text.contains("cname=contosoprod.azurecr.io"));
        assert!(text.contains("host-record=mcr.microsoft.com"));
    }
}
