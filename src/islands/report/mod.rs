//! The report: the session, or one that came with a link, as it leaves the page.
//!
//! Law: what is shown is what is shared. Link, Markdown, JSON and print are made of one [`Shared`], and so is the page.

mod notices;
mod sheet;
mod spoken;

use crate::browser;
use crate::components::{changing, code, effect, nothing, piece};
use crate::report::Redaction;
use crate::words::Ui;
use leptos::prelude::*;
use sheet::Sheet;

/// Everything below the buttons of the report's page.
#[island]
pub fn ReportPanel() -> impl IntoView {
    let sheet = Sheet::new();
    sheet.follow();
    browser::on_text("#redact", move |_| {
        sheet.redaction.set(if browser::is_ticked("#redact") { Redaction::On } else { Redaction::Off });
    });
    browser::on_text("#code", move |text| {
        sheet.spoken.set(text);
        sheet.load();
    });
    browser::on_copy("#copy-link", move || sheet.link());
    browser::on_copy("#copy-report", move || sheet.text(|report, wanted| report.markdown(&wanted.teller())));
    browser::on_press("#save-report", move || {
        let text = sheet.text(|report, wanted| report.markdown(&wanted.teller()));
        browser::save_file("registry-report.md", "text/markdown", &text);
    });
    browser::on_press("#save-json", move || {
        browser::save_file("registry-report.json", "application/json", &sheet.text(|report, _| report.json()));
    });
    browser::on_press("#print", browser::print_page);
    browser::on_press("#take-over", move || sheet.take_over());
    browser::on_press("#own-report", move || sheet.close());
    effect(move || {
        let is_there = sheet.made.with(Option::is_some);
        browser::set_flag(".share", "hidden", !is_there);
        browser::set_value("#share-link", &if is_there { sheet.link() } else { String::new() });
        browser::set_text("#code-answer", &spoken::told(sheet));
    });
    changing(move || {
        let failed = sheet.loading.with(|loading| loading.failed().map(str::to_owned));
        let failed = failed.map(|what| {
            piece("p").class("verdict bad").say(Ui::PasteFailed).text(" ").child(code(&what).render()).render()
        });
        let content = match sheet.made.with(Option::is_some) {
            true => piece("article").class("sheet").child(sheet.page()).render(),
            false => notices::empty(sheet),
        };
        piece("div")
            .class("report-panel")
            .child(failed.unwrap_or_else(nothing))
            .child(notices::of_link(sheet))
            .child(content)
            .render()
    })
}
