//! The values that the script writes, as facts.

use crate::observation::{AddressClass, Fact};

/// Of a tool that was told to use a proxy: what its complaint says of the proxy, where it never got further.
pub(super) fn of_proxy(said: &str) -> Option<Fact> {
    let has = |what: &str| said.contains(what);
    if has("tunnel") || has("from proxy") {
        None
    } else if has("(5)") || has("resolve") || has("name or service") || has("name resolution") {
        Some(Fact::ProxyNameUnknown)
    } else if has("connect") || has("refused") || has("unreachable") {
        Some(Fact::ProxyUnreachable)
    } else {
        None
    }
}

/// What the login server's status shows.
pub(super) fn status(code: u16, is_challenge: bool) -> Option<Fact> {
    Some(match code {
        200..=299 => Fact::HttpOk,
        401 if is_challenge => Fact::ChallengeSeen,
        401 => Fact::Unauthorized,
        403 => Fact::Forbidden,
        404 => Fact::NotFound,
        407 => Fact::ProxyWantsLogin,
        429 => Fact::Throttled,
        502 => Fact::GatewayError,
        503 => Fact::Unavailable,
        504 => Fact::GatewayTimeout,
        500.. => Fact::ServerError,
        _ => return None,
    })
}

/// What the address shows that the registry denied.
pub(super) fn client_class(client: &str) -> Option<Fact> {
    match AddressClass::of(client) {
        _ if client.contains(':') => Some(Fact::ClientIpIpv6),
        AddressClass::Private => Some(Fact::ClientIpPrivate),
        AddressClass::Public => Some(Fact::ClientIpPublic),
        _ => None,
    }
}

/// What a proxy's refusal shows.
pub(super) fn proxy_refusal(code: u16) -> Fact {
    match code {
        407 => Fact::ProxyWantsLogin,
        500.. => Fact::ProxyGatewayError,
        _ => Fact::ProxyRefuses,
    }
}

/// Why there is no address.
pub(super) fn name_failure(value: &str) -> Option<Fact> {
    Some(match value {
        "unknown" => Fact::NameUnknown,
        "empty" => Fact::NameWithoutAddress,
        "no-answer" => Fact::DnsTimeout,
        "failed" => Fact::DnsTemporary,
        _ => return None,
    })
}

/// Why there is no connection.
pub(super) fn tcp_failure(value: &str) -> Option<Fact> {
    Some(match value {
        "timeout" => Fact::TcpTimeout,
        "refused" => Fact::TcpRefused,
        "unreachable" => Fact::TcpUnreachable,
        "reset" => Fact::TcpReset,
        "failed" => Fact::ConnectFailed,
        _ => return None,
    })
}

/// Why TLS does not hold. A certificate of Azure's that a tool does not trust says only that the tool has no list of authorities, as
/// in small images.
pub(super) fn tls_failure(value: &str, is_of_azure: bool) -> Option<Fact> {
    // Numbers: what X.509 verification answers in OpenSSL (x509_vfy.h).
    Some(match value {
        "untrusted" | "18" | "19" | "20" | "21" if is_of_azure => return None,
        "untrusted" | "18" | "19" | "20" | "21" => Fact::TlsUnknownAuthority,
        "name" | "62" => Fact::TlsNameMismatch,
        "expired" | "10" => Fact::TlsExpired,
        "not-yet" | "9" => Fact::TlsNotYetValid,
        "failed" | "unknown" => Fact::TlsRefused,
        "timeout" => Fact::TlsTimeout,
        "reset" => Fact::TcpReset,
        _ => return None,
    })
}
