//! A code is read back as it was written, and what was misheard is found.

use crate::given::GIVEN;
use registry_guide::certainty::Certainty;
use registry_guide::reach::PathId;
use registry_guide::report::{Code, NotACode};

fn codes() -> Vec<Code> {
    let words = GIVEN.english.knowledge.causes.iter().map(|cause| cause.spoken()).chain([Code::NO_CAUSE.into()]);
    let mut codes = Vec::new();
    for cause in words {
        for certainty in Certainty::ALL {
            for network in [None, Some(false), Some(true)] {
                for path in PathId::ALL.iter().copied().map(Some).chain([None]) {
                    codes.push(Code { cause: cause.clone(), certainty, network, path });
                }
            }
        }
    }
    codes
}

#[test]
fn every_code_is_read_back_as_people_type_it() {
    for code in codes() {
        let text = code.to_string();
        assert!(text.len() <= 9, "{text}");
        assert_eq!(Code::parse(&text), Ok(code.clone()));
        assert_eq!(Code::parse(&text.to_lowercase().replace('-', " ")), Ok(code), "{text}");
    }
}

#[test]
fn a_letter_that_was_misheard_or_two_that_changed_places_are_found() {
    let letters = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    for code in codes().into_iter().step_by(7) {
        let text = code.to_string().replace('-', "");
        for at in 0..text.len() {
            for letter in letters {
                let mut other = text.clone().into_bytes();
                if other[at] == *letter {
                    continue;
                }
                other[at] = *letter;
                let other = String::from_utf8(other).expect("letters");
                assert!(Code::parse(&other).is_err(), "{other} for {text}");
            }
            if at > 0 {
                let mut other = text.clone().into_bytes();
                other.swap(at - 1, at);
                let other = String::from_utf8(other).expect("letters");
                assert!(other == text || Code::parse(&other).is_err(), "{other} for {text}");
            }
        }
    }
}

#[test]
fn every_cause_has_a_word_of_its_own_and_is_found_by_it() {
    let causes = &GIVEN.english.knowledge.causes;
    for cause in causes {
        let word = cause.spoken();
        assert!((1..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase()), "{word}");
        assert_eq!(GIVEN.casebook.cause_of_code(&word), Some(cause.id.as_str()));
        assert_ne!(word, Code::NO_CAUSE);
    }
}

#[test]
fn what_is_no_code_is_told_from_what_was_misheard() {
    for text in ["", "7K3", "VNET", "V2ET-7K3", "<b>-222", "ÅNET-222", "AVERYVERYLONGWORDOFACAUSE222"] {
        assert!(Code::parse(text).is_err(), "{text}");
    }
    assert_eq!(Code::parse("123"), Err(NotACode::Form));
    assert_eq!(Code::parse("VNET-IO0"), Err(NotACode::Misheard));
}

/// Codes are read out from old tickets, too: these may never mean anything else.
#[test]
fn a_code_means_the_same_for_ever() {
    let code = |cause: &str, certainty, network, path| Code { cause: cause.into(), certainty, network, path };
    for (text, meant) in [
        ("VNET-4M7", code("VNET", Certainty::Likely, Some(true), Some(PathId::LayersFail))),
        ("OPEN-22H", code("OPEN", Certainty::NotTested, None, None)),
        ("FIRE-6N7", code("FIRE", Certainty::Certain, Some(true), Some(PathId::AllAnswer))),
    ] {
        assert_eq!(meant.to_string(), text);
        assert_eq!(Code::parse(text), Ok(meant));
    }
}
