//! Which facts belong together.

use super::Fact;

impl Fact {
    /// The fact of that id.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|fact| fact.as_str() == id)
    }

    /// Whether the fact only says who speaks or where, so that alone it shows no failure and no health.
    pub fn is_context(self) -> bool {
        let id = self.as_str();
        id.starts_with("client-") && !id.starts_with("client-ip-")
            || id.starts_with("at-")
            || id.starts_with("to-")
            || id.starts_with("dns-by-")
            || matches!(self, Self::ProxyInUse | Self::HealthLink | Self::SideToolMissing)
    }

    /// Whether it matters at which host and step it happened: failures of names, connections, TLS and HTTP.
    pub fn has_site(self) -> bool {
        (self >= Self::NameUnknown && self <= Self::DnsTemporary)
            || (self >= Self::TcpRefused && self <= Self::ConnectFailed)
            || (self >= Self::TlsUnknownAuthority && self <= Self::TlsRefused)
            || (self >= Self::ClientIpDenied && self <= Self::StorageAuthHeader && self != Self::ChallengeSeen && self != Self::HttpOk)
            || (self >= Self::AuthRequired && self <= Self::ScopeMissing)
            || (self >= Self::TagMissing && self <= Self::PlatformMissing)
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
