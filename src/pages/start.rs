//! What do you see? The way in.

use super::parts::{PasteField, RegistryField, SymptomList};
use crate::address::Route;
use crate::components::{Icon, Site, Symbol, ui};
use crate::islands::DiagnosisPanel;
use crate::words::Ui;
use leptos::prelude::*;

/// The start page: what the reader has, an error text or just a symptom, then the check and the whole guide.
#[component]
pub(super) fn StartPage() -> impl IntoView {
    let site = Site::here();
    view! {
        <div class="lead">
            <h1>{ui(Ui::StartTitle)}</h1>
            <p>{ui(Ui::StartLead)}</p>
        </div>
        <div class="columns">
            <div>
                <PasteField />
                <DiagnosisPanel />
                <section aria-labelledby="symptoms">
                    <h2 id="symptoms">{ui(Ui::StartSymptoms)}</h2>
                    <SymptomList />
                </section>
            </div>
            <div class="side">
                <section>
                    <h2>{ui(Ui::StartRegistry)}</h2>
                    <RegistryField />
                </section>
                <section>
                    <h2>{ui(Ui::StartCheck)}</h2>
                    <p>{ui(Ui::StartCheckLead)}</p>
                    <p>
                        <a class="button" href=site.href(&Route::Check)>
                            <Icon symbol=Symbol::Signal /> {ui(Ui::StartCheckLink)}
                        </a>
                    </p>
                </section>
                <section>
                    <h2>{ui(Ui::StartAll)}</h2>
                    <p>{ui(Ui::StartAllLead)}</p>
                    <p>
                        <a class="onward" href=site.href(&Route::All)>
                            {ui(Ui::StartAllLink)} " " <Icon symbol=Symbol::Forward />
                        </a>
                    </p>
                    <p>
                        <a class="onward" href=site.href(&Route::Map)>
                            {ui(Ui::StartMapLink)} " " <Icon symbol=Symbol::Forward />
                        </a>
                    </p>
                </section>
            </div>
        </div>
    }
}
