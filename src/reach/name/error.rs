//! Why an input is no registry, and what may have been meant.

use std::fmt;

macro_rules! errors {
    ($($(#[$doc:meta])+ $name:ident => $id:literal,)+) => {
        /// Why an input is no registry. Words: `name.<id>` with `title` and `help`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NameErrorId { $($(#[$doc])+ $name,)+ }

        impl NameErrorId {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in `content/` and in word keys.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

errors! {
    /// Nothing, or nothing but quotes and punctuation.
    Empty => "empty",
    /// Far longer than any registry's name.
    TooLong => "too-long",
    /// Characters that cannot be seen: pasted terminal output, most often.
    Invisible => "invisible",
    /// Several words, and no command that the guide knows.
    Spaces => "spaces",
    /// Letters outside a to z, perhaps look-alikes of other alphabets.
    ForeignLetters => "foreign-letters",
    /// `http://`: registries speak HTTPS only.
    Http => "http",
    /// A scheme that no registry has.
    OtherScheme => "other-scheme",
    /// A user name or password in front of the host.
    UserInfo => "user-info",
    /// An address instead of a name.
    IpAddress => "ip-address",
    /// Capital letters in the host.
    UpperCase => "upper-case",
    /// A character that no host name has.
    Character => "character",
    /// Dots or hyphens where none can stand, or a part that is too long.
    Malformed => "malformed",
    /// A port that registries in Azure do not have, or no port at all behind the colon.
    Port => "port",
    /// A short name with a hyphen.
    Dash => "dash",
    /// More than one hyphen in front of the suffix.
    ManyDashes => "many-dashes",
    /// A name that is shorter or longer than names of registries are.
    Length => "length",
    /// An image without a host: Docker takes it from Docker Hub.
    HostMissing => "host-missing",
    /// The suffix, or the name of a private DNS zone, without a registry in front.
    NameMissing => "name-missing",
    /// The suffix twice.
    SuffixDoubled => "suffix-doubled",
    /// Something in front of, or between, the parts of a registry's hosts.
    ExtraParts => "extra-parts",
    /// Almost a registry's suffix.
    LookAlike => "look-alike",
    /// A storage host.
    StorageHost => "storage-host",
    /// Docker Hub, GitHub, Quay, Microsoft's public registry and the like.
    OtherRegistry => "other-registry",
    /// Another suffix: perhaps a registry of the reader's own.
    UnknownSuffix => "unknown-suffix",
}

impl fmt::Display for NameErrorId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// Why an input is no registry, and what may have been meant. The input itself stays with the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError {
    id: NameErrorId,
    suggestion: Option<String>,
}

impl NameError {
    pub(super) fn new(id: NameErrorId) -> Self {
        Self { id, suggestion: None }
    }

    pub(super) fn suggesting(id: NameErrorId, suggestion: Option<String>) -> Self {
        Self { id, suggestion }
    }

    /// Why.
    pub fn id(&self) -> NameErrorId {
        self.id
    }

    /// What may have been meant. Always something that can be parsed.
    pub fn suggestion(&self) -> Option<String> {
        self.suggestion.clone()
    }

    /// Whether it may be a registry of the reader's own, to be read with [`super::parse_self_hosted`] once they have said so.
    pub fn may_be_self_hosted(&self) -> bool {
        matches!(self.id, NameErrorId::UnknownSuffix | NameErrorId::LookAlike)
    }
}

impl fmt::Display for NameError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a registry (")?;
        out.write_str(self.id.as_str())?;
        out.write_str(")")?;
        if let Some(suggestion) = &self.suggestion {
            out.write_str("; perhaps ")?;
            out.write_str(suggestion)?;
        }
        Ok(())
    }
}

impl std::error::Error for NameError {}
