//! What is wrong with a text whatever its suffix: scheme, user, address, letters, port.

use super::split::{Parts, split};
use super::{NameError, NameErrorId, host};
use crate::reach::Registry;

/// Refuses what is wrong with a text whatever its suffix. `again` reads a better text.
pub(super) fn check_shape(
    parts: &Parts<'_>,
    again: &dyn Fn(&str) -> Result<Registry, NameError>,
) -> Result<(), NameError> {
    // One scheme in front is a slip, a row of them is noise, and reading it would go as deep as the row is long.
    let is_one = split(parts.from_host).scheme.is_none();
    let from_host = || if is_one { again(parts.from_host).ok().map(|registry| registry.reference()) } else { None };
    let is = |scheme: &str, known: &str| scheme.eq_ignore_ascii_case(known);
    // `https://` alone has lost its punctuation by now.
    if parts.host.is_empty() || is(parts.host, "https") || is(parts.host, "http") {
        return Err(NameError::new(NameErrorId::Empty));
    }
    match parts.scheme {
        Some(scheme) if is(scheme, "http") => return Err(NameError::suggesting(NameErrorId::Http, from_host())),
        Some(scheme) if !["https", "docker", "oci"].iter().any(|known| is(scheme, known)) => {
            return Err(NameError::suggesting(NameErrorId::OtherScheme, from_host()));
        }
        _ => {}
    }
    if parts.has_user_info {
        return Err(NameError::suggesting(NameErrorId::UserInfo, from_host()));
    }
    if host::is_ip_address(parts.host) {
        return Err(NameError::new(NameErrorId::IpAddress));
    }
    let mut better = parts.host.to_ascii_lowercase();
    host::check(&better).map_err(NameError::new)?;
    if better == parts.host {
        return Ok(());
    }
    // Capitals are worth a word only where nothing else is wrong.
    better.push_str(parts.from_host.get(parts.host.len()..).unwrap_or_default());
    let suggestion = again(&better)?.reference();
    Err(NameError::suggesting(NameErrorId::UpperCase, Some(suggestion)))
}

/// The port, where it is another than the usual one of HTTPS.
pub(super) fn read_port(
    parts: &Parts<'_>,
    again: &dyn Fn(&str) -> Result<Registry, NameError>,
) -> Result<Option<u16>, NameError> {
    let Some(port) = parts.port.filter(|port| !port.is_empty()) else { return Ok(None) };
    let number = if port.bytes().all(|b| b.is_ascii_digit()) { port.parse::<u16>().unwrap_or(0) } else { 0 };
    match number {
        0 => {
            let without = again(parts.host).ok().map(|registry| registry.reference());
            Err(NameError::suggesting(NameErrorId::Port, without))
        }
        443 => Ok(None),
        other => Ok(Some(other)),
    }
}
