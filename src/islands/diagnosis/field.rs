//! The field for pasted output, and the way to a file.

use super::telling::Telling;
use crate::browser;
use crate::components::{Icon, Symbol, ui_text};
use crate::words::Ui;
use leptos::html::Textarea;
use leptos::prelude::*;

/// The field, what is allowed in it, and how far it has been read.
pub(super) fn paste_field(telling: Telling) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    // Typed or pasted before the program was there.
    field.on_load(move |field| {
        let early = field.value();
        if !early.is_empty() {
            telling.tell(early.into(), None);
        }
    });
    // The field shows the text unless it is kept beside it.
    let shown = Signal::derive(move || {
        if telling.document.with(Option::is_some) { String::new() } else { telling.text.with(ToString::to_string) }
    });
    let waits = Signal::derive(move || !telling.reader.ready.get());
    view! {
        <div class="field paste">
            <label for="paste">{ui_text(Ui::PasteLabel, &[])}</label>
            <textarea
                id="paste"
                rows="5"
                dir="ltr"
                translate="no"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                wrap="off"
                node_ref=field
                aria-describedby="paste-help"
                prop:value=shown
                on:input=move |event| telling.tell(event_target_value(&event).into(), None)
                on:paste=move |event| {
                    if let Some(given) = browser::bulk_pasted(&event) {
                        telling.give(Ok(given));
                    }
                }
            />
            <div class="paste-bar">
                <p id="paste-help">{ui_text(Ui::PasteHelp, &[])}</p>
                <button
                    type="button"
                    class="quiet"
                    disabled=waits
                    on:click=move |_| browser::open_file_dialogue("paste-file")
                >
                    <Icon symbol=Symbol::File />
                    {ui_text(Ui::PasteFile, &[])}
                </button>
                <input
                    id="paste-file"
                    type="file"
                    hidden=true
                    tabindex="-1"
                    aria-label=ui_text(Ui::PasteFile, &[])
                    on:change=move |event| browser::chosen_file(&event, move |given| telling.give(given))
                />
            </div>
        </div>
    }
}
