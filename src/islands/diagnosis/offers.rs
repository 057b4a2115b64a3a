//! The reader's own names, as the text shows them, offered for commands and checks.

use crate::components::{Rich, piece, ui_text};
use crate::islands::Reader;
use crate::paste::Names;
use crate::words::Ui;
use leptos::prelude::*;

/// A button for every name that is not in use yet; nothing where there is none.
pub(super) fn offers(reader: Reader, names: &Names) -> Option<Rich> {
    let typed = reader.session.with(|session| session.typed.clone());
    let registry = names.login_servers.iter().filter(|name| **name != typed.registry.trim());
    let registry = registry.map(|name| offer(reader, name, |typed, name| typed.registry = name));
    let region = only(&names.regions).filter(|name| **name != typed.region);
    let region = region.map(|name| offer(reader, name, |typed, name| typed.region = name));
    let client = only(&names.client_ips).filter(|name| **name != typed.client_ip);
    let client = client.map(|name| offer(reader, name, |typed, name| typed.client_ip = name));
    let offers: Vec<Rich> = registry.chain(region).chain(client).collect();
    (!offers.is_empty()).then(|| {
        piece("div")
            .class("offers")
            .child(piece("span").text(ui_text(Ui::OfferLead, &[])).render())
            .children(offers)
            .render()
    })
}

/// Two regions or two addresses: the reader knows which, we do not.
fn only(names: &[String]) -> Option<&String> {
    names.first().filter(|_| names.len() == 1)
}

fn offer(reader: Reader, name: &str, take: fn(&mut crate::session::Typed, String)) -> Rich {
    let name = name.to_owned();
    let label = ui_text(Ui::RegistrySuggestion, &[("name", &name)]);
    let press = move |_| {
        reader.session.update(|session| {
            session.typed.self_hosted = false;
            take(&mut session.typed, name.clone());
        });
    };
    view! { <button type="button" class="suggestion" on:click=press>{label}</button> }.into_any()
}
