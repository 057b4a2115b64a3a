//! What one language's page downloads: all knowledge, and that language's words.
//!
//! Law: may use `knowledge`, `words` and, for its closed sets of words, `reach`; nothing else. It is built on the build machine
//! (`authoring`) and read in the browser.

mod compact;
mod keys;

pub use compact::OtherKeys;
pub use keys::{Form, Need, RequiredKey, required_keys};

use crate::knowledge::Knowledge;
use crate::words::Words;
use compact::Compact;
use serde::{Deserialize, Serialize};

/// The whole guide in one language, compiled from `content/`.
///
/// Its JSON is what the browser fetches. There the texts stand without their keys, in the order of [`required_keys`], and empty
/// lists are left out: together that makes the download a sixth smaller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Compact", try_from = "Compact")]
pub struct Guide {
    /// Names the state of `content/` that this was made from: sixteen hexadecimal digits. The same in every
    /// language of a build, so a page can tell that its data is from another build than itself.
    pub version: String,
    /// What is true, in every language.
    pub knowledge: Knowledge,
    /// What is read, in this one.
    pub words: Words,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::{Command, Place, Symptom};
    use crate::words::{Direction, Language};

    fn small() -> Guide {
        let language =
            Language { code: "sv".into(), name: "Svenska".into(), dir: Direction::Ltr, og_locale: "sv_SE".into() };
        Guide {
            version: "0123456789abcdef".into(),
            knowledge: Knowledge {
                symptoms: vec![Symptom {
                    id: "timeout".into(),
                    errors: vec![],
                    causes: vec!["firewall".into()],
                    questions: vec![],
                    commands: vec![],
                    links: vec![],
                }],
                commands: vec![Command {
                    id: "look".into(),
                    place: Place::default(),
                    bash: "nslookup {login-server}".into(),
                    powershell: None,
                }],
                ..Knowledge::default()
            },
            words: Words {
                language: language.clone(),
                texts: [
                    ("symptom.timeout.title".into(), "Det tar för lång tid".into()),
                    ("symptom.timeout.summary.0".into(), "Först".into()),
                    ("symptom.timeout.summary.1".into(), "Sedan".into()),
                    ("command.look.title".into(), "Look it up".into()),
                ]
                .into(),
                fallback: [("command.look.title".into(), "en".into())].into(),
                languages: vec![language],
            },
        }
    }

    #[test]
    fn a_guide_survives_its_json() {
        let guide = small();
        let json = serde_json::to_string(&guide).expect("a guide has only string keys");
        let back: Guide = serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(back, guide);
    }

    #[test]
    fn what_is_empty_is_not_downloaded() {
        let json = serde_json::to_value(small()).expect("a guide has only string keys");
        assert_eq!(
            json["knowledge"],
            serde_json::json!({
                "symptom": [{ "id": "timeout", "causes": ["firewall"] }],
                "command": [{ "id": "look", "bash": "nslookup {login-server}" }],
            })
        );
    }

    #[test]
    fn a_guide_whose_texts_have_other_keys_is_refused() {
        let json = serde_json::to_string(&small()).expect("a guide has only string keys");
        // As if the page's program had another set of texts than the one that wrote the file.
        let of_another_build = json.replace("\"id\":\"timeout\"", "\"id\":\"time-out\"");
        assert_ne!(json, of_another_build);
        let error = serde_json::from_str::<Guide>(&of_another_build).expect_err("its texts would be misplaced");
        assert!(error.to_string().contains("another build"), "{error}");
    }

    #[test]
    fn texts_are_downloaded_without_their_keys() {
        let json = serde_json::to_string(&small()).expect("a guide has only string keys");
        assert!(!json.contains("symptom.timeout"), "{json}");
    }
}
