//! The class of an address: it tells a private path from a public one.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What an address says about the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressClass {
    /// RFC 1918, RFC 6598 (shared), unique local IPv6: a private endpoint or an inner network.
    Private,
    /// Reachable on the Internet.
    Public,
    /// The machine itself, `0.0.0.0`, documentation: leads nowhere.
    Nowhere,
    /// Azure's DNS server, 168.63.129.16.
    AzureDns,
    /// Masked by whoever posted it.
    Hidden,
}

impl AddressClass {
    /// The class of an address as people post it: whole (`10.1.2.3`), masked (`10.x.x.x`, `<private-ip>`), IPv6 in brackets.
    pub fn of(text: &str) -> Self {
        let bare = text.trim_matches(['[', ']']);
        let bare = bare.split('%').next().unwrap_or(bare);
        if let Ok(address) = bare.parse::<IpAddr>() {
            return Self::of_address(address);
        }
        let mut parts = bare.split('.').map(|part| part.parse::<u8>().ok());
        match (parts.next().flatten(), parts.next().flatten()) {
            (Some(10), _) | (Some(192), Some(168)) | (Some(172), Some(16..=31)) => Self::Private,
            (Some(127), _) => Self::Nowhere,
            (Some(first), _) if first != 172 && first != 192 && first != 100 => Self::Public,
            _ if bare.contains("private") || bare.contains("internal") => Self::Private,
            _ if bare.contains("public") => Self::Public,
            _ => Self::Hidden,
        }
    }

    /// The class of a whole address.
    pub fn of_address(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(v4) => Self::of_v4(v4),
            IpAddr::V6(v6) => Self::of_v6(v6),
        }
    }

    fn of_v4(v4: Ipv4Addr) -> Self {
        let [first, second, ..] = v4.octets();
        if v4 == Ipv4Addr::new(168, 63, 129, 16) {
            Self::AzureDns
        } else if v4.is_loopback() || v4.is_unspecified() || v4.is_broadcast() {
            Self::Nowhere
        } else if v4.is_private() || v4.is_link_local() || (first == 100 && (64..128).contains(&second)) {
            Self::Private
        } else {
            Self::Public
        }
    }

    fn of_v6(v6: Ipv6Addr) -> Self {
        if let Some(v4) = v6.to_ipv4_mapped() {
            Self::of_v4(v4)
        } else if v6.is_loopback() || v6.is_unspecified() {
            Self::Nowhere
        } else if v6.is_unique_local() || v6.is_unicast_link_local() {
            Self::Private
        } else {
            Self::Public
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AddressClass::{self, AzureDns, Hidden, Nowhere, Private, Public};

    #[test]
    fn whole_and_masked_addresses_have_a_class() {
        for (text, class) in [
            ("10.70.4.5", Private),
            ("172.31.0.1", Private),
            ("172.32.0.1", Public),
            ("100.100.253.162", Private),
            ("20.1.2.3", Public),
            ("::ffff:10.1.2.3", Private),
            ("[2603:1020::5]", Public),
            ("fd00::1", Private),
            ("127.0.0.53", Nowhere),
            ("0.0.0.0", Nowhere),
            ("168.63.129.16", AzureDns),
            ("10.x.x.x", Private),
            ("20.xx.xx.xx", Public),
            ("x.x.x.x", Hidden),
            ("<acrprivateipaddress>", Private),
            ("", Hidden),
        ] {
            assert_eq!(AddressClass::of(text), class, "{text}");
        }
    }
}
