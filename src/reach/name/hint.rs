//! What a reader should know about how their input was read.

use std::fmt;

macro_rules! hints {
    ($($(#[$doc:meta])+ $name:ident => $id:literal,)+) => {
        /// What a reader should know about how their input was read. Words: `name.<id>` with `title` and `help`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NameHint { $($(#[$doc])+ $name,)+ }

        impl NameHint {
            /// Every hint.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in `content/` and in word keys.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

hints! {
    /// The name of a private DNS zone was given: clients use the login server, the certificate fits no other name.
    PrivateLinkName => "private-link-name",
    /// A data endpoint was given: the check asks its login server.
    DataEndpoint => "data-endpoint",
    /// A regional endpoint was given: its own host, with its own sign-in.
    RegionalEndpoint => "regional-endpoint",
    /// A short name was given: the suffix is a guess, and a label hash would be missing.
    SuffixAssumed => "suffix-assumed",
    /// What follows the dash does not look like the label hashes that have been seen.
    UnusualHash => "unusual-hash",
    /// The guide does not know that region.
    UnknownRegion => "unknown-region",
    /// What stands behind the host is no image reference and was left out.
    ImageUnread => "image-unread",
}

impl fmt::Display for NameHint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
