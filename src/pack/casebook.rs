//! What a diagnosis is shown with, in one language: the words of reasons, findings and questions, and what they point to.

use super::{OtherBuild, Row, row, text_rows};
use crate::guide::Guide;
use crate::knowledge::{Command, CommandId, LiteralId, Owner, Stop};
use crate::small::Listing;
use crate::words::{LanguageCode, Texts, Ui, Words};

/// The part of a guide that a diagnosis is shown with, over and above what every page has.
///
/// What texts point to stays as the rows that were sent, and is read where it is asked for: a handful of it is ever shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Casebook {
    /// The texts by key.
    pub texts: Texts,
    /// Where a text was borrowed from another language.
    pub fallback: Listing<String, LanguageCode>,
    /// Every literal: what a page shows of a diagnosis mentions those of the page's own words too.
    pub literals: Listing<LiteralId, String>,
    rows: Vec<Row>,
}

/// The command whose output says most where nothing is known yet.
pub const TELLS_MOST: &str = "check-health";

/// What a finding points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingRow<'a> {
    /// The solution that mends it.
    pub solution: &'a str,
    /// The step of it that mends just this; empty where the whole solution does.
    pub step: &'a str,
    /// Who can mend it.
    pub owner: &'a str,
    /// The command that decides; empty where there is none.
    pub test: &'a str,
    /// The stop of the path where it is; empty where that is open.
    pub at: &'a str,
}

/// What a cause points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CauseRow<'a> {
    /// Its most usual solution.
    pub solution: &'a str,
    /// The stop of the path where it is; empty where that is open.
    pub at: &'a str,
    /// Its word in codes that are read out.
    pub code: &'a str,
}

/// A step of a solution, for reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepRow<'a> {
    /// Names it within its solution.
    pub id: &'a str,
    /// Who does it.
    pub owner: &'a str,
    /// The commands to run for it.
    pub commands: &'a [String],
}

/// What a question offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionRow<'a> {
    /// The command that tells; empty where there is none.
    pub command: &'a str,
    /// The ids of its answers.
    pub answers: &'a [String],
}

/// A command's place and forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandRow<'a> {
    /// Where it is run.
    pub place: &'a str,
    /// Its form for bash.
    pub bash: &'a str,
    /// Its form for PowerShell, where that is another.
    pub powershell: Option<&'a str>,
}

impl Casebook {
    /// Picks what a diagnosis shows; `inquiries` are the commands that the weights may ask for.
    pub fn of(guide: &Guide, inquiries: &[CommandId]) -> Self {
        Self::with(guide, inquiries, false)
    }

    /// The same, and what a report says over and above: every step of every solution with its commands, verdicts of the check, words of
    /// the report's own.
    pub fn of_report(guide: &Guide, inquiries: &[CommandId]) -> Self {
        Self::with(guide, inquiries, true)
    }

    fn with(guide: &Guide, inquiries: &[CommandId], is_report: bool) -> Self {
        let knowledge = &guide.knowledge;
        let steps = || knowledge.solutions.iter().flat_map(|solution| &solution.steps).filter(|_| is_report);
        let of_steps: Vec<&CommandId> = steps().flat_map(|step| &step.commands).collect();
        let of_questions = knowledge.questions.iter().filter_map(|question| question.command.as_ref());
        let of_findings = knowledge.findings.iter().filter_map(|finding| finding.test.as_ref());
        let wanted: Vec<&CommandId> = of_questions.chain(of_findings).chain(inquiries).chain(of_steps).collect();
        let commands: Vec<&Command> =
            knowledge.commands.iter().filter(|it| wanted.contains(&&it.id) || it.id == *TELLS_MOST).collect();
        let mut rows: Vec<Row> = Vec::new();
        rows.extend(knowledge.causes.iter().filter_map(|cause| {
            let usual = cause.solutions.first()?;
            Some(row(&["cause", cause.id.as_str(), usual.as_str(), stop(cause.at), &cause.spoken()]))
        }));
        rows.extend(knowledge.findings.iter().map(|finding| {
            let test = finding.test.as_ref().map_or("", |id| id.as_str());
            let step = finding.step.as_ref().map_or("", |id| id.as_str());
            let of_cause = knowledge.causes.iter().find(|cause| cause.id == finding.cause).and_then(|cause| cause.at);
            let at = stop(finding.at.or(of_cause));
            row(&["finding", finding.id.as_str(), finding.solution.as_str(), step, finding.owner.as_str(), test, at])
        }));
        rows.extend(knowledge.questions.iter().map(|question| {
            let command = question.command.as_ref().map_or("", |id| id.as_str());
            let answers = question.answers.iter().map(|answer| answer.id.as_str());
            row(&["question", question.id.as_str(), command].into_iter().chain(answers).collect::<Vec<_>>())
        }));
        // What a session can hold besides: so it can be told what of a link this guide does not know.
        rows.extend(knowledge.symptoms.iter().map(|symptom| {
            let causes = symptom.causes.iter().map(|cause| cause.as_str());
            row(&["symptom", symptom.id.as_str()].into_iter().chain(causes).collect::<Vec<_>>())
        }));
        rows.extend(knowledge.solutions.iter().map(|solution| {
            let steps = solution.steps.iter().map(|step| step.id.as_str());
            row(&["solution", solution.id.as_str()].into_iter().chain(steps).collect::<Vec<_>>())
        }));
        for solution in knowledge.solutions.iter().filter(|_| is_report) {
            rows.extend(solution.steps.iter().map(|step| {
                let owner = step.owner.or(solution.owners.first().copied()).map_or("", Owner::as_str);
                let commands = step.commands.iter().map(|id| id.as_str());
                row(&["step", solution.id.as_str(), step.id.as_str(), owner]
                    .into_iter()
                    .chain(commands)
                    .collect::<Vec<_>>())
            }));
        }
        rows.extend(commands.iter().map(|command| {
            let Command { id, place, bash, powershell } = command;
            let texts = ["command", id.as_str(), place.as_str(), bash.as_str()];
            row(&texts.into_iter().chain(powershell.as_deref()).collect::<Vec<_>>())
        }));
        let Words { texts, fallback, .. } = &guide.words;
        let mut texts = texts.clone();
        let own: Vec<String> =
            Ui::ALL.iter().filter(|ui| ui.key().starts_with("ui.report.")).map(|ui| ui.number()).collect();
        texts.retain(|key| {
            is_needed(key, &commands) || is_report && (is_reported(key) || own.iter().any(|one| one == key))
        });
        let mut fallback = fallback.clone();
        fallback.retain(|key| texts.contains_key(key));
        Self { literals: knowledge.literals.clone(), texts, fallback, rows }
    }

    /// The rows to send.
    pub fn rows(&self) -> Vec<Row> {
        let literals = self.literals.iter().map(|(id, text)| row(&["literal", id.as_str(), text]));
        self.rows.iter().cloned().chain(literals).chain(text_rows(&self.texts, &self.fallback)).collect()
    }

    /// Reads rows.
    ///
    /// # Errors
    /// Names the first row that this program does not know: the data is of another build.
    pub fn from_rows(rows: Vec<Row>) -> Result<Self, OtherBuild> {
        let mut casebook = Self::default();
        for row in rows {
            match row.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                ["text", key, text, ref from @ ..] => {
                    casebook.texts.insert(key.into(), text.into());
                    if let Some(from) = from.first() {
                        casebook.fallback.push(key.into(), LanguageCode::from(*from));
                    }
                }
                ["literal", id, text] => {
                    casebook.literals.push(id.into(), text.into());
                }
                ["cause", _, _, _, _]
                | ["finding", _, _, _, _, _, _]
                | ["step", _, _, _, ..]
                | ["question", _, _, ..]
                | ["symptom" | "solution", _, ..]
                | ["command", _, _, _, ..] => {
                    casebook.rows.push(row);
                }
                _ => return Err(OtherBuild { row }),
            }
        }
        Ok(casebook)
    }

    /// The rows of a kind, each without its kind: an id, and what belongs to it.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a [String]> {
        self.rows.iter().filter(move |row| row[0] == kind).filter_map(|row| row.get(1..))
    }

    fn row(&self, kind: &str, id: &str) -> Option<&[String]> {
        let row = self.rows.iter().find(|row| row[0] == kind && row[1] == id)?;
        row.get(2..)
    }

    /// The cause of that id.
    pub fn cause(&self, id: &str) -> Option<CauseRow<'_>> {
        let [solution, at, code] = self.row("cause", id)? else { return None };
        Some(CauseRow { solution, at, code })
    }

    /// The cause of that word in codes.
    pub fn cause_of_code(&self, word: &str) -> Option<&str> {
        let row = self.of_kind("cause").find(|row| row.last().is_some_and(|code| code == word))?;
        Some(&row[0])
    }

    /// The most usual solution of a cause.
    pub fn usual_solution(&self, cause: &str) -> Option<&str> {
        self.cause(cause).map(|row| row.solution)
    }

    /// The steps of a solution, in order; none where this is no report's casebook.
    pub fn steps<'a>(&'a self, solution: &'a str) -> impl Iterator<Item = StepRow<'a>> {
        let rows = self.of_kind("step").filter(move |row| row[0] == solution);
        rows.filter_map(|row| {
            let [_, id, owner, commands @ ..] = row else { return None };
            Some(StepRow { id, owner, commands })
        })
    }

    /// The finding of that id.
    pub fn finding(&self, id: &str) -> Option<FindingRow<'_>> {
        let [solution, step, owner, test, at] = self.row("finding", id)? else { return None };
        Some(FindingRow { solution, step, owner, test, at })
    }

    /// The question of that id.
    pub fn question(&self, id: &str) -> Option<QuestionRow<'_>> {
        let (command, answers) = self.row("question", id)?.split_first()?;
        Some(QuestionRow { command, answers })
    }

    /// The command of that id.
    pub fn command(&self, id: &str) -> Option<CommandRow<'_>> {
        let [place, bash, powershell @ ..] = self.row("command", id)? else { return None };
        Some(CommandRow { place, bash, powershell: powershell.first().map(String::as_str) })
    }
}

fn stop(stop: Option<Stop>) -> &'static str {
    stop.map_or("", Stop::as_str)
}

/// Whether a report shows the text of that key over and above what a diagnosis shows.
fn is_reported(key: &str) -> bool {
    let mut parts = key.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("fact"), _, _) => true,
        (Some("solution"), _, Some(field)) => field == "step",
        (Some("verdict" | "path"), _, Some(field)) => matches!(field, "title" | "means"),
        _ => false,
    }
}

/// Whether a diagnosis shows the text of that key.
fn is_needed(key: &str, commands: &[&Command]) -> bool {
    let mut parts = key.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("reason" | "question" | "cause" | "solution" | "symptom"), _, field) => {
            !matches!(field, Some("summary" | "tell" | "why" | "verify" | "step" | "because"))
        }
        (Some("finding"), _, Some(field)) => field != "summary",
        (Some("command"), Some(id), _) => commands.iter().any(|command| command.id.as_str() == id),
        _ => false,
    }
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::*;
    use crate::authoring;
    use std::path::Path;

    #[test]
    fn a_casebook_survives_the_wire_in_every_language() {
        let mut content =
            authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads");
        content.add_pseudo();
        for guide in content.languages().iter().filter_map(|language| content.guide(&language.code)) {
            let casebook = Casebook::of(&guide, &["curl-data".into()]);
            for finding in &guide.knowledge.findings {
                let row = casebook.finding(finding.id.as_str()).expect("every finding is there");
                assert_eq!((row.solution, row.owner), (finding.solution.as_str(), finding.owner.as_str()));
                assert_eq!(finding.test.is_some(), casebook.command(row.test).is_some());
            }
            assert!(casebook.command(TELLS_MOST).is_some());
            for question in &guide.knowledge.questions {
                let row = casebook.question(question.id.as_str()).expect("every question is there");
                assert_eq!(row.answers.len(), question.answers.len());
            }
            for cause in &guide.knowledge.causes {
                assert_eq!(casebook.usual_solution(cause.id.as_str()), Some(cause.solutions[0].as_str()));
            }
            assert_eq!(Casebook::from_rows(casebook.rows()), Ok(casebook));
        }
    }

    #[test]
    fn a_row_of_another_build_is_named() {
        let odd = row(&["weather", "sunny"]);
        assert_eq!(Casebook::from_rows(vec![odd.clone()]), Err(OtherBuild { row: odd }));
    }
}
