//! One host's lines, layer by layer: name, connection, certificate, answer.

use super::{Facts, clock, words};
use crate::observation::{AddressClass, Fact, HostKind};

/// How far a clock may be off, in seconds: Microsoft Entra ID's tokens allow five minutes.
const CLOCK_MAY_BE_OFF: u64 = 300;

/// One host's lines.
pub(super) struct Host<'f> {
    pub facts: &'f Facts,
    pub name: &'f str,
    pub kind: HostKind,
}

impl<'f> Host<'f> {
    /// The last value of a key, with its line.
    pub fn get(&self, key: &str) -> Option<(&'f str, u32)> {
        self.facts.get(self.name, key)
    }

    /// A value that is a number.
    pub fn status(&self, key: &str) -> Option<(u16, u32)> {
        let (value, line) = self.get(key)?;
        Some((value.parse().ok()?, line))
    }

    /// The classes of its addresses.
    pub fn addresses(&self) -> impl Iterator<Item = (AddressClass, u32)> + use<'f> {
        let (list, line) = self.get("dns").unwrap_or_default();
        list.split(' ').filter_map(move |word| Some((AddressClass::of_address(word.parse().ok()?), line)))
    }

    /// Whether it has a private address.
    pub fn is_private(&self) -> bool {
        self.addresses().any(|(class, _)| class == AddressClass::Private)
    }

    /// Whether the host itself was reached, by whichever path.
    pub fn is_reached(&self) -> bool {
        self.status("http").is_some() || self.get("tcp").is_some_and(|(value, _)| value == "ok")
    }

    /// The addresses, and whether the chain of names passes a private endpoint's.
    pub fn answers(&self, see: &mut dyn FnMut(Fact, u32)) {
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
        if let Some((_, line)) = self.get("chain").filter(|(chain, _)| chain.contains(".privatelink."))
            && self.kind == HostKind::LoginServer
        {
            see(Fact::PrivatelinkChain, line);
        }
    }

    /// What works of it. A name that answers shows less than a connection, a connection less than an answer.
    pub fn works(&self, see: &mut dyn FnMut(Fact, u32)) {
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
    pub fn is_page(&self) -> bool {
        self.get("type").is_some_and(|(value, _)| value == "text/html") && self.get("registry").is_none()
    }

    pub fn clock(&self, see: &mut dyn FnMut(Fact, u32)) {
        if let Some((value, line)) = self.get("date")
            && clock::offset(value).is_some_and(|seconds| seconds > CLOCK_MAY_BE_OFF)
        {
            see(Fact::ClockOff, line);
        }
    }

    /// The lowest layer that failed, with its place.
    pub fn fails(&self, see: &mut dyn FnMut(Fact, u32)) {
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

    /// What is wrong with its certificate, or with the handshake.
    pub fn certificate(&self) -> Option<(Fact, u32)> {
        self.get("tls").and_then(|(value, line)| Some((words::tls_failure(value, self.is_of_azure())?, line)))
    }

    fn failure(&self) -> Option<(Fact, u32)> {
        let via = self.get("via").is_some();
        let proxy = self.status("proxy").map(|(code, line)| (words::proxy_refusal(code), line));
        let said = self.get("said").filter(|_| via).and_then(|(text, line)| Some((words::of_proxy(text)?, line)));
        let name = || self.get("dns").and_then(|(value, line)| Some((words::name_failure(value)?, line)));
        let tcp = || self.get("tcp").and_then(|(value, line)| Some((words::tcp_failure(value)?, line)));
        let tls = || self.certificate();
        let page = || self.get("type").filter(|_| self.is_page()).map(|(_, line)| (Fact::BlockPage, line));
        let none =
            || self.get("http").filter(|(value, _)| *value == "none").map(|(_, line)| (Fact::ConnectFailed, line));
        let direct = || if via || self.status("http").is_some() { None } else { name().or_else(tcp) };
        // Of the login server the tool's own words are read; of the others only that nothing came.
        let silent = || if self.kind == HostKind::LoginServer { None } else { none() };
        proxy.or(said).or_else(direct).or_else(tls).or_else(page).or_else(silent)
    }

    /// Whether the certificate is of an authority that Azure uses.
    pub fn is_of_azure(&self) -> bool {
        self.get("issuer").is_some_and(|(issuer, _)| issuer.contains("microsoft corp") || issuer.contains("digicert"))
    }
}
