//! Says things in the reader's language, with the names that may leave the page.

use crate::certainty::Certainty;
use crate::knowledge::{LiteralId, Stop};
use crate::observation::Seen;
use crate::reach::Target;
use crate::session::Values;
use crate::small::Listing;
use crate::words::{Placeholder, Segment, Ui, Words, segments};

/// Says things in the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    /// The words, those of a report's casebook among them.
    pub words: &'a Words,
    /// Names that no language may change.
    pub literals: &'a Listing<LiteralId, String>,
    /// What fills placeholders.
    pub values: &'a Values,
}

/// What fills the `{names}` of a text besides.
pub type Arguments<'a> = [(&'a str, &'a str)];

impl Teller<'_> {
    /// The text of a key, its paragraphs after one another; the key itself where there is none.
    #[inline(never)]
    pub fn text(&self, key: &str, arguments: &Arguments<'_>) -> String {
        let mut text = String::new();
        for block in self.words.paragraphs(key) {
            if !text.is_empty() {
                text.push(' ');
            }
            self.fill(block.text, arguments, &mut text);
        }
        if text.is_empty() { key.to_owned() } else { text }
    }

    /// A text of the interface.
    #[inline(never)]
    pub fn say(&self, ui: Ui) -> String {
        self.text(&ui.number(), &[])
    }

    /// The title of a thing.
    #[inline(never)]
    pub fn title(&self, kind: &str, id: &str) -> String {
        self.text(&[kind, id, "title"].join("."), &[])
    }

    /// How sure something is.
    #[inline(never)]
    pub fn certainty(&self, certainty: Certainty) -> String {
        self.say(match certainty {
            Certainty::Certain => Ui::CertaintyCertain,
            Certainty::Likely => Ui::CertaintyLikely,
            Certainty::Possible => Ui::CertaintyPossible,
            Certainty::NotTested => Ui::CertaintyNotTested,
        })
    }

    /// What a target of a check is.
    #[inline(never)]
    pub fn role(&self, target: &Target) -> String {
        let (ui, name) = role_of(target);
        self.text(&ui.number(), &[("name", name)])
    }

    /// What a stop of the path is called.
    #[inline(never)]
    pub fn stop(&self, stop: Stop) -> String {
        self.say(match stop {
            Stop::Client => Ui::ReportStopClient,
            Stop::Firewall => Ui::ReportStopFirewall,
            Stop::Dns => Ui::ReportStopDns,
            Stop::VirtualNetwork => Ui::ReportStopVirtualNetwork,
            Stop::PrivateEndpoint => Ui::ReportStopPrivateEndpoint,
            Stop::LoginServer => Ui::ReportStopLoginServer,
            Stop::DataEndpoint => Ui::ReportStopDataEndpoint,
            Stop::Storage => Ui::ReportStopStorage,
        })
    }

    /// What was seen; nothing for what has no words.
    #[inline(never)]
    pub fn seen(&self, seen: &Seen) -> Option<String> {
        let (kind, id) = match seen {
            Seen::Answer(question, answer) => {
                let answer = self.text(&["question", question.as_str(), "answer", answer.as_str()].join("."), &[]);
                return Some([&self.title("question", question.as_str()), " ", &answer].concat());
            }
            Seen::DontKnow(what) => return self.named(what.as_str(), Some(Ui::NextDontKnow)),
            Seen::Confirmed(what) => return self.named(what, Some(Ui::NextYes)),
            Seen::RuledOut(what) => return self.named(what, Some(Ui::NextNo)),
            Seen::Symptom(id) => ("symptom", id.as_str()),
            Seen::Verdict(id) => ("verdict", id.as_str()),
            Seen::Path(id) => ("path", id.as_str()),
            Seen::Tab(tab) => ("tab", tab.sight.as_str()),
            Seen::Fact(fact) => ("reason", fact.as_str()),
        };
        let key = [kind, id, "title"].join(".");
        match (self.words.get(&key), seen) {
            (Some(_), _) => Some(self.title(kind, id)),
            // What is no reason for or against anything.
            (None, Seen::Fact(fact)) => {
                let key = ["fact", fact.as_str(), "title"].join(".");
                self.words.get(&key).map(|_| self.text(&key, &[]))
            }
            (None, _) => None,
        }
    }

    /// What can be confirmed, ruled out or not known, with what was said of it.
    #[inline(never)]
    pub fn named(&self, id: &str, said: Option<Ui>) -> Option<String> {
        let kinds = ["finding", "question", "command", "cause"].into_iter();
        let kind = kinds.into_iter().find(|kind| self.words.get(&[kind, id, "title"].join(".")).is_some())?;
        let mut text = self.title(kind, id);
        if let Some(said) = said {
            text.push_str(if text.ends_with('?') { " " } else { ": " });
            text.push_str(&self.say(said));
        }
        Some(text)
    }

    /// A reason's words.
    #[inline(never)]
    pub fn reason(&self, id: &str) -> String {
        let said = Seen::parse(id).filter(|seen| !matches!(seen, Seen::Fact(_)));
        said.and_then(|seen| self.seen(&seen)).unwrap_or_else(|| self.title("reason", id))
    }

    fn fill(&self, text: &str, arguments: &Arguments<'_>, filled: &mut String) {
        for segment in segments(text) {
            filled.push_str(match segment {
                Segment::Plain(plain) => plain,
                Segment::Named(name) => {
                    let argument = arguments.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
                    let placeholder = || Placeholder::named(name).map(|placeholder| self.values.text(placeholder));
                    let literal = || self.literals.get(name).map(String::as_str);
                    argument.or_else(placeholder).or_else(literal).unwrap_or(name)
                }
            });
        }
    }
}

/// What a target of a check is: the text, and the region that it mentions.
pub fn role_of(target: &Target) -> (Ui, &str) {
    match target {
        Target::OwnOrigin => (Ui::RoleOwn, ""),
        Target::PublicControl(_) => (Ui::RoleControl, ""),
        Target::NegativeControl => (Ui::RoleNegative, ""),
        Target::InvalidName => (Ui::RoleInvalid, ""),
        Target::LoginServer => (Ui::RoleLoginServer, ""),
        Target::RegionalEndpoint(region) => (Ui::RoleRegional, region.as_str()),
        Target::DataEndpoint(region) => (Ui::RoleData, region.as_str()),
        Target::Storage => (Ui::RoleStorage, ""),
    }
}
