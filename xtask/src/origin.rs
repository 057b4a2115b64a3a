//! Where the guide will be hosted, as far as a page must say it (canonical address, sitemap).

use std::fmt;
use std::str::FromStr;

/// Scheme and host, without a slash at the end: `https://docs.example.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let Some(host) = host.map(|host| host.trim_end_matches('/')) else {
            return Err(format!("{text} is no origin: write it with its scheme, as in https://docs.example.com"));
        };
        if host.contains('/') {
            return Err(format!("{text} has a path: give the host alone, and the path with --base-path"));
        }
        let odd = |c: char| !c.is_ascii_alphanumeric() && !"-.:[]".contains(c);
        if host.is_empty() || host.contains(odd) {
            return Err(format!(
                "{text} is no origin: after the scheme comes a host name, as in https://docs.example.com"
            ));
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        for (typed, meant) in [
            ("https://docs.example.com", "https://docs.example.com"),
            ("https://docs.example.com/", "https://docs.example.com"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            assert_eq!(typed.parse::<Origin>().map(|origin| origin.to_string()).as_deref(), Ok(meant));
        }
        for bad in [
            "docs.example.com",
            "https://",
            "https://docs.example.com/acr",
            "https://a b",
            "https://x\"><",
            "ftp://host",
        ] {
            assert!(bad.parse::<Origin>().is_err(), "{bad}");
        }
    }
}
