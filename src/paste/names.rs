//! Names found in a text: offered to the reader for commands and checks, never guessed.

use super::pattern::host_byte;
use crate::observation::{AddressClass, Fact, HostKind};
use serde::Serialize;

/// How many different names of a kind are kept.
const MOST: usize = 16;

/// The reader's own names as the text shows them, each once, in the order of the text, masked ones left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Names {
    /// Login servers: `contosoprod.azurecr.io`.
    pub login_servers: Vec<String>,
    /// Dedicated data endpoints, whole.
    pub data_endpoints: Vec<String>,
    /// Regions, from data endpoints, regional endpoints and chains of names: `swedencentral`.
    pub regions: Vec<String>,
    /// The client's addresses as the registry saw them.
    pub client_ips: Vec<String>,
    /// `repository:tag` of images of registries in Azure.
    pub images: Vec<String>,
    /// Hosts at which something failed, in the order of the text: login servers, data endpoints, other registries.
    pub failed_at: Vec<String>,
    /// The programs that speak, by the placeholders of commands.
    pub fills: Vec<(String, String)>,
    /// Whether a registry in Azure is named at all, masked or not.
    #[serde(skip)]
    pub is_named: bool,
    /// Set after a question for the machine's own address: the answer follows on a line of its own.
    #[serde(skip)]
    pub(super) own_follows: bool,
}

/// How long the hash of a domain name label is, at least.
const LABEL_HASH: usize = 15;

/// Services that answer with the caller's own address and nothing else.
const TELL_ADDRESS: [&[u8]; 6] =
    [b"ifconfig.me", b"ipify.org", b"icanhazip.com", b"checkip.", b"ipinfo.io/ip", b"ifconfig.io"];

fn keep(list: &mut Vec<String>, name: &str) {
    if list.len() < MOST && !list.iter().any(|known| known == name) {
        list.push(name.to_owned());
    }
}

impl Names {
    /// Notes a client address that the registry named, unless it is is_named.
    pub(super) fn client(&mut self, address: &str) {
        if address.parse::<std::net::IpAddr>().is_ok() && AddressClass::of(address) != AddressClass::Hidden {
            keep(&mut self.client_ips, address);
        }
    }

    /// The login server that is meant: the only one, or of several the only one at which something failed.
    pub fn login_server(&self) -> Option<&str> {
        let failed = || self.login_servers.iter().filter(|name| self.failed_at.contains(name));
        match &self.login_servers[..] {
            [only] => Some(only),
            _ if failed().count() == 1 => failed().next().map(String::as_str),
            _ => None,
        }
    }

    /// The host of another registry at which something failed.
    pub fn other_registry(&self) -> Option<&str> {
        self.failed_at.iter().find(|host| HostKind::of(host) == HostKind::OtherRegistry).map(String::as_str)
    }

    /// What commands may be filled with: of two programs the reader knows which, we do not.
    pub fn programs(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_alone = |name: &String| self.fills.iter().filter(|(other, _)| other == name).count() == 1;
        self.fills.iter().filter(move |(name, _)| is_alone(name)).map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Notes a host at which something failed.
    pub(super) fn failed(&mut self, host: &str) {
        let kind = HostKind::of(host);
        if matches!(kind, HostKind::LoginServer | HostKind::DataEndpoint | HostKind::OtherRegistry) {
            keep(&mut self.failed_at, host);
        }
    }

    /// Notes a program that speaks.
    pub(super) fn program(&mut self, name: &str, value: &str) {
        if self.fills.len() < MOST && !self.fills.iter().any(|(known, same)| known == name && same == value) {
            self.fills.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Notes the names on one plain line and calls `see` with what the names alone show.
    pub(super) fn line(&mut self, line: &[u8], see: &mut dyn FnMut(Fact)) {
        if std::mem::take(&mut self.own_follows)
            && let Ok(address) = std::str::from_utf8(line)
        {
            self.client(address);
        }
        self.own_follows = line.len() < 200 && TELL_ADDRESS.iter().any(|service| find(line, service).is_some());
        misspelt(line, see);
        let mut from = 0;
        while let Some(found) = find(&line[from..], b".azurecr.") {
            let dot = from + found;
            self.is_named = true;
            let start = line[..dot].iter().rposition(|byte| !host_byte(byte)).map_or(0, |at| at + 1);
            let end = line[dot..].iter().position(|byte| !host_byte(byte)).map_or(line.len(), |at| dot + at);
            if let Ok(host) = std::str::from_utf8(&line[start..end]) {
                let addressed = line[..start].ends_with(b"//") || line.get(end) == Some(&b'/');
                self.host(host.trim_end_matches('.'), addressed, &line[end..], see);
            }
            from = end.max(dot + 1);
        }
        self.region_of_chain(line);
    }

    fn host(&mut self, host: &str, addressed: bool, after: &[u8], see: &mut dyn FnMut(Fact)) {
        let suffixes = [".azurecr.io", ".azurecr.cn", ".azurecr.us"];
        if suffixes.iter().any(|suffix| host.strip_suffix(suffix).is_some_and(|front| front.contains(".azurecr."))) {
            see(Fact::SuffixDoubled);
            return;
        }
        let Some(inner) = suffixes.iter().find_map(|suffix| host.strip_suffix(suffix)) else {
            // The name of a file may begin with a login server's: `contoso.azurecr.io-app.sif`.
            let top = host.split(".azurecr.").nth(1).and_then(|rest| rest.split('.').next()).unwrap_or_default();
            let is_known = matches!(top, "io" | "cn" | "us" | "de");
            if !top.is_empty() && top.len() <= 4 && top.bytes().all(|byte| byte.is_ascii_lowercase()) && !is_known {
                see(Fact::SuffixWrong);
            }
            return;
        };
        if addressed && inner.ends_with(".privatelink") {
            see(Fact::PrivatelinkNameUsed);
        }
        let clean = |text: &str| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let mut labels = inner.split('.');
        match (labels.next(), labels.next(), labels.next(), labels.next()) {
            (Some(name), None, ..) if clean(name) => {
                if self.login_servers.iter().any(|known| is_hashless(known, host) || is_hashless(host, known)) {
                    see(Fact::LabelHashMissing);
                }
                keep(&mut self.login_servers, host);
                self.image(after);
            }
            (Some(name), Some(region), Some(kind @ ("data" | "geo")), None) if clean(name) && clean(region) => {
                keep(&mut self.regions, region);
                if kind == "data" {
                    keep(&mut self.data_endpoints, host);
                } else {
                    keep(&mut self.login_servers, host);
                }
            }
            _ => {}
        }
    }

    /// `/repository:tag` behind a login server; an address of the API is none.
    fn image(&mut self, after: &[u8]) {
        let Some(path) = after.strip_prefix(b"/") else { return };
        let fits = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-/:@".contains(byte);
        let end = path.iter().position(|byte| !fits(byte)).unwrap_or(path.len());
        let Ok(image) = std::str::from_utf8(&path[..end]) else { return };
        let image = image.trim_end_matches([':', '.', ',', '/']);
        if image.len() > 1 && !image.starts_with("v2/") && !image.starts_with("oauth2") && image != "v2" {
            keep(&mut self.images, image);
        }
    }

    /// `<host>.<region>.cloudapp.azure.com` ends every public chain of names.
    fn region_of_chain(&mut self, line: &[u8]) {
        if let Some(at) = find(line, b".cloudapp.azure.com") {
            let start = line[..at].iter().rposition(|byte| !byte.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
            if let Ok(region) = std::str::from_utf8(&line[start..at]) {
                keep(&mut self.regions, region);
            }
        }
    }
}

/// Hosts whose end is nearly the suffix: `contoso.azureacr.io`, `contosoazurecr.io`.
fn misspelt(line: &[u8], see: &mut dyn FnMut(Fact)) {
    let mut from = 0;
    while let Some(found) = find(&line[from..], b"az") {
        let at = from + found;
        let start = line[..at].iter().rposition(|byte| !host_byte(byte)).map_or(0, |before| before + 1);
        let end = line[at..].iter().position(|byte| !host_byte(byte)).map_or(line.len(), |after| at + after);
        let host = std::str::from_utf8(&line[start..end]).unwrap_or_default();
        let joined = host
            .strip_suffix("azurecr.io")
            .is_some_and(|name| name.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
        // A name of the service's own hosts in Azure is none of a registry.
        if joined || (line[..at].ends_with(b".") && suffix_misspelt(host)) {
            see(Fact::SuffixWrong);
        }
        from = end.max(at + 2);
    }
}

/// Whether what should be a registry's own name is its login server's, with the hash of its domain name label: `contoso-e7ggejfuhzhgedc8`.
pub(super) fn has_label_hash(name: &str) -> bool {
    let hash = name.rsplit_once('-').map_or("", |(_, hash)| hash);
    let is_mixed = hash.bytes().any(|byte| byte.is_ascii_digit()) && hash.bytes().any(|byte| byte.is_ascii_lowercase());
    hash.len() >= LABEL_HASH && is_mixed && hash.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !name.contains('/')
}

/// Whether a login server is the other's without the hash of its domain name label.
fn is_hashless(host: &str, other: &str) -> bool {
    let (Some((name, _)), Some((full, _))) = (host.split_once('.'), other.split_once('.')) else { return false };
    full.strip_prefix(name).is_some_and(|rest| rest.starts_with('-') && has_label_hash(rest))
}

/// Whether a host is a misspelling of the suffix: `contoso.azurcr.io`.
pub(super) fn suffix_misspelt(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    let mut labels = host.rsplit('.');
    match (labels.next(), labels.next(), labels.next()) {
        (Some(top), Some(second), Some(_)) if HostKind::of(host) == HostKind::Unknown => {
            let tail = format!("{second}.{top}");
            tail != "azurecr.io" && tail != "azcr.io" && tail.len() <= 14 && distance(&tail, "azurecr.io") <= 2
        }
        _ => false,
    }
}

fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (nth, left) in one.bytes().enumerate() {
        let mut corner = row[0];
        row[0] = nth + 1;
        for (mth, right) in other.bytes().enumerate() {
            let change = corner + usize::from(left != right);
            corner = row[mth + 1];
            row[mth + 1] = change.min(row[mth] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| *byte == first) {
        if text[from + at..].starts_with(what) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_named_after_a_login_server_has_no_suffix() {
        let mut seen = Vec::new();
        for line in
            ["/modules/contoso.azurecr.io-app-latest.sif", "contoso.azurecr.io.corp.example", "x.azurecr.io_1.log"]
        {
            Names::default().line(line.as_bytes(), &mut |fact| seen.push(fact));
        }
        assert_eq!(seen, []);
    }

    #[test]
    fn a_label_hash_is_told_from_a_name_with_a_hyphen() {
        assert!(has_label_hash("contoso-e7ggejfuhzhgedc8"));
        for name in
            ["contoso", "contoso-dev", "contoso-production1", "/subscriptions/a-e7ggejfuhzhgedc8", "a-0123456789ab"]
        {
            assert!(!has_label_hash(name), "{name}");
        }
    }

    #[test]
    fn a_login_server_without_its_label_hash_is_noticed_beside_the_right_one() {
        let seen = |lines: [&str; 2]| {
            let (mut names, mut seen) = (Names::default(), Vec::new());
            lines.iter().for_each(|line| names.line(line.as_bytes(), &mut |fact| seen.push(fact)));
            seen
        };
        let (short, full) = ("lookup contoso.azurecr.io", "contoso-e7ggejfuhzhgedc8.azurecr.io");
        assert_eq!(seen([short, full]), [Fact::LabelHashMissing]);
        assert_eq!(seen([full, short]), [Fact::LabelHashMissing]);
        assert_eq!(seen([full, full]), []);
        assert_eq!(seen(["contosodev.azurecr.io", full]), []);
        assert_eq!(seen(["contoso-dev.azurecr.io", "contoso.azurecr.io"]), []);
    }

    #[test]
    fn names_are_collected_and_masked_ones_left_out() {
        let mut names = Names::default();
        let mut seen = Vec::new();
        for line in [
            "pulling contoso.azurecr.io/samples/app:v1.2 and <name>.azurecr.io/x",
            "get https://fabrikam-e7ggejfuhzhgedc8.azurecr.io/v2/",
            "contoso.swedencentral.data.azurecr.io. 60 in cname d1.swedencentral.cloudapp.azure.com.",
            "x.azurecr.io.azurecr.io/app",
            "https://x.privatelink.azurecr.io/v2/ x.azurecr.com",
            "get https://contoso.azureacr.io/v2/: service unavailable",
            "docker pull contosoazurecr.io/app:1, not *.azurecr.io or eus-0.data.azcr.io",
            "$ curl ifconfig.me",
            "203.0.113.7",
            "203.0.113.8",
        ] {
            names.line(line.as_bytes(), &mut |fact| seen.push(fact));
        }
        assert_eq!(names.login_servers, ["contoso.azurecr.io", "fabrikam-e7ggejfuhzhgedc8.azurecr.io"]);
        assert_eq!(names.images, ["samples/app:v1.2"]);
        assert_eq!(names.regions, ["swedencentral"]);
        assert_eq!(names.client_ips, ["203.0.113.7"]);
        let wrong = Fact::SuffixWrong;
        seen.dedup();
        assert_eq!(seen, [Fact::SuffixDoubled, wrong, Fact::PrivatelinkNameUsed, wrong]);
    }

    #[test]
    fn a_misspelt_suffix_is_told_from_another_domain() {
        assert!(suffix_misspelt("contoso.azurcr.io"));
        assert!(suffix_misspelt("contoso.azurecr.oi"));
        assert!(!suffix_misspelt("contoso.azurecr.io"));
        assert!(!suffix_misspelt("contoso.example.com"));
        assert!(!suffix_misspelt("azurcr.io"));
    }
}
