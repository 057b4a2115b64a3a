//! Small things about the knowledge that its types do not say.

use crate::authoring::content::Content;
use crate::authoring::problem::Report;
use crate::authoring::similar::did_you_mean;
use crate::authoring::vocabulary::names;
use crate::report::Code;
use crate::words::Placeholder;

pub(super) fn check(content: &Content, report: &mut Report) {
    let knowledge = &content.guide.knowledge;
    let at = |path: String| content.guide.positions.at(&path);
    for (n, command) in knowledge.commands.iter().enumerate() {
        let texts = [("bash", Some(&command.bash)), ("powershell", command.powershell.as_ref())];
        for (shell, text) in texts.into_iter().filter_map(|(shell, text)| Some((shell, text?))) {
            let place = at(format!("command[{n}].{shell}"));
            for name in names(text).filter(|name| Placeholder::named(name).is_none()) {
                let known = Placeholder::ALL.map(Placeholder::as_str);
                let otherwise = "src/words/placeholder.rs lists the placeholders; literals are written out in commands";
                let what = format!("command `{}` has an unknown placeholder {{{name}}}", command.id);
                report.error(place.clone(), what, did_you_mean(name, known, otherwise));
            }
            if text.trim().is_empty() {
                report.error(place, format!("command `{}` is empty", command.id), "write what to run");
            }
        }
        if command.powershell.as_ref() == Some(&command.bash) {
            let what = format!("command `{}` is the same for both shells", command.id);
            report.warning(at(format!("command[{n}].powershell")), what, "leave `powershell` out");
        }
    }
    for (n, cause) in knowledge.causes.iter().enumerate() {
        let word = cause.spoken();
        let place = at(format!("cause[{n}].code"));
        if !(1..=16).contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let what = format!("cause `{}` has no word that can be read out: `{word}`", cause.id);
            report.error(place, what, "write a `code` of four capital letters or so, A to Z");
        } else if word == Code::NO_CAUSE || knowledge.causes[..n].iter().any(|other| other.spoken() == word) {
            let what = format!("the code `{word}` of cause `{}` means something else already", cause.id);
            report.error(place, what, "write another `code`");
        }
    }
    for (n, question) in knowledge.questions.iter().enumerate().filter(|(_, question)| question.answers.len() < 2) {
        let what = format!("question `{}` leaves no choice", question.id);
        report.error(at(format!("question[{n}].answer")), what, "write at least two [[question.answer]]");
    }
    for (n, change) in knowledge.changes.iter().enumerate() {
        if change.about.is_empty() {
            let what = format!("change `{}` is about nothing, so it is never shown", change.id);
            report.error(
                at(format!("change[{n}].about")),
                what,
                "name what it is about, as symptom/…, cause/…, finding/… or solution/…",
            );
        }
        if let Some(since) = change.since.as_ref().filter(|since| !is_month_or_year(since)) {
            let what = format!("change `{}`: `{since}` is neither a year nor a month", change.id);
            report.error(at(format!("change[{n}].since")), what, "write YYYY or YYYY-MM");
        }
    }
}

fn is_month_or_year(text: &str) -> bool {
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        None => digits(text, 4),
        Some((year, month)) => digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month),
    }
}
