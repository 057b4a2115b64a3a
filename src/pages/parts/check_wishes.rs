//! What the reader may add to a check: regions, and a question to public DNS.

use crate::components::ui;
use crate::session::Field;
use crate::words::Ui;
use leptos::prelude::*;

/// The regions of the registry's replicas, and the consent to ask a public resolver, which nothing but a tick gives.
#[component]
pub fn CheckWishes() -> impl IntoView {
    view! {
        <div class="wishes">
            <div class="field">
                <label for="region">{ui(Ui::CheckRegions)}</label>
                <input
                    id="region"
                    type="text"
                    dir="ltr"
                    autocapitalize="none"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="swedencentral, westeurope"
                    data-field=Field::Region.as_str()
                    aria-describedby="region-help"
                />
                <p class="field-answer" id="region-help">
                    {ui(Ui::CheckRegionsHelp)}
                </p>
            </div>
            <div class="consent">
                <input type="checkbox" id="public-dns" autocomplete="off" aria-describedby="public-dns-help" />
                <label for="public-dns">{ui(Ui::CheckDns)}</label>
                <p class="field-answer" id="public-dns-help">
                    {ui(Ui::CheckDnsHelp)}
                </p>
            </div>
        </div>
    }
}
