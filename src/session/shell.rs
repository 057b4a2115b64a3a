//! The shell that commands are shown for.

/// The shell that commands are shown for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shell {
    /// bash, and every shell that reads the same.
    #[default]
    Bash,
    /// PowerShell.
    PowerShell,
}

impl Shell {
    /// Its own name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::PowerShell => "PowerShell",
        }
    }

    /// Its name in attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::PowerShell => "powershell",
        }
    }

    /// The shell of that name in an attribute.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Bash, Self::PowerShell].into_iter().find(|shell| shell.as_str() == name)
    }
}
