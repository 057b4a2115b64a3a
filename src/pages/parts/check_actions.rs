//! The buttons of a check.

use crate::components::{Icon, Symbol, ui};
use crate::words::Ui;
use leptos::prelude::*;

/// Check and cancel, and where the check stands. The island of the check makes them work.
#[component]
pub fn CheckActions() -> impl IntoView {
    view! {
        <div class="check-actions">
            <button type="button" class="primary" id="check" disabled=true>
                <Icon symbol=Symbol::Signal />
                <span>{ui(Ui::CheckButton)}</span>
            </button>
            <button type="button" id="cancel" hidden=true>
                <Icon symbol=Symbol::Cross />
                {ui(Ui::CheckCancel)}
            </button>
            <button type="button" id="look-longer" hidden=true>
                <Icon symbol=Symbol::Restart />
                {ui(Ui::CheckLonger)}
            </button>
            <span class="check-state" role="status">
                {ui(Ui::CheckNeedsName)}
            </span>
        </div>
    }
}
