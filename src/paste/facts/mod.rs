//! The lines of the guide's own script (`content/collect/`): what a machine sees of its registry.
//!
//! `registry-guide-facts 1` comes first, then `fact <host> <key> <value>`, a fact a line and in any order: the script asks all hosts
//! at the same time. Whatever a pipeline puts before a line does not matter. What stands in the script itself is no observation,
//! and pipelines print it: it is passed over.

mod clock;
mod host;
mod meaning;
mod replies;
mod words;

use super::names::Names;
use crate::observation::Fact;

/// The version that this reader knows, as the first line says it.
const HEADER: &[u8] = b"registry-guide-facts ";
const VERSION: &[u8] = b"1";
const SCRIPT: &[u8] = b"registry-guide-script ";
/// What marks these lines.
pub(super) const RULE: &str = "collected-facts";
/// How many facts are kept: three hosts have some fifty.
const MOST: usize = 200;
/// The keys of version 1.
pub(super) const KEYS: [&str; 21] = [
    "dns",
    "chain",
    "tcp",
    "http",
    "tls",
    "issuer",
    "expires",
    "challenge",
    "registry",
    "type",
    "date",
    "token",
    "code",
    "client-ip",
    "via",
    "proxy",
    "said",
    "no-proxy",
    "time",
    "resolver",
    "runs-in",
];

/// What to do with a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// It is nobody's here: others read it.
    Other,
    /// It is a line of the script itself, as pipelines print it, or of a version that is not known here.
    Script,
    /// It is a fact, and says nothing more to anyone.
    Taken,
    /// It is a fact, and this text of a tool, kept in it, is for the recognisers.
    Text(String),
}

/// The facts read so far.
#[derive(Debug, Default)]
pub(super) struct Facts {
    in_script: bool,
    other_version: bool,
    list: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    host: String,
    key: &'static str,
    value: String,
    line: u32,
}

impl Facts {
    /// Reads one plain line.
    pub fn line(&mut self, line: &[u8], number: u32) -> Line {
        if let Some(at) = find(line, HEADER) {
            let after = &line[at + HEADER.len()..];
            // The script's own line has a quote behind it.
            if after.iter().all(u8::is_ascii_digit) {
                self.in_script = false;
                self.other_version = after != VERSION;
                return Line::Taken;
            }
            self.in_script &= !after.starts_with(b"end");
            return if after == b"end" { Line::Taken } else { Line::Script };
        }
        self.in_script |= find(line, SCRIPT).is_some();
        if self.in_script { Line::Script } else { self.fact(line, number).unwrap_or(Line::Other) }
    }

    fn fact(&mut self, line: &[u8], number: u32) -> Option<Line> {
        let at = find(line, b"fact ").filter(|at| *at == 0 || line[at - 1] == b' ')?;
        let mut parts = std::str::from_utf8(&line[at + 5..]).ok()?.splitn(3, ' ');
        let (host, key, value) = (parts.next()?, parts.next()?, parts.next()?.trim());
        let key = KEYS.iter().find(|known| **known == key)?;
        if !(host == "client" || host.contains('.')) {
            return None;
        }
        if self.other_version || self.list.len() >= MOST {
            return Some(Line::Script);
        }
        self.list.push(Entry { host: host.to_owned(), key, value: value.to_owned(), line: number });
        Some(match *key {
            "said" if self.is_for_recognisers(host, value) => Line::Text(format!("{host} {value}")),
            "issuer" if meaning::is_login(host) => Line::Text(format!("issuer={value}")),
            _ => Line::Taken,
        })
    }

    /// What a tool says of the login server. Of other hosts it counts only when the login server works, which is known at the end;
    /// and a connection that fails on the way to a proxy is the proxy's, which no tool's text shows.
    fn is_for_recognisers(&self, host: &str, value: &str) -> bool {
        meaning::is_login(host) && (self.get(host, "via").is_none() || words::of_proxy(value).is_none())
    }

    /// The last value of a key, with its line.
    fn get(&self, host: &str, key: &str) -> Option<(&str, u32)> {
        let mut entries = self.list.iter().rev().filter(|entry| entry.host == host && entry.key == key);
        entries.next().map(|entry| (entry.value.as_str(), entry.line))
    }

    /// What the lines show together.
    pub fn finish(&self, names: &mut Names, see: &mut dyn FnMut(Fact, u32)) {
        meaning::of_client(self, see);
        let mut hosts: Vec<&str> = Vec::new();
        for entry in &self.list {
            if entry.host != "client" && !hosts.contains(&entry.host.as_str()) {
                hosts.push(&entry.host);
            }
        }
        let login = hosts.iter().find(|host| meaning::is_login(host));
        for host in &hosts {
            meaning::of_host(self, host, login.copied().filter(|login| login != host), names, see);
        }
    }
}

fn find(line: &[u8], what: &[u8]) -> Option<usize> {
    line.windows(what.len()).position(|window| window == what)
}

#[cfg(all(test, feature = "author"))]
mod tests;
