//! What the script's lines show, as facts of the closed set.
//!
//! Each host's layers are read from the bottom up. A layer below one that works says nothing: behind a proxy a machine often
//! neither resolves nor reaches the registry by itself. What fails at the hosts of the layers counts only where the login server works.

use super::super::lookup;
use super::super::names::Names;
use super::{Facts, clock};
use crate::observation::{AddressClass, Fact, HostKind};

/// How far a clock may be off, in seconds: Microsoft Entra ID's tokens allow five minutes.
const CLOCK_MAY_BE_OFF: u64 = 300;

/// Whether a host is the registry's login server: whatever is neither a data endpoint nor storage, since a registry's may be
/// of any name.
pub(super) fn is_login(host: &str) -> bool {
    kind(host) == HostKind::LoginServer
}

fn kind(host: &str) -> HostKind {
    match HostKind::of(host) {
        HostKind::DataEndpoint => HostKind::DataEndpoint,
        // The apex of the storage hosts has no label before it.
        _ if host.contains("blob.core.") || host.contains("blob.storage.") => HostKind::Blob,
        _ => HostKind::LoginServer,
    }
}

/// Of a tool that was told to use a proxy: what its complaint says of the proxy, where it never got further.
pub(super) fn of_proxy(said: &str) -> Option<Fact> {
    let has = |what: &str| said.contains(what);
    if has("tunnel") || has("from proxy") {
        None
    } else if has("(5)") || has("resolve") || has("name or service") || has("name resolution") {
        Some(Fact::ProxyNameUnknown)
    } else if has("connect") || has("refused") || has("unreachable") {
        Some(Fact::ProxyUnreachable)
    } else {
        None
    }
}

/// What the machine says of itself.
pub(super) fn of_client(facts: &Facts, see: &mut impl FnMut(Fact, u32)) {
    if let Some((resolvers, line)) = facts.get("client", "resolver") {
        if let Some(first) = resolvers.split(' ').find(|word| !word.is_empty()) {
            see(lookup::server(AddressClass::of(first)), line);
        }
    }
}

/// What one host's lines show; `login` is the login server, where the host is another one.
pub(super) fn of_host(
    facts: &Facts,
    host: &str,
    login: Option<&str>,
    names: &mut Names,
    see: &mut impl FnMut(Fact, u32),
) {
    let host = Host { facts, name: host, kind: kind(host) };
    let login = login.map(|name| Host { facts, name, kind: HostKind::LoginServer });
    host.answers(see);
    host.works(see);
    host.clock(see);
    match login {
        None => {
            host.fails(see);
            // What came past a certificate that does not hold is not the registry's own word.
            if host.certificate().is_none() {
                host.replies(names, see);
            }
            if !host.is_reached() {
                host.surroundings(see);
            }
        }
        Some(login) if login.is_reached() => {
            let missing = host.kind == HostKind::Blob || !login.is_private();
            if !(missing && host.addresses().next().is_none()) {
                host.fails(see);
            }
        }
        Some(_) => {}
    }
}

/// One host's lines.
struct Host<'f> {
    facts: &'f Facts,
    name: &'f str,
    kind: HostKind,
}

impl<'f> Host<'f> {
    fn get(&self, key: &str) -> Option<(&'f str, u32)> {
        self.facts.get(self.name, key)
    }

    fn status(&self, key: &str) -> Option<(u16, u32)> {
        let (value, line) = self.get(key)?;
        Some((value.parse().ok()?, line))
    }

    fn addresses(&self) -> impl Iterator<Item = (AddressClass, u32)> + use<'f> {
        let (list, line) = self.get("dns").unwrap_or_default();
        list.split(' ').filter_map(move |word| Some((AddressClass::of_address(word.parse().ok()?), line)))
    }

    fn is_private(&self) -> bool {
        self.addresses().any(|(class, _)| class == AddressClass::Private)
    }

    /// Whether the host itself was reached, by whichever path.
    fn is_reached(&self) -> bool {
        self.status("http").is_some() || self.get("tcp").is_some_and(|(value, _)| value == "ok")
    }

    /// The addresses, and whether the chain of names passes a private endpoint's.
    fn answers(&self, see: &mut impl FnMut(Fact, u32)) {
        for (class, line) in self.addresses() {
            let fact = match (self.kind, class) {
                (HostKind::LoginServer, AddressClass::Private) => Fact::AnswersPrivate,
                (HostKind::LoginServer, AddressClass::Public) => Fact::AnswersPublic,
                (HostKind::DataEndpoint, AddressClass::Private) => Fact::DataAnswersPrivate,
                (HostKind::DataEndpoint, AddressClass::Public) => Fact::DataAnswersPublic,
                (HostKind::Blob, AddressClass::Private | AddressClass::Public) => continue,
                (_, AddressClass::Nowhere) => Fact::AnswersNowhere,
                _ => continue,
            };
            see(fact, line);
        }
        if let Some((_, line)) = self.get("chain").filter(|(chain, _)| chain.contains(".privatelink.")) {
            if self.kind == HostKind::LoginServer {
                see(Fact::PrivatelinkChain, line);
            }
        }
    }

    /// What works of it. A name that answers shows less than a connection, a connection less than an answer.
    fn works(&self, see: &mut impl FnMut(Fact, u32)) {
        if let Some((_, line)) = self.status("http").filter(|_| !self.is_page()) {
            see(
                match self.kind {
                    HostKind::LoginServer => Fact::TcpOk,
                    HostKind::DataEndpoint => Fact::DataReached,
                    _ => Fact::StorageReached,
                },
                line,
            );
        }
        if let Some((_, line)) = self.get("tls").filter(|(value, _)| *value == "ok" || *value == "0")
            && self.kind == HostKind::LoginServer
        {
            see(Fact::TlsOk, line);
        }
    }

    /// A page of HTML: not from the registry, nor from storage.
    fn is_page(&self) -> bool {
        self.get("type").is_some_and(|(value, _)| value == "text/html") && self.get("registry").is_none()
    }

    fn clock(&self, see: &mut impl FnMut(Fact, u32)) {
        if let Some((value, line)) = self.get("date")
            && clock::offset(value).is_some_and(|seconds| seconds > CLOCK_MAY_BE_OFF)
        {
            see(Fact::ClockOff, line);
        }
    }

    /// The lowest layer that failed, with its place.
    fn fails(&self, see: &mut impl FnMut(Fact, u32)) {
        let Some((fact, line)) = self.failure() else { return };
        see(fact, line);
        let place: &[Fact] = match self.kind {
            HostKind::LoginServer => &[Fact::AtLoginServer],
            HostKind::DataEndpoint => &[Fact::AtDataEndpoint, Fact::AtLayers],
            _ => &[Fact::AtBlob, Fact::AtLayers],
        };
        place.iter().for_each(|place| see(*place, line));
        let to_address = matches!(
            fact,
            Fact::TcpTimeout | Fact::TcpRefused | Fact::TcpUnreachable | Fact::TcpReset | Fact::ConnectFailed
        );
        for (class, line) in self.addresses().filter(|_| to_address) {
            match class {
                AddressClass::Private => see(Fact::ToPrivate, line),
                AddressClass::Public => see(Fact::ToPublic, line),
                AddressClass::Nowhere => see(Fact::ToNowhere, line),
                AddressClass::AzureDns | AddressClass::Hidden => {}
            }
        }
    }

    fn certificate(&self) -> Option<(Fact, u32)> {
        self.get("tls").and_then(|(value, line)| Some((self.tls_failure(value)?, line)))
    }

    fn failure(&self) -> Option<(Fact, u32)> {
        let via = self.get("via").is_some();
        let proxy = self.status("proxy").map(|(code, line)| (proxy_refusal(code), line));
        let said = self.get("said").filter(|_| via).and_then(|(text, line)| Some((of_proxy(text)?, line)));
        let name = || self.get("dns").and_then(|(value, line)| Some((name_failure(value)?, line)));
        let tcp = || self.get("tcp").and_then(|(value, line)| Some((tcp_failure(value)?, line)));
        let tls = || self.certificate();
        let page = || self.get("type").filter(|_| self.is_page()).map(|(_, line)| (Fact::BlockPage, line));
        let none = || self.get("http").filter(|(value, _)| *value == "none").map(|(_, line)| (Fact::ConnectFailed, line));
        let direct = || if via || self.status("http").is_some() { None } else { name().or_else(tcp) };
        // Of the login server the tool's own words are read; of the others only that nothing came.
        let silent = || if self.kind == HostKind::LoginServer { None } else { none() };
        proxy.or(said).or_else(direct).or_else(tls).or_else(page).or_else(silent)
    }

    /// A certificate of Azure's that a tool does not trust says that the tool has no list of authorities, as in small images.
    fn tls_failure(&self, value: &str) -> Option<Fact> {
        // Numbers: what X.509 verification answers in OpenSSL (x509_vfy.h).
        Some(match value {
            "untrusted" | "18" | "19" | "20" | "21" if self.is_of_azure() => return None,
            "untrusted" | "18" | "19" | "20" | "21" => Fact::TlsUnknownAuthority,
            "name" | "62" => Fact::TlsNameMismatch,
            "expired" | "10" => Fact::TlsExpired,
            "not-yet" | "9" => Fact::TlsNotYetValid,
            "failed" | "unknown" => Fact::TlsRefused,
            "timeout" => Fact::TlsTimeout,
            "reset" => Fact::TcpReset,
            _ => return None,
        })
    }

    fn is_of_azure(&self) -> bool {
        self.get("issuer").is_some_and(|(issuer, _)| issuer.contains("microsoft corp") || issuer.contains("digicert"))
    }

    /// What the login server, or who stands before it, said.
    fn replies(&self, names: &mut Names, see: &mut impl FnMut(Fact, u32)) {
        if let Some((_, line)) = self.get("issuer").filter(|_| self.is_of_azure()) {
            see(Fact::MicrosoftIssuer, line);
        }
        if let Some((code, line)) = self.status("http") {
            if let Some(fact) = status(code, self.get("challenge").is_some()) {
                see(fact, line);
            }
        }
        if let Some((_, line)) = self.get("registry") {
            see(Fact::RegistryHeader, line);
        }
        let Some((code, line)) = self.status("token") else { return };
        let client = self.get("client-ip").map(|(client, _)| client);
        match (code, client) {
            (403, _) if client.is_some() || self.get("code").is_some_and(|(code, _)| code == "denied") => {
                see(Fact::ClientIpDenied, line);
                if let Some(client) = client {
                    names.client(client);
                    client_class(client).into_iter().for_each(|fact| see(fact, line));
                }
            }
            (403, _) => {
                see(Fact::Forbidden, line);
                see(Fact::AtToken, line);
            }
            (200..=499, _) if !self.is_page() && code != 407 && code != 429 => see(Fact::TokenAnswered, line),
            _ => {}
        }
    }

    /// Where the machine stands: of interest where it does not get through.
    fn surroundings(&self, see: &mut impl FnMut(Fact, u32)) {
        if let Some((_, line)) = self.get("via") {
            see(Fact::ProxyInUse, line);
        }
        for (word, fact) in [
            ("cluster", Fact::ClientCluster),
            ("pipeline", Fact::ClientPipeline),
            ("github-hosted", Fact::ClientHostedAgent),
        ] {
            if let Some((_, line)) =
                self.facts.get("client", "runs-in").filter(|(value, _)| value.split(' ').any(|part| part == word))
            {
                see(fact, line);
            }
        }
    }
}

fn status(code: u16, is_challenge: bool) -> Option<Fact> {
    Some(match code {
        200..=299 => Fact::HttpOk,
        401 if is_challenge => Fact::ChallengeSeen,
        401 => Fact::Unauthorized,
        403 => Fact::Forbidden,
        404 => Fact::NotFound,
        407 => Fact::ProxyWantsLogin,
        429 => Fact::Throttled,
        502 => Fact::GatewayError,
        503 => Fact::Unavailable,
        504 => Fact::GatewayTimeout,
        500.. => Fact::ServerError,
        _ => return None,
    })
}

fn client_class(client: &str) -> Option<Fact> {
    match AddressClass::of(client) {
        _ if client.contains(':') => Some(Fact::ClientIpIpv6),
        AddressClass::Private => Some(Fact::ClientIpPrivate),
        AddressClass::Public => Some(Fact::ClientIpPublic),
        _ => None,
    }
}

fn proxy_refusal(code: u16) -> Fact {
    match code {
        407 => Fact::ProxyWantsLogin,
        500.. => Fact::ProxyGatewayError,
        _ => Fact::ProxyRefuses,
    }
}

fn name_failure(value: &str) -> Option<Fact> {
    Some(match value {
        "unknown" => Fact::NameUnknown,
        "empty" => Fact::NameWithoutAddress,
        "no-answer" => Fact::DnsTimeout,
        "failed" => Fact::DnsTemporary,
        _ => return None,
    })
}

fn tcp_failure(value: &str) -> Option<Fact> {
    Some(match value {
        "timeout" => Fact::TcpTimeout,
        "refused" => Fact::TcpRefused,
        "unreachable" => Fact::TcpUnreachable,
        "reset" => Fact::TcpReset,
        "failed" => Fact::ConnectFailed,
        _ => return None,
    })
}
