//! Where a failure happened: the nearest host and path before it in the text.

use super::pattern::host_byte;
use crate::observation::{Fact, HostKind};

/// How far back to look, in bytes of plain text.
const BACK: usize = 500;
/// How many line ends to cross.
const LINES: usize = 5;

/// The place of a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Site {
    /// The host.
    pub host: String,
    /// What kind of host it was.
    pub kind: HostKind,
    /// The step, told by the path of the address, if there was one.
    pub step: Option<Fact>,
}

impl Site {
    /// The nearest address or known host: within the failure's own text, before `at` on its line, on the rest of its line, on the lines
    /// before.
    pub fn near(text: &[u8], at: usize, end: usize) -> Option<Self> {
        let mut lines = 0;
        let mut from = at.saturating_sub(BACK);
        for here in (from..at).rev() {
            if text[here] == b'\n' {
                lines += 1;
                if lines > LINES {
                    from = here + 1;
                    break;
                }
            }
        }
        let begin = text[from..at].iter().rposition(|byte| *byte == b'\n').map_or(from, |end| from + end + 1);
        let stop = text.len().min(end + 200);
        let rest = text[end.min(stop)..stop].split(|byte| *byte == b'\n').next().unwrap_or_default();
        let tokens = |part: &'_ [u8]| part.split(|byte| separates(*byte)).rev().find_map(Self::of_token);
        // An address on the same line is nearer than one on a line before, even where it follows.
        tokens(&text[at..end])
            .or_else(|| tokens(&text[begin..at]))
            .or_else(|| rest.split(|byte| separates(*byte)).find_map(Self::of_token))
            // A log speaks of many services; what failed on a line of its own is not theirs.
            .or_else(|| tokens(&text[from..begin]).filter(|site| site.kind != HostKind::OtherService))
    }

    /// The place of a host that the failure names itself.
    pub fn of_host(host: &[u8]) -> Option<Self> {
        let host = std::str::from_utf8(host).ok()?;
        let kind = HostKind::of(host);
        (kind != HostKind::Unknown).then(|| Self { host: host.to_owned(), kind, step: None })
    }

    /// The place of an image: the registry in front of its name; without one it is Docker Hub's, for every program that prints so.
    pub fn of_image(reference: &[u8]) -> Option<Self> {
        let is_host = |front: &[u8]| front.contains(&b'.') || front.contains(&b':') || front == b"localhost";
        let front = reference.split(|byte| *byte == b'/').next().unwrap_or_default();
        if front.len() < reference.len() && is_host(front) {
            return Self::of_host(front.split(|byte| *byte == b':').next().unwrap_or_default());
        }
        // What was masked may have named a registry.
        let is_plain = reference.iter().all(|byte| byte.is_ascii_alphanumeric() || b"._-/:@".contains(byte));
        (is_plain && !reference.is_empty()).then(|| Self {
            host: "docker.io".to_owned(),
            kind: HostKind::OtherRegistry,
            step: None,
        })
    }

    /// Whether it is a place that is neither the registry's nor on the way to it.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self.kind, HostKind::OtherRegistry | HostKind::OtherService)
    }

    /// Whether it is the registry's own.
    pub fn is_the_registrys(&self) -> bool {
        matches!(self.kind, HostKind::LoginServer | HostKind::DataEndpoint | HostKind::Blob)
    }

    fn of_token(token: &[u8]) -> Option<Self> {
        if !token.contains(&b'.') {
            return None;
        }
        let token = std::str::from_utf8(token).ok()?;
        let (is_address, rest) = match token.find("://") {
            Some(scheme) => (true, &token[scheme + 3..]),
            None => (false, token),
        };
        let host_end = rest.bytes().position(|byte| !host_byte(&byte)).unwrap_or(rest.len());
        let kind = HostKind::of(&rest[..host_end]);
        if kind == HostKind::Unknown {
            return None;
        }
        let path = &rest[host_end..];
        // What follows a `#` is never sent: a link for readers, as in a log copied from a page.
        if path.contains('#') {
            return None;
        }
        let step = if !is_address {
            None
        } else if path.contains("/oauth2/") {
            Some(Fact::AtToken)
        } else if path.contains("/manifests/") {
            Some(Fact::AtManifest)
        } else if path.contains("/blobs/uploads") {
            Some(Fact::AtPush)
        } else if path.contains("/blobs/") {
            Some(Fact::AtLayers)
        } else {
            None
        };
        Some(Self { host: rest[..host_end].to_owned(), kind, step })
    }

    /// What the place itself shows.
    pub fn facts(&self) -> impl Iterator<Item = Fact> {
        let host: &[Fact] = match self.kind {
            HostKind::LoginServer => &[Fact::AtLoginServer],
            HostKind::DataEndpoint => &[Fact::AtDataEndpoint, Fact::AtLayers],
            HostKind::Blob => &[Fact::AtBlob, Fact::AtLayers],
            HostKind::SignIn => &[Fact::AtSignIn],
            HostKind::Management => &[Fact::AtManagement],
            HostKind::Mcr => &[Fact::AtMcr],
            HostKind::OtherRegistry => &[Fact::AtOtherRegistry],
            HostKind::OtherService => &[Fact::AtOtherService],
            HostKind::Own | HostKind::Unknown => &[],
        };
        host.iter().copied().chain(self.step)
    }
}

fn separates(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\'' | b',' | b';' | b'(' | b')' | b'[' | b']' | b'|')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str, failure: &str) -> Vec<Fact> {
        let at = text.find(failure).expect("the failure stands in the text");
        Site::near(text.as_bytes(), at, at + failure.len()).map(|site| site.facts().collect()).unwrap_or_default()
    }

    #[test]
    fn an_image_without_a_registry_is_docker_hubs() {
        let kind = |reference: &str| Site::of_image(reference.as_bytes()).map(|site| site.kind);
        assert_eq!(kind("alpine:3"), Some(HostKind::OtherRegistry));
        assert_eq!(kind("contoso/app"), Some(HostKind::OtherRegistry));
        assert_eq!(kind("contoso.azurecr.io/app:1"), Some(HostKind::LoginServer));
        assert_eq!(kind("ghcr.io/contoso/app"), Some(HostKind::OtherRegistry));
        assert_eq!(kind("registry.corp.example:5000/app"), None);
        assert_eq!(kind("<image>"), None);
        assert_eq!(kind("***/app:1"), None);
    }

    #[test]
    fn the_nearest_address_before_a_failure_is_its_place() {
        let text = "failed to pull image 'a.azurecr.io/x:1': get 'https://weu1.blob.core.windows.net/c?sig=x': eof";
        assert_eq!(facts(text, ": eof"), [Fact::AtBlob, Fact::AtLayers]);
        let text = "get https://a.azurecr.io/oauth2/token?scope=x: 401";
        assert_eq!(facts(text, ": 401"), [Fact::AtLoginServer, Fact::AtToken]);
        assert_eq!(facts("eof from registry-1.docker.io", "eof"), [Fact::AtOtherRegistry]);
        let text = "az acr login a.azurecr.io\nunable to connect: dial tcp: lookup x.hcp.westeurope.azmk8s.io";
        assert_eq!(facts(text, "unable to connect"), [Fact::AtOtherService]);
        assert_eq!(facts("refers to repository [docker.io/a/b]\ndenied", "denied"), [Fact::AtOtherRegistry]);
        assert_eq!(facts("warning: redirecting to https://github.com/a/b\n403 forbidden", "403"), []);
        assert_eq!(facts("[65](https://github.com/a/b/runs/1#step:12:70): eof", ": eof"), []);
        assert_eq!(facts("nothing here: eof", ": eof"), []);
    }
}
