//! Which words each kind of knowledge needs: the table of `docs/authoring.md`.
//!
//! The order of the keys is also that of the texts in a guide's JSON.

use crate::knowledge::{Knowledge, Owner, Place};
use crate::observation::Fact;
use crate::reach::{NameErrorId, NameHint, PATH_FIELDS, PathId, Sight, VERDICT_FIELDS, VerdictId};
use crate::words::Ui;
use std::collections::BTreeSet;
use std::fmt::Display;

/// How long a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One string: it stands where only one fits, as a title does.
    Line,
    /// A string, or a list of paragraphs.
    Text,
}

/// Whether a text may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Pages show it.
    Required,
    /// Pages show it where it is there.
    Optional,
}

/// A text that pages may show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredKey {
    /// `symptom.request-timeout.title`
    pub key: String,
    /// How long it may be.
    pub form: Form,
    /// Whether it may be left out.
    pub need: Need,
}

/// Every text that pages may show, given what the guide knows and the reasons that its diagnosis gives (without those
/// that are answers of the reader: an answer has words already).
pub fn required_keys(knowledge: &Knowledge, reasons: &BTreeSet<String>) -> Vec<RequiredKey> {
    let mut keys = Keys::default();
    of_knowledge(knowledge, &mut keys);
    keys.titles("reason", reasons);
    // What is no reason is told in reports all the same.
    for fact in Fact::ALL.iter().filter(|fact| !reasons.contains(fact.as_str())) {
        keys.of("fact", fact).push("title", Form::Line, Need::Optional);
    }
    of_the_program(&mut keys);
    keys.0
}

fn of_knowledge(knowledge: &Knowledge, keys: &mut Keys) {
    for symptom in &knowledge.symptoms {
        let mut words = keys.of("symptom", &symptom.id);
        words.line("title").text("summary");
        for cause in &symptom.causes {
            words.text(format!("because.{cause}"));
        }
    }
    for cause in &knowledge.causes {
        keys.of("cause", &cause.id).line("title").text("summary").text("tell");
    }
    for finding in &knowledge.findings {
        // Without a command there may still be a test to describe: a look at a setting, a question to someone.
        let need = if finding.test.is_some() { Need::Required } else { Need::Optional };
        keys.of("finding", &finding.id).line("title").text("summary").push("test", Form::Text, need);
    }
    for solution in &knowledge.solutions {
        let mut words = keys.of("solution", &solution.id);
        words.line("title").text("why").text("verify");
        for step in &solution.steps {
            words.text(format!("step.{}", step.id));
        }
    }
    for question in &knowledge.questions {
        let mut words = keys.of("question", &question.id);
        words.line("title").text("help");
        for answer in &question.answers {
            words.line(format!("answer.{}", answer.id));
        }
    }
    for change in &knowledge.changes {
        keys.of("change", &change.id).text("then").text("now");
    }
    if !knowledge.scripts.is_empty() {
        keys.of("collect", "all").line("title").text("lead");
    }
    for script in &knowledge.scripts {
        keys.of("collect", script.variant.as_str()).line("title").text("lead");
    }
    keys.titles("command", knowledge.commands.iter().map(|command| &command.id));
    keys.titles("link", knowledge.links.iter().map(|link| &link.id));
    keys.titles("cloud", knowledge.clouds.iter().map(|cloud| &cloud.id));
}

/// Sets that are closed because the program has a case for each.
fn of_the_program(keys: &mut Keys) {
    keys.titles("owner", Owner::ALL.map(Owner::as_str));
    keys.titles("place", Place::ALL.map(Place::as_str));
    for ui in Ui::ALL {
        keys.push(ui.key().to_owned(), Form::Line, Need::Required);
    }
    for verdict in VerdictId::ALL {
        let mut words = keys.of("verdict", verdict);
        for field in VERDICT_FIELDS {
            words.push(field, if field == "title" { Form::Line } else { Form::Text }, Need::Required);
        }
    }
    for path in PathId::ALL {
        let mut words = keys.of("path", path);
        for field in PATH_FIELDS {
            words.push(field, if field == "title" { Form::Line } else { Form::Text }, Need::Required);
        }
    }
    keys.titles("tab", Sight::ALL.iter().map(|sight| sight.as_str()));
    for name in NameErrorId::ALL.iter().map(|id| id.as_str()).chain(NameHint::ALL.iter().map(|hint| hint.as_str())) {
        keys.of("name", name).line("title").text("help");
    }
}

#[derive(Default)]
struct Keys(Vec<RequiredKey>);

impl Keys {
    fn of(&mut self, kind: &str, id: impl Display) -> KeysOf<'_> {
        KeysOf { prefix: format!("{kind}.{id}"), keys: self }
    }

    fn titles(&mut self, kind: &str, ids: impl IntoIterator<Item = impl Display>) {
        for id in ids {
            self.of(kind, id).line("title");
        }
    }

    fn push(&mut self, key: String, form: Form, need: Need) {
        self.0.push(RequiredKey { key, form, need });
    }
}

struct KeysOf<'a> {
    prefix: String,
    keys: &'a mut Keys,
}

impl KeysOf<'_> {
    fn line(&mut self, field: impl Display) -> &mut Self {
        self.push(field, Form::Line, Need::Required)
    }

    fn text(&mut self, field: impl Display) -> &mut Self {
        self.push(field, Form::Text, Need::Required)
    }

    fn push(&mut self, field: impl Display, form: Form, need: Need) -> &mut Self {
        self.keys.push(format!("{}.{field}", self.prefix), form, need);
        self
    }
}
