//! The script that is run where it fails, in the forms that fit different places.

use serde::{Deserialize, Serialize};

/// Where a form of the script is run. Words: `title`, `lead`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Variant {
    /// A terminal of Linux or macOS.
    Bash,
    /// Windows.
    PowerShell,
    /// A node of a cluster.
    Node,
    /// A pod of a cluster.
    Pod,
    /// A step of Azure Pipelines.
    AzurePipelines,
    /// A step of GitHub Actions.
    GithubActions,
}

impl Variant {
    /// Every form, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Bash, Self::PowerShell, Self::Node, Self::Pod, Self::AzurePipelines, Self::GithubActions];

    /// Its id in word keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::PowerShell => "powershell",
            Self::Node => "node",
            Self::Pod => "pod",
            Self::AzurePipelines => "azure-pipelines",
            Self::GithubActions => "github-actions",
        }
    }

    /// Its file in `content/collect/`.
    pub fn file(self) -> &'static str {
        match self {
            Self::Bash => "bash.sh",
            Self::PowerShell => "powershell.ps1",
            Self::Node => "node.txt",
            Self::Pod => "pod.txt",
            Self::AzurePipelines => "azure-pipelines.yml",
            Self::GithubActions => "github-actions.yml",
        }
    }
}

/// One form of the script, as readers copy it: with placeholders for their own names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Where it is run.
    pub variant: Variant,
    /// The text.
    pub text: String,
}
