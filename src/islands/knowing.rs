//! What a diagnosis needs, once it has been loaded: on pages that judge and on the page of the report.

use crate::components::Site;
use crate::diagnosis::Engine;
use crate::observation::Seen;
use crate::pack::{Casebook, OtherBuild, Row, rules_from_rows};
use crate::paste::Recognisers;
use crate::report::Teller;
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
    /// None of the reader's own names.
    values: Values,
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
        Ok(Self { recognisers, engine, casebook, site, values: Values::default() })
    }

    /// Says things with literals and the reader's own names spelled out as manuals do.
    fn teller(&self) -> Teller<'_> {
        Teller { words: self.site.words, literals: self.site.literals, values: &self.values }
    }

    /// The words of a text with one line.
    pub fn title(&self, kind: &str, id: &str) -> String {
        self.teller().title(kind, id)
    }

    /// The words of a key.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, "", "")
    }

    /// A text of the interface that only reports have.
    pub fn say(&self, ui: Ui) -> String {
        self.teller().say(ui)
    }

    /// The same as [`Self::text`], with one `{name}` more that is filled in.
    pub fn text_with(&self, key: &str, name: &str, value: &str) -> String {
        self.teller().text(key, &[(name, value)])
    }

    /// What was seen, in words of the reader's language; nothing for what has none of its own. What was said of a thing is shown beside
    /// its name.
    pub fn words_of(&self, seen: &Seen) -> Option<String> {
        let id = match seen {
            Seen::DontKnow(what) => what.as_str(),
            Seen::Confirmed(what) | Seen::RuledOut(what) => what,
            other => return self.teller().seen(other),
        };
        Some(self.teller().named(id, None).unwrap_or_else(|| id.to_owned()))
    }

    /// A reason's words.
    pub fn reason(&self, id: &str) -> String {
        self.teller().reason(id)
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
