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
            <h1>{ui(Ui::ReportTitle)}</h1>
            <p>{ui(Ui::ReportLead)}</p>
            <section class="share" hidden aria-labelledby="share">
                <h2 id="share">{ui(Ui::ReportShare)}</h2>
                <div class="consent">
                    <input id="redact" type="checkbox" checked autocomplete="off" aria-describedby="redact-help" />
                    <label for="redact">{ui(Ui::ReportRedact)}</label>
                    <p id="redact-help" class="field-answer">{ui(Ui::ReportRedactHelp)}</p>
                </div>
                <div class="field">
                    <label for="share-link">{ui(Ui::ReportLink)}</label>
                    <div class="with-button">
                        <input id="share-link" type="text" readonly dir="ltr" aria-describedby="link-help" />
                        <button type="button" id="copy-link">
                            <Icon symbol=Symbol::Copy />
                            <span>{ui(Ui::ReportCopyLink)}</span>
                        </button>
                    </div>
                    <p id="link-help" class="field-answer">{ui(Ui::ReportLinkHelp)}</p>
                </div>
                <p class="share-actions">
                    <button type="button" id="copy-report">
                        <Icon symbol=Symbol::Copy />
                        <span>{ui(Ui::ReportCopy)}</span>
                    </button>
                    <button type="button" id="save-report">{ui(Ui::ReportSave)}</button>
                    <button type="button" id="save-json">{ui(Ui::ReportSaveJson)}</button>
                    <button type="button" id="print">{ui(Ui::ReportPrint)}</button>
                </p>
            </section>
            <ReportPanel />
            <section class="spoken" aria-label=ui_text(Ui::ReportCode, &[])>
                <div class="field">
                    <label for="code">{ui(Ui::ReportCode)}</label>
                    <input
                        id="code"
                        type="text"
                        dir="ltr"
                        autocapitalize="characters"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="code-help"
                    />
                    <p id="code-help" class="field-answer">{ui(Ui::ReportCodeHelp)}</p>
                    <p id="code-answer" role="status"></p>
                </div>
            </section>
        </article>
    }
}
