//! The next question, command or test: the one that settles most, with "don't know" always allowed.

use super::knowing::Knowing;
use crate::components::{Rich, Site, Symbol, code, icon, piece, ui_text};
use crate::diagnosis::{Diagnosis, Next};
use crate::islands::Reader;
use crate::knowledge::{CommandId, Question};
use crate::observation::Seen;
use crate::session::Change;
use crate::words::Ui;

/// What to answer or run next; an empty piece where nothing more is worth it.
pub(super) fn next(knowing: &Knowing, diagnosis: &Diagnosis) -> Rich {
    let Some(next) = &diagnosis.next else { return piece("div").render() };
    let inner = match (&next.question, &next.command, &next.finding) {
        (Some(id), ..) => knowing.casebook.question(id).map(|question| ask(knowing, question)),
        (_, Some(id), _) => Some(run(knowing, id)),
        (.., Some(id)) => Some(test(knowing, id.as_str())),
        _ => None,
    };
    let Some(inner) = inner else { return piece("div").render() };
    piece("section")
        .class("next")
        .id("next")
        .child(piece("p").class("kind").text(ui_text(Ui::NextTitle, &[])).render())
        .children(inner)
        .children(changes(knowing, next))
        .render()
}

/// A question with its answers.
fn ask(knowing: &Knowing, question: &Question) -> Vec<Rich> {
    let id = question.id.as_str();
    let answers = question.answers.iter().map(|answer| {
        let label = knowing.text(&["question", id, "answer", answer.id.as_str()].join("."));
        choice(label, Seen::Answer(question.id.clone(), answer.id.clone()))
    });
    let answers: Vec<Rich> =
        answers.chain([choice(ui_text(Ui::NextDontKnow, &[]), Seen::DontKnow(question.id.clone()))]).collect();
    let mut parts = vec![
        piece("h2").text(knowing.title("question", id)).render(),
        piece("p").text(knowing.text(&["question", id, "help"].join("."))).render(),
        piece("div").class("choices").children(answers).render(),
    ];
    if let Some(command) = question.command.as_ref().and_then(command) {
        parts.push(
            piece("details")
                .child(piece("summary").text(ui_text(Ui::NextFindOut, &[])).render())
                .child(command)
                .child(piece("p").text(ui_text(Ui::NextPaste, &[])).render())
                .render(),
        );
    }
    parts
}

/// A command whose output the page reads.
fn run(knowing: &Knowing, id: &CommandId) -> Vec<Rich> {
    vec![
        piece("h2").text(knowing.title("command", id.as_str())).render(),
        piece("p").text(ui_text(Ui::NextRun, &[])).render(),
        piece("div").children(command(id)).render(),
        piece("div")
            .class("choices")
            .child(choice(ui_text(Ui::NextCannot, &[]), Seen::DontKnow(id.as_str().into())))
            .render(),
    ]
}

/// The deciding test of a finding.
fn test(knowing: &Knowing, id: &str) -> Vec<Rich> {
    let finding = knowing.casebook.finding(id);
    let text = ["finding", id, "test"].join(".");
    let paragraphs = knowing.site.words.paragraphs(&text).into_iter();
    let paragraphs: Vec<Rich> =
        paragraphs.map(|block| piece("p").child(crate::components::inline(block)).render()).collect();
    vec![
        piece("h2").text(ui_text(Ui::NextTest, &[])).text(" ").text(knowing.title("finding", id)).render(),
        piece("div").children(finding.and_then(|finding| finding.test.as_ref()).and_then(command)).render(),
        piece("div").children(paragraphs).render(),
        piece("div")
            .class("choices")
            .child(choice(ui_text(Ui::NextYes, &[]), Seen::Confirmed(id.to_owned())))
            .child(choice(ui_text(Ui::NextNo, &[]), Seen::RuledOut(id.to_owned())))
            .child(choice(ui_text(Ui::NextDontKnow, &[]), Seen::DontKnow(id.into())))
            .render(),
    ]
}

fn choice(label: String, seen: Seen) -> Rich {
    piece("button").change(&Change::Say(seen)).text(label).render()
}

/// What would change the verdict.
fn changes(knowing: &Knowing, next: &Next) -> Option<Rich> {
    let rows = next.changes.iter().filter_map(|change| {
        let seen: Vec<String> = change.see.iter().filter_map(|seen| outcome(knowing, seen)).collect();
        let text = seen.first()?.clone();
        let cause = knowing.title("cause", change.cause.as_str());
        Some(piece("li").text(text).text(" → ").child(piece("span").text(cause).render()).render())
    });
    let rows: Vec<Rich> = rows.collect();
    (!rows.is_empty()).then(|| {
        piece("details")
            .class("changes")
            .child(piece("summary").text(ui_text(Ui::NextChanges, &[])).render())
            .child(piece("ul").children(rows).render())
            .render()
    })
}

/// An outcome of the next step, said shortly: the question itself stands above.
fn outcome(knowing: &Knowing, seen: &Seen) -> Option<String> {
    match seen {
        Seen::Answer(question, answer) => {
            Some(knowing.text(&["question", question.as_str(), "answer", answer.as_str()].join(".")))
        }
        Seen::Confirmed(_) => Some(ui_text(Ui::NextYes, &[])),
        Seen::RuledOut(_) => Some(ui_text(Ui::NextNo, &[])),
        other => knowing.words_of(other),
    }
}

/// A command with the reader's own names, to be copied.
pub(super) fn command(id: &CommandId) -> Option<Rich> {
    let site = Site::here();
    let command = site.command(id)?;
    let values = Reader::here().values(site.clouds);
    let form = |shell: Option<&'static str>, text: &str| {
        piece("pre").shell(shell).child(code(values.fill(text)).render()).render()
    };
    let forms = match &command.powershell {
        None => vec![form(None, &command.bash)],
        Some(powershell) => vec![form(Some("bash"), &command.bash), form(Some("powershell"), powershell)],
    };
    let title = |kind: &str, id: &str| site.words.get(&[kind, id, "title"].join(".")).map(crate::components::inline);
    let copy = piece("button")
        .class("copy")
        .copies()
        .child(icon(Symbol::Copy))
        .child(piece("span").text(ui_text(Ui::CommandCopy, &[])).render());
    Some(
        piece("figure")
            .class("command")
            .child(
                piece("figcaption")
                    .child(piece("span").class("command-title").children(title("command", id.as_str())).render())
                    .child(
                        piece("span").class("command-place").children(title("place", command.place.as_str())).render(),
                    )
                    .render(),
            )
            .child(piece("div").class("command-bar").child(copy.render()).render())
            .children(forms)
            .render(),
    )
}
