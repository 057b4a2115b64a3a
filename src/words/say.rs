//! The texts of reports, as a closed set. They are apart from those of the interface because only pages with a report load them.

macro_rules! say {
    ($($name:ident => $key:literal,)+) => {
        /// A text of reports.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the Swedish text in content/sv/reports.toml says what each one is")]
        pub enum Say { $($name,)+ }

        impl Say {
            /// Every text of reports.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its key, as in `content/sv/reports.toml` with `report.` before it.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => concat!("report.", $key),)+ }
            }
        }
    };
}

say! {
    Title => "head.title",
    Untitled => "head.untitled",
    Made => "head.made",
    Code => "head.code",
    Version => "head.version",
    Names => "head.names",
    NamesReplaced => "head.replaced",
    NamesShown => "head.shown",
    Verdict => "section.verdict",
    Others => "section.others",
    Actions => "section.actions",
    Seen => "section.seen",
    Tested => "section.tested",
    Untested => "section.untested",
    Path => "section.path",
    Browser => "section.browser",
    Fault => "label.fault",
    CheckedAt => "label.checked-at",
    Host => "label.host",
    Outcome => "label.outcome",
    Certainty => "label.certainty",
    Time => "label.time",
    SourcePasted => "source.pasted",
    SourceSaid => "source.said",
    SourceChecked => "source.checked",
    NothingSeen => "source.nothing",
    NoCheck => "untested.check",
    NoPaste => "untested.paste",
    NoRegions => "untested.regions",
    NoSignIn => "untested.sign-in",
    NotKnown => "untested.not-known",
    NotAsked => "untested.not-asked",
    LimitUnread => "limit.unread",
    LimitOtherPath => "limit.other-path",
    LimitNoSpaces => "limit.no-spaces",
    LimitFramed => "limit.framed",
    LimitDenied => "limit.denied",
    LimitOffline => "limit.offline",
    StopClient => "stop.client",
    StopFirewall => "stop.firewall",
    StopDns => "stop.dns",
    StopVirtualNetwork => "stop.virtual-network",
    StopPrivateEndpoint => "stop.private-endpoint",
    StopLoginServer => "stop.login-server",
    StopDataEndpoint => "stop.data-endpoint",
    StopStorage => "stop.storage",
    StateAnswered => "state.answered",
    StateFailed => "state.failed",
    StateUnclear => "state.unclear",
    StateNotTested => "state.not-tested",
    StateFault => "state.fault",
    PictureTitle => "picture.title",
    PictureFault => "picture.fault",
    PictureNoFault => "picture.no-fault",
    CodeNoCause => "code.no-cause",
    Was => "change.was",
    Added => "change.added",
    Gone => "change.gone",
    Same => "change.same",
    Nothing => "page.nothing",
    NothingLink => "page.nothing-link",
    Opened => "page.opened",
    TakeOver => "page.take-over",
    Own => "page.own",
    GuideChanged => "page.changed",
    Unknown => "page.unknown",
    Differs => "page.differs",
    Damaged => "page.damaged",
    OtherVersion => "page.other-version",
    CodeForm => "code.form",
    CodeMisheard => "code.misheard",
    CodeLater => "code.later",
    CodePath => "code.path",
    CodeNetwork => "code.network",
    CodeNotNetwork => "code.not-network",
}
