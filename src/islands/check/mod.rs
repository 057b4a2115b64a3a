//! The check: hosts, consent, progress, the browser's own question, verdicts, what a tab shows.
//!
//! Law: what is asked and when is `reach::Schedule`'s, what it means is `reach::assess`'s. Here is what the reader sees of it, made
//! anew from what is known whenever something comes in.

mod asking;
mod begun;
mod hosts;
mod path;
mod ranked;
mod row;
mod tabs;
mod vector;
mod words;

use super::Reader;
use crate::browser;
use crate::components::{Signal, Site, changing, effect, nothing, piece, ui_text};
use crate::observation::{Seen, TabFamily};
use crate::reach::{CUT_OFF_MS, LONGER_MS, Progress};
use crate::session::Checked;
use crate::words::Ui;
use begun::Begun;
use leptos::prelude::*;

pub use hosts::CheckHosts;
#[cfg(feature = "ssr")]
// What the page of authors shows is made by the same code.
pub(crate) use {begun::Begun as Shown, path::verdicts as shown, tabs::tabs as shown_tabs};

/// Where a check stands, as style and tests know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Idle,
    Running,
    Asking,
    Done,
}

impl Stage {
    fn of(check: Option<&Begun>) -> Self {
        match check.map(Begun::progress) {
            None => Self::Idle,
            Some(Progress::Running) => Self::Running,
            Some(Progress::Explaining | Progress::Asking) => Self::Asking,
            Some(Progress::Done) => Self::Done,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Running => "running",
            Self::Asking => "asking",
            Self::Done => "done",
        }
    }
}

/// The check itself, and what came of it. Nothing is sent before the reader presses the button, also when the name came with a
/// link.
#[island]
pub fn CheckPanel() -> impl IntoView {
    let reader = Reader::here();
    let site = Site::here();
    let check = Signal::new(None::<Begun>);
    let family = Signal::new(None::<TabFamily>);
    let run = Signal::new(browser::Run::idle());
    let conclude = move || {
        let done = check.with_untracked(|check| {
            let done = check.as_ref().filter(|check| check.progress() == Progress::Done)?;
            Some((done.checked()?, done.verdict()))
        });
        let Some((checked, verdict)) = done else { return };
        // Nothing that comes in is taken back, so as many are the same.
        let extent = |checked: &Checked| {
            (checked.took_ms, checked.observed.measurements.len(), checked.observed.public_names.len())
        };
        let is_new = reader
            .session
            .with_untracked(|session| session.checked.as_ref().is_none_or(|kept| extent(kept) != extent(&checked)));
        if is_new {
            reader.session.update(|session| {
                session.checked = Some(checked);
                // What the check found is one more observation for the diagnosis.
                if let Some(verdict) = verdict {
                    session.say(Seen::Verdict(verdict.as_str().into()));
                }
            });
        }
    };
    let take = move |report: browser::Report| {
        check.update(|check| {
            if let Some(check) = check {
                check.report = Some(report);
            }
        });
        conclude();
    };
    let start = move |begun: Begun, looks_longer: bool| {
        let plan = begun.asked.clone();
        check.set(Some(begun));
        // Each of them has a row of its own now.
        browser::set_flag(".hosts", "open", false);
        run.set(browser::run(&plan, looks_longer, take));
    };
    let begin = move |looks_longer: bool| {
        let named = reader.registry.with_untracked(|registry| registry.clone().and_then(Result::ok));
        let Some(registry) = named else { return };
        let begun =
            check.with_untracked(|before| Begun::new(site, registry, &reader.regions_untracked(), before.as_ref()));
        let names = begun.names();
        start(begun, looks_longer);
        if browser::is_ticked("#public-dns") {
            begun::ask_public_dns(site, names, check, conclude);
        }
    };
    browser::on_press("#check", move || begin(false));
    browser::on_press("#look-longer", move || begin(true));
    browser::on_press("#cancel", move || {
        check.update(|check| {
            if let Some(check) = check {
                check.stop_waiting();
            }
        });
        run.with_untracked(browser::Run::cancel);
    });
    browser::on_press("#let-ask", move || run.with_untracked(|run| run.let_ask(true)));
    browser::on_press("#do-not-ask", move || run.with_untracked(|run| run.let_ask(false)));
    browser::on_press_of("[data-recheck]", "data-recheck", move |host| {
        let again = check.with_untracked(|check| check.as_ref().map(|check| check.again(&host)));
        if let Some(again) = again {
            start(again, false);
        }
    });
    browser::on_press_of("[data-family]", "data-family", move |named| {
        family.set(TabFamily::ALL.into_iter().find(|family| family.as_str() == named));
    });
    effect(move || {
        let is_named = reader.registry.with(|registry| matches!(registry, Some(Ok(_))));
        let stage = check.with(|check| Stage::of(check.as_ref()));
        let is_busy = matches!(stage, Stage::Running | Stage::Asking);
        browser::set_flag("#check", "disabled", !reader.ready.get() || !is_named || is_busy);
        browser::set_flag("#cancel", "hidden", !is_busy);
        let is_slow = stage == Stage::Done && check.with(|check| check.as_ref().is_some_and(Begun::has_silence));
        browser::set_flag("#look-longer", "hidden", !is_slow);
        browser::set_text(
            "#check span",
            &ui_text(if stage == Stage::Done { Ui::CheckAgain } else { Ui::CheckButton }, &[]),
        );
        let state = match stage {
            Stage::Running => check.with(|check| check.as_ref().map(running).unwrap_or_default()),
            Stage::Idle if !is_named => ui_text(Ui::CheckNeedsName, &[]),
            Stage::Idle | Stage::Asking => String::new(),
            Stage::Done => check.with(|check| check.as_ref().map(path::summary)).unwrap_or_default(),
        };
        browser::set_text(".check-state", &state);
    });
    changing(move || {
        let (said, family) = (reader.session.with(|session| session.said().to_vec()), family.get());
        check.with(|check| {
            let stage = Stage::of(check.as_ref());
            let content = check.as_ref().map(|check| path::panel(check, &said, family));
            piece("div")
                .class("check-panel")
                .with("data-check-stage", stage.as_str())
                .child(content.unwrap_or_else(nothing))
                .render()
        })
    })
}

/// What the reader waits for, and how long at most.
fn running(check: &Begun) -> String {
    let limit = if check.is_longer() { LONGER_MS } else { CUT_OFF_MS };
    let mut text = ui_text(Ui::CheckRunning, &[("seconds", &(limit / 1000).to_string())]);
    if check.may_ask_unannounced() {
        text.push(' ');
        text.push_str(&ui_text(Ui::CheckMayAsk, &[]));
    }
    text
}
