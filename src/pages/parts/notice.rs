//! What the start script has to say: what is missing when the program cannot run, what is not kept, that there is a new version.

use crate::components::ui;
use crate::words::Ui;
use leptos::prelude::*;

/// Says what is missing and what still works: without JavaScript always, else when the start script finds that the program
/// cannot be started.
#[component]
pub fn WithoutProgram() -> impl IntoView {
    view! {
        <noscript><p class="without-program">{ui(Ui::WithoutScript)}</p></noscript>
        <p class="without-program" id="without-program" hidden=true>{ui(Ui::WithoutWasm)}</p>
    }
}

/// Says that a newer version is waiting, and takes it when the reader wants it. It sticks to the lower edge: nothing moves for it.
#[component]
pub fn NewVersion() -> impl IntoView {
    view! {
        <div class="new-version" role="status">
            <p id="new-version" hidden=true>
                {ui(Ui::NewVersion)} " " <button type="button" class="quiet">{ui(Ui::NewVersionTake)}</button>
            </p>
        </div>
    }
}

/// Says what this browser does not keep.
#[component]
pub fn NotKept() -> impl IntoView {
    view! {
        <p class="fine" id="not-stored" hidden=true>{ui(Ui::NotStored)}</p>
        <p class="fine" id="not-kept" hidden=true>{ui(Ui::NotKept)}</p>
    }
}
