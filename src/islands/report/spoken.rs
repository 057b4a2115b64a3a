//! A code that was read out, in plain words.

use super::sheet::Sheet;
use crate::components::certainty;
use crate::islands::knowing::{Knowing, Loading};
use crate::report::{Code, NotACode};
use crate::words::Ui;

/// What the code says; empty where none is typed yet.
pub(super) fn told(sheet: Sheet) -> String {
    let Some(knowing) = sheet.loading.with(Loading::here) else { return String::new() };
    sheet.spoken.with(|spoken| if spoken.trim().is_empty() { String::new() } else { explained(knowing, spoken) })
}

fn explained(knowing: &Knowing, spoken: &str) -> String {
    let say = |say: Ui| knowing.say(say);
    let code = match Code::parse(spoken) {
        Ok(code) => code,
        Err(NotACode::Form) => return say(Ui::ReportCodeForm),
        Err(NotACode::Misheard) => return say(Ui::ReportCodeMisheard),
        Err(NotACode::Later) => return say(Ui::ReportCodeLater),
    };
    let mut text = match knowing.casebook.cause_of_code(&code.cause) {
        Some(cause) => [&knowing.title("cause", cause), " (", &certainty(code.certainty), "). "].concat(),
        None if code.cause == Code::NO_CAUSE => [&say(Ui::ReportCodeNoCause), " "].concat(),
        None => return say(Ui::ReportCodeLater),
    };
    if let Some(network) = code.network {
        text.push_str(&say(if network { Ui::ReportCodeNetwork } else { Ui::ReportCodeNotNetwork }));
        text.push(' ');
    }
    if let Some(path) = code.path {
        let path = knowing.title("path", path.as_str());
        text.push_str(&knowing.text_with(&Ui::ReportCodePath.number(), "name", &path));
    }
    text
}
