//! The means by which a probe asks. Each sees something else of one and the same path.

/// The means by which a probe asks. None of the helpers (all but the first two) is promised by a standard: each is used only
/// after it has behaved as expected on the controls of the same check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// `fetch` that wants to read the answer: succeeds only where the server lets pages of other origins read it.
    Cors,
    /// `fetch` in the mode `no-cors`: succeeds for any answer, and lets nothing of it be read. May make the browser ask
    /// about the local network.
    Opaque,
    /// As [`Signal::Opaque`] with `targetAddressSpace: 'public'`: succeeds only over a direct connection to a public
    /// address. Never makes the browser ask.
    PublicSpace,
    /// The same for `'local'`: only over a direct connection to a private or carrier-grade address. May make the browser ask.
    LocalSpace,
    /// The same for `'loopback'`: only to the machine itself. Makes the browser ask only where that is so.
    LoopbackSpace,
    /// `EventSource` in the page: tells "answered, and withheld from the page" from "no transport".
    Events,
    /// [`Signal::Opaque`] in a sandboxed frame of opaque origin, which has no right to private addresses. Never makes the
    /// browser ask.
    FrameOpaque,
    /// [`Signal::Events`] in that frame. Never makes the browser ask.
    FrameEvents,
    /// `<link rel="prefetch">`: tells a success (2xx) from an error status.
    Prefetch,
}

/// When a signal may be sent to a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// At once: it cannot make the browser ask anything.
    Silent,
    /// When the silent ones do not say that the browser withholds the answer, or the permission is granted, or the reader has
    /// pressed the button after the explanation.
    Plain,
    /// When the plain request was answered: they tell how.
    After,
}

impl Signal {
    /// Every signal, in the order in which they are sent to one host.
    pub const ALL: [Self; 9] = [
        Self::PublicSpace,
        Self::FrameOpaque,
        Self::FrameEvents,
        Self::Opaque,
        Self::Prefetch,
        Self::Events,
        Self::Cors,
        Self::LocalSpace,
        Self::LoopbackSpace,
    ];

    /// A stable name, for keys of words, for the script that sends it and for stored observations.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cors => "cors",
            Self::Opaque => "opaque",
            Self::PublicSpace => "public-space",
            Self::LocalSpace => "local-space",
            Self::LoopbackSpace => "loopback-space",
            Self::Events => "events",
            Self::FrameOpaque => "frame-opaque",
            Self::FrameEvents => "frame-events",
            Self::Prefetch => "prefetch",
        }
    }

    /// When it may be sent.
    pub fn stage(self) -> Stage {
        match self {
            Self::PublicSpace | Self::FrameOpaque | Self::FrameEvents => Stage::Silent,
            Self::Opaque | Self::Prefetch | Self::Events | Self::Cors => Stage::Plain,
            Self::LocalSpace | Self::LoopbackSpace => Stage::After,
        }
    }
}
