//! Two languages that nobody speaks, made from English, for tests: what breaks in them breaks in a real one later.

use super::Content;
use super::content::FALLBACK;
use super::vocabulary::{Paragraph, Text, Vocabulary};
use crate::words::{Direction, Language, LanguageCode, Segment, segments};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Accented and about a third longer, left to right: shows texts that were not taken from the words, and lines too short.
pub const PSEUDO_ACCENTED: &str = "en-XA";
/// Right to left, with one text in ten left out: shows physical instead of logical sides, and fallback.
pub const PSEUDO_MIRRORED: &str = "ar-XB";

/// Unicode's RIGHT-TO-LEFT OVERRIDE and POP DIRECTIONAL FORMATTING: what is between is laid out from the right.
const MIRROR: (char, char) = ('\u{202e}', '\u{202c}');

impl Content {
    /// Adds both pseudo-languages after the others. Does nothing where they are there already.
    pub fn add_pseudo(&mut self) {
        let Some(english) = self.vocabularies.get(&LanguageCode::from(FALLBACK)) else {
            return;
        };
        let accented = english.texts.iter().map(|(key, text)| (key.clone(), changed(text, accent))).collect();
        let mirrored = english
            .texts
            .iter()
            .enumerate()
            .filter(|(nth, _)| nth % 10 != 9)
            .map(|(_, (key, text))| (key.clone(), changed(text, mirror)))
            .collect();
        self.add_language(PSEUDO_ACCENTED, "Ëñĝļîŝĥ (ṗŝëûðö)", Direction::Ltr, "en_XA", accented);
        self.add_language(PSEUDO_MIRRORED, "\u{202e}English (pseudo)\u{202c}", Direction::Rtl, "ar_XB", mirrored);
        self.version = OnceLock::new();
    }

    fn add_language(&mut self, code: &str, name: &str, dir: Direction, og_locale: &str, texts: BTreeMap<String, Text>) {
        let code = LanguageCode::from(code);
        if !self.pseudo.insert(code.clone()) {
            return;
        }
        self.vocabularies.insert(code.clone(), Vocabulary { texts, ..Vocabulary::default() });
        self.languages.push(Language { code, name: name.to_owned(), dir, og_locale: og_locale.to_owned() });
    }
}

fn changed(text: &Text, change: fn(&str) -> String) -> Text {
    let paragraphs =
        text.paragraphs.iter().map(|paragraph| Paragraph { text: change(&paragraph.text), ..paragraph.clone() });
    Text { paragraphs: paragraphs.collect(), is_list: text.is_list }
}

/// `Sign in to {registry}` → `[Ŝîĝñ îñ ţö {registry} one two]`: the brackets show where a text is cut off.
fn accent(text: &str) -> String {
    let mut out = String::from("[");
    let mut letters = 0;
    for segment in segments(text) {
        match segment {
            Segment::Named(name) => out.push_str(&format!("{{{name}}}")),
            Segment::Plain(plain) => {
                letters += plain.chars().count();
                out.extend(plain.chars().map(accented));
            }
        }
    }
    let padding = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let mut added = 0;
    for word in padding.iter().cycle() {
        if added * 100 >= letters * 35 {
            break;
        }
        out.push(' ');
        out.push_str(word);
        added += word.len() + 1;
    }
    out.push(']');
    out
}

/// Each word is overridden by itself, so that lines still break between words and `{names}` stay as they are.
fn mirror(text: &str) -> String {
    let mut out = String::new();
    for segment in segments(text) {
        match segment {
            Segment::Named(name) => out.push_str(&format!("{{{name}}}")),
            Segment::Plain(plain) => {
                for piece in plain.split_inclusive(' ') {
                    let word = piece.trim_end_matches(' ');
                    if !word.is_empty() {
                        out.extend([MIRROR.0]);
                        out.push_str(word);
                        out.extend([MIRROR.1]);
                    }
                    out.push_str(&piece[word.len()..]);
                }
            }
        }
    }
    out
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdeghijklmnoprstuwyzABCDEGHIJKLNORSTUWYZ";
    const MARKED: &str = "áƀçðëĝĥîĵķļḿñöṗŕŝţûŵýžÁƁÇÐËĜĤÎĴĶĻÑÖŔŜŢÛŴÝŽ";
    PLAIN.chars().zip(MARKED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, marked)| marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        super::super::vocabulary::names(text).map(str::to_owned).collect()
    }

    #[test]
    fn accented_texts_are_a_third_longer_and_keep_their_names() {
        let text = "Sign in to {registry} again and open {login-server}";
        let long = accent(text);
        assert_eq!(named(&long), ["registry", "login-server"]);
        let (before, after) = (text.chars().count(), long.chars().count());
        assert!(after * 100 >= before * 120 && after * 100 <= before * 160, "{before} → {after}: {long}");
        assert!(long.starts_with("[Ŝîĝñ îñ ţö {registry}"), "{long}");
    }

    #[test]
    fn mirrored_texts_keep_their_names_outside_the_override() {
        assert_eq!(mirror("Open {login-server} now"), "\u{202e}Open\u{202c} {login-server} \u{202e}now\u{202c}");
    }

    #[test]
    fn every_plain_letter_has_a_marked_one() {
        for letter in "abcdeghijklmnoprstuwyzABCDEGHIJKLNORSTUWYZ".chars() {
            assert!(!accented(letter).is_ascii(), "{letter}");
        }
    }
}
