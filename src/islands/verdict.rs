//! The verdict: done, seen, means, does not mean, next.

use super::Reader;
use crate::address::Route;
use crate::components::{Icon, Rich, Site, Symbol, inline, inline_with, ui_text};
use crate::reach::{Certainty, Judgement, Next, Plan, Registry};
use crate::words::Ui;
use leptos::prelude::*;

/// A verdict in words, with what to do next.
#[component]
pub(super) fn VerdictView(
    /// The registry that was checked.
    registry: Registry,
    /// The plan that was carried out.
    plan: Plan,
    /// What it came to.
    judgement: Judgement,
) -> impl IntoView {
    let site = Site::here();
    let words = site.words;
    let arguments = plan.arguments();
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let text = |field: &str| {
        let key = format!("verdict.{}.{field}", judgement.verdict);
        words.paragraphs(&key).into_iter().map(|block| view! { <p>{inline_with(block, &arguments)}</p> }).collect_view()
    };
    let title = words.get(&format!("verdict.{}.title", judgement.verdict)).map(|block| inline_with(block, &arguments));
    let row = |label: Ui, field: &str| view! { <dt>{ui_text(label, &[])}</dt> <dd>{text(field)}</dd> };
    let next = judgement.next.iter().filter_map(|next| action(*next, &registry)).collect_view();
    let causes = judgement
        .candidates
        .iter()
        .map(|candidate| {
            let cause = candidate.suspect.cause();
            view! {
                <li>
                    <a class="onward" href=site.href(&Route::Cause(cause.clone()))>
                        {words.get(&format!("cause.{cause}.title")).map(inline)} <Icon symbol=Symbol::Forward />
                    </a>
                    " " <small>{ui_text(certainty(candidate.certainty), &[])}</small>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let owner = words.get(&format!("owner.{}.title", judgement.owner.as_str())).map(inline);
    view! {
        <section class="verdict" data-verdict=judgement.verdict.as_str()>
            <h2>{title}</h2>
            <p class="certainty">{ui_text(certainty(judgement.certainty), &[])}</p>
            <dl>
                {row(Ui::VerdictDone, "done")}
                {row(Ui::VerdictSeen, "seen")}
                {row(Ui::VerdictMeans, "means")}
                {row(Ui::VerdictNot, "not")}
                <dt>{ui_text(Ui::VerdictNext, &[])}</dt>
                <dd>
                    {text("next")}
                    <ul class="ways">{next}</ul>
                    <p class="owner"><Icon symbol=Symbol::Person /> {ui_text(Ui::OwnerLabel, &[])} " " {owner}</p>
                </dd>
                {(!causes.is_empty()).then(|| view! {
                    <dt>{ui_text(Ui::VerdictCauses, &[])}</dt>
                    <dd><ul class="ways">{causes}</ul></dd>
                })}
            </dl>
        </section>
    }
}

fn certainty(certainty: Certainty) -> Ui {
    match certainty {
        Certainty::Certain => Ui::CertaintyCertain,
        Certainty::Likely => Ui::CertaintyLikely,
        Certainty::Possible => Ui::CertaintyPossible,
        Certainty::NotTested => Ui::CertaintyNotTested,
    }
}

/// The links and commands of the next step. What needs none is said in the verdict's own words.
fn action(next: Next, registry: &Registry) -> Option<Rich> {
    match next {
        Next::OpenPath => Some(tab(registry.path_url(), Ui::VerdictOpenPath)),
        Next::OpenRules => registry.rules_url().map(|url| tab(url, Ui::VerdictOpenRules)),
        Next::TestPathWhereItFails | Next::LookUpWhereItFails => command(next),
        Next::CheckAgain | Next::CheckInPrivateWindow | Next::ReportPage => None,
    }
}

/// An address to open by hand: the browser shows there what it hides from a page.
fn tab(url: String, text: Ui) -> Rich {
    view! {
        <li>
            <a class="onward" href=url.clone() target="_blank" rel="noopener noreferrer">
                {ui_text(text, &[])} <Icon symbol=Symbol::External />
            </a>
            <br />
            <code dir="ltr" translate="no">{url}</code>
        </li>
    }
    .into_any()
}

/// A command to run where the pull fails.
fn command(next: Next) -> Option<Rich> {
    let site = Site::here();
    let command = site.command(&next.command()?)?;
    let title = site.words.get(&format!("command.{}.title", command.id)).map(inline);
    let values = Reader::here().values(site.clouds);
    Some(view! {
        <li>
            {title}
            <pre dir="ltr" translate="no" tabindex="0"><code>{values.fill(&command.bash)}</code></pre>
        </li>
    }
    .into_any())
}
