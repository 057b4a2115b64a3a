//! The field for pasted output, and the way to a file.

use crate::components::{Icon, Symbol, ui, ui_text};
use crate::words::Ui;
use leptos::prelude::*;

/// The field and what is allowed in it. The island of the diagnosis listens to it; what it makes of it stands there too.
#[component]
pub fn PasteField() -> impl IntoView {
    view! {
        <div class="field paste">
            <label for="paste">{ui(Ui::PasteLabel)}</label>
            <textarea
                id="paste"
                rows="5"
                dir="ltr"
                translate="no"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                wrap="off"
                aria-describedby="paste-help"
            ></textarea>
            <div class="paste-bar">
                <p id="paste-help">{ui(Ui::PasteHelp)}</p>
                <button type="button" class="quiet" id="choose-file" disabled=true>
                    <Icon symbol=Symbol::File />
                    {ui(Ui::PasteFile)}
                </button>
                <input id="paste-file" type="file" hidden=true tabindex="-1" aria-label=ui_text(Ui::PasteFile, &[]) />
            </div>
            <p class="unseen-label" role="status" id="paste-summary"></p>
            <button type="button" id="paste-retry" hidden=true>
                {ui(Ui::PasteRetry)}
            </button>
        </div>
    }
}
