//! What tools for names and connections print in several lines: nslookup, dig, host, getent, Resolve-DnsName, curl -v, wget,
//! Test-NetConnection. A single line of theirs means nothing without the name that was asked for.

use crate::observation::{AddressClass, Fact, HostKind};
use std::net::IpAddr;

/// The block of lines that belongs to one question.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    /// Kind of the first name of the block that belongs to a registry.
    asked: Option<HostKind>,
    privatelink: bool,
    /// A record that leads on to another name: a chain, whether an address ends it or not.
    chain_at: Option<u32>,
    answers: Vec<(AddressClass, u32)>,
    /// Set after `Server:`: the next address is the DNS server's own.
    server_follows: bool,
    /// Set after a command that prints nothing but the status, and whether it asked the token service.
    status_follows: Option<bool>,
    /// Set after an address of the answer: bare addresses may follow.
    list_open: bool,
}

impl Lookup {
    /// Reads one plain line; calls `see` with what a finished block or the line itself shows.
    pub fn line(&mut self, line: &[u8], number: u32, see: &mut dyn FnMut(Fact, u32)) {
        let follows = self.status_follows.take();
        if line.is_empty()
            || line.len() > 400
            || (follows.is_none() && !line.iter().any(|byte| matches!(byte, b'.' | b':')))
        {
            return;
        }
        let Ok(line) = std::str::from_utf8(line) else { return };
        let mut words = line.split([' ', '\n']).filter(|word| !word.is_empty());
        let Some(first) = words.next() else { return };
        let second = words.next().unwrap_or_default();
        let last = line.split([' ', '\n']).next_back().unwrap_or_default();
        let list_open = std::mem::take(&mut self.list_open);
        if let Some(at_token) = follows
            && let Some(fact) = bare_status(first)
        {
            see(fact, number);
            if at_token {
                see(Fact::AtToken, number);
            }
            return;
        }
        // `curl -w '%{http_code}'`: with nothing but the status on the next line.
        if line.contains("%{http_code}") && line.contains(".azurecr.") {
            self.status_follows = Some(line.contains("/oauth2/"));
        }
        match first {
            // nslookup on Windows speaks the system's language, its addresses aside.
            "server:" | "serveur" | "servidor:" | "サーバー:" | ";;" | "computername" | "resolving" | "hostname:" =>
            {
                self.finish(see);
                self.server_follows = matches!(first, "server:" | "serveur" | "servidor:" | "サーバー:");
                self.ask(if second == ":" { last } else { second });
                if first == "resolving" {
                    self.answer(last, number);
                }
            }
            "address:" | "addresses:" if self.server_follows => {
                self.server_follows = false;
                let address = second.split('#').next().unwrap_or_default();
                see(server(AddressClass::of(address)), number);
            }
            "address:" | "addresses:" | "ip4address" | "ipaddress" | "remoteaddress" | "ip6address" => {
                self.answer(last, number);
                self.list_open = true;
            }
            "name:" | "aliases:" | "name" | "namehost" | "nom" | "nombre:" | "nome:" | "namn:" | "名前:" => {
                self.ask(last)
            }
            "*" if second == "trying" => self.answer(host_of(words.next().unwrap_or_default()), number),
            "*" if second == "ipv4:" => self.answer(last, number),
            "*" if second == "connected" => {
                for word in words {
                    self.ask(word);
                    self.answer(word.trim_matches(['(', ')']), number);
                }
            }
            "*" if matches!(second, "host" | "could") => {
                self.finish(see);
                for word in words {
                    self.ask(host_of(word));
                }
            }
            // `DNS lookup to <host> at IP <address> : OK`, the health check's line.
            "ping" | "connecting" | "dns" => {
                for word in line.split([' ', '(', ')', '|']) {
                    self.ask(word);
                    self.answer(word, number);
                }
            }
            // `dig +short`: nothing but names, then addresses.
            _ if second.is_empty() && matches!(HostKind::of(first), HostKind::LoginServer | HostKind::DataEndpoint) => {
                self.ask(first);
                self.list_open = true;
            }
            _ if second.is_empty() && list_open && first.ends_with('.') => self.list_open = true,
            "dig" | "$" if line.contains("+short") => {
                self.finish(see);
                line.split(' ').for_each(|word| self.ask(word));
                self.list_open = true;
            }
            // `401 20.1.2.3`, as the guide's own curl commands print it.
            _ if first.len() == 3 && last == second && second.parse::<IpAddr>().is_ok() => {
                if let Some(fact) = bare_status(first) {
                    see(fact, number);
                    self.asked = self.asked.or(Some(HostKind::LoginServer));
                    self.answer(second, number);
                }
            }
            _ if second == "canonical" || matches!(second, "has" | "is") || self.is_record(line) => {
                if self.is_question(first) {
                    self.finish(see);
                }
                self.ask(first);
                self.ask(last);
                if second == "canonical" || line.contains(" cname ") {
                    self.chain_at = Some(number);
                }
                self.answer(last, number);
            }
            _ if first.parse::<IpAddr>().is_ok() => {
                let named = HostKind::of(last);
                if matches!(named, HostKind::LoginServer | HostKind::DataEndpoint) {
                    self.finish(see);
                    self.ask(last);
                    self.answer(first, number);
                } else if list_open {
                    self.answer(first, number);
                    self.list_open = true;
                }
            }
            _ => {}
        }
    }

    /// Ends the block: what its addresses show, by the kind of name that was asked for.
    pub fn finish(&mut self, see: &mut dyn FnMut(Fact, u32)) {
        let block = std::mem::take(self);
        let Some(kind) = block.asked else { return };
        if let (true, Some(line)) = (block.privatelink, block.chain_at) {
            see(Fact::PrivatelinkChain, line);
        }
        for (class, line) in block.answers {
            let fact = match (kind, class) {
                (HostKind::DataEndpoint, AddressClass::Private) => Fact::DataAnswersPrivate,
                (HostKind::DataEndpoint, AddressClass::Public) => Fact::DataAnswersPublic,
                (HostKind::LoginServer, AddressClass::Private) => Fact::AnswersPrivate,
                (HostKind::LoginServer, AddressClass::Public) => Fact::AnswersPublic,
                (_, AddressClass::Nowhere) => Fact::AnswersNowhere,
                _ => continue,
            };
            see(fact, line);
            if block.privatelink {
                see(Fact::PrivatelinkChain, line);
            }
        }
    }

    fn ask(&mut self, word: &str) {
        let host = word.trim_matches([',', '(', ')', ':', '\'']).trim_end_matches('.');
        let kind = HostKind::of(host);
        if matches!(kind, HostKind::LoginServer | HostKind::DataEndpoint) {
            self.privatelink |= host.contains(".privatelink.");
            // Windows names the end of the chain first; a data endpoint's chain never holds a login server.
            self.asked = if kind == HostKind::DataEndpoint { Some(kind) } else { self.asked.or(Some(kind)) };
        }
    }

    fn answer(&mut self, word: &str, number: u32) {
        let word = word.trim_matches([',', '(', ')', '\'', '[', ']']);
        if let Ok(address) = word.parse::<IpAddr>()
            && self.answers.len() < 16
        {
            self.answers.push((AddressClass::of_address(address), number));
        }
    }

    /// A line of dig or of Resolve-DnsName: `<name> 60 in a <address>`, `<name> a 60 answer <address>`.
    fn is_record(&self, line: &str) -> bool {
        [" in a ", " in cname ", " in aaaa "].iter().any(|kind| line.contains(kind))
            || ([" a ", " cname ", " aaaa "].iter().any(|kind| line.contains(kind)) && line.contains(" answer "))
    }

    /// Whether a record begins a new answer: a registry's own name, after addresses of another.
    fn is_question(&self, name: &str) -> bool {
        !self.answers.is_empty()
            && !name.contains(".privatelink.")
            && matches!(HostKind::of(name), HostKind::LoginServer | HostKind::DataEndpoint)
    }
}

/// What the status shows that a command printed and nothing else.
fn bare_status(code: &str) -> Option<Fact> {
    match code {
        "000" => Some(Fact::ConnectFailed),
        "200" => Some(Fact::HttpOk),
        "401" => Some(Fact::ChallengeSeen),
        "404" | "429" | "500" => None,
        _ => status(code),
    }
}

/// What a status shows that a text mentions.
pub(super) fn status(code: &str) -> Option<Fact> {
    Some(match code {
        "401" => Fact::Unauthorized,
        "403" => Fact::Forbidden,
        "404" => Fact::NotFound,
        "407" => Fact::ProxyWantsLogin,
        "429" => Fact::Throttled,
        "500" => Fact::ServerError,
        "502" => Fact::GatewayError,
        "503" => Fact::Unavailable,
        "504" => Fact::GatewayTimeout,
        _ => return None,
    })
}

/// Host or address without its port and the dots of `Trying 10.0.0.4:443...`.
fn host_of(word: &str) -> &str {
    let word = word.trim_end_matches(['.', ',']);
    if word.starts_with('[') { word.split(']').next().unwrap_or(word) } else { word.split(':').next().unwrap_or(word) }
}

/// Who answers for names, by the class of the DNS server's address.
pub(super) fn server(class: AddressClass) -> Fact {
    match class {
        AddressClass::AzureDns => Fact::DnsByAzure,
        AddressClass::Nowhere | AddressClass::Hidden => Fact::DnsByStub,
        AddressClass::Private => Fact::DnsByPrivate,
        AddressClass::Public => Fact::DnsByPublic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str) -> Vec<Fact> {
        let mut lookup = Lookup::default();
        let mut seen = Vec::new();
        let mut flat = Vec::new();
        for (number, raw) in (0..).zip(text.lines()) {
            flat.clear();
            super::super::flatten::flatten(raw.as_bytes(), &mut Vec::new(), &mut flat);
            lookup.line(&flat, number, &mut |fact, _| seen.push(fact));
        }
        lookup.finish(&mut |fact, _| seen.push(fact));
        seen.sort_unstable();
        seen.dedup();
        seen
    }

    #[test]
    fn nslookup_on_linux() {
        let text = "Server:\t\t168.63.129.16\nAddress:\t168.63.129.16#53\n\nNon-authoritative answer:\n\
            contoso.azurecr.io\tcanonical name = contoso.privatelink.azurecr.io.\n\
            Name:\tcontoso.privatelink.azurecr.io\nAddress: 10.1.0.5\n";
        assert_eq!(facts(text), [Fact::DnsByAzure, Fact::AnswersPrivate, Fact::PrivatelinkChain]);
    }

    #[test]
    fn nslookup_on_windows() {
        let text = "Server:  dc01.corp.example\nAddress:  10.0.0.10\n\nNon-authoritative answer:\n\
            Name:    r0318eus-az.eastus.cloudapp.azure.com\nAddress:  20.62.128.1\n\
            Aliases:  contoso.azurecr.io\n          contoso.privatelink.azurecr.io\n";
        assert_eq!(facts(text), [Fact::DnsByPrivate, Fact::AnswersPublic, Fact::PrivatelinkChain]);
    }

    #[test]
    fn nslookup_on_windows_in_other_languages() {
        for (server, name) in [("Serveur :  ", "Nom :    "), ("Servidor:  ", "Nombre:  "), ("サーバー:  ", "名前:    ")]
        {
            let text = format!(
                "{server}dc01\nAddress:  10.0.0.10\n\n{name}contoso.privatelink.azurecr.io\nAddress:  10.1.0.5\nAliases:  contoso.azurecr.io\n"
            );
            assert_eq!(facts(&text), [Fact::DnsByPrivate, Fact::AnswersPrivate, Fact::PrivatelinkChain], "{server}");
        }
    }

    #[test]
    fn dig_tells_each_name_apart() {
        let text = ";; ANSWER SECTION:\ncontoso.azurecr.io.\t60\tIN\tCNAME\tcontoso.privatelink.azurecr.io.\n\
            contoso.privatelink.azurecr.io. 10 IN A 10.0.0.5\n\
            contoso.eastus.data.azurecr.io. 60 IN CNAME eus-0.data.azcr.io.\n\
            d1eus.eastus.cloudapp.azure.com. 10 IN A 20.1.2.3\n";
        assert_eq!(facts(text), [Fact::AnswersPrivate, Fact::PrivatelinkChain, Fact::DataAnswersPublic]);
    }

    #[test]
    fn a_chain_that_ends_in_nothing_is_a_chain() {
        let text = "contoso.azurecr.io. 60 IN CNAME contoso.privatelink.azurecr.io.\n\n;; AUTHORITY SECTION:\n";
        assert_eq!(facts(text), [Fact::PrivatelinkChain]);
    }

    #[test]
    fn tools_of_one_line_and_of_windows() {
        assert_eq!(facts("10.0.0.5        contoso.azurecr.io"), [Fact::AnswersPrivate]);
        assert_eq!(facts("contoso.azurecr.io has address 20.1.2.3"), [Fact::AnswersPublic]);
        assert_eq!(facts("contoso.azurecr.io  A  60  Answer  10.0.0.4"), [Fact::AnswersPrivate]);
        assert_eq!(facts("* Host contoso.azurecr.io:443 was resolved.\n* IPv4: 0.0.0.0\n"), [Fact::AnswersNowhere]);
        assert_eq!(
            facts("ComputerName     : contoso.azurecr.io\nRemoteAddress    : 10.0.0.4\n"),
            [Fact::AnswersPrivate]
        );
        assert_eq!(facts("Connecting to contoso.azurecr.io|20.1.2.3|:443... connected."), [Fact::AnswersPublic]);
        assert_eq!(
            facts("dig contoso.azurecr.io +short\ncontoso.privatelink.azurecr.io.\n10.10.1.5"),
            [Fact::AnswersPrivate, Fact::PrivatelinkChain]
        );
        let status =
            |url: &str, code: u16| format!("$ curl -s -w '%{{http_code}}' https://contoso.azurecr.io{url}\n{code}");
        assert_eq!(facts(&status("/v2/", 401)), [Fact::ChallengeSeen]);
        assert_eq!(facts(&status("/oauth2/token?service=x", 403)), [Fact::AtToken, Fact::Forbidden]);
        assert_eq!(facts("some other text. with: 10.0.0.1"), []);
    }
}
