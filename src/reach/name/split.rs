//! Scheme, host, port and the rest.

use super::tidy::tidy;

/// The parts of an address or an image reference, none of them checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// What stands before `://`.
    pub(super) scheme: Option<&'a str>,
    /// Whether a user name or password stood before the host. It is not kept.
    pub(super) has_user_info: bool,
    /// Everything from the host on.
    pub(super) from_host: &'a str,
    /// The host, without a last dot.
    pub(super) host: &'a str,
    /// What stands behind the colon.
    pub(super) port: Option<&'a str>,
    /// The path, without its leading slash and without query and fragment.
    pub(super) path: &'a str,
}

/// Takes an address or an image reference apart.
pub(super) fn split(text: &str) -> Parts<'_> {
    let (scheme, rest) = split_scheme(text);
    let (authority, path) = match rest.find(['/', '\\', '?', '#']) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    // Without query and fragment there is a new end, to be tidied like the first.
    let path = tidy(path.split(['?', '#']).next().unwrap_or(path));
    let (has_user_info, from_host, authority) = match authority.rfind('@') {
        Some(at) => (true, &rest[at + 1..], &authority[at + 1..]),
        None => (false, rest, authority),
    };
    // More colons than one: an address of version 6, which stays whole.
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) if !port.contains(':') => (host, Some(port)),
        _ => (authority, None),
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    Parts { scheme, has_user_info, from_host, host, port, path }
}

/// Also takes `https:/host` and `https:\\host`, which are slips of the hand.
fn split_scheme(text: &str) -> (Option<&str>, &str) {
    match text.split_once(':') {
        Some((scheme, rest))
            if rest.starts_with(['/', '\\'])
                && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-')) =>
        {
            (Some(scheme), rest.trim_start_matches(['/', '\\']))
        }
        _ => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let parts = split("https://user:secret@registry.example.com:5000/v2/app/tags/list?n=5#top");
        assert_eq!(
            parts,
            Parts {
                scheme: Some("https"),
                has_user_info: true,
                from_host: "registry.example.com:5000/v2/app/tags/list?n=5#top",
                host: "registry.example.com",
                port: Some("5000"),
                path: "v2/app/tags/list",
            }
        );
    }

    #[test]
    fn the_at_sign_of_a_digest_is_no_user() {
        let parts = split("contosoprod.azurecr.io./app@sha256:00");
        assert!(!parts.has_user_info);
        assert_eq!(parts.host, "contosoprod.azurecr.io");
        assert_eq!(parts.path, "app@sha256:00");
    }

    #[test]
    fn a_port_is_no_scheme() {
        assert_eq!(split("registry:5000/app").scheme, None);
        assert_eq!(split("https:/contosoprod.azurecr.io").host, "contosoprod.azurecr.io");
    }
}
