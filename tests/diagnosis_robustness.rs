//! Whatever is pasted: no panic, no hang, bounded memory, the same answer however it is cut into chunks.
//!
//! `DIAGNOSIS_INPUTS=3000000 cargo test --release --test diagnosis_robustness` tries millions.

use registry_guide::diagnosis::{Engine, Weights};
use registry_guide::paste::{Reader, Recognisers, Rules, read, read_bytes};
use registry_guide::trial::{Dice, cases, log};
use std::time::{Duration, Instant};

const CORPUS: [&str; 3] =
    [include_str!("corpus/sample.jsonl"), include_str!("corpus/recorded.jsonl"), include_str!("corpus/written.jsonl")];

fn recognisers() -> Recognisers {
    let rules = Rules::from_toml(include_str!("../content/recognisers.toml")).expect("recognisers are well formed");
    Recognisers::compile(rules).expect("patterns compile")
}

fn texts() -> Vec<String> {
    let cases = CORPUS.iter().flat_map(|corpus| cases(corpus).expect("a case a line"));
    cases.map(|case| case.text).collect()
}

/// Arbitrary bytes, a mutated text, or a splice of two.
fn input(dice: &mut Dice, texts: &[String]) -> Vec<u8> {
    let some = |dice: &mut Dice| texts[dice.below(texts.len())].as_bytes().to_vec();
    match dice.below(4) {
        0 => (0..dice.below(300)).map(|_| dice.below(256) as u8).collect(),
        1 => {
            let mut text = some(dice);
            for _ in 0..=dice.below(8) {
                let at = dice.below(text.len());
                if !text.is_empty() {
                    text[at] = dice.below(256) as u8;
                }
            }
            text
        }
        2 => {
            let (one, other) = (some(dice), some(dice));
            let (cut, from) = (dice.below(one.len()), dice.below(other.len()));
            [&one[..cut], &other[from..]].concat()
        }
        _ => {
            const PIECES: [&str; 12] = [
                "{",
                "[",
                "\"",
                "\\",
                "&#",
                "\u{1b}[",
                "dial tcp ",
                "lookup ",
                "client with ip '",
                "azurecr.io",
                "\n",
                "10.0.0.1",
            ];
            (0..dice.below(60)).flat_map(|_| PIECES[dice.below(PIECES.len())].bytes()).collect()
        }
    }
}

#[test]
fn no_input_makes_it_panic() {
    let recognisers = recognisers();
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    let engine = Engine::new(weights).expect("weights name known ids");
    let texts = texts();
    let count: u32 = std::env::var("DIAGNOSIS_INPUTS").ok().and_then(|count| count.parse().ok()).unwrap_or(20_000);
    let mut dice = Dice::new(0x9e37_79b9_7f4a_7c15);
    let mut slowest = Duration::ZERO;
    for nth in 0..count {
        let input = input(&mut dice, &texts);
        let start = Instant::now();
        let pasted = read_bytes(&recognisers, &input);
        slowest = slowest.max(start.elapsed());
        for observation in &pasted.observations {
            assert!(
                observation.lines.iter().all(|line| *line < pasted.lines.max(1)),
                "{:?}",
                String::from_utf8_lossy(&input)
            );
        }
        if nth % 50 == 0 {
            let diagnosis = engine.diagnose(&pasted.observations);
            assert!(diagnosis.causes.windows(2).all(|pair| pair[0].probability >= pair[1].probability));
        }
    }
    println!("{count} inputs, the slowest took {slowest:?}");
}

#[test]
fn chunks_do_not_change_what_is_seen() {
    let recognisers = recognisers();
    let mut dice = Dice::new(7);
    for text in texts() {
        let whole = read(&recognisers, &text);
        let mut reader = Reader::new(&recognisers);
        let mut rest = &text[..];
        while !rest.is_empty() {
            let mut cut = (1 + dice.below(40)).min(rest.len());
            while !rest.is_char_boundary(cut) {
                cut += 1;
            }
            reader.push(&rest[..cut]);
            rest = &rest[cut..];
        }
        assert_eq!(reader.finish(), whole, "{text}");
    }
}

#[test]
fn a_long_log_shows_the_same_as_its_one_telling_line() {
    let recognisers = recognisers();
    let noise =
        "2024-10-22T18:32:07Z Compiling something v1.2.3 and writing objects: 100% (3/3), done\n".repeat(30_000);
    let telling = "denied: client with IP '20.1.2.3' is not allowed access\n";
    let text = format!("{noise}{telling}{noise}");
    let pasted = read(&recognisers, &text);
    let facts = |pasted: &registry_guide::paste::Pasted| -> Vec<String> {
        pasted.observations.iter().map(|observation| observation.seen.to_string()).collect()
    };
    assert_eq!(facts(&pasted), facts(&read(&recognisers, telling)));
    assert_eq!(pasted.observations[0].lines, [30_000]);
}

#[test]
fn lines_of_five_megabytes_and_texts_made_to_keep_it_busy_end_in_time() {
    let recognisers = recognisers();
    for unit in [
        "a",
        " ",
        "\\",
        "{",
        "[",
        "\"",
        "&#",
        "\u{1b}[",
        "dial tcp ",
        "lookup a ",
        "client with ip '",
        "lookup x on y: read udp ",
        ".azurecr.io",
        "https://a.azurecr.io/",
        "\u{e5}\u{1f600}",
        "the resource record 'a",
        "certificate is valid for ",
        "\r",
        "issuer",
        "failed to fetch oauth token: unexpected status from a request to a",
    ] {
        let text = unit.repeat(5 * 1024 * 1024 / unit.len());
        let start = Instant::now();
        let pasted = read(&recognisers, &text);
        let took = start.elapsed();
        println!("{unit:?}: {took:?}, {} marks", pasted.marks.len());
        assert!(took < Duration::from_secs(if cfg!(debug_assertions) { 40 } else { 4 }), "{unit:?} took {took:?}");
    }
}

#[test]
fn a_megabyte_of_log_is_read_at_once() {
    let recognisers = recognisers();
    let log = log(&texts(), 1024 * 1024);
    let best = (0..5)
        .map(|_| {
            let start = Instant::now();
            let pasted = read(&recognisers, &log);
            assert!(pasted.is_recognised());
            start.elapsed()
        })
        .min()
        .unwrap_or_default();
    println!("1 MB: {best:?}");
    // The promise of 50 ms is for release builds; a debug build on a busy machine only shows that nothing explodes.
    assert!(best < Duration::from_millis(if cfg!(debug_assertions) { 1_500 } else { 50 }), "1 MB took {best:?}");
}
