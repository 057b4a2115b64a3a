//! Which facts belong together.

use super::Fact;
use std::fmt;

impl Fact {
    /// The fact of that id.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|fact| fact.as_str() == id)
    }

    /// Whether the fact only says who speaks or where, so that alone it shows no failure and no health.
    pub fn is_context(self) -> bool {
        self.is_client()
            || (self >= Self::DnsByAzure && self <= Self::DnsByPublic)
            || (self >= Self::ToPrivate && self <= Self::AtOtherRegistry)
            || matches!(self, Self::ProxyInUse | Self::HealthLink | Self::SideToolMissing)
    }

    /// Whether it is a word that says little.
    pub fn is_hint(self) -> bool {
        self >= Self::HintTimeout
    }

    /// Whether it names who speaks.
    pub fn is_client(self) -> bool {
        self <= Self::ClientWindows
    }

    /// Whether it matters at which host and step it happened: failures of names, connections, TLS and HTTP.
    pub fn has_site(self) -> bool {
        (self >= Self::NameUnknown && self <= Self::DnsTemporary)
            || (self >= Self::TcpRefused && self <= Self::ConnectFailed)
            || (self >= Self::TlsUnknownAuthority && self <= Self::TlsRefused)
            || (self >= Self::ClientIpDenied
                && self <= Self::StorageAuthHeader
                && self != Self::ChallengeSeen
                && self != Self::HttpOk)
            || (self >= Self::AuthRequired && self <= Self::ScopeMissing)
            || (self >= Self::TagMissing && self <= Self::PlatformMissing)
    }

    /// Whether it is the registry's setting for public access.
    pub fn is_public_access(self) -> bool {
        self >= Self::PublicAccessOff && self <= Self::PublicAccessAll
    }

    /// Whether it is a failure below HTTP: of a name, a connection, a proxy or TLS. Of two such texts, one within the other, the
    /// outer says more: `proxyconnect tcp: dial tcp …: connection refused` is about the proxy.
    pub fn is_transport(self) -> bool {
        (self >= Self::NameUnknown && self <= Self::DnsTemporary)
            || (self >= Self::TcpRefused && self <= Self::ConnectFailed)
            || (self >= Self::ProxyInUse && self <= Self::BlockPage)
            || (self >= Self::TlsUnknownAuthority && self <= Self::TlsRefused)
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Fact;

    #[test]
    fn every_id_is_well_formed_and_names_one_fact() {
        for (nth, fact) in Fact::ALL.iter().enumerate() {
            let id = fact.as_str();
            assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
            assert_eq!(Fact::named(id), Some(*fact));
            assert!(Fact::ALL[..nth].iter().all(|other| other.as_str() != id), "{id} twice");
        }
    }
}
