//! What the browser says of itself: rights, frame, network. Features that were detected, never the browser's name.

/// Whether the page may reach private addresses ("Local Network Access"), as the browser tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// It may.
    Granted,
    /// It may not: the reader, a policy, or three dismissals said so.
    Denied,
    /// The browser would ask.
    Prompt,
    /// The browser does not know this permission.
    Unsupported,
}

/// What the browser says of itself around the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Surroundings {
    /// The permission before the first plain request.
    pub before: Permission,
    /// The permission when the check ended, or now.
    pub after: Permission,
    /// Whether the page sits in another page's frame that passes on no right to private addresses.
    pub is_framed: bool,
    /// `navigator.onLine`. `false` is a hint, `true` says nothing.
    pub online: Option<bool>,
}

impl Default for Surroundings {
    /// A browser that tells nothing.
    fn default() -> Self {
        Self { before: Permission::Unsupported, after: Permission::Unsupported, is_framed: false, online: None }
    }
}

impl Surroundings {
    /// Whether the reader, or the browser in their place, said no during the check.
    pub fn was_denied(&self) -> bool {
        self.before == Permission::Prompt && self.after == Permission::Denied
    }
}
