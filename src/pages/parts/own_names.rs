//! The reader's own names, on every page with commands.

use super::RegistryField;
use crate::components::{ui, ui_text};
use crate::session::Field;
use crate::words::Ui;
use leptos::prelude::*;

/// The registry first, the rest on demand. `browser` fills the fields and listens to them.
#[component]
pub fn OwnNames() -> impl IntoView {
    let more = [Field::Region, Field::ResourceGroup, Field::ClientIp];
    let fields = more.map(field).collect_view();
    view! {
        <section class="own-names" aria-label=ui_text(Ui::OwnNamesTitle, &[])>
            <RegistryField />
            <details>
                <summary>{ui(Ui::OwnNamesMore)}</summary>
                <div class="own-more">{fields}</div>
            </details>
        </section>
    }
}

fn field(field: Field) -> AnyView {
    let (label, example) = match field {
        Field::Region => (Ui::OwnRegion, "swedencentral"),
        Field::Registry => (Ui::RegistryLabel, "contosoprod"),
        Field::ResourceGroup => (Ui::OwnResourceGroup, "rg-contoso"),
        // From the block for documentation, RFC 5737.
        Field::ClientIp => (Ui::OwnClientIp, "203.0.113.7"),
    };
    let id = field.as_str();
    view! {
        <div class="field">
            <label for=id>{ui(label)}</label>
            <input
                id=id
                type="text"
                dir="ltr"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                placeholder=example
                data-field=id
            />
        </div>
    }
    .into_any()
}
