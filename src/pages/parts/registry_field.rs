//! The registry's name: entered once, used everywhere.

use crate::components::ui;
use crate::islands::RegistryAnswer;
use crate::session::Field;
use crate::words::Ui;
use leptos::prelude::*;

/// The field for the registry's name, with what was understood, or what is wrong and what to do. `browser` fills it and listens.
#[component]
pub fn RegistryField() -> impl IntoView {
    view! {
        <div class="field registry-field">
            <label for="registry">{ui(Ui::RegistryLabel)}</label>
            <input
                id="registry"
                type="text"
                dir="ltr"
                inputmode="url"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                placeholder="contosoprod"
                data-field=Field::Registry.as_str()
                aria-describedby="registry-answer"
                aria-invalid="false"
            />
            <div id="registry-answer" class="field-answer stacked" aria-live="polite">
                <p id="registry-help">{ui(Ui::RegistryHelp)}</p>
                <RegistryAnswer />
            </div>
        </div>
    }
}
