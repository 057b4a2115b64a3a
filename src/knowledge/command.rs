//! A command: what to run, with the reader's own names filled in.

use super::CommandId;
use serde::{Deserialize, Serialize};

/// Where a command must be run to say anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Where the pull or push fails: that machine, node, agent or pod.
    #[default]
    WhereItFails,
    /// Anywhere with the Azure CLI signed in.
    Anywhere,
    /// On a machine inside the virtual network.
    InsideNetwork,
    /// A query in Log Analytics.
    LogAnalytics,
    /// A file to put in place.
    File,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 5] =
        [Self::WhereItFails, Self::Anywhere, Self::InsideNetwork, Self::LogAnalytics, Self::File];

    /// The place's name in `content/` and in word keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WhereItFails => "where-it-fails",
            Self::Anywhere => "anywhere",
            Self::InsideNetwork => "inside-network",
            Self::LogAnalytics => "log-analytics",
            Self::File => "file",
        }
    }

    /// Whether it is the place of commands that name none; the compiled form leaves it out too.
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What to run. Texts carry placeholders such as `{login-server}`: see `crate::words::Placeholder`.
///
/// Words: `title` (what it shows).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// Names it.
    pub id: CommandId,
    /// Where it must be run.
    #[serde(default, skip_serializing_if = "Place::is_default")]
    pub place: Place,
    /// The text for bash, and for every shell where `powershell` is absent.
    pub bash: String,
    /// The text for PowerShell, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub powershell: Option<String>,
}
