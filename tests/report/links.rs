//! A session goes out by a link and comes in again; anything else that stands there does no harm.

use crate::given::{GIVEN, checked, session};
use registry_guide::certainty::Certainty;
use registry_guide::reach::PathId;
use registry_guide::report::{Code, LONGEST, Opened, Preset, Redaction, Shared, Unreadable, link, open};
use registry_guide::session::Session;
use registry_guide::trial::Dice;
use std::fs;
use std::path::{Path, PathBuf};

const VERSION: &str = "0123456789abcdef";

fn code() -> Code {
    Code { cause: "VNET".into(), certainty: Certainty::Likely, network: Some(true), path: Some(PathId::LayersFail) }
}

fn shared(session: &Session, redaction: Redaction) -> Shared {
    Shared::of(session, None, GIVEN.clouds(), redaction)
}

fn opened(fragment: &str) -> Option<Result<Opened, Unreadable>> {
    open(fragment, &GIVEN.known, GIVEN.clouds(), VERSION)
}

/// The session as a link keeps it: without what a check came to, which is made anew where it is opened.
fn kept(session: &Session) -> Vec<String> {
    let mut lines = session.lines();
    lines.retain(|line| session.checked.is_none() || !line.starts_with("said verdict."));
    lines
}

#[test]
fn no_two_lines_have_one_hash() {
    let mut hashes = Vec::new();
    for line in GIVEN.known.lines() {
        let mut session = Session::default();
        assert!(session.lines().len() == 2, "an empty session has a version and a shell");
        let text = ["version 2", line].join("\n");
        session = Session::from_lines(&text).unwrap_or_else(|_| panic!("{line} is no line of a session"));
        let fragment = link(&shared(&session, Redaction::On), VERSION, &code());
        hashes.push(fragment.split('.').nth(1).expect("lines").to_owned());
    }
    let all = hashes.len();
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), all);
}

#[test]
fn what_the_check_found_is_the_same_where_the_link_is_opened() {
    let mut dice = Dice::new(11);
    for nth in 0..2_000 {
        let original = checked(&mut dice, nth % 4, 1 + (nth % 3) as u8);
        let text = original.to_text();
        let read = registry_guide::session::Checked::from_text(&text).expect("it reads back");
        assert_eq!(read.to_text(), text);
        let (one, other) = (original.assessment(&[]), read.assessment(&[]));
        assert_eq!(one, other, "{text}");
    }
}

#[test]
fn a_session_comes_out_as_it_went_in() {
    let mut dice = Dice::new(5);
    for nth in 0..3_000 {
        let original = session(&mut dice, nth % 16);
        let shared = shared(&original, Redaction::Off);
        let fragment = link(&shared, VERSION, &code());
        let Some(Ok(opened)) = opened(&format!("#theme=dark&{fragment}")) else {
            panic!("{fragment} cannot be opened")
        };
        assert_eq!(kept(&opened.session), kept(shared.session()), "{fragment}");
        assert_eq!((opened.unknown, opened.has_changed, opened.code), (0, false, Some(code())));
    }
}

#[test]
fn what_the_guide_does_not_know_is_left_out_and_counted() {
    let mut session = Session::default();
    session.tick(&"set-proxy".into(), &"no-such-step".into(), true);
    session.say(registry_guide::observation::Seen::Symptom("no-such-symptom".into()));
    session.say(registry_guide::observation::Seen::Answer("uses-proxy".into(), "yes".into()));
    let fragment = link(&shared(&session, Redaction::On), "another", &code());
    let Some(Ok(opened)) = opened(&fragment) else { panic!("{fragment} cannot be opened") };
    assert_eq!((opened.unknown, opened.has_changed), (2, true));
    assert_eq!(opened.session.said().len(), 1);
}

#[test]
fn a_realistic_session_fits_however_large() {
    let mut dice = Dice::new(17);
    let mut longest = 0;
    for _ in 0..300 {
        // Thirty facts, thirty answers, thirty ticks, fifteen rulings, ten replicas that waver in three rounds.
        let mut session = session(&mut dice, 30);
        session.checked = Some(checked(&mut dice, 3, 3));
        let fragment = link(&shared(&session, Redaction::Off), VERSION, &code());
        longest = longest.max(fragment.len());
        let Some(Ok(opened)) = opened(&fragment) else { panic!("{fragment} cannot be opened") };
        assert_eq!(kept(&opened.session), kept(shared(&session, Redaction::Off).session()), "{fragment}");
    }
    println!("the longest of these links has {longest} characters");
    assert!(longest <= LONGEST);
}

#[test]
fn no_session_at_all_makes_a_longer_link() {
    let mut dice = Dice::new(23);
    for _ in 0..60 {
        let mut session = session(&mut dice, 400);
        session.checked = Some(checked(&mut dice, 30, 3));
        session.typed.region = (0..90).map(|nth| format!("averylongnameofaregionthatisnowhere{nth},")).collect();
        let fragment = link(&shared(&session, Redaction::Off), VERSION, &code());
        assert!(fragment.len() <= LONGEST, "{}", fragment.len());
        assert!(matches!(opened(&fragment), Some(Ok(_))), "{fragment}");
    }
}

#[test]
fn a_link_that_lost_something_on_its_way_is_said_to_be_damaged() {
    let mut dice = Dice::new(3);
    let session = session(&mut dice, 12);
    let fragment = link(&shared(&session, Redaction::Off), VERSION, &code());
    for end in 3..fragment.len() {
        assert_eq!(opened(&fragment[..end]), Some(Err(Unreadable::Damaged)), "{}", &fragment[..end]);
    }
    assert_eq!(opened("s=2whatever"), Some(Err(Unreadable::OtherVersion)));
    assert_eq!(opened("s="), Some(Err(Unreadable::Damaged)));
    for other in ["", "#", "#some-heading", "#registry=contosoprod", "#is=1"] {
        assert_eq!(opened(other), None, "{other}");
    }
}

/// Whatever came out, nothing of it is more than what the guide knows and what can be a name.
fn is_harmless(session: &Session) -> bool {
    let typed = &session.typed;
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./:@,()".contains(&byte));
    let names = [&typed.registry, &typed.region, &typed.resource_group, &typed.client_ip];
    names.iter().all(|name| plain(name) && !name.contains("//"))
        && typed.readable(GIVEN.clouds()) == *typed
        && session.lines().iter().all(|line| {
            let kind = line.split(' ').next().unwrap_or_default();
            !matches!(kind, "tick" | "ruling" | "read" | "said") || GIVEN.known.lines().any(|known| known == line)
        })
}

#[test]
fn a_mutated_link_never_brings_in_anything_but_what_is_known() {
    let rounds = std::env::var("GUIDE_MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000);
    let mut dice = Dice::new(29);
    let pieces = [
        "<script>",
        "javascript:",
        "%3Cimg%20src=x%3E",
        "&",
        "=",
        ".",
        "s=1",
        "é",
        "%",
        "&registry=",
        "//",
        "\u{0}",
        "AAAAA",
    ];
    let (mut read, mut damaged) = (0, 0);
    let mut bases: Vec<String> = Vec::new();
    for nth in 0..200 {
        bases.push(link(&shared(&session(&mut dice, nth % 20), Redaction::Off), VERSION, &code()));
    }
    for nth in 0..rounds {
        let mut text: Vec<char> = bases[dice.below(bases.len())].chars().collect();
        for _ in 0..=dice.below(4) {
            let at = dice.below(text.len());
            match dice.below(4) {
                0 => text[at] = char::from(b' ' + dice.below(95) as u8),
                1 => drop(text.splice(at..at, pieces[dice.below(pieces.len())].chars())),
                2 => drop(text.drain(at..(at + 1 + dice.below(9)).min(text.len()))),
                _ => {
                    let other = dice.below(text.len());
                    text.swap(at, other);
                }
            }
            if text.is_empty() {
                text.push('s');
            }
        }
        let mut fragment: String = text.into_iter().collect();
        // Half of them by somebody who knows how the sum is made.
        if nth % 2 == 0 {
            fragment = summed(&fragment).unwrap_or(fragment);
        }
        match opened(&fragment) {
            Some(Ok(opened)) => {
                read += 1;
                assert!(is_harmless(&opened.session), "{fragment}");
            }
            Some(Err(_)) => damaged += 1,
            None => {}
        }
        if let Some(preset) = Preset::read(&fragment, GIVEN.clouds()) {
            let mut session = Session::default();
            session.typed = preset.typed;
            assert!(is_harmless(&session), "{fragment}");
        }
    }
    // Both ways are gone often enough to mean something.
    assert!(read * 10 > rounds && damaged * 10 > rounds, "{read} read, {damaged} damaged, of {rounds}");
}

/// The fragment with the sum that its text should have.
fn summed(fragment: &str) -> Option<String> {
    let at = fragment.find("s=1")? + 3;
    let rest = fragment.get(at + 5..)?;
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in rest.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let sum = (hash ^ hash >> 30) & 0x3fff_ffff;
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let sum: String = (0..5).rev().map(|nth| char::from(digits[(sum >> (6 * nth)) as usize & 63])).collect();
    Some([&fragment[..at], &sum, rest].concat())
}

#[test]
fn a_preset_link_fills_in_names_and_nothing_else() {
    let preset = |fragment: &str| Preset::read(fragment, GIVEN.clouds());
    let read = preset("#registry=contosoprod&regions=Sweden%20Central,westeurope&cloud=china&symptom=request-timeout");
    let read = read.expect("it fills something in");
    assert_eq!(read.typed.registry, "contosoprod.azurecr.cn");
    assert_eq!(read.typed.region, "swedencentral,westeurope");
    assert_eq!(read.symptom, Some("request-timeout".into()));
    assert_eq!(preset("#registry=contosoprod").map(|it| it.typed.registry), Some("contosoprod.azurecr.io".into()));
    for nothing in ["", "#step", "#registry=", "#registry=<b>&symptom=<b>", "#cloud=public", "#theme=dark&lang=sv"] {
        assert_eq!(preset(nothing), None, "{nothing}");
    }
}

/// A link of an earlier version of the guide, and the lines of the session that it opens to.
fn golden() -> Vec<(PathBuf, String)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links/v1");
    let mut files: Vec<_> =
        fs::read_dir(dir).expect("tests/links/v1").map(|file| file.expect("a file").path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("a text"))).collect()
}

#[test]
fn links_of_every_past_version_open_to_the_same_session() {
    let golden = golden();
    assert!(golden.len() >= 5, "the links are missing");
    for (path, text) in golden {
        let (fragment, lines) = text.split_once('\n').expect("a link and a session");
        let Some(Ok(opened)) = opened(fragment) else { panic!("{} cannot be opened", path.display()) };
        assert_eq!(kept(&opened.session).join("\n"), lines.trim_end(), "{}", path.display());
    }
}

/// Writes new golden files; run by hand when the form of links gets a new version: `-- --ignored write_links`.
#[test]
#[ignore = "writes files, once per version of the form"]
fn write_links() {
    let mut dice = Dice::new(41);
    for (name, size) in [("empty", 0), ("small", 2), ("middle", 8), ("large", 20), ("names", 5), ("redacted", 9)] {
        let redaction = if name == "redacted" { Redaction::On } else { Redaction::Off };
        let mut drawn = session(&mut dice, size);
        if name == "empty" {
            drawn = Session::default();
        }
        let shared = shared(&drawn, redaction);
        let fragment = link(&shared, VERSION, &code());
        let Some(Ok(opened)) = opened(&fragment) else { panic!("{fragment} cannot be opened") };
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links/v1");
        let text = format!("{fragment}\n{}\n", kept(&opened.session).join("\n"));
        fs::write(dir.join(format!("{name}.txt")), text).expect("the file is written");
    }
}
