//! The diagnosis: pasted output and answers in, ranked causes with reasons and the next step out.
//!
//! Law: nothing of a text leaves this folder but what was recognised in it. The page is rendered with the empty field; rules and
//! words are loaded when there is something to judge.

mod answer;
mod known;
mod lines;
mod next;
mod offers;
mod ranking;
mod telling;

use super::knowing::Loading;
use crate::browser;
use crate::components::{changing, effect};
use leptos::prelude::*;
use telling::Telling;

/// Everything that follows from what stands in the field for pasted output, and from what the reader has said.
#[island]
pub fn DiagnosisPanel() -> impl IntoView {
    let telling = Telling::new();
    telling.follow();
    browser::on_text("#paste", move |text| telling.tell(text.into(), None));
    browser::on_bulk_paste("#paste", move |given| telling.give(Ok(given)));
    browser::on_press("#choose-file", || browser::press("#paste-file"));
    browser::on_file("#paste-file", move |given| telling.give(given));
    browser::on_press("#paste-retry", move || telling.load());
    effect(move || {
        browser::set_flag("#choose-file", "disabled", !telling.reader.ready.get());
        browser::set_flag("#paste-retry", "hidden", !telling.loading.with(Loading::has_failed));
        browser::set_text("#paste-summary", &answer::summary(telling));
        // The field shows the text unless that is kept beside it.
        let is_beside = telling.document.with(Option::is_some);
        telling.text.with(|text| browser::set_value("#paste", if is_beside { "" } else { text }));
    });
    changing(move || answer::answer(telling))
}
