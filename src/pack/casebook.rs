//! What a diagnosis is shown with, in one language: the words of reasons, findings and questions, and what they point to.

use super::{OtherBuild, Row, literals, row, text_rows};
use crate::guide::Guide;
use crate::knowledge::{
    Answer, CauseId, Command, CommandId, Finding, LiteralId, Owner, Place, Question, QuestionId, SolutionId,
};
use crate::words::{LanguageCode, Words};
use std::collections::BTreeMap;

/// The part of a guide that a diagnosis is shown with, over and above what every page has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Casebook {
    /// The texts by key.
    pub texts: BTreeMap<String, String>,
    /// Where a text was borrowed from another language.
    pub fallback: BTreeMap<String, LanguageCode>,
    /// The literals that the texts mention.
    pub literals: BTreeMap<LiteralId, String>,
    /// Each cause with its most usual solution.
    pub causes: Vec<(CauseId, SolutionId)>,
    /// The findings, without links.
    pub findings: Vec<Finding>,
    /// The questions.
    pub questions: Vec<Question>,
    /// The commands of questions and deciding tests, and those that may come next.
    pub commands: Vec<Command>,
}

impl Casebook {
    /// Picks what a diagnosis shows; `inquiries` are the commands that the weights may ask for.
    pub fn of(guide: &Guide, inquiries: &[CommandId]) -> Self {
        let knowledge = &guide.knowledge;
        let of_questions = knowledge.questions.iter().filter_map(|question| question.command.as_ref());
        let of_findings = knowledge.findings.iter().filter_map(|finding| finding.test.as_ref());
        let wanted: Vec<&CommandId> = of_questions.chain(of_findings).chain(inquiries).collect();
        let commands: Vec<Command> =
            knowledge.commands.iter().filter(|command| wanted.contains(&&command.id)).cloned().collect();
        let Words { texts, fallback, .. } = &guide.words;
        let mut texts = texts.clone();
        texts.retain(|key, _| is_needed(key, &commands));
        let mut fallback = fallback.clone();
        fallback.retain(|key, _| texts.contains_key(key));
        let first = |cause: &crate::knowledge::Cause| Some((cause.id.clone(), cause.solutions.first()?.clone()));
        let plain = |finding: &Finding| Finding { links: Vec::new(), ..finding.clone() };
        Self {
            literals: literals(guide, &texts),
            texts,
            fallback,
            causes: knowledge.causes.iter().filter_map(first).collect(),
            findings: knowledge.findings.iter().map(plain).collect(),
            questions: knowledge.questions.clone(),
            commands,
        }
    }

    /// The finding of that id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id.as_str() == id)
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The rows to send.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        rows.extend(self.causes.iter().map(|(cause, solution)| row(&["cause", cause.as_str(), solution.as_str()])));
        rows.extend(self.findings.iter().map(|finding| {
            let Finding { id, cause, test, solution, step, owner, .. } = finding;
            let test = test.as_ref().map_or("", |id| id.as_str());
            let step = step.as_ref().map_or("", |id| id.as_str());
            row(&["finding", id.as_str(), cause.as_str(), solution.as_str(), step, owner.as_str(), test])
        }));
        rows.extend(self.questions.iter().map(|question| {
            let command = question.command.as_ref().map_or("", |id| id.as_str());
            let answers = question.answers.iter().map(|answer| answer.id.as_str());
            row(&["question", question.id.as_str(), command].into_iter().chain(answers).collect::<Vec<_>>())
        }));
        rows.extend(self.commands.iter().map(|command| {
            let Command { id, place, bash, powershell } = command;
            let texts = ["command", id.as_str(), place.as_str(), bash.as_str()];
            row(&texts.into_iter().chain(powershell.as_deref()).collect::<Vec<_>>())
        }));
        rows.extend(self.literals.iter().map(|(id, text)| row(&["literal", id.as_str(), text])));
        rows.extend(text_rows(&self.texts, &self.fallback));
        rows
    }

    /// Reads rows.
    ///
    /// # Errors
    /// Names the first row that this program does not know: the data is of another build.
    pub fn from_rows(rows: Vec<Row>) -> Result<Self, OtherBuild> {
        let mut casebook = Self::default();
        for row in rows {
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            if casebook.take(&texts).is_none() {
                return Err(OtherBuild { row });
            }
        }
        Ok(casebook)
    }

    fn take(&mut self, row: &[&str]) -> Option<()> {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        match *row {
            ["cause", cause, solution] => self.causes.push((cause.into(), solution.into())),
            ["finding", id, cause, solution, step, owner, test] => self.findings.push(Finding {
                id: id.into(),
                cause: cause.into(),
                test: some(test).map(|id| id.as_str().into()),
                solution: solution.into(),
                step: some(step).map(|id| id.as_str().into()),
                owner: Owner::ALL.into_iter().find(|one| one.as_str() == owner)?,
                links: Vec::new(),
            }),
            ["question", id, command, ref answers @ ..] => self.questions.push(Question {
                id: id.into(),
                command: some(command).map(|id| id.as_str().into()),
                answers: answers.iter().map(|id| Answer { id: (*id).into() }).collect(),
            }),
            ["command", id, place, bash, ref powershell @ ..] => self.commands.push(Command {
                id: id.into(),
                place: Place::ALL.into_iter().find(|one| one.as_str() == place)?,
                bash: bash.into(),
                powershell: powershell.first().map(|text| (*text).to_owned()),
            }),
            ["literal", id, text] => {
                self.literals.insert(id.into(), text.into());
            }
            ["text", key, text, ref from @ ..] => {
                self.texts.insert(key.into(), text.into());
                self.fallback.extend(from.first().map(|from| (key.to_owned(), LanguageCode::from(*from))));
            }
            _ => return None,
        }
        Some(())
    }
}

/// Whether a diagnosis shows the text of that key.
fn is_needed(key: &str, commands: &[Command]) -> bool {
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
            assert!(!casebook.findings.is_empty() && !casebook.questions.is_empty() && !casebook.commands.is_empty());
            assert_eq!(Casebook::from_rows(casebook.rows()), Ok(casebook));
        }
    }

    #[test]
    fn a_row_of_another_build_is_named() {
        let odd = row(&["weather", "sunny"]);
        assert_eq!(Casebook::from_rows(vec![odd.clone()]), Err(OtherBuild { row: odd }));
    }
}
