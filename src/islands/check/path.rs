//! What a check comes to, from the whole path down to the single measurement.

use super::asking::asking;
use super::begun::Begun;
use super::words::{Arguments, line, paragraphs, role, seconds};
use super::{ranked, row, tabs, vector};
use crate::components::{Markup, Symbol, certainty, code, icon, piece, ui_text};
use crate::observation::{Seen, TabFamily};
use crate::reach::{Assessment, PathJudgement, Progress, Target};
use crate::session::{Change, Field};
use crate::words::Ui;

/// Everything under the buttons.
pub(super) fn panel(check: &Begun, said: &[Seen], family: Option<TabFamily>) -> Markup {
    let is_running = check.progress() == Progress::Running;
    let is_done = check.progress() == Progress::Done;
    piece("div")
        .child(verdicts(check, said))
        .children(is_done.then(|| tabs::tabs(check, said, family)))
        .children((!is_running).then(|| vector::details(check)))
        .render()
}

/// What is known of the path and of every host.
pub(crate) fn verdicts(check: &Begun, said: &[Seen]) -> Markup {
    let assessment = check.assessment(said);
    let is_running = check.progress() == Progress::Running;
    let judged = (!is_running).then(|| path(check, &assessment.path));
    let rows = check.targets().into_iter().map(|target| {
        let judgement = assessment.targets.iter().find(|(of, _)| of == target).map(|(_, judgement)| judgement);
        // What the verdict on the path is about needs no second press.
        let about = &assessment.path.about;
        let is_decisive = about.contains(target) || about.is_empty() && *target == Target::LoginServer;
        let is_open = !is_running && is_decisive;
        row::row(check, target, judgement, is_open)
    });
    let list = piece("section")
        .class("targets")
        .child(piece("h2").say(Ui::CheckHostsOfRegistry).render())
        .children(rows)
        .child(vector::controls(check))
        .render();
    piece("div").children(asking(check, &withheld(check, &assessment))).children(judged).child(list).render()
}

/// What came of a check in one line, for readers who do not see the page change.
pub(super) fn summary(check: &Begun) -> String {
    let judgement = check.assessment(&[]).path;
    let words = crate::components::Site::here().words;
    let arguments = arguments(check, &judgement);
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let title = words.get(&["path", judgement.verdict.as_str(), "title"].join("."));
    title.map(|block| crate::components::fill(block.text, &arguments)).unwrap_or_default()
}

/// What fills the `{names}` of a path verdict's words.
fn arguments(check: &Begun, judgement: &PathJudgement) -> Vec<(&'static str, String)> {
    let mut arguments = check.plan.arguments(&Target::LoginServer).to_vec();
    let hosts: Vec<&str> = judgement.about.iter().filter_map(|target| check.plan.host(target)).collect();
    arguments.push(("hosts", hosts.join(", ")));
    arguments
}

/// The hosts whose answers the browser withholds.
fn withheld(check: &Begun, assessment: &Assessment) -> String {
    let about = assessment.path.about.iter().filter_map(|target| check.plan.host(target));
    let hosts: Vec<&str> = about.collect();
    if hosts.is_empty() { check.registry.login_server().to_owned() } else { hosts.join(", ") }
}

/// The verdict on the whole path.
fn path(check: &Begun, judgement: &PathJudgement) -> Markup {
    let arguments: &Arguments = &arguments(check, judgement);
    let key = |field| ["path", judgement.verdict.as_str(), field];
    let took = check.report.as_ref().map(|report| seconds(report.elapsed_ms)).unwrap_or_default();
    let about = piece("p")
        .class("about")
        .child(piece("span").class("certainty").text(certainty(judgement.certainty)).render())
        .child(piece("span").say(Ui::CheckFromHere).render())
        .child(piece("span").text(ui_text(Ui::CheckTook, &[("name", &took)])).render());
    let offline = check.report.as_ref().is_some_and(|report| report.surroundings.online == Some(false));
    let offline = offline.then(|| piece("p").class("offline").say(Ui::CheckOffline).render());
    let causes = ranked::causes(&judgement.candidates)
        .map(|causes| [piece("h3").say(Ui::VerdictCauses).render(), causes])
        .into_iter()
        .flatten();
    let region = check.found_region().map(|region| {
        let mut regions = crate::islands::Reader::here().regions_typed();
        if !regions.is_empty() {
            regions.push_str(", ");
        }
        regions.push_str(region.as_str());
        piece("p")
            .class("found-region")
            .text(ui_text(Ui::CheckFoundRegion, &[("name", region.as_str())]))
            .text(" ")
            .child(
                piece("button")
                    .class("suggestion")
                    .change(&Change::Use(Field::Region, regions))
                    .say(Ui::CheckUseRegion)
                    .render(),
            )
            .render()
    });
    piece("section")
        .class("verdict path")
        .with("data-path-verdict", judgement.verdict.as_str())
        .with("data-certainty", judgement.certainty.as_str())
        .with("data-took", &check.report.as_ref().map_or(0, |report| report.elapsed_ms).to_string())
        .child(piece("h2").children(line(&key("title"), arguments)).render())
        .child(about.render())
        .children(offline)
        .children(paragraphs(&key("means"), arguments))
        .children(causes)
        .child(piece("h3").say(Ui::VerdictNext).render())
        .children(paragraphs(&key("next"), arguments))
        .children(region)
        .children(ranked::commands(&judgement.next))
        .child(ranked::owner(judgement.owner))
        .render()
}

/// A host with what it is: for lists.
pub(super) fn host(name: &str, target: &Target) -> Markup {
    piece("span").class("host").child(code(name).render()).child(piece("small").text(role(target)).render()).render()
}

/// A tick or a cross before a text.
pub(super) fn signed(class: &'static str, symbol: Symbol, text: Markup) -> Markup {
    piece("li").class(class).child(icon(symbol)).child(text).render()
}
