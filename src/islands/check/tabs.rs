//! The deciders: addresses to open in a tab, where the browser shows people what it hides from pages, and what may stand there.

use super::begun::Begun;
use crate::components::{Markup, Site, Symbol, code, icon, inline, piece, ui_text};
use crate::observation::{Seen, Sight, TabAddress, TabAnswer, TabFamily};
use crate::session::Change;
use crate::words::Ui;

/// Both addresses with what each may show; for a registry of the reader's own only the first, as who issues its tokens is not known.
pub(crate) fn tabs(check: &Begun, said: &[Seen], family: Option<TabFamily>) -> Markup {
    let family = family.unwrap_or_else(|| likely_family(check));
    let families = TabFamily::ALL.iter().map(|&one| {
        let label = match one {
            TabFamily::Chromium => Ui::TabChromium,
            TabFamily::Firefox => Ui::TabFirefox,
            TabFamily::Safari => Ui::TabSafari,
        };
        let pressed = if one == family { "true" } else { "false" };
        piece("button").with("data-family", one.as_str()).with("aria-pressed", pressed).say(label).render()
    });
    let path = address(TabAddress::Path, check.registry.path_url(), said, family);
    let rules = check.registry.rules_url().map(|url| address(TabAddress::Rules, url, said, family));
    piece("section")
        .class("tabs")
        .child(piece("h2").say(Ui::TabTitle).render())
        .child(piece("p").say(Ui::TabLead).render())
        .child(
            piece("div")
                .class("segments")
                .with("role", "group")
                .with("aria-label", &ui_text(Ui::TabFamily, &[]))
                .children(families)
                .render(),
        )
        .child(path)
        .children(rules)
        .render()
}

/// One address: the question it decides, the link, and what may stand there.
fn address(address: TabAddress, url: String, said: &[Seen], family: TabFamily) -> Markup {
    let (question, open) = match address {
        TabAddress::Path => (Ui::TabPath, Ui::VerdictOpenPath),
        TabAddress::Rules => (Ui::TabRules, Ui::VerdictOpenRules),
    };
    let sights = family.sights(address).map(|sight| {
        let seen = Seen::Tab(TabAnswer { address, sight });
        let is_said = said.contains(&seen);
        let change = if is_said { Change::Unsay(seen) } else { Change::Say(seen) };
        piece("button")
            .class(["sight ", kind(sight)].concat())
            .with("data-sight", sight.as_str())
            // Said by the colour as well: what is pressed a second time is taken back.
            .with("data-picked", if is_said { "true" } else { "false" })
            .change(&change)
            .child(picture(sight))
            .child(piece("span").children(title(sight)).render())
            .render()
    });
    // The second question makes sense only once the first has an answer; until then it is one line.
    let is_due = address == TabAddress::Path || said.iter().any(|seen| matches!(seen, Seen::Tab(_)));
    let mut tab = piece("details").class("tab").with("data-tab", address.as_str());
    if is_due {
        tab = tab.with("open", "");
    }
    let link = piece("a").class("onward").href(&url).outside().say(open).child(icon(Symbol::External)).render();
    tab.child(piece("summary").child(piece("h3").say(question).render()).render())
        .child(piece("p").child(link).text(" ").child(code(&url).render()).render())
        .child(piece("div").class("sights").children(sights).render())
        .render()
}

/// A small window with what is most conspicuous in it.
fn picture(sight: Sight) -> Markup {
    let content = match sight.code() {
        Some(text) => code(text).render(),
        None => piece("i").render(),
    };
    piece("span").class("picture").with("aria-hidden", "true").child(content).render()
}

fn title(sight: Sight) -> Option<Markup> {
    Site::here().words.get(&["tab", sight.as_str(), "title"].join(".")).map(inline)
}

/// What a sight looks like: text of the registry's, somebody's page, a box, the browser's own page.
fn kind(sight: Sight) -> &'static str {
    match sight {
        Sight::Unauthorized | Sight::Denied | Sight::Token => "json",
        Sight::OtherPage => "page",
        Sight::LoginBox => "box",
        Sight::CertificateAuthority | Sight::CertificateName | Sight::CertificateDate | Sight::CertificateWarning => {
            "warning"
        }
        _ => "error",
    }
}

/// Whose error pages the reader is likely to see: by what the browser can do, and only to choose which list comes first.
fn likely_family(check: &Begun) -> TabFamily {
    match &check.report {
        Some(report) if report.spaces => TabFamily::Chromium,
        Some(report) if report.measurements.iter().any(|one| one.exchange.is_some()) => TabFamily::Firefox,
        Some(_) => TabFamily::Safari,
        None => TabFamily::Chromium,
    }
}
