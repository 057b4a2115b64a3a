//! What a diagnosis needs, once it has been loaded: on pages that judge and on the page of the report.

use crate::components::{Site, fill};
use crate::diagnosis::Engine;
use crate::observation::Seen;
use crate::pack::{Casebook, OtherBuild, Row, rules_from_rows};
use crate::paste::Recognisers;
use crate::session::Values;
use crate::words::{Ui, Words};

/// The rules, ready to judge, and the words to say it with. Made once, lives as long as the page.
pub(super) struct Knowing {
    /// Reads texts.
    pub recognisers: Recognisers,
    /// Judges.
    pub engine: Engine,
    /// What findings and questions point to.
    pub casebook: Casebook,
    /// The page's site, with the casebook's words and literals.
    pub site: &'static Site,
}

/// Whether it is there.
#[derive(Clone)]
pub(super) enum Loading {
    /// Nobody has asked for it.
    Not,
    /// It is under way.
    UnderWay,
    /// It could not be loaded; what happened.
    Failed(String),
    /// It is there.
    Here(&'static Knowing),
}

impl Loading {
    /// What came of loading it.
    pub fn from_rows(rows: Result<(Vec<Row>, Vec<Row>), String>, site: &Site) -> Self {
        match rows.and_then(|(rules, casebook)| Knowing::of(rules, casebook, site)) {
            Ok(knowing) => Self::Here(Box::leak(Box::new(knowing))),
            Err(what) => Self::Failed(what),
        }
    }

    /// Whether it could not be loaded.
    pub fn has_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }

    /// What happened where it could not be loaded.
    pub fn failed(&self) -> Option<&str> {
        if let Self::Failed(what) = self { Some(what) } else { None }
    }

    /// What was loaded.
    pub fn here(&self) -> Option<&'static Knowing> {
        if let Self::Here(knowing) = self { Some(knowing) } else { None }
    }
}

impl Knowing {
    fn of(rules: Vec<Row>, casebook: Vec<Row>, site: &Site) -> Result<Self, String> {
        let other =
            |other: OtherBuild| ["the data is of another build than the program: ", &other.row.concat()].concat();
        let (rules, weights) = rules_from_rows(rules).map_err(other)?;
        let recognisers = Recognisers::compile(rules).map_err(|error| error.rule)?;
        let engine = Engine::new(weights)?;
        let mut casebook = Casebook::from_rows(casebook).map_err(other)?;
        let site = site_of(&mut casebook, site);
        Ok(Self { recognisers, engine, casebook, site })
    }

    /// The words of a text with one line.
    pub fn title(&self, kind: &str, id: &str) -> String {
        self.text(&[kind, id, "title"].join("."))
    }

    /// The words of a key, literals and the reader's own names spelled out as manuals do.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, "", "")
    }

    /// A text of the interface that only reports have.
    pub fn say(&self, ui: Ui) -> String {
        self.text(&ui.number())
    }

    /// The same as [`Self::text`], with one `{name}` more that is filled in.
    pub fn text_with(&self, key: &str, name: &str, value: &str) -> String {
        let text = Values::default().fill(self.site.words.get(key).map_or(key, |block| block.text));
        let literals = self.site.literals.iter().map(|(id, literal)| (id.as_str(), literal.as_str()));
        fill(&text, &literals.chain([(name, value)]).collect::<Vec<_>>())
    }

    /// What was seen, in words of the reader's language; nothing for what has none of its own.
    pub fn words_of(&self, seen: &Seen) -> Option<String> {
        match seen {
            Seen::Answer(question, answer) => {
                let answer = self.text(&["question", question.as_str(), "answer", answer.as_str()].join("."));
                Some([&self.title("question", question.as_str()), " ", &answer].concat())
            }
            Seen::DontKnow(what) => Some(self.name_of(what.as_str())),
            Seen::Confirmed(what) | Seen::RuledOut(what) => Some(self.name_of(what)),
            Seen::Symptom(id) => Some(self.title("symptom", id.as_str())),
            Seen::Verdict(id) => Some(self.title("verdict", id)),
            Seen::Path(id) => Some(self.title("path", id)),
            Seen::Tab(tab) => Some(self.title("tab", tab.sight.as_str())),
            Seen::Fact(fact) => {
                let key = ["reason", fact.as_str(), "title"].join(".");
                self.site.words.get(&key).map(|_| self.text(&key))
            }
        }
    }

    /// The title of a question, command, finding or cause: what can be confirmed, ruled out or not known.
    fn name_of(&self, id: &str) -> String {
        let kinds = ["finding", "question", "command", "cause"];
        let key = |kind: &str| [kind, id, "title"].join(".");
        let kind = kinds.into_iter().find(|kind| self.site.words.get(&key(kind)).is_some());
        kind.map_or_else(|| id.to_owned(), |kind| self.title(kind, id))
    }

    /// A reason's words.
    pub fn reason(&self, id: &str) -> String {
        let said = Seen::parse(id).filter(|seen| !matches!(seen, Seen::Fact(_)));
        said.and_then(|seen| self.words_of(&seen)).unwrap_or_else(|| self.title("reason", id))
    }
}

/// The page's site with the casebook's words before its own, and the casebook's literals.
fn site_of(casebook: &mut Casebook, site: &Site) -> &'static Site {
    let words = Words {
        language: site.words.language.clone(),
        texts: std::mem::take(&mut casebook.texts),
        fallback: std::mem::take(&mut casebook.fallback),
        languages: site.words.languages.clone(),
        behind: Some(site.words),
    };
    Box::leak(Box::new(Site {
        words: Box::leak(Box::new(words)),
        literals: Box::leak(Box::new(std::mem::take(&mut casebook.literals))),
        ..site.clone()
    }))
}
