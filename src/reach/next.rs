//! What to do after a verdict.

use crate::knowledge::CommandId;

/// One thing to do after a verdict. The page turns it into a link, a button or a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Next {
    /// Open `/v2/` in a tab and say what it shows: decides what answers, or shows the code that pages never get.
    OpenPath,
    /// Open the token service in a tab: decides whether the registry's rules admit this client.
    OpenRules,
    /// Ask for `/v2/` where the pull fails: that machine may take another way than this browser.
    TestPathWhereItFails,
    /// Look the name up where the pull fails.
    LookUpWhereItFails,
    /// Run the check again.
    CheckAgain,
    /// Run the check in a private window, where extensions are off.
    CheckInPrivateWindow,
    /// Press the button that makes the browser ask about the local network, and answer it.
    AnswerTheBrowser,
    /// Allow the local network for this site in the browser's settings.
    AllowLocalNetwork,
    /// Open this page in a tab of its own, outside the frame.
    OpenPageAlone,
    /// Sign in to the proxy.
    SignInToProxy,
    /// Tell those who run this page: it blocked itself.
    ReportPage,
}

impl Next {
    /// Every next thing.
    pub const ALL: [Self; 11] = [
        Self::OpenPath,
        Self::OpenRules,
        Self::TestPathWhereItFails,
        Self::LookUpWhereItFails,
        Self::CheckAgain,
        Self::CheckInPrivateWindow,
        Self::AnswerTheBrowser,
        Self::AllowLocalNetwork,
        Self::OpenPageAlone,
        Self::SignInToProxy,
        Self::ReportPage,
    ];

    /// A stable name, for keys of words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OpenPath => "open-path",
            Self::OpenRules => "open-rules",
            Self::TestPathWhereItFails => "test-path-where-it-fails",
            Self::LookUpWhereItFails => "look-up-where-it-fails",
            Self::CheckAgain => "check-again",
            Self::CheckInPrivateWindow => "check-in-private-window",
            Self::AnswerTheBrowser => "answer-the-browser",
            Self::AllowLocalNetwork => "allow-local-network",
            Self::OpenPageAlone => "open-page-alone",
            Self::SignInToProxy => "sign-in-to-proxy",
            Self::ReportPage => "report-page",
        }
    }

    /// The command to run, where it is one.
    pub fn command(self) -> Option<CommandId> {
        match self {
            Self::TestPathWhereItFails => Some(CommandId::new("curl-v2")),
            Self::LookUpWhereItFails => Some(CommandId::new("nslookup-login")),
            Self::OpenPath
            | Self::OpenRules
            | Self::CheckAgain
            | Self::CheckInPrivateWindow
            | Self::AnswerTheBrowser
            | Self::AllowLocalNetwork
            | Self::OpenPageAlone
            | Self::SignInToProxy
            | Self::ReportPage => None,
        }
    }
}
