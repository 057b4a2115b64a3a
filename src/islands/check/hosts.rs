//! The hosts that will be contacted: named before anything is sent.

use super::begun::{cloud, planned, resolver};
use super::words::role;
use crate::components::{Markup, Site, changing, code, nothing, piece, ui_text};
use crate::islands::Reader;
use crate::reach::{Plan, Region, Registry, Target};
use crate::words::Ui;
use leptos::prelude::*;

/// Stands for the letters of made-up names, which are other ones for every check.
const ANY_LETTERS: &str = "*";

/// The hosts that a check of the reader's registry would contact.
#[island]
pub fn CheckHosts() -> impl IntoView {
    let reader = Reader::here();
    let site = Site::here();
    changing(move || {
        let regions = reader.regions();
        reader.registry.with(|registry| match registry {
            Some(Ok(registry)) => will_contact(site, registry, &regions),
            _ => nothing(),
        })
    })
}

fn will_contact(site: &Site, registry: &Registry, regions: &[Region]) -> Markup {
    let plan = planned(site, registry, regions, ANY_LETTERS);
    let unknown = regions.iter().filter(|region| cloud(site, registry).is_some_and(|cloud| !region.is_known_in(cloud)));
    let unknown = unknown.map(|region| {
        piece("p").class("hint").text(ui_text(Ui::CheckRegionUnknown, &[("name", region.as_str())])).render()
    });
    let row = |target: &Target, host: Option<&str>| {
        let host = host.map(|host| code(host).render());
        piece("li").children(host).child(piece("span").text(role(target)).render()).render()
    };
    let hosts = targets(&plan)
        .into_iter()
        .map(|target| row(target, plan.host(target).filter(|_| *target != Target::OwnOrigin)));
    let resolver = resolver(site).map(|resolver| {
        let role = piece("span").say(Ui::CheckResolver).render();
        piece("li").class("only-with-dns").child(code(resolver).render()).child(role).render()
    });
    // Open for every name that is typed: nothing may be sent to a host that was not named. The panel folds it once that is done.
    piece("details")
        .class("hosts")
        .with("open", "")
        .child(piece("summary").child(piece("h2").say(Ui::CheckHosts).render()).render())
        .children(unknown)
        .child(piece("p").say(Ui::CheckHostsLead).render())
        .child(piece("ul").class("will-contact").children(hosts).children(resolver).render())
        .render()
}

/// The targets of a plan: the registry's own first, as the reader came for them.
fn targets(plan: &Plan) -> Vec<&Target> {
    let mut targets: Vec<&Target> = Vec::new();
    for is_control in [false, true] {
        for probe in plan.probes.iter().filter(|probe| probe.target.is_control() == is_control) {
            if !targets.contains(&&probe.target) {
                targets.push(&probe.target);
            }
        }
    }
    targets
}
