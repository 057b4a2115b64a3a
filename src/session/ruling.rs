//! What the reader says of a cause.

/// What the reader says of a cause. Saying nothing is always allowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ruling {
    /// Nothing yet, or does not know.
    #[default]
    Open,
    /// The test of the cause came out for it.
    Fits,
    /// The test of the cause came out against it.
    Out,
}

impl Ruling {
    /// Its name in attributes and stored sessions.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Fits => "fits",
            Self::Out => "out",
        }
    }

    /// The ruling of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Open, Self::Fits, Self::Out].into_iter().find(|ruling| ruling.as_str() == name)
    }
}
