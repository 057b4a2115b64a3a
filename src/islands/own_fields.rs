//! The reader's own names beyond the registry's: region, resource group, client address.

use super::Reader;
use crate::components::ui_text;
use crate::session::Typed;
use crate::words::Ui;
use leptos::prelude::*;

/// The fields for region, resource group and client address.
#[island]
pub fn OwnFields() -> impl IntoView {
    view! {
        <div class="own-more">
            {field("region", Ui::OwnRegion, "swedencentral", |typed| &mut typed.region)}
            {field("resource-group", Ui::OwnResourceGroup, "rg-contoso", |typed| &mut typed.resource_group)}
            {field("client-ip", Ui::OwnClientIp, "203.0.113.7", |typed| &mut typed.client_ip)}
        </div>
    }
}

fn field(id: &'static str, label: Ui, example: &'static str, part: fn(&mut Typed) -> &mut String) -> impl IntoView {
    let session = Reader::here().session;
    view! {
        <div class="field">
            <label for=id>{ui_text(label, &[])}</label>
            <input
                id=id
                type="text"
                dir="ltr"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                placeholder=example
                prop:value=Signal::derive(move || session.with(|session| part(&mut session.typed.clone()).clone()))
                on:input=move |event| session.update(|session| *part(&mut session.typed) = event_target_value(&event))
            />
        </div>
    }
}
