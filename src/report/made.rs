//! Makes a report of what may leave the page.

use super::picture::Picture;
use super::value::{
    Action, CauseTold, CheckTold, CommandTold, HostTold, Named, ReasonTold, Report, SeenTold, Source, StepTold,
    Untested,
};
use super::{Arguments, Code, Shared, Teller};
use crate::certainty::Certainty;
use crate::diagnosis::{Diagnosis, RankedCause};
use crate::knowledge::{Cloud, LiteralId};
use crate::observation::Seen;
use crate::pack::Casebook;
use crate::reach::{Assessment, CUT_OFF_MS, Permission, Region, Target, answer_ms, endpoints};
use crate::session::{Checked, Shell};
use crate::small::Listing;
use crate::words::{Ui, Words};

/// What a report is wanted for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// What may leave the page.
    pub shared: &'a Shared,
    /// What the session amounts to.
    pub diagnosis: &'a Diagnosis,
    /// The casebook of reports.
    pub casebook: &'a Casebook,
    /// The words, those of that casebook among them.
    pub words: &'a Words,
    /// Names that no language may change.
    pub literals: &'a Listing<LiteralId, String>,
    /// The clouds.
    pub clouds: &'a [Cloud],
    /// The guide's version.
    pub version: &'a str,
    /// Now, in minutes since 1970 began, in UTC.
    pub minute: u32,
    /// Where the guide's pages are in this language, with a slash at the end: `https://host/sv/`. Empty: the report has no links.
    pub root: &'a str,
}

impl Wanted<'_> {
    /// Says things as the report says them.
    pub fn teller(&self) -> Teller<'_> {
        Teller { words: self.words, literals: self.literals, values: self.shared.values() }
    }
}

impl Code {
    /// The code of a diagnosis and of the check's path.
    pub fn of(diagnosis: &Diagnosis, assessment: Option<&Assessment>, casebook: &Casebook) -> Self {
        let cause = diagnosis.causes.first();
        let word = cause.and_then(|cause| casebook.cause(cause.id.as_str())).map_or(Self::NO_CAUSE, |row| row.code);
        Self {
            cause: word.to_owned(),
            certainty: cause.map_or(Certainty::NotTested, |cause| cause.certainty),
            network: diagnosis.network,
            path: assessment.map(|assessment| assessment.path.verdict),
        }
    }
}

impl Report {
    /// Writes a report.
    pub fn of(wanted: &Wanted<'_>) -> Self {
        let Wanted { shared, diagnosis, casebook, clouds, .. } = *wanted;
        let (session, teller) = (shared.session(), wanted.teller());
        let checked = session.checked.as_ref();
        let assessment = checked.map(|checked| checked.assessment(session.said()));
        let assessment = assessment.as_ref();
        let registry = shared.registry(clouds).map(|registry| registry.authority()).unwrap_or_default();
        let title = match registry.as_str() {
            "" => teller.say(Ui::ReportUntitled),
            _ => teller.text(&Ui::ReportTitle.number(), &[("registry", &registry)]),
        };
        let causes: Vec<CauseTold> = diagnosis.causes.iter().map(|cause| teller.cause(cause)).collect();
        let (headline, side) = teller.headline(diagnosis);
        let check = checked.zip(assessment).map(|(checked, assessment)| wanted.check(checked, assessment));
        Self {
            language: wanted.words.language.code.as_str().to_owned(),
            title,
            minute: wanted.minute,
            version: wanted.version.to_owned(),
            is_redacted: shared.redaction() == super::Redaction::On,
            code: Code::of(diagnosis, assessment, casebook),
            registry,
            regions: Region::list(&session.typed.region).iter().map(ToString::to_string).collect(),
            headline,
            side,
            causes,
            contradictions: diagnosis.contradictions.iter().map(|id| teller.title("reason", id)).collect(),
            seen: wanted.seen(),
            untested: wanted.untested(check.as_ref()),
            limits: checked.map(|checked| wanted.limits(checked)).unwrap_or_default(),
            check,
            actions: wanted.actions(),
            next: wanted.next(),
            picture: Picture::of(shared, diagnosis, assessment, casebook, clouds),
        }
    }
}

impl Teller<'_> {
    #[inline(never)]
    fn id(&self, kind: &str, id: &str) -> Named {
        Named { id: id.to_owned(), title: self.title(kind, id) }
    }

    fn cause(&self, cause: &RankedCause) -> CauseTold {
        let reasons = cause.reasons.iter().map(|reason| ReasonTold {
            reason: Named { id: reason.id.clone(), title: self.reason(&reason.id) },
            speaks_for: reason.points > 0,
        });
        CauseTold {
            cause: self.id("cause", cause.id.as_str()),
            certainty: cause.certainty,
            finding: cause.finding.as_ref().map(|finding| self.id("finding", finding.as_str())),
            reasons: reasons.collect(),
        }
    }

    /// What the verdict is, and whether the network is to blame: said no surer than the cause.
    fn headline(&self, diagnosis: &Diagnosis) -> (String, String) {
        let Some(cause) = diagnosis.causes.first() else {
            return match diagnosis.network {
                Some(false) => (self.say(Ui::ResultHealthy), self.say(Ui::ResultHealthyHelp)),
                _ => (self.say(Ui::ResultUndecided), self.say(Ui::ResultUndecidedHelp)),
            };
        };
        let is_certain = cause.certainty == Certainty::Certain;
        let side = match diagnosis.network {
            Some(true) if is_certain => Ui::ResultNetwork,
            Some(true) => Ui::ResultNetworkLikely,
            Some(false) if is_certain => Ui::ResultNotNetwork,
            Some(false) => Ui::ResultNotNetworkLikely,
            None => Ui::ResultNetworkOpen,
        };
        (self.title("cause", cause.id.as_str()), self.say(side))
    }
}

impl Wanted<'_> {
    fn seen(&self) -> Vec<SeenTold> {
        let (session, teller) = (self.shared.session(), self.teller());
        let pasted = session.read().iter().map(|seen| (seen, Source::Pasted));
        let said = session.said().iter().map(|seen| match seen {
            Seen::Verdict(_) | Seen::Path(_) => (seen, Source::Checked),
            _ => (seen, Source::Said),
        });
        let told = pasted.chain(said).filter_map(|(seen, source)| {
            Some(SeenTold { seen: Named { title: teller.seen(seen)?, id: seen.to_string() }, source })
        });
        told.collect()
    }

    fn check(&self, checked: &Checked, assessment: &Assessment) -> CheckTold {
        let teller = self.teller();
        let registry = self.shared.registry(self.clouds);
        let regions: Vec<Region> =
            assessment.targets.iter().filter_map(|(target, _)| target.region().cloned()).collect();
        let cloud = registry.as_ref().and_then(|registry| registry.azure()).map(|name| &name.cloud);
        let cloud = self.clouds.iter().find(|known| Some(&known.id) == cloud);
        let known = registry.as_ref().map(|registry| endpoints(registry, cloud, &regions)).unwrap_or_default();
        let host = |target: &Target| {
            let known = known.iter().find(|endpoint| endpoint.target == *target);
            known.map(|endpoint| endpoint.host.clone()).unwrap_or_default()
        };
        let seconds = (CUT_OFF_MS / 1_000).to_string();
        let hosts = assessment.targets.iter().map(|(target, judgement)| {
            let host = host(target);
            let key = ["verdict", judgement.verdict.as_str(), "title"].join(".");
            let arguments: &Arguments<'_> = &[("host", &host), ("seconds", &seconds)];
            HostTold {
                role: Named { id: target.as_str().to_owned(), title: teller.role(target) },
                verdict: Named { id: judgement.verdict.as_str().to_owned(), title: teller.text(&key, arguments) },
                certainty: judgement.certainty,
                elapsed_ms: answer_ms(&checked.observed.measurements, target).unwrap_or_default(),
                host,
            }
        });
        let path = &assessment.path;
        let about: Vec<String> = path
            .about
            .iter()
            .map(|target| {
                let host = host(target);
                if host.is_empty() { teller.role(target) } else { host }
            })
            .collect();
        let mut login = host(&Target::LoginServer);
        if login.is_empty() {
            login = teller.role(&Target::LoginServer);
        }
        let about = about.join(", ");
        let arguments: &Arguments<'_> = &[("host", &login), ("hosts", &about)];
        let text = |field: &str| teller.text(&["path", path.verdict.as_str(), field].join("."), arguments);
        CheckTold {
            minute: checked.minute,
            took_ms: checked.took_ms,
            path: Named { id: path.verdict.as_str().to_owned(), title: text("title") },
            means: text("means"),
            certainty: path.certainty,
            hosts: hosts.collect(),
        }
    }

    fn untested(&self, check: Option<&CheckTold>) -> Vec<Untested> {
        let (session, teller) = (self.shared.session(), self.teller());
        let mut untested = Vec::new();
        let mut add = |what: String, why: String| untested.push(Untested { what, why });
        let say = |say: Ui| (String::new(), teller.say(say));
        let mut plain = Vec::new();
        if session.read().is_empty() {
            plain.push(say(Ui::ReportNoPaste));
        }
        match check {
            None => plain.push(say(Ui::ReportNoCheck)),
            Some(check) => {
                let is_unknown = |one: &&HostTold| one.certainty == Certainty::NotTested;
                plain.extend(check.hosts.iter().filter(is_unknown).map(|one| {
                    let what = if one.host.is_empty() { &one.role.title } else { &one.host };
                    (what.clone(), one.verdict.title.clone())
                }));
                if check.hosts.iter().all(|one| one.role.id != "data-endpoint") && session.typed.region.is_empty() {
                    plain.push(say(Ui::ReportNoRegions));
                }
                let asked = session.checked.as_ref().is_some_and(|checked| !checked.observed.public_names.is_empty());
                if !asked {
                    plain.push(say(Ui::ReportNotAsked));
                }
                plain.push(say(Ui::ReportNoSignIn));
            }
        }
        plain.into_iter().for_each(|(what, why)| add(what, why));
        for seen in session.said() {
            if let Seen::DontKnow(id) = seen
                && let Some(what) = teller.named(id.as_str(), None)
            {
                add(what, teller.say(Ui::ReportNotKnown));
            }
        }
        untested
    }

    fn limits(&self, checked: &Checked) -> Vec<Named> {
        let around = &checked.observed.surroundings;
        let teller = self.teller();
        let limits = [
            (true, "unread", Ui::ReportLimitUnread),
            (true, "other-path", Ui::ReportLimitOtherPath),
            (!checked.knows_spaces, "no-spaces", Ui::ReportLimitNoSpaces),
            (around.is_framed, "framed", Ui::ReportLimitFramed),
            (around.after == Permission::Denied, "denied", Ui::ReportLimitDenied),
            (around.online == Some(false), "offline", Ui::ReportLimitOffline),
        ];
        let holding = limits.into_iter().filter(|(holds, ..)| *holds);
        holding.map(|(_, id, say)| Named { id: id.to_owned(), title: teller.say(say) }).collect()
    }

    /// What mends the likeliest cause: the finding's step, or its whole solution, or the cause's usual one. Steps are put together by who
    /// does them.
    fn actions(&self) -> Vec<Action> {
        let Some(cause) = self.diagnosis.causes.first() else { return Vec::new() };
        let finding = cause.finding.as_ref().and_then(|id| self.casebook.finding(id.as_str()));
        let (solution, only) = match finding {
            Some(row) => (Some(row.solution), row.step),
            None => (self.casebook.usual_solution(cause.id.as_str()), ""),
        };
        let Some(solution) = solution else { return Vec::new() };
        let teller = self.teller();
        let mut actions: Vec<Action> = Vec::new();
        for row in self.casebook.steps(solution).filter(|row| only.is_empty() || row.id == only) {
            let owner = finding.filter(|_| !only.is_empty()).map_or(row.owner, |finding| finding.owner);
            let step = StepTold {
                step: Named {
                    id: row.id.to_owned(),
                    title: teller.text(&["solution", solution, "step", row.id].join("."), &[]),
                },
                is_done: self.shared.session().is_ticked(&solution.into(), &row.id.into()),
                commands: row.commands.iter().filter_map(|id| self.command(id)).collect(),
            };
            match actions.iter_mut().find(|action| action.owner.id == owner) {
                Some(action) => action.steps.push(step),
                None => {
                    let address = match self.root {
                        "" => String::new(),
                        root => [root, "solutions/", solution, "/#", row.id].concat(),
                    };
                    let (owner, solution) = (teller.id("owner", owner), teller.id("solution", solution));
                    actions.push(Action { owner, solution, address, steps: vec![step] });
                }
            }
        }
        actions
    }

    /// The command that tells most now: the one that decides the next question or finding.
    fn next(&self) -> Option<CommandTold> {
        let next = self.diagnosis.next.as_ref()?;
        let of_question =
            next.question.as_ref().and_then(|id| self.casebook.question(id.as_str())).map(|row| row.command);
        let of_finding = next.finding.as_ref().and_then(|id| self.casebook.finding(id.as_str())).map(|row| row.test);
        let id = next.command.as_ref().map(|id| id.as_str()).or(of_question).or(of_finding)?;
        self.command(id)
    }

    #[inline(never)]
    fn command(&self, id: &str) -> Option<CommandTold> {
        let (row, teller) = (self.casebook.command(id)?, self.teller());
        let form = match self.shared.session().shell {
            Shell::Bash => row.bash,
            Shell::PowerShell => row.powershell.unwrap_or(row.bash),
        };
        Some(CommandTold {
            command: teller.id("command", id),
            place: teller.id("place", row.place),
            text: self.shared.values().fill(form),
        })
    }
}
