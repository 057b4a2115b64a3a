//! The report: what can be shared of the session, and how.

use crate::components::{Icon, Symbol, ui, ui_text};
use crate::islands::ReportPanel;
use crate::words::Ui;
use leptos::prelude::*;

/// The report's page: what is shared and how stands around it, so that print leaves it out.
#[component]
pub(super) fn ReportPage() -> impl IntoView {
    view! {
        <article class="report">
            <h1>{ui(Ui::ShareTitle)}</h1>
            <p>{ui(Ui::ShareLead)}</p>
            <section class="share" hidden aria-labelledby="share">
                <h2 id="share">{ui(Ui::ShareHow)}</h2>
                <div class="consent">
                    <input id="redact" type="checkbox" checked autocomplete="off" aria-describedby="redact-help" />
                    <label for="redact">{ui(Ui::ShareRedact)}</label>
                    <p id="redact-help" class="field-answer">{ui(Ui::ShareRedactHelp)}</p>
                </div>
                <div class="field">
                    <label for="share-link">{ui(Ui::ShareLink)}</label>
                    <div class="with-button">
                        <input id="share-link" type="text" readonly dir="ltr" aria-describedby="link-help" />
                        <button type="button" id="copy-link">
                            <Icon symbol=Symbol::Copy />
                            <span>{ui(Ui::ShareCopyLink)}</span>
                        </button>
                    </div>
                    <p id="link-help" class="field-answer">{ui(Ui::ShareLinkHelp)}</p>
                </div>
                <p class="share-actions">
                    <button type="button" id="copy-report">
                        <Icon symbol=Symbol::Copy />
                        <span>{ui(Ui::ShareCopy)}</span>
                    </button>
                    <button type="button" id="save-report">{ui(Ui::ShareSave)}</button>
                    <button type="button" id="save-json">{ui(Ui::ShareSaveJson)}</button>
                    <button type="button" id="print">{ui(Ui::SharePrint)}</button>
                </p>
            </section>
            <ReportPanel />
            <section class="spoken" aria-label=ui_text(Ui::ShareCode, &[])>
                <div class="field">
                    <label for="code">{ui(Ui::ShareCode)}</label>
                    <input
                        id="code"
                        type="text"
                        dir="ltr"
                        autocapitalize="characters"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="code-help"
                    />
                    <p id="code-help" class="field-answer">{ui(Ui::ShareCodeHelp)}</p>
                    <p id="code-answer" role="status"></p>
                </div>
            </section>
        </article>
    }
}
