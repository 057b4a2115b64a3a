//! The check: hosts, consent, progress, verdict.

use super::Reader;
use super::measured::measured_list;
use super::verdict::verdict;
use crate::browser;
use crate::components::{Markup, Site, changing, code, effect, fill, nothing, piece, ui_text};
use crate::observation::Seen;
use crate::reach::{CUT_OFF_MS, Judgement, Measurement, Observed, Plan, Registry, Target, Wanted, assess, plan};
use crate::words::Ui;
use leptos::prelude::*;

/// Where a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Idle,
    Running,
    Done,
}

/// A check: the registry that it was started for, its plan, what has come in. A later change of the name does not touch it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Check {
    registry: Registry,
    plan: Plan,
    measurements: Vec<Measurement>,
}

/// The hosts that a check of the reader's registry would contact.
#[island]
pub fn CheckHosts() -> impl IntoView {
    let reader = Reader::here();
    let site = StoredValue::new(Site::here());
    changing(move || {
        reader.registry.with(|registry| match registry {
            Some(Ok(registry)) => site.with_value(|site| will_contact(&planned(site, registry))),
            _ => nothing(),
        })
    })
}

/// The check itself, and what came of it. Nothing is sent before the reader presses the button, also when the name came with a
/// link.
#[island]
pub fn CheckPanel() -> impl IntoView {
    let reader = Reader::here();
    let site = StoredValue::new(Site::here());
    let stage = RwSignal::new(Stage::Idle);
    let check = RwSignal::new(None::<Check>);
    let run = StoredValue::new_local(browser::Run::idle());
    let begin = move || {
        let named = reader.registry.with_untracked(|registry| registry.clone().and_then(Result::ok));
        let Some(registry) = named else { return };
        let plan = site.with_value(|site| planned(site, &registry));
        let expected = plan.probes.len();
        check.set(Some(Check { registry, plan: plan.clone(), measurements: Vec::new() }));
        stage.set(Stage::Running);
        run.set_value(browser::run(&plan, move |measurement| {
            check.update(|check| {
                if let Some(check) = check {
                    check.measurements.push(measurement);
                }
            });
            if check.with_untracked(|it| it.as_ref().is_some_and(|it| it.measurements.len() == expected)) {
                stage.set(Stage::Done);
                // What the check found is one more observation for the diagnosis.
                let verdict = check.with_untracked(|it| it.as_ref()?.judgement().map(|it| it.verdict));
                if let Some(verdict) = verdict {
                    reader.session.update(|session| session.say(Seen::Verdict(verdict.as_str().into())));
                }
            }
        }));
    };
    browser::on_press("#check", begin);
    browser::on_press("#cancel", move || run.with_value(browser::Run::cancel));
    effect(move || {
        let is_named = reader.registry.with(|registry| matches!(registry, Some(Ok(_))));
        let stage = stage.get();
        browser::set_flag("#check", "disabled", !reader.ready.get() || !is_named || stage == Stage::Running);
        browser::set_flag("#cancel", "hidden", stage != Stage::Running);
        let label = if stage == Stage::Done { Ui::CheckAgain } else { Ui::CheckButton };
        browser::set_text("#check span", &ui_text(label, &[]));
        let state = match stage {
            Stage::Running => ui_text(Ui::CheckRunning, &[("seconds", &(CUT_OFF_MS / 1000).to_string())]),
            Stage::Idle if !is_named => ui_text(Ui::CheckNeedsName, &[]),
            Stage::Idle => String::new(),
            Stage::Done => check.with(|it| it.as_ref().map(summary)).unwrap_or_default(),
        };
        browser::set_text(".check-state", &state);
    });
    changing(move || {
        let is_done = stage.get() == Stage::Done;
        check.with(|check| {
            let Some(it) = check else { return nothing() };
            let judged =
                it.judgement().filter(|_| is_done).map(|judgement| verdict(&it.registry, &it.plan, &judgement));
            piece("div").child(measured_list(&it.plan, &it.measurements)).children(judged).render()
        })
    })
}

impl Check {
    /// The judgement on the login server.
    fn judgement(&self) -> Option<Judgement> {
        let measurements = self.measurements.clone();
        let is_self_hosted = self.registry.azure().is_none();
        let mut targets = assess(&Observed { measurements, is_self_hosted, ..Observed::default() }).targets;
        (!targets.is_empty()).then(|| targets.swap_remove(0).1)
    }
}

/// What came of a check in one line, for readers who do not see the page change.
fn summary(check: &Check) -> String {
    let Some(judgement) = check.judgement() else { return String::new() };
    let key = ["verdict", judgement.verdict.as_str(), "title"].join(".");
    let arguments = check.plan.arguments(&Target::LoginServer);
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Site::here().words.get(&key).map(|block| fill(block.text, &arguments)).unwrap_or_default()
}

/// The plan for a registry: its own cloud's controls, or the first cloud's where it has none.
fn planned(site: &Site, registry: &Registry) -> Plan {
    let own = registry.azure().and_then(|name| site.clouds.iter().find(|cloud| cloud.id == name.cloud));
    let own_url = browser::own_url(&site.base, "here.json");
    plan(registry, &Wanted { cloud: own.or(site.clouds.first()), regions: &[], own_url: &own_url, random: "" })
}

/// The hosts that will be contacted: named before anything is sent.
fn will_contact(plan: &Plan) -> Markup {
    let hosts = plan.hosts().into_iter().map(|host| {
        let is_target = plan.probes.iter().any(|probe| probe.target == Target::LoginServer && probe.host() == host);
        let role = ui_text(if is_target { Ui::CheckTarget } else { Ui::CheckControl }, &[]);
        piece("li").child(code(host).render()).child(piece("span").text(role).render()).render()
    });
    let own = piece("li").child(piece("span").say(Ui::CheckOwn).render()).render();
    piece("section")
        .child(piece("h2").say(Ui::CheckHosts).render())
        .child(piece("p").say(Ui::CheckHostsLead).render())
        .child(piece("ul").class("will-contact").children(hosts).child(own).render())
        .render()
}
