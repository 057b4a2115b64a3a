//! The next question, command or test: the one that settles most, with "don't know" always allowed.

use crate::address::Route;
use crate::components::{Markup, Symbol, code, icon, nothing, piece, ui_text};
use crate::diagnosis::{Certainty, Diagnosis, Next};
use crate::islands::knowing::Knowing;
use crate::knowledge::QuestionId;
use crate::observation::Seen;
use crate::session::{Change, Values};
use crate::words::Ui;

/// What to answer or run next; where nothing more is worth asking, who can find out more, unless it is certain.
pub(super) fn next(knowing: &Knowing, diagnosis: &Diagnosis, values: &Values) -> Markup {
    let Some(next) = &diagnosis.next else { return no_more(knowing, diagnosis) };
    let inner = match (&next.question, &next.command, &next.finding) {
        (Some(id), ..) => ask(knowing, id, values),
        (_, Some(id), _) => Some(run(knowing, id.as_str(), values)),
        (.., Some(id)) => Some(test(knowing, id.as_str(), values)),
        _ => None,
    };
    let Some(inner) = inner else { return nothing() };
    piece("section")
        .class("next")
        .id("next")
        .child(piece("p").class("kind").say(Ui::NextTitle).render())
        .children(inner)
        .children(changes(knowing, next))
        .render()
}

fn no_more(knowing: &Knowing, diagnosis: &Diagnosis) -> Markup {
    let is_settled = diagnosis.causes.first().is_none_or(|cause| cause.certainty == Certainty::Certain);
    if is_settled {
        return nothing();
    }
    let href = [&knowing.site.href(&Route::Diagnosis), "#collect"].concat();
    piece("section")
        .class("next")
        .id("next")
        .child(piece("p").say(Ui::NextNone).render())
        .child(piece("a").class("onward").href(href).say(Ui::NextScript).child(icon(Symbol::Forward)).render())
        .render()
}

/// A question with its answers.
fn ask(knowing: &Knowing, question: &QuestionId, values: &Values) -> Option<Vec<Markup>> {
    let id = question.as_str();
    let row = knowing.casebook.question(id)?;
    let mut choices = piece("div").class("choices");
    for answer in row.answers {
        let label = knowing.text(&["question", id, "answer", answer].join("."));
        choices = choices.child(choice(label, Seen::Answer(question.clone(), answer.as_str().into())));
    }
    let dont_know = choice(ui_text(Ui::NextDontKnow, &[]), Seen::DontKnow(question.clone()));
    let mut parts = vec![
        piece("h2").text(knowing.title("question", id)).render(),
        piece("p").text(knowing.text(&["question", id, "help"].join("."))).render(),
        choices.child(dont_know).render(),
    ];
    if let Some(command) = command(knowing, row.command, values) {
        let summary = piece("summary").say(Ui::NextFindOut).render();
        let paste = piece("p").say(Ui::NextPaste).render();
        parts.push(piece("details").child(summary).child(command).child(paste).render());
    }
    Some(parts)
}

/// A command whose output the page reads.
fn run(knowing: &Knowing, id: &str, values: &Values) -> Vec<Markup> {
    vec![
        piece("h2").text(knowing.title("command", id)).render(),
        piece("p").say(Ui::NextRun).render(),
        piece("div").children(command(knowing, id, values)).render(),
        piece("div").class("choices").child(choice(ui_text(Ui::NextCannot, &[]), Seen::DontKnow(id.into()))).render(),
    ]
}

/// The deciding test of a finding.
fn test(knowing: &Knowing, id: &str, values: &Values) -> Vec<Markup> {
    let finding = knowing.casebook.finding(id);
    let text = ["finding", id, "test"].join(".");
    let paragraphs = knowing.site.words.paragraphs(&text).into_iter();
    let paragraphs: Vec<Markup> =
        paragraphs.map(|block| piece("p").child(crate::components::inline(block)).render()).collect();
    vec![
        piece("h2").say(Ui::NextTest).text(" ").text(knowing.title("finding", id)).render(),
        piece("div").children(finding.and_then(|finding| command(knowing, finding.test, values))).render(),
        piece("div").children(paragraphs).render(),
        piece("div")
            .class("choices")
            .child(choice(ui_text(Ui::NextYes, &[]), Seen::Confirmed(id.to_owned())))
            .child(choice(ui_text(Ui::NextNo, &[]), Seen::RuledOut(id.to_owned())))
            .child(choice(ui_text(Ui::NextDontKnow, &[]), Seen::DontKnow(id.into())))
            .render(),
    ]
}

fn choice(label: String, seen: Seen) -> Markup {
    piece("button").change(&Change::Say(seen)).text(label).render()
}

/// What would change the verdict.
fn changes(knowing: &Knowing, next: &Next) -> Option<Markup> {
    let rows = next.changes.iter().filter_map(|change| {
        let seen: Vec<String> = change.see.iter().filter_map(|seen| outcome(knowing, seen)).collect();
        let text = seen.first()?.clone();
        let cause = knowing.title("cause", change.cause.as_str());
        Some(piece("li").text(text).text(" → ").child(piece("span").text(cause).render()).render())
    });
    let rows: Vec<Markup> = rows.collect();
    (!rows.is_empty()).then(|| {
        piece("details")
            .class("changes")
            .child(piece("summary").say(Ui::NextChanges).render())
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
pub(super) fn command(knowing: &Knowing, id: &str, values: &Values) -> Option<Markup> {
    let command = knowing.casebook.command(id)?;
    let form = |shell: Option<&'static str>, text: &str| {
        piece("pre").shell(shell).child(code(&values.fill(text)).render()).render()
    };
    let shell = command.powershell.map(|_| "bash");
    let title = piece("span").class("command-title").text(knowing.title("command", id)).render();
    let place = piece("span").class("command-place").text(knowing.title("place", command.place)).render();
    let label = piece("span").say(Ui::CommandCopy).render();
    let copy = piece("button").class("copy").copies().child(icon(Symbol::Copy)).child(label).render();
    Some(
        piece("figure")
            .class("command")
            .child(piece("figcaption").child(title).child(place).render())
            .child(piece("div").class("command-bar").child(copy).render())
            .child(form(shell, command.bash))
            .children(command.powershell.map(|powershell| form(Some("powershell"), powershell)))
            .render(),
    )
}
