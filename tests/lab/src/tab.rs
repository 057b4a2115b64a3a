//! What a reader sees who opens an address in a tab of its own.

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
}

impl Sight {
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
