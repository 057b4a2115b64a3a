//! What is missing when the program cannot run: without JavaScript, or with WebAssembly blocked.

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
