//! The reader's own names, as the text shows them, offered for commands and checks.

use crate::components::{Markup, piece, ui_text};
use crate::islands::Reader;
use crate::paste::Names;
use crate::session::{Change, Field};
use crate::words::Ui;

/// A button for every name that is not in use yet; nothing where there is none.
pub(super) fn offers(reader: Reader, names: &Names) -> Option<Markup> {
    let only = |field: Field, names: &[String]| match names {
        [name] => Some(Change::Use(field, name.clone())),
        // Of two the reader knows which, we do not.
        _ => None,
    };
    let registries = names.login_servers.iter().map(|name| Change::Use(Field::Registry, name.clone()));
    let others = [only(Field::Region, &names.regions), only(Field::ClientIp, &names.client_ips)];
    let offers: Vec<Markup> = reader.session.with(|session| {
        let changes = registries.chain(others.into_iter().flatten()).filter(|change| !change.holds(session));
        changes.map(|change| offer(&change)).collect()
    });
    (!offers.is_empty()).then(|| {
        piece("div").class("offers").child(piece("span").say(Ui::OfferLead).render()).children(offers).render()
    })
}

fn offer(change: &Change) -> Markup {
    let Change::Use(_, name) = change else { return Markup::default() };
    let label = ui_text(Ui::RegistrySuggestion, &[("name", name)]);
    piece("button").class("suggestion").change(change).text(label).render()
}
