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
    /// Something answered straight from a public address.
    AnsweredDirectly => "answered-directly",
    /// The same, although public DNS shows a private endpoint: this browser goes past it.
    AnsweredPastPrivateLink => "answered-past-private-link",
    /// Something answered straight from a private or carrier-grade address.
    AnsweredPrivately => "answered-privately",
    /// Something on this very machine answered.
    AnsweredOnThisMachine => "answered-on-this-machine",
    /// Something answered through a proxy that the browser was told of, as the control did.
    AnsweredThroughProxy => "answered-through-proxy",
    /// Something answered through a proxy that the browser uses for this name and not for the control.
    AnsweredByProxyRule => "answered-by-proxy-rule",
    /// A success without sign-in, which no registry in Azure gives: something else answered.
    BlockPage => "block-page",
    /// Names that were made up are answered too.
    AnswersEveryName => "answers-every-name",
    /// An answer is there, and the browser has yet to ask the reader whether the page may have it.
    WithheldUnasked => "withheld-unasked",
    /// The browser's question to the reader has not been answered.
    WithheldWaiting => "withheld-waiting",
    /// An answer is there; reader or policy have forbidden the page to have it.
    WithheldDenied => "withheld-denied",
    /// The browser's question was closed without an answer.
    WithheldDismissed => "withheld-dismissed",
    /// The page sits in another page's frame that does not pass the right on.
    WithheldInFrame => "withheld-in-frame",
    /// An answer is there, and the browser keeps it from the page for another reason than the local network.
    WithheldOtherwise => "withheld-otherwise",
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
    /// The name does not exist in public DNS, and nothing answered.
    NameMissing => "name-missing",
    /// The browser gave up after something had been said on the connection.
    RefusedAfterContact => "refused-after-contact",
    /// The browser gave up at once, and public DNS shows a private endpoint.
    PrivateGaveUp => "private-gave-up",
    /// No answer came, and public DNS shows a private endpoint.
    PrivateSilent => "private-silent",
    /// Requests hang as they do where a proxy asks for sign-in.
    WantsProxySignIn => "wants-proxy-sign-in",
    /// Neither the registry nor the cloud's own registry answered, while another public host did.
    PartlyBlocked => "partly-blocked",
    /// No answer, and nothing public to compare with, while another host of the same registry answered.
    FailsAlone => "fails-alone",
    /// The browser says that it is offline, and nothing outside answered, the page's own server perhaps neither.
    Offline => "offline",
    /// Neither the registry nor the control answered.
    NothingOutside => "nothing-outside",
    /// The registry did not answer, and there is no control to compare with.
    Uncompared => "uncompared",
}

/// How a host stands by its verdict, for the path as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Nothing can be said.
    Unknown,
    /// It answers.
    Answers,
    /// Something answers in its place.
    Foreign,
    /// The browser withholds what it says.
    Withheld,
    /// It answers at times.
    Wavers,
    /// It does not answer.
    Fails,
}

impl VerdictId {
    /// How the host stands.
    pub fn standing(self) -> Standing {
        match self {
            Self::NotRun | Self::Cancelled | Self::PageCutOff | Self::AnsweredUntested | Self::PolicyBlocked => {
                Standing::Unknown
            }
            Self::AsksForSignIn
            | Self::Refused
            | Self::UnexpectedAnswer
            | Self::Answered
            | Self::AnsweredSlowly
            | Self::AnsweredAlone
            | Self::AnsweredDirectly
            | Self::AnsweredPastPrivateLink
            | Self::AnsweredPrivately
            | Self::AnsweredThroughProxy
            | Self::AnsweredByProxyRule
            | Self::OpenAnswer => Standing::Answers,
            Self::AnsweredInBrowser | Self::AnsweredOnThisMachine | Self::BlockPage | Self::AnswersEveryName => {
                Standing::Foreign
            }
            Self::WithheldUnasked
            | Self::WithheldWaiting
            | Self::WithheldDenied
            | Self::WithheldDismissed
            | Self::WithheldInFrame
            | Self::WithheldOtherwise => Standing::Withheld,
            Self::Wavers => Standing::Wavers,
            Self::GaveUpAtOnce
            | Self::GaveUpLate
            | Self::NoAnswer
            | Self::FailsUnevenly
            | Self::NameMissing
            | Self::RefusedAfterContact
            | Self::PrivateGaveUp
            | Self::PrivateSilent
            | Self::WantsProxySignIn
            | Self::PartlyBlocked
            | Self::FailsAlone
            | Self::Offline
            | Self::NothingOutside
            | Self::Uncompared => Standing::Fails,
        }
    }
}

impl fmt::Display for VerdictId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
