//! What the reader has seen in a tab: the browser shows people what it hides from pages.

use std::fmt;

/// Which address was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TabAddress {
    /// `/v2/` of the login server: does the path work?
    Path,
    /// The registry's token service: do its rules admit this client?
    Rules,
}

impl TabAddress {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Path, Self::Rules];

    /// A stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Rules => "rules",
        }
    }
}

/// Whose error pages the reader's browser shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TabFamily {
    /// Chrome, Edge and others built on Chromium: a code on every error page.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari.
    Safari,
}

impl TabFamily {
    /// Every family.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Safari];

    /// A stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Safari => "safari",
        }
    }

    /// What can be picked for an address, the most usual first.
    pub fn sights(self, address: TabAddress) -> impl Iterator<Item = Sight> {
        let shown: &'static [Sight] = match self {
            Self::Chromium => &[
                Sight::Unauthorized,
                Sight::Denied,
                Sight::Token,
                Sight::OtherPage,
                Sight::NameNotResolved,
                Sight::ConnectionRefused,
                Sight::ConnectionTimedOut,
                Sight::ConnectionCut,
                Sight::SslError,
                Sight::CertificateAuthority,
                Sight::CertificateName,
                Sight::CertificateDate,
                Sight::TunnelFailed,
                Sight::ProxyFailed,
                Sight::LoginBox,
                Sight::BlockedByClient,
                Sight::OtherError,
            ],
            Self::Firefox | Self::Safari => &[
                Sight::Unauthorized,
                Sight::Denied,
                Sight::Token,
                Sight::OtherPage,
                Sight::ServerNotFound,
                Sight::CannotConnect,
                Sight::TookTooLong,
                Sight::NotSecure,
                Sight::CertificateWarning,
                Sight::ProxyRefuses,
                Sight::LoginBox,
                Sight::OtherError,
            ],
        };
        shown.iter().copied().filter(move |sight| match sight {
            // `/v2/` gives no tokens.
            Sight::Token => address == TabAddress::Rules,
            // Safari has no page of its own for that.
            Sight::ProxyRefuses => self == Self::Firefox,
            _ => true,
        })
    }
}

macro_rules! sights {
    ($($(#[$doc:meta])+ $name:ident => $id:literal, $code:literal;)+) => {
        /// What a tab can show. Words: `tab.<id>.title`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Sight { $($(#[$doc])+ $name,)+ }

        impl Sight {
            /// Every sight.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in `content/`, in word keys and in ids of observations, and what stands there literally.
            fn named(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($id, $code),)+ }
            }
        }
    };
}

// Each with its name, and with what stands there literally where that is always the same.
sights! {
    /// The registry's own JSON with `UNAUTHORIZED`.
    Unauthorized => "unauthorized", "UNAUTHORIZED";
    /// The registry's own JSON with `DENIED` and a client address.
    Denied => "denied", "DENIED";
    /// JSON with a token.
    Token => "token", "access_token";
    /// A page that is not the registry's: a block page, a portal, a sign-in.
    OtherPage => "other-page", "";
    /// The browser asks for a user name and a password.
    LoginBox => "login-box", "";
    /// `ERR_NAME_NOT_RESOLVED`: also where DNS fails or is silent.
    NameNotResolved => "name-not-resolved", "ERR_NAME_NOT_RESOLVED";
    /// `ERR_CONNECTION_REFUSED`.
    ConnectionRefused => "connection-refused", "ERR_CONNECTION_REFUSED";
    /// `ERR_CONNECTION_TIMED_OUT`, `ERR_TIMED_OUT`.
    ConnectionTimedOut => "connection-timed-out", "ERR_CONNECTION_TIMED_OUT";
    /// `ERR_CONNECTION_RESET`, `ERR_CONNECTION_CLOSED`, `ERR_EMPTY_RESPONSE`.
    ConnectionCut => "connection-cut", "ERR_CONNECTION_RESET";
    /// `ERR_SSL_…`.
    SslError => "ssl-error", "ERR_SSL_PROTOCOL_ERROR";
    /// `ERR_CERT_AUTHORITY_INVALID`.
    CertificateAuthority => "certificate-authority", "ERR_CERT_AUTHORITY_INVALID";
    /// `ERR_CERT_COMMON_NAME_INVALID`.
    CertificateName => "certificate-name", "ERR_CERT_COMMON_NAME_INVALID";
    /// `ERR_CERT_DATE_INVALID`.
    CertificateDate => "certificate-date", "ERR_CERT_DATE_INVALID";
    /// `ERR_TUNNEL_CONNECTION_FAILED`: a proxy refused, or could not get on.
    TunnelFailed => "tunnel-failed", "ERR_TUNNEL_CONNECTION_FAILED";
    /// `ERR_PROXY_…`: a proxy that cannot be reached, or wants a sign-in of a kind that the browser lacks.
    ProxyFailed => "proxy-failed", "ERR_PROXY_CONNECTION_FAILED";
    /// `ERR_BLOCKED_BY_CLIENT`, `ERR_BLOCKED_BY_ADMINISTRATOR`: an extension or a policy.
    BlockedByClient => "blocked-by-client", "ERR_BLOCKED_BY_CLIENT";
    /// The page "server not found".
    ServerNotFound => "server-not-found", "";
    /// The page "unable to connect": refused, or a proxy that could not get on.
    CannotConnect => "cannot-connect", "";
    /// The page "took too long to respond".
    TookTooLong => "took-too-long", "";
    /// The page "secure connection failed", without a warning about a certificate.
    NotSecure => "not-secure", "";
    /// A warning about a certificate.
    CertificateWarning => "certificate-warning", "";
    /// The page "the proxy server is refusing connections".
    ProxyRefuses => "proxy-refuses", "";
    /// Another error.
    OtherError => "other-error", "";
}

impl Sight {
    /// Its name in `content/`, in word keys and in ids of observations.
    pub fn as_str(self) -> &'static str {
        self.named().0
    }

    /// What stands there literally, where the browser shows a code or the registry one of its own.
    pub fn code(self) -> Option<&'static str> {
        Some(self.named().1).filter(|code| !code.is_empty())
    }
}

/// What the reader has seen at one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabAnswer {
    /// Where.
    pub address: TabAddress,
    /// What.
    pub sight: Sight,
}

impl TabAnswer {
    /// Reads `path.unauthorized`.
    pub fn parse(address: &str, sight: &str) -> Option<Self> {
        let address = TabAddress::ALL.into_iter().find(|one| one.as_str() == address)?;
        let sight = Sight::ALL.iter().copied().find(|one| one.as_str() == sight)?;
        Some(Self { address, sight })
    }
}

impl fmt::Display for TabAnswer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.address.as_str())?;
        out.write_str(".")?;
        out.write_str(self.sight.as_str())
    }
}
