//! What does not belong in words: commands, options, addresses, paths, property names, Markdown, HTML.
//!
//! These are rules of thumb over single tokens. They err towards silence: an author who is wrongly accused stops listening.

use super::excerpt::plain;
use crate::authoring::problem::Report;
use crate::authoring::vocabulary::Paragraph;

pub(super) fn check(paragraph: &Paragraph, report: &mut Report) {
    for part in plain(&paragraph.text) {
        for Foreign { what, part, remedy } in find(part) {
            report.error(paragraph.at_part(part), format!("{what} in a text: `{part}`"), remedy);
        }
    }
}

/// Something that is not words.
#[derive(Debug, PartialEq, Eq)]
struct Foreign<'a> {
    what: &'static str,
    part: &'a str,
    remedy: &'static str,
}

const LITERAL: &str = "give it an id in content/guide/literals.toml and write {id}, or put it into a command";
const MARKUP: &str = "write plain text: the page gives it its form";

/// Endings of host names that turn up in this guide.
const TOP_LEVEL_DOMAINS: &[&str] = &["io", "com", "net", "cn", "us", "org", "dev", "azure", "local", "internal"];
/// Endings of file names.
const FILE_ENDINGS: &[&str] =
    &["json", "yaml", "yml", "conf", "toml", "crt", "pem", "exe", "sh", "service", "log", "cfg"];
/// Programs whose names are no words in any language here. (`dig` is Swedish for "you".)
const PROGRAMS: &[&str] = &[
    "nslookup",
    "curl",
    "wget",
    "kubectl",
    "openssl",
    "systemctl",
    "sudo",
    "traceroute",
    "tracert",
    "ipconfig",
    "dockerd",
    "journalctl",
    "skopeo",
    "crictl",
    "getent",
    "resolvectl",
    "timedatectl",
];
/// Programs that are a command only with what follows.
const WITH_SUBCOMMAND: &[(&str, &[&str])] = &[
    (
        "docker",
        &[
            "pull", "push", "login", "logout", "run", "build", "info", "images", "tag", "version", "compose",
            "manifest", "ps",
        ],
    ),
    ("podman", &["pull", "push", "login", "run", "build", "info"]),
    ("helm", &["pull", "push", "install", "upgrade", "registry"]),
    ("oras", &["pull", "push", "login"]),
    ("git", &["clone", "pull", "push"]),
];
/// Names that look like property names and are not.
const ORDINARY: &[&str] = &["macOS", "iOS", "iPadOS", "eBPF", "vCPU", "iPhone", "iPad"];

fn find(text: &str) -> Vec<Foreign<'_>> {
    let mut found: Vec<Foreign<'_>> = markup(text).into_iter().collect();
    let mut tokens = text.split_whitespace().map(|raw| (raw, trim(raw))).peekable();
    while let Some((raw, token)) = tokens.next() {
        let next = tokens.peek().map_or("", |(_, next)| next);
        // A sentence may end before the next word.
        let next = if raw.ends_with(token) { next } else { "" };
        let foreign = command(token, next).map(|part| Foreign { what: "a command", part, remedy: LITERAL });
        found.extend(foreign.or_else(|| classify(token)));
    }
    found
}

/// Markdown and HTML.
fn markup(text: &str) -> Option<Foreign<'_>> {
    let found = |what, at: usize, length: usize| Some(Foreign { what, part: &text[at..at + length], remedy: MARKUP });
    for sign in ["`", "**", "](", "<!--", "&nbsp;", "&amp;", "&lt;"] {
        if let Some(at) = text.find(sign) {
            return found(if sign.starts_with(['<', '&']) { "HTML" } else { "Markdown" }, at, sign.len());
        }
    }
    for sign in ["# ", "## ", "- ", "* "] {
        if text.starts_with(sign) || text.contains(&format!("\n{sign}")) {
            return found("Markdown", text.find(sign).unwrap_or_default(), sign.len());
        }
    }
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let is_tag = rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some(close) = rest.find('>').filter(|_| is_tag) {
            return found("HTML", at, close + 2);
        }
    }
    None
}

fn trim(token: &str) -> &str {
    token
        .trim_start_matches(['(', '[', '”', '“', '"', '\'', '»', '«'])
        .trim_end_matches([')', ']', '”', '“', '"', '\'', '»', '«', ',', ';', ':', '.', '!', '?', '…'])
}

fn command<'a>(token: &'a str, next: &str) -> Option<&'a str> {
    let is_word = |text: &str| text.len() > 1 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let with_next = WITH_SUBCOMMAND.iter().any(|(program, subs)| *program == token && subs.contains(&next));
    let cmdlet = token.split_once('-').is_some_and(|(verb, noun)| {
        ["Get", "Set", "Test", "Resolve", "Invoke", "New", "Restart"].contains(&verb) && is_pascal(noun)
    });
    (PROGRAMS.contains(&token) || with_next || cmdlet || (token == "az" && is_word(next))).then_some(token)
}

/// What one token is, if it is no word.
fn classify(token: &str) -> Option<Foreign<'_>> {
    let foreign = |what| Some(Foreign { what, part: token, remedy: LITERAL });
    if token.contains("://") {
        return Some(Foreign { what: "an address", part: token, remedy: "make it a link in content/guide/links.toml" });
    }
    if is_option(token) {
        return foreign("an option");
    }
    if token.split('/').any(is_ip_address) {
        return foreign("an address");
    }
    if token.split(['/', ':']).any(is_host) {
        return foreign("a host name");
    }
    if is_path(token) {
        return foreign("a path");
    }
    if token.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && FILE_ENDINGS.contains(&ending)) {
        return foreign("a file name");
    }
    let inner = token.char_indices().any(|(at, c)| c == '=' && at > 0 && at + 1 < token.len());
    if inner || token.strip_prefix('$').is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())) {
        return foreign("a setting");
    }
    if token.split(['/', '-', '.']).any(is_property) {
        return foreign("a property name");
    }
    None
}

fn is_option(token: &str) -> bool {
    let letter = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    token.strip_prefix("--").is_some_and(letter) || (token.len() == 2 && token.strip_prefix('-').is_some_and(letter))
}

fn is_ip_address(text: &str) -> bool {
    let four = text.split(':').next().unwrap_or_default();
    let number = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    let is_4 = four.split('.').count() == 4 && four.split('.').all(number);
    let is_6 = text.contains("::") && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b':');
    is_4 || is_6
}

fn is_host(text: &str) -> bool {
    let text = text.trim_start_matches("*.").trim_start_matches('.');
    let label = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    text.rsplit_once('.').is_some_and(|(name, last)| TOP_LEVEL_DOMAINS.contains(&last) && name.split('.').all(label))
}

fn is_path(token: &str) -> bool {
    let rooted = token.strip_prefix('/').or_else(|| token.strip_prefix("~/")).or_else(|| token.strip_prefix("./"));
    rooted.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '.'))
        || token.get(1..3) == Some(":\\")
}

/// `networkRuleBypassOptions`, `HTTPS_PROXY`, `ContainerRegistryLoginEvents`.
fn is_property(text: &str) -> bool {
    let joined = text.char_indices().any(|(at, c)| c == '_' && at > 0 && at + 1 < text.len());
    let is_ascii = text.bytes().all(|b| b.is_ascii_alphanumeric());
    let starts_low = text.starts_with(|c: char| c.is_ascii_lowercase());
    let camel =
        is_ascii && starts_low && text.len() > 3 && text.bytes().any(|b| b.is_ascii_uppercase()) && is_mixed(text);
    let pascal = is_pascal(text) && text.bytes().filter(u8::is_ascii_uppercase).count() >= 3;
    !ORDINARY.contains(&text) && (joined || camel || pascal)
}

/// Lower-case letters come after the inner capital: `publicNetworkAccess`, and not the plural in `VMs`.
fn is_mixed(text: &str) -> bool {
    text.find(|c: char| c.is_ascii_uppercase())
        .is_some_and(|at| text[at..].bytes().filter(u8::is_ascii_lowercase).count() >= 2)
}

/// Words of two letters or more, each with a capital, without anything between.
fn is_pascal(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes
            .iter()
            .enumerate()
            .all(|(at, b)| !b.is_ascii_uppercase() || bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_words_is_named_for_what_it_is() {
        let cases = [
            ("kör az acr login först", "a command", "az"),
            ("kör docker pull igen", "a command", "docker"),
            ("fråga med nslookup.", "a command", "nslookup"),
            ("Kör Resolve-DnsName i stället", "a command", "Resolve-DnsName"),
            ("lägg till --vnet sist", "an option", "--vnet"),
            ("lägg till -y sist", "an option", "-y"),
            ("öppna https://portal", "an address", "https://portal"),
            ("till 168.63.129.16.", "an address", "168.63.129.16"),
            ("nätet 10.0.0.0/8", "an address", "10.0.0.0/8"),
            ("adressen fd00::1", "an address", "fd00::1"),
            ("mot contoso.azurecr.io", "a host name", "contoso.azurecr.io"),
            ("tillåt *.blob.core.windows.net.", "a host name", "*.blob.core.windows.net"),
            ("filen /etc/hosts", "a path", "/etc/hosts"),
            ("filen C:\\ProgramData", "a path", "C:\\ProgramData"),
            ("filen daemon.json", "a file name", "daemon.json"),
            ("sätt $HOME", "a setting", "$HOME"),
            ("sätt enabled=true", "a setting", "enabled=true"),
            ("sätt networkRuleBypassOptions", "a property name", "networkRuleBypassOptions"),
            ("sätt HTTPS_PROXY", "a property name", "HTTPS_PROXY"),
            ("tabellen ContainerRegistryLoginEvents", "a property name", "ContainerRegistryLoginEvents"),
            ("skriv `så`", "Markdown", "`"),
            ("skriv **så**", "Markdown", "**"),
            ("- en punkt", "Markdown", "- "),
            ("skriv <b>så</b>", "HTML", "<b>"),
            ("hårt&nbsp;blanksteg", "HTML", "&nbsp;"),
        ];
        for (text, what, part) in cases {
            let found: Vec<_> = find(text).into_iter().map(|foreign| (foreign.what, foreign.part)).collect();
            assert!(found.contains(&(what, part)), "{text}: {found:?}");
        }
    }

    #[test]
    fn ordinary_sentences_are_left_alone() {
        let cases = [
            "Docker pratar med GitHub, PowerShell, OpenShift, ExpressRoute, ASP.NET, .NET och macOS.",
            "In- och utgående trafik, och/eller dataslutpunkter och -zoner – t.ex. 3–5 s.",
            "Det gör dig till den som vet. Fråga Docker. Pull sedan igen.",
            "Azure DevOps, App Service, Container Apps, Microsoft Entra ID, IPv6, TLS 1.2, HTTP/2, 50 % > 3 < 5.",
            "Log in, then pull again: two VMs, several URLs, APIs and IDs; 24/7; a subnet of /27; version 2.10.1.",
            "Nätverkssäkerhetsgrupper (NSG:er) och DNS-namn: port 443, 80 eller 8080.",
            "Vänta i 5 minuter... Fungerar det?",
            "WebAssembly i JavaScript på LinkedIn",
        ];
        for text in cases {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
