//! The verdicts of a check, as a closed set with words of its own.

use std::fmt;

/// The fields of a verdict's words: its name, what was done, what was seen, what that means, what it does *not* mean, and the next
/// thing to do.
pub const FIELDS: [&str; 6] = ["title", "done", "seen", "means", "not", "next"];

macro_rules! verdicts {
    ($($(#[$doc:meta])+ $name:ident => $id:literal,)+) => {
        /// A verdict. Words: `verdict.<id>` with the fields of [`FIELDS`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum VerdictId { $($(#[$doc])+ $name,)+ }

        impl VerdictId {
            /// Every verdict.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in `content/` and in word keys.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

verdicts! {
    /// The check has not been run, or not far enough.
    NotRun => "not-run",
    /// The reader cancelled before enough was known.
    Cancelled => "cancelled",
    /// The page's own server did not answer, nor did the registry: nothing was tested.
    PageCutOff => "page-cut-off",
    /// The registry's name was answered, but the page's own server was not there to judge by.
    AnsweredUntested => "answered-untested",
    /// The page's own content policy forbade the request.
    PolicyBlocked => "policy-blocked",
    /// The browser answered by itself: an extension, or something like it.
    AnsweredInBrowser => "answered-in-browser",
    /// A readable 401: the registry asks for sign-in.
    AsksForSignIn => "asks-for-sign-in",
    /// A readable 403: this client is refused.
    Refused => "refused",
    /// A readable success without sign-in.
    OpenAnswer => "open-answer",
    /// Another readable status.
    UnexpectedAnswer => "unexpected-answer",
    /// Something answered; what, a page cannot see.
    Answered => "answered",
    /// Something answered, late.
    AnsweredSlowly => "answered-slowly",
    /// Something answered for the registry, while the public control failed.
    AnsweredAlone => "answered-alone",
    /// Answered at times, at times not.
    Wavers => "wavers",
    /// The browser gave up at once, while the control answered.
    GaveUpAtOnce => "gave-up-at-once",
    /// The browser gave up after a while, while the control answered.
    GaveUpLate => "gave-up-late",
    /// Nothing came before the cut-off, while the control answered.
    NoAnswer => "no-answer",
    /// No answer, now by giving up and now by waiting, while the control answered.
    FailsUnevenly => "fails-unevenly",
    /// Neither the registry nor the control answered.
    NothingOutside => "nothing-outside",
    /// The registry did not answer, and there is no control to compare with.
    Uncompared => "uncompared",
}

impl fmt::Display for VerdictId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
