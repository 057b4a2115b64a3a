//! The check: hosts, consent, progress, verdict.

use super::Reader;
use super::measured::measured_list;
use super::verdict::verdict;
use crate::browser;
use crate::components::{Icon, Markup, Site, Symbol, changing, code, nothing, piece, ui_text};
use crate::knowledge::Control;
use crate::observation::Seen;
use crate::reach::{CUT_OFF_MS, Measurement, Plan, Registry, Target, judge, plan};
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

/// Everything below the registry's name on the check page. Nothing is sent before the reader presses the button, also
/// when the name came with a link.
#[island]
pub fn CheckPanel() -> impl IntoView {
    let reader = Reader::here();
    let site = Site::here();
    let stage = RwSignal::new(Stage::Idle);
    let check = RwSignal::new(None::<Check>);
    let run = StoredValue::new_local(browser::Run::idle());
    let site = StoredValue::new(site);
    let is_named = move || reader.registry.with(|registry| matches!(registry, Some(Ok(_))));
    let planned = move || {
        reader.registry.with(|registry| match registry {
            Some(Ok(registry)) => Some((registry.clone(), site.with_value(|site| planned(site, registry)))),
            _ => None,
        })
    };
    let begin = move |_| {
        let Some((registry, plan)) = untrack(planned) else { return };
        let expected = plan.probes.len();
        check.set(Some(Check { registry, plan: plan.clone(), measurements: Vec::new() }));
        stage.set(Stage::Running);
        run.set_value(browser::run(&plan, move |measurement| {
            check.update(|check| {
                if let Some(check) = check {
                    check.measurements.push(measurement);
                }
            });
            let is_done = check.with_untracked(|it| it.as_ref().is_some_and(|it| it.measurements.len() == expected));
            if is_done {
                stage.set(Stage::Done);
                let verdict = check.with_untracked(|it| it.as_ref().map(|it| judge(&it.measurements).verdict));
                // What the check found is one more observation for the diagnosis.
                if let Some(verdict) = verdict {
                    reader.session.update(|session| session.say(Seen::Verdict(verdict.as_str().into())));
                }
            }
        }));
    };
    let is_idle = Signal::derive(move || !reader.ready.get() || !is_named() || stage.get() == Stage::Running);
    let state = Signal::derive(move || match stage.get() {
        Stage::Running => ui_text(Ui::CheckRunning, &[("seconds", &(CUT_OFF_MS / 1000).to_string())]),
        Stage::Idle if !is_named() => ui_text(Ui::CheckNeedsName, &[]),
        Stage::Idle | Stage::Done => String::new(),
    });
    let button =
        Signal::derive(move || ui_text(if stage.get() == Stage::Done { Ui::CheckAgain } else { Ui::CheckButton }, &[]));
    view! {
        {changing(move || planned().map_or_else(nothing, |(_, plan)| will_contact(&plan)))}
        <div class="check-actions">
            <button
                type="button"
                class="primary"
                id="check"
                disabled=is_idle
                on:click=begin
            >
                <Icon symbol=Symbol::Signal /> {button}
            </button>
            <button
                type="button"
                id="cancel"
                hidden=Signal::derive(move || stage.get() != Stage::Running)
                on:click=move |_| run.with_value(browser::Run::cancel)
            >
                <Icon symbol=Symbol::Cross /> {ui_text(Ui::CheckCancel, &[])}
            </button>
            <span class="check-state" role="status">{state}</span>
        </div>
        {changing(move || {
            check.with(|it| it.as_ref().map_or_else(nothing, |it| measured_list(&it.plan, &it.measurements)))
        })}
        <div aria-live="polite">
            {changing(move || {
                let is_done = stage.get() == Stage::Done;
                check.with(|it| it.as_ref().filter(|_| is_done).map_or_else(nothing, |it| {
                    verdict(&it.registry, &it.plan, &judge(&it.measurements).for_registry(&it.registry))
                }))
            })}
        </div>
    }
}

/// The plan for a registry: its own cloud's controls, or the first cloud's where it has none.
fn planned(site: &Site, registry: &Registry) -> Plan {
    let own = registry.azure().and_then(|name| site.clouds.iter().find(|cloud| cloud.id == name.cloud));
    let mut lists = own.into_iter().chain(site.clouds.first()).map(|cloud| cloud.controls.as_slice());
    let controls: &[Control] = lists.find(|list| !list.is_empty()).unwrap_or(&[]);
    plan(registry, controls, &browser::own_url(&site.base, "here.json"))
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
