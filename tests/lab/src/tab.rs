//! What a reader sees who opens an address in a tab of its own.

use crate::scenario::Browser;
use serde::{Deserialize, Serialize};

/// What a tab shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sight {
    /// The registry's own `UNAUTHORIZED`.
    Unauthorized,
    /// The registry's own `DENIED`.
    Denied,
    /// The browser's error page with this code: `ERR_NAME_NOT_RESOLVED`, `dnsNotFound`.
    Code(String),
    /// The browser warns of the certificate.
    CertificateWarning(String),
    /// Some other page, by the beginning of its text.
    Page(String),
    /// It keeps loading.
    KeepsLoading,
    /// The browser asks for a user name and a password.
    LoginBox,
    /// It stays empty.
    Empty,
}

impl Sight {
    /// The choice of the page's list that a reader would pick for it.
    pub fn as_offered(&self, browser: Browser) -> &'static str {
        match (self, browser) {
            (Self::Unauthorized, _) => "unauthorized",
            (Self::Denied, _) => "denied",
            (Self::Page(_), _) => "other-page",
            (Self::LoginBox, _) => "login-box",
            (Self::Empty, _) => "other-error",
            // Who waits long enough sees the browser say so: after half a minute, or two.
            (Self::KeepsLoading, Browser::Chromium) => "connection-timed-out",
            (Self::KeepsLoading, Browser::Firefox) => "took-too-long",
            (Self::CertificateWarning(_), Browser::Firefox) => "certificate-warning",
            (Self::CertificateWarning(code), Browser::Chromium) => match code.as_str() {
                "ERR_CERT_COMMON_NAME_INVALID" => "certificate-name",
                "ERR_CERT_DATE_INVALID" => "certificate-date",
                _ => "certificate-authority",
            },
            (Self::Code(code), Browser::Chromium) => match code.as_str() {
                "ERR_NAME_NOT_RESOLVED" => "name-not-resolved",
                "ERR_CONNECTION_REFUSED" => "connection-refused",
                "ERR_CONNECTION_TIMED_OUT" | "ERR_TIMED_OUT" => "connection-timed-out",
                "ERR_CONNECTION_RESET" | "ERR_CONNECTION_CLOSED" | "ERR_EMPTY_RESPONSE" => "connection-cut",
                "ERR_TUNNEL_CONNECTION_FAILED" => "tunnel-failed",
                "ERR_BLOCKED_BY_CLIENT" | "ERR_BLOCKED_BY_ADMINISTRATOR" => "blocked-by-client",
                code if code.starts_with("ERR_PROXY") => "proxy-failed",
                code if code.starts_with("ERR_SSL") => "ssl-error",
                _ => "other-error",
            },
            (Self::Code(code), Browser::Firefox) => match code.as_str() {
                "dnsNotFound" => "server-not-found",
                "connectionFailure" => "cannot-connect",
                "netTimeout" => "took-too-long",
                "nssFailure2" => "not-secure",
                "proxyConnectFailure" | "proxyResolveFailure" => "proxy-refuses",
                _ => "other-error",
            },
        }
    }

    /// From the text of a page in Chromium, and what the driver said.
    pub fn of_chromium(text: &str, said: &str) -> Self {
        let code = |from: &str| {
            let at = from.find("ERR_")?;
            let code: String =
                from[at..].chars().take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || *c == '_').collect();
            Some(code)
        };
        match (of_registry(text), code(text).or_else(|| code(said))) {
            (Some(sight), _) => sight,
            (None, Some(code)) if code.starts_with("ERR_CERT") => Self::CertificateWarning(code),
            (None, Some(code)) => Self::Code(code),
            (None, None) if said.contains("timeout") => Self::KeepsLoading,
            (None, None) => Self::Page(beginning(text)),
        }
    }

    /// From the text of a page in Firefox, and what the browser said: the address of its error page names the error.
    pub fn of_firefox(text: &str, said: &str) -> Self {
        let parameter = |name: &str| {
            let (_, rest) = said.split_once(name)?;
            Some(rest.split(['&', ' ']).next().unwrap_or_default().to_owned())
        };
        if said.contains("about:certerror") || said.starts_with("insecure certificate") {
            return Self::CertificateWarning(parameter("e=").unwrap_or_default());
        }
        if said.contains("about:neterror") {
            return Self::Code(parameter("e=").unwrap_or_default());
        }
        match of_registry(text) {
            Some(sight) => sight,
            None if said.to_lowercase().contains("timeout") => Self::KeepsLoading,
            None => Self::Page(beginning(text)),
        }
    }
}

fn of_registry(text: &str) -> Option<Sight> {
    match (text.contains("UNAUTHORIZED"), text.contains("DENIED") && text.contains("client with IP")) {
        (_, true) => Some(Sight::Denied),
        (true, false) => Some(Sight::Unauthorized),
        (false, false) => None,
    }
}

fn beginning(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::Sight;

    #[test]
    fn what_the_registry_says_is_read_from_either_browser() {
        let denied = r#"{"errors":[{"code":"DENIED","message":"client with IP '81.2.1.2' is not allowed access."}]}"#;
        assert_eq!(Sight::of_chromium(denied, ""), Sight::Denied);
        assert_eq!(Sight::of_firefox(denied, ""), Sight::Denied);
        assert_eq!(Sight::of_chromium(r#"{"errors":[{"code":"UNAUTHORIZED"}]}"#, ""), Sight::Unauthorized);
    }

    #[test]
    fn error_pages_are_named_by_their_codes() {
        let text = "This site can't be reached\nERR_NAME_NOT_RESOLVED";
        assert_eq!(Sight::of_chromium(text, "net::ERR_NAME_NOT_RESOLVED"), Sight::Code("ERR_NAME_NOT_RESOLVED".into()));
        let said = "unknown error: Reached error page: about:neterror?e=dnsNotFound&u=https%3A//x.azurecr.io";
        assert_eq!(Sight::of_firefox("", said), Sight::Code("dnsNotFound".into()));
        let text = "Your connection is not private\nnet::ERR_CERT_AUTHORITY_INVALID";
        assert_eq!(Sight::of_chromium(text, ""), Sight::CertificateWarning("ERR_CERT_AUTHORITY_INVALID".into()));
    }
}
