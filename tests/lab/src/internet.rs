//! Who has which address and name in the laboratory's internet.
//!
//! Addresses look public (Azure's own ranges) or private, since browsers treat the two differently. None is ever asked outside
//! of the laboratory's namespaces. The chains of names are those seen in public dumps of Azure's registries.

/// The guide: the one page that every network lets through.
pub const GUIDE: &str = "guide.example.com";
/// The guide's address.
pub const GUIDE_ADDRESS: &str = "20.50.0.1";
/// A portal of another site that shows the guide in a frame.
pub const PORTAL: &str = "portal.example.net";
/// The portal's address.
pub const PORTAL_ADDRESS: &str = "20.50.0.2";
/// The host under which the portal frames the guide: the same server with a policy that lets the portal do so.
pub const FRAMED_GUIDE: &str = "framed.example.com";

/// Microsoft's own registry, a public control.
pub const MCR: &str = "20.60.0.1";
/// Microsoft's sign-in.
pub const SIGN_IN: &str = "20.60.0.2";
/// Azure's management.
pub const MANAGEMENT: &str = "20.60.0.3";
/// Public resolvers by HTTPS.
pub const DOH: &str = "20.60.0.8";
/// The public resolver that proxies ask.
pub const RESOLVER: &str = "20.60.0.53";
/// A resolver that fails each question.
pub const FAILING_RESOLVER: &str = "20.60.0.54";
/// A resolver that refuses each question.
pub const REFUSING_RESOLVER: &str = "20.60.0.55";
/// A resolver that nothing answers at.
pub const SILENT_RESOLVER: &str = "20.99.0.53";

/// The guide and the public controls by IPv6, for clients that have nothing else. Registries are not among them.
pub const BY_IPV6: [(&str, &str); 4] = [
    (GUIDE_ADDRESS, "2a01:111:f000::1"),
    (MCR, "2a01:111:f000::2"),
    (SIGN_IN, "2a01:111:f000::3"),
    (DOH, "2a01:111:f000::4"),
];

/// An address's companion by IPv6, where it has one.
pub fn by_ipv6(address: &str) -> Option<&'static str> {
    BY_IPV6.iter().find(|(one, _)| *one == address).map(|(_, companion)| *companion)
}

/// Public front end of every registry.
pub const LOGIN: &str = "20.70.0.1";
/// A front end that keeps connections open as long as most servers do.
pub const WARM_LOGIN: &str = "20.70.0.6";
/// Public data endpoints of Sweden Central.
pub const DATA_SWEDEN: &str = "20.70.0.2";
/// Public data endpoints of West Europe.
pub const DATA_EUROPE: &str = "20.70.0.3";
/// Public data endpoints of a registry that is everywhere.
pub const DATA_EVERYWHERE: &str = "20.70.0.5";
/// Storage.
pub const STORAGE: &str = "20.70.0.4";
/// The private endpoint of a login server.
pub const PRIVATE_LOGIN: &str = "10.1.0.4";
/// The private endpoint of a data endpoint.
pub const PRIVATE_DATA: &str = "10.1.0.5";

/// Something in the middle whose authority no browser trusts.
pub const INSPECTOR_UNKNOWN: &str = "20.80.0.1";
/// Something in the middle with a trusted authority: a page that says "blocked", with status 200.
pub const BLOCK_PAGE_200: &str = "20.80.0.2";
/// The same with status 403.
pub const BLOCK_PAGE_403: &str = "20.80.0.3";
/// A server with a trusted certificate for another name.
pub const WRONG_NAME: &str = "20.80.0.4";
/// A server whose certificate has expired.
pub const EXPIRED: &str = "20.80.0.5";
/// A captive portal.
pub const CAPTIVE_PORTAL: &str = "20.80.0.6";
/// A relay that takes its time.
pub const SLOW: &str = "20.80.0.7";
/// A relay that takes a moment, for any host of a registry.
pub const SLUGGISH: &str = "20.80.0.11";
/// Something in the middle with a trusted authority, which lets everything pass.
pub const INSPECTOR_TRUSTED: &str = "20.80.0.8";
/// A server that takes connections and never says a word.
pub const MUTE: &str = "20.80.0.9";

/// The company's proxies, by port.
pub const PROXY: &str = "10.9.0.10";
/// Lets everything pass.
pub const PROXY_OPEN: u16 = 3128;
/// Refuses registries with 403.
pub const PROXY_REFUSES: u16 = 3129;
/// Wants a login.
pub const PROXY_LOGIN: u16 = 3130;
/// Cannot reach registries: 502.
pub const PROXY_FAILS: u16 = 3131;
/// Nothing listens.
pub const PROXY_GONE: u16 = 3132;

/// Every address of the world.
pub const ADDRESSES: [&str; 29] = [
    GUIDE_ADDRESS,
    PORTAL_ADDRESS,
    MCR,
    SIGN_IN,
    MANAGEMENT,
    DOH,
    RESOLVER,
    FAILING_RESOLVER,
    REFUSING_RESOLVER,
    LOGIN,
    WARM_LOGIN,
    DATA_SWEDEN,
    DATA_EUROPE,
    DATA_EVERYWHERE,
    STORAGE,
    PRIVATE_LOGIN,
    PRIVATE_DATA,
    INSPECTOR_UNKNOWN,
    BLOCK_PAGE_200,
    BLOCK_PAGE_403,
    WRONG_NAME,
    EXPIRED,
    CAPTIVE_PORTAL,
    SLOW,
    SLUGGISH,
    INSPECTOR_TRUSTED,
    MUTE,
    PROXY,
    PORTAL_GATEWAY,
];
/// Where a captive network's own name leads.
pub const PORTAL_GATEWAY: &str = "20.80.0.10";

/// A registry that answers as it should.
pub const HEALTHY: &str = "contosoprod.azurecr.io";
/// A registry with replicas in two regions.
pub const REPLICATED: &str = "contosogeo.azurecr.io";
/// A registry with ten replicas, each with a regional endpoint.
pub const EVERYWHERE: &str = "contosowide.azurecr.io";
/// Where its replicas are.
pub const TEN_REGIONS: &[&str] = &[
    "swedencentral",
    "westeurope",
    "northeurope",
    "uksouth",
    "francecentral",
    "eastus",
    "westus",
    "japaneast",
    "australiaeast",
    "brazilsouth",
];
/// A registry whose connections stay open.
pub const WARM: &str = "contosowarm.azurecr.io";
/// A registry with a private endpoint.
pub const PRIVATE: &str = "contosopriv.azurecr.io";
/// Its data endpoint.
pub const PRIVATE_DATA_NAME: &str = "contosopriv.swedencentral.data.azurecr.io";
/// A registry whose rules refuse this client, and says so at `/v2/`.
pub const DENIED: &str = "contosodenied.azurecr.io";
/// A registry whose rules refuse this client, and says so at its token service only.
pub const RULES: &str = "contosorules.azurecr.io";
/// A private registry whose public side is closed.
pub const PRIVATE_ONLY: &str = "contosoclosed.azurecr.io";
/// A registry that was never made.
pub const MISSING: &str = "contosomissing.azurecr.io";
/// A registry of another cloud than its name says.
pub const OTHER_CLOUD: &str = "contosoprod.azurecr.cn";

/// Every registry that exists, and whether it has a private endpoint.
pub const REGISTRIES: [(&str, bool); 6] =
    [(HEALTHY, false), (REPLICATED, false), (PRIVATE, true), (DENIED, false), (RULES, false), (PRIVATE_ONLY, true)];

/// What a name leads to: further names, then an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The name.
    pub name: String,
    /// The chain of canonical names after it.
    pub chain: Vec<String>,
    /// The address at its end.
    pub address: &'static str,
}

impl Record {
    /// A name with an address and nothing in between.
    pub fn plain(name: &str, address: &'static str) -> Self {
        Self { name: name.into(), chain: Vec::new(), address }
    }
}

/// The part before the suffix: `contosoprod`.
pub fn label(host: &str) -> &str {
    host.split('.').next().unwrap_or(host)
}

/// The data endpoint of a registry in a region.
pub fn data_endpoint(host: &str, region: &str) -> String {
    format!("{}.{region}.data.azurecr.io", label(host))
}

/// A registry's link of the chain that says that it has a private endpoint.
pub fn private_name(name: &str) -> String {
    match name.strip_suffix(".azurecr.io") {
        Some(front) => format!("{front}.privatelink.azurecr.io"),
        None => name.into(),
    }
}

/// What public DNS says.
pub fn public_records() -> Vec<Record> {
    let mut records = vec![
        Record::plain(GUIDE, GUIDE_ADDRESS),
        Record::plain(FRAMED_GUIDE, GUIDE_ADDRESS),
        Record::plain(PORTAL, PORTAL_ADDRESS),
        Record::plain("mcr.microsoft.com", MCR),
        Record::plain("login.microsoftonline.com", SIGN_IN),
        Record::plain("login.chinacloudapi.cn", SIGN_IN),
        Record::plain("management.azure.com", MANAGEMENT),
        Record::plain("dns.google", DOH),
        Record::plain("cloudflare-dns.com", DOH),
        Record::plain("blob.core.windows.net", STORAGE),
        Record::plain("secmanaged1.blob.core.windows.net", STORAGE),
    ];
    let front = "r0910sec-az.swedencentral.cloudapp.azure.com".to_owned();
    records.push(Record { name: EVERYWHERE.into(), chain: vec![front.clone()], address: LOGIN });
    let other_front = "r0911sec-az.swedencentral.cloudapp.azure.com".to_owned();
    records.push(Record { name: WARM.into(), chain: vec![other_front], address: WARM_LOGIN });
    for region in TEN_REGIONS {
        records.push(Record::plain(&data_endpoint(EVERYWHERE, region), DATA_EVERYWHERE));
        let regional = format!("{}.{region}.geo.azurecr.io", label(EVERYWHERE));
        records.push(Record { name: regional, chain: vec![front.clone()], address: LOGIN });
    }
    for (host, is_private) in REGISTRIES {
        let mut chain = vec!["sec.fe.azcr.io".into(), "sec-acr-reg.trafficmanager.net".into()];
        chain.push(front.clone());
        add_private(host, is_private, &mut chain);
        records.push(Record { name: host.into(), chain, address: LOGIN });
        for (region, code, address) in [("swedencentral", "sec", DATA_SWEDEN), ("westeurope", "weu", DATA_EUROPE)] {
            if region == "westeurope" && host != REPLICATED {
                continue;
            }
            let name = data_endpoint(host, region);
            let mut chain = vec![format!("{code}-0.data.azcr.io"), format!("{code}-acr-dp.trafficmanager.net")];
            chain.push(format!("d0910{code}.{region}.cloudapp.azure.com"));
            add_private(&name, is_private, &mut chain);
            records.push(Record { name, chain, address });
        }
    }
    records
}

fn add_private(name: &str, is_private: bool, chain: &mut Vec<String>) {
    if is_private {
        chain.insert(0, private_name(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_endpoint_shows_in_the_chain_of_login_server_and_data_endpoint() {
        assert_eq!(private_name("contosopriv.azurecr.io"), "contosopriv.privatelink.azurecr.io");
        assert_eq!(
            private_name("contosopriv.swedencentral.data.azurecr.io"),
            "contosopriv.swedencentral.data.privatelink.azurecr.io"
        );
    }

    #[test]
    fn no_address_and_no_name_is_given_twice() {
        let mut addresses = ADDRESSES.to_vec();
        addresses.sort_unstable();
        addresses.dedup();
        assert_eq!(addresses.len(), ADDRESSES.len());
        let mut names: Vec<String> = public_records().into_iter().map(|record| record.name).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
