//! The texts of the interface, as a closed set: a key that the views use and `content/*/ui.toml` lacks is a finding of
//! the validator, and the other way round.

macro_rules! ui {
    ($($name:ident => $key:literal,)+) => {
        /// A text of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the Swedish text in content/sv/ui.toml says what each one is")]
        pub enum Ui { $($name,)+ }

        impl Ui {
            /// Every text of the interface.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its key, as in `content/sv/ui.toml` with the file's name before it.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => concat!("ui.", $key),)+ }
            }
        }
    };
}

ui! {
    ProductName => "product.name",
    DocumentTitle => "document.title",
    SkipToContent => "skip.title",
    NavLabel => "nav.label",
    NavStart => "nav.start",
    NavAllSymptoms => "nav.all-symptoms",
    NavCheck => "nav.check",
    NavAll => "nav.all",
    LanguageLabel => "language.label",
    ThemeSystem => "theme.system",
    ThemeLight => "theme.light",
    ThemeDark => "theme.dark",
    Attribution => "footer.attribution",
    License => "footer.license",
    Restart => "restart.title",
    WithoutScript => "notice.script",
    WithoutWasm => "notice.wasm",
    StartTitle => "start.title",
    StartLead => "start.lead",
    StartSymptoms => "start.symptoms",
    StartRegistry => "start.registry",
    StartCheck => "start.check",
    StartCheckLead => "start.check-lead",
    StartCheckLink => "start.check-link",
    StartAll => "start.all",
    StartAllLead => "start.all-lead",
    StartAllLink => "start.all-link",
    FilterLabel => "filter.label",
    FilterCount => "filter.count",
    FilterNothing => "filter.nothing",
    RegistryLabel => "registry.label",
    RegistryHelp => "registry.help",
    RegistryUnderstood => "registry.understood",
    RegistrySuggestion => "registry.suggestion",
    RegistrySelfHosted => "registry.self-hosted",
    OwnNamesTitle => "own.title",
    OwnNamesMore => "own.more",
    OwnRegion => "own.region",
    OwnResourceGroup => "own.resource-group",
    OwnClientIp => "own.client-ip",
    CommandRun => "command.run",
    CommandCopy => "command.copy",
    CommandCopied => "command.copied",
    CommandCopyRefused => "command.refused",
    CommandShell => "command.shell",
    ChangeMark => "change.mark",
    ChangeThen => "change.then",
    OwnerLabel => "owner.label",
    KindCause => "kind.cause",
    KindSolution => "kind.solution",
    SymptomTell => "symptom.tell",
    SymptomTellLead => "symptom.tell-lead",
    SymptomCauses => "symptom.causes",
    CauseTell => "cause.tell",
    CauseFits => "cause.fits",
    CauseOut => "cause.out",
    CauseSolutions => "cause.solutions",
    CauseFindings => "cause.findings",
    SolutionSteps => "solution.steps",
    SolutionProgress => "solution.progress",
    SolutionTick => "solution.tick",
    SolutionVerify => "solution.verify",
    SolutionOther => "solution.other",
    SolutionOtherLead => "solution.other-lead",
    LinksTitle => "links.title",
    AllTitle => "all.title",
    AllLead => "all.lead",
    AllContents => "all.contents",
    AllSymptoms => "all.symptoms",
    AllCauses => "all.causes",
    AllSolutions => "all.solutions",
    CheckTitle => "check.title",
    CheckLead => "check.lead",
    CheckHosts => "check.hosts",
    CheckHostsLead => "check.hosts-lead",
    CheckOwn => "check.own",
    CheckControl => "check.control",
    CheckTarget => "check.target",
    CheckNeedsName => "check.needs-name",
    CheckButton => "check.button",
    CheckCancel => "check.cancel",
    CheckAgain => "check.again",
    CheckRunning => "check.running",
    CheckProgress => "check.progress",
    CheckWaiting => "check.waiting",
    CheckTime => "check.time",
    OutcomeReadable => "outcome.readable",
    OutcomeUnreadable => "outcome.unreadable",
    OutcomeOpaque => "outcome.opaque",
    OutcomeNotOpaque => "outcome.not-opaque",
    OutcomeRejected => "outcome.rejected",
    OutcomeCutOff => "outcome.cut-off",
    OutcomeCancelled => "outcome.cancelled",
    OutcomePolicyBlocked => "outcome.policy-blocked",
    OutcomeNotRun => "outcome.not-run",
    SignalCors => "signal.cors",
    SignalOpaque => "signal.opaque",
    VerdictTitle => "verdict.title",
    VerdictDone => "verdict.done",
    VerdictSeen => "verdict.seen",
    VerdictMeans => "verdict.means",
    VerdictNot => "verdict.not",
    VerdictNext => "verdict.next",
    VerdictOpenPath => "verdict.open-path",
    VerdictOpenRules => "verdict.open-rules",
    VerdictCauses => "verdict.causes",
    CertaintyCertain => "certainty.certain",
    CertaintyLikely => "certainty.likely",
    CertaintyPossible => "certainty.possible",
    CertaintyNotTested => "certainty.not-tested",
    NotFoundTitle => "not-found.title",
    NotFoundLead => "not-found.lead",
    ChooserGo => "chooser.go",
}

/// What the pages fill in besides the reader's own names: allowed in the texts of the interface, of verdicts and of name
/// errors, and nowhere else.
pub const UI_ARGUMENTS: &[&str] = &[
    "done", "total", "shown", "host", "hosts", "seconds", "registry", "language", "control", "name", "page", "product",
];
