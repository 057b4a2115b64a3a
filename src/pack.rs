//! What the browser downloads: of the guide in one language, the part that islands need. The rest of the page is there
//! already, as HTML.

use crate::guide::Guide;
use crate::knowledge::{Cloud, Command, LiteralId};
use crate::reach::Next;
use crate::words::{Segment, Words, segments};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The part of a guide that islands need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The guide's version: see [`Guide::version`].
    pub version: String,
    /// The texts of the interface, of verdicts and of names, and the titles that verdicts mention.
    pub words: Words,
    /// For reading names and planning checks.
    pub clouds: Vec<Cloud>,
    /// The commands that verdicts show.
    pub commands: Vec<Command>,
    /// The literals that the texts mention.
    pub literals: BTreeMap<LiteralId, String>,
}

impl Pack {
    /// Picks what islands need.
    pub fn of(guide: &Guide) -> Self {
        let wanted: Vec<_> = Next::ALL.into_iter().filter_map(Next::command).collect();
        let commands: Vec<Command> =
            guide.knowledge.commands.iter().filter(|command| wanted.contains(&command.id)).cloned().collect();
        let mut words = guide.words.clone();
        words.texts.retain(|key, _| {
            let mut parts = key.split('.');
            match (parts.next(), parts.next(), parts.next()) {
                (Some("ui" | "verdict" | "name" | "owner" | "place"), _, _) => true,
                (Some("cause"), _, Some("title")) => true,
                (Some("command"), Some(id), Some("title")) => commands.iter().any(|command| command.id.as_str() == id),
                _ => false,
            }
        });
        let texts = &words.texts;
        words.fallback.retain(|key, _| texts.contains_key(key));
        let mentioned = |id: &LiteralId| {
            texts.values().any(|text| segments(text).contains(&Segment::Named(id.as_str())))
        };
        let literals = guide
            .knowledge
            .literals
            .iter()
            .filter(|(id, _)| mentioned(id))
            .map(|(id, text)| (id.clone(), text.clone()))
            .collect();
        Self { version: guide.version.clone(), words, clouds: guide.knowledge.clouds.clone(), commands, literals }
    }
}
