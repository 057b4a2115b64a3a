//! What every page loads: of the guide in one language, the part that islands need. The rest of the page is there
//! already, as HTML.

use super::{OtherBuild, Row, literals, row, text_rows};
use crate::guide::Guide;
use crate::knowledge::{Cloud, Command, CommandId, Control, LiteralId, Place};
use crate::reach::Next;
use crate::small::Listing;
use crate::words::{Direction, Language, Texts, Ui, Words};

/// The part of a guide that islands need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The guide's version: see [`Guide::version`].
    pub version: String,
    /// The texts of the interface and of names, the titles that verdicts mention and, for the check, the verdicts.
    pub words: Words,
    /// For reading names and planning checks.
    pub clouds: Vec<Cloud>,
    /// The commands that verdicts show.
    pub commands: Vec<Command>,
    /// The literals that the texts mention.
    pub literals: Listing<LiteralId, String>,
}

impl Pack {
    /// Picks what islands need on most pages.
    pub fn of(guide: &Guide) -> Self {
        Self::with(guide, false)
    }

    /// Picks what islands need on the page of the check: every verdict in full.
    pub fn of_check(guide: &Guide) -> Self {
        Self::with(guide, true)
    }

    fn with(guide: &Guide, verdicts: bool) -> Self {
        let wanted: Vec<CommandId> = Next::ALL.into_iter().filter_map(Next::command).collect();
        let commands: Vec<Command> =
            guide.knowledge.commands.iter().filter(|command| wanted.contains(&command.id)).cloned().collect();
        let mut words = guide.words.clone();
        // Static pages alone show these, but for a report's own texts, which come with its casebook.
        let of_others = ["ui.map.", "ui.notice.", "ui.offline.", "ui.file.", "ui.share.", "ui.report."];
        let is_static = |ui: &&Ui| of_others.iter().any(|of| ui.key().starts_with(of));
        let unwanted: Vec<String> = Ui::ALL.iter().filter(is_static).map(|ui| ui.number()).collect();
        words.texts.retain(|key| is_needed(key, &wanted, verdicts) && !unwanted.iter().any(|one| one == key));
        let texts = &words.texts;
        words.fallback.retain(|key| texts.contains_key(key));
        Self {
            version: guide.version.clone(),
            literals: literals(guide, texts),
            words,
            clouds: guide.knowledge.clouds.clone(),
            commands,
        }
    }

    /// The rows to send.
    pub fn rows(&self) -> Vec<Row> {
        let Words { language, texts, fallback, languages, .. } = &self.words;
        let mut rows = vec![row(&["version", &self.version])];
        rows.extend(
            std::iter::once(language)
                .chain(languages)
                .map(|one| row(&["language", one.code.as_str(), &one.name, one.dir.as_str(), &one.og_locale])),
        );
        rows.extend(self.clouds.iter().map(|cloud| {
            let controls: Vec<&str> = cloud.controls.iter().map(|control| control.url.as_str()).collect();
            let Cloud { id, suffix, blob_suffix, storage_probe, sign_in, management, regions, .. } = cloud;
            let storage = storage_probe.as_deref().unwrap_or_default();
            let (regions, controls) = (regions.join(" "), controls.join(" "));
            row(&["cloud", id.as_str(), suffix, blob_suffix, storage, sign_in, management, &regions, &controls])
        }));
        rows.extend(self.commands.iter().map(|command| row(&["command", command.id.as_str(), &command.bash])));
        rows.extend(self.literals.iter().map(|(id, text)| row(&["literal", id.as_str(), text])));
        rows.extend(text_rows(texts, fallback));
        rows
    }

    /// Reads rows.
    ///
    /// # Errors
    /// Names the first row that this program does not know: the data is of another build.
    pub fn from_rows(rows: Vec<Row>) -> Result<Self, OtherBuild> {
        let mut pack = Parts::default();
        for row in rows {
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            if pack.take(&texts).is_none() {
                return Err(OtherBuild { row });
            }
        }
        pack.whole().ok_or(OtherBuild { row: Row::new() })
    }
}

/// Whether islands show the text of that key.
fn is_needed(key: &str, commands: &[CommandId], verdicts: bool) -> bool {
    let mut parts = key.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("ui" | "name" | "owner" | "place"), _, _) => true,
        // A diagnosis names them.
        (Some("cause" | "verdict" | "path" | "tab"), _, Some("title")) => true,
        (Some("verdict" | "path"), _, _) => verdicts,
        (Some("command"), Some(id), Some("title")) => commands.iter().any(|command| command.as_str() == id),
        _ => false,
    }
}

/// What has been read so far.
#[derive(Default)]
struct Parts {
    version: String,
    languages: Vec<Language>,
    clouds: Vec<Cloud>,
    commands: Vec<Command>,
    literals: Listing<LiteralId, String>,
    texts: Texts,
    fallback: Listing<String, crate::words::LanguageCode>,
}

impl Parts {
    fn take(&mut self, row: &[&str]) -> Option<()> {
        match *row {
            ["version", version] => self.version = version.into(),
            ["language", code, name, dir, og_locale] => self.languages.push(Language {
                code: code.into(),
                name: name.into(),
                dir: if dir == Direction::Rtl.as_str() { Direction::Rtl } else { Direction::Ltr },
                og_locale: og_locale.into(),
            }),
            ["cloud", id, suffix, blob_suffix, storage, sign_in, management, regions, controls] => {
                self.clouds.push(Cloud {
                    id: id.into(),
                    suffix: suffix.into(),
                    blob_suffix: blob_suffix.into(),
                    storage_probe: (!storage.is_empty()).then(|| storage.into()),
                    sign_in: sign_in.into(),
                    management: management.into(),
                    regions: regions.split_whitespace().map(Into::into).collect(),
                    controls: controls.split_whitespace().map(|url| Control { url: url.into() }).collect(),
                })
            }
            ["command", id, bash] => self.commands.push(Command {
                id: id.into(),
                place: Place::WhereItFails,
                bash: bash.into(),
                powershell: None,
            }),
            ["literal", id, text] => {
                self.literals.push(id.into(), text.into());
            }
            ["text", key, text] => {
                self.texts.insert(key.into(), text.into());
            }
            ["text", key, text, from] => {
                self.texts.insert(key.into(), text.into());
                self.fallback.push(key.into(), from.into());
            }
            _ => return None,
        }
        Some(())
    }

    /// The first language row is the page's own; the others are the menu.
    fn whole(mut self) -> Option<Pack> {
        if self.languages.is_empty() {
            return None;
        }
        let language = self.languages.remove(0);
        let words =
            Words { language, texts: self.texts, fallback: self.fallback, languages: self.languages, behind: None };
        let Self { version, clouds, commands, literals, .. } = self;
        Some(Pack { version, words, clouds, commands, literals })
    }
}

#[cfg(all(test, feature = "author"))]
mod tests {
    use super::*;
    use crate::authoring;
    use std::path::Path;

    fn guides() -> Vec<Guide> {
        let mut content =
            authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads");
        content.add_pseudo();
        content.languages().iter().filter_map(|language| content.guide(&language.code)).collect()
    }

    #[test]
    fn a_pack_survives_the_wire_in_every_language() {
        for guide in guides() {
            let mut pack = Pack::of_check(&guide);
            // Where a command runs and its PowerShell form stay at home: verdicts show the form for bash alone.
            for command in &mut pack.commands {
                (command.place, command.powershell) = (Place::WhereItFails, None);
            }
            assert_eq!(Pack::from_rows(pack.rows()), Ok(pack));
        }
    }

    #[test]
    fn only_the_check_has_verdicts_in_full() {
        for guide in guides() {
            let has = |pack: &Pack, key| pack.words.texts.contains_key(key);
            let (page, check) = (Pack::of(&guide), Pack::of_check(&guide));
            assert!(has(&page, "verdict.answered.title") && !has(&page, "verdict.answered.means"));
            assert!(has(&check, "verdict.answered.means") && has(&check, "path.layers-fail.next"));
        }
    }

    #[test]
    fn a_row_that_the_program_does_not_know_is_named() {
        let odd = row(&["weather", "sunny"]);
        assert_eq!(Pack::from_rows(vec![odd.clone()]), Err(OtherBuild { row: odd }));
        assert_eq!(Pack::from_rows(Vec::new()), Err(OtherBuild { row: Row::new() }));
    }

    #[test]
    fn a_pack_holds_every_command_that_a_verdict_can_show() {
        let wanted = Next::ALL.into_iter().filter_map(Next::command).count();
        for guide in guides() {
            assert_eq!(Pack::of(&guide).commands.len(), wanted);
        }
    }
}
