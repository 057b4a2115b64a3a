//! What a host name may look like.

use super::NameErrorId;

/// Whether it is an address, not a name: version 6, or nothing but digits and dots.
pub(super) fn is_ip_address(host: &str) -> bool {
    let v6 = host.starts_with('[') || host.bytes().filter(|b| *b == b':').count() > 1;
    v6 || host.contains('.') && host.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// Checks a name in lower case by the rules of host names.
///
/// # Errors
/// Says which rule is broken.
pub(super) fn check(host: &str) -> Result<(), NameErrorId> {
    if !host.is_ascii() {
        return Err(NameErrorId::ForeignLetters);
    }
    if !host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-')) {
        return Err(NameErrorId::Character);
    }
    let label =
        |label: &str| !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-');
    if host.len() > 253 || !host.split('.').all(label) {
        return Err(NameErrorId::Malformed);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_names() {
        for address in ["10.0.0.4", "[::1]", "fe80::1", "[fe80::1", "1.2"] {
            assert!(is_ip_address(address), "{address}");
        }
        for name in ["12345", "10.example.com", "contosoprod.azurecr.io"] {
            assert!(!is_ip_address(name), "{name}");
        }
    }

    #[test]
    fn every_broken_rule_is_named() {
        assert_eq!(check("contoso_prod"), Err(NameErrorId::Character));
        assert_eq!(check("a..b"), Err(NameErrorId::Malformed));
        assert_eq!(check("-a.b"), Err(NameErrorId::Malformed));
        assert_eq!(check(&"a".repeat(64)), Err(NameErrorId::Malformed));
        assert_eq!(check("åre.se"), Err(NameErrorId::ForeignLetters));
        assert_eq!(check("a-b.c0"), Ok(()));
    }
}
