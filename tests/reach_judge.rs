//! The verdicts: every combination of what can be seen, and the law that each keeps.
//!
//! The enumeration has two steps, as judging has. First every combination of every signal's outcomes, under every calibration, is read
//! into clues: the set of clues that can arise is complete. Then every one of these is judged in every scene.

use registry_guide::reach::{
    Calibration, Certainty, Clues, ControlWay, FAST_FAILURE_MS, Judgement, Measurement, Outcome, OwnControl,
    Permission, PublicControls, PublicView, Reading, SILENT_MS, SLOW_ANSWER_MS, Scene, Signal, Standing, Surroundings,
    Suspect, Target, VerdictId, Way, Withheld, judge,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::Path;

type Sample = (Outcome, u32, Option<bool>);

fn plain(outcome: Outcome) -> Sample {
    (outcome, 90, None)
}

/// Every outcome of a signal that the verdicts could tell apart, with a time on either side of each limit.
fn samples(signal: Signal) -> Vec<Sample> {
    let not_run = plain(Outcome::NotRun);
    match signal {
        Signal::PublicSpace | Signal::FrameOpaque => vec![
            not_run,
            plain(Outcome::Opaque),
            (Outcome::Opaque, SLOW_ANSWER_MS, None),
            plain(Outcome::Rejected),
            (Outcome::CutOff, 10_000, None),
        ],
        Signal::LocalSpace | Signal::LoopbackSpace => {
            vec![not_run, plain(Outcome::Opaque), plain(Outcome::Rejected)]
        }
        Signal::FrameEvents => {
            let hangs = (Outcome::CutOff, 9_000, None);
            vec![not_run, plain(Outcome::Withheld), plain(Outcome::NoTransport), hangs]
        }
        Signal::Events => {
            let hangs = (Outcome::CutOff, 9_900, None);
            vec![not_run, plain(Outcome::Withheld), plain(Outcome::NoTransport), hangs]
        }
        Signal::Opaque => vec![
            not_run,
            plain(Outcome::Opaque),
            (Outcome::Opaque, SLOW_ANSWER_MS, None),
            plain(Outcome::NotOpaque),
            plain(Outcome::Rejected),
            (Outcome::Rejected, 90, Some(false)),
            (Outcome::Rejected, 90, Some(true)),
            (Outcome::Rejected, FAST_FAILURE_MS, None),
            (Outcome::CutOff, 10_000, None),
            plain(Outcome::Cancelled),
            plain(Outcome::PolicyBlocked),
        ],
        Signal::Cors => {
            let mut samples: Vec<_> = [200, 401, 403, 404].map(|status| plain(Outcome::Readable { status })).into();
            samples.extend([
                not_run,
                plain(Outcome::Rejected),
                (Outcome::Rejected, SILENT_MS, None),
                (Outcome::CutOff, 10_000, None),
            ]);
            samples
        }
        Signal::Prefetch => {
            vec![
                not_run,
                plain(Outcome::Loaded),
                plain(Outcome::LoadFailed),
                (Outcome::LoadFailed, FAST_FAILURE_MS, None),
            ]
        }
    }
}

fn calibrations() -> Vec<Calibration> {
    let mut all = Vec::new();
    for space in [None, Some(ControlWay::Direct)] {
        for bits in 0..8 {
            let [frame, events, prefetch] = [1, 2, 4].map(|bit| bits & bit != 0);
            all.push(Calibration { space, frame, events, prefetch });
        }
    }
    all
}

/// Everything that the signals to one target can come to, and from how many combinations.
fn every_clue() -> (HashSet<Clues>, usize) {
    let samples = Signal::ALL.map(samples);
    let mut measured = Signal::ALL.map(|signal| measurement(Target::LoginServer, signal, Outcome::NotRun, 0));
    let combinations: usize = samples.iter().map(Vec::len).product();
    let calibrations = calibrations();
    let mut clues = HashSet::new();
    for combination in 0..combinations {
        let mut rest = combination;
        for (one, samples) in measured.iter_mut().zip(&samples) {
            (one.outcome, one.elapsed_ms, one.exchange) = samples[rest % samples.len()];
            rest /= samples.len();
        }
        for calibration in &calibrations {
            clues.insert(Clues::of(&measured, &Target::LoginServer, calibration));
        }
    }
    // What another host of the registry adds.
    let beside_a_question = |clue: &Clues| {
        let failed = matches!(clue.reading, Reading::GaveUpAtOnce | Reading::GaveUpLate | Reading::FailsUnevenly);
        let is_open = matches!(clue.withheld, Withheld::No | Withheld::MayBe);
        (failed && is_open).then_some(Clues { withheld: Withheld::MayWait, ..*clue })
    };
    let more: Vec<Clues> = clues.iter().filter_map(beside_a_question).collect();
    clues.extend(more);
    (clues, combinations * calibrations.len())
}

/// Every scene around one set of clues.
fn scenes(clues: Clues) -> impl Iterator<Item = Scene> {
    use OwnControl as Own;
    use PublicControls as Public;
    let owns = [Own::Works, Own::Fails, Own::Absent, Own::Cancelled];
    let publics = [Public::Work, Public::Partly, Public::Fail, Public::Absent];
    let ways = [None, Some(ControlWay::Direct), Some(ControlWay::Indirect)];
    let views =
        [PublicView::NotAsked, PublicView::Missing, PublicView::Plain, PublicView::PrivateLink, PublicView::Failed];
    let permissions = [Permission::Granted, Permission::Denied, Permission::Prompt, Permission::Unsupported];
    owns.into_iter().flat_map(move |own| {
        publics.into_iter().flat_map(move |public| {
            ways.into_iter().flat_map(move |control_way| {
                views.into_iter().flat_map(move |view| {
                    permissions.into_iter().flat_map(move |after| {
                        (0..64_u8).map(move |bits| {
                            let bit = |nth: u8| bits & (1 << nth) != 0;
                            let online = bit(1).then_some(!bit(2));
                            let surroundings =
                                Surroundings { after, is_framed: bit(0), online, ..Surroundings::default() };
                            Scene {
                                own,
                                public,
                                control_way,
                                any_name: bit(3),
                                clues,
                                view,
                                surroundings,
                                asks_always: bit(4),
                                exists: bit(5),
                                is_login: bit(4) || !bit(5),
                            }
                        })
                    })
                })
            })
        })
    })
}

/// What must hold for any scene whatever: the first law, said once more and in another way than the verdicts are made.
fn check_law(scene: &Scene, judgement: &Judgement) {
    let Scene { clues, .. } = scene;
    let context = || format!("{scene:#?}\n{judgement:#?}");
    let verdict = judgement.verdict;
    let answered = clues.reading.is_answer();
    let failed = matches!(
        clues.reading,
        Reading::GaveUpAtOnce | Reading::GaveUpLate | Reading::NoAnswer | Reading::FailsUnevenly
    );
    let standing = verdict.standing();

    assert!(
        scene.own == OwnControl::Works || judgement.certainty == Certainty::NotTested,
        "no own control, no verdict: {}",
        context()
    );
    if standing == Standing::Answers || standing == Standing::Wavers {
        assert!(answered, "an answer that was not there: {}", context());
    }
    if standing == Standing::Fails {
        assert!(failed, "a failure that was not there: {}", context());
        assert!(clues.withheld != Withheld::FromPage || scene.own != OwnControl::Works, "{}", context());
    }
    if standing == Standing::Withheld {
        assert!(!answered && clues.withheld != Withheld::No, "withheld without a sign: {}", context());
        let is_vague = !clues.withheld.is_shown();
        assert!(!is_vague || judgement.certainty <= Certainty::Possible, "more than possible: {}", context());
    }
    // What the browser keeps to itself has come through: nobody in the way of it is blamed, whatever became of the question.
    if standing == Standing::Withheld && clues.withheld.is_shown() && verdict != VerdictId::WithheldOtherwise {
        assert!(
            judgement.candidates.iter().all(|candidate| candidate.suspect != Suspect::ClientFirewall),
            "a question called a firewall: {}",
            context()
        );
    }
    // Silence may be a question that waits in the browser: where a helper shows it, nobody is blamed for it.
    if clues.withheld == Withheld::Waiting && scene.surroundings.after == Permission::Prompt {
        assert!(standing != Standing::Fails || scene.own != OwnControl::Works, "an open question: {}", context());
    }
    if clues.may_be_asking && scene.surroundings.after == Permission::Prompt && verdict == VerdictId::NoAnswer {
        assert!(judgement.may_be_healthy, "a question that may be open: {}", context());
    }
    if answered && scene.own == OwnControl::Works {
        assert!(judgement.certainty > Certainty::NotTested, "a closed network hides an open path: {}", context());
    }
    if answered {
        assert!(
            judgement.candidates.iter().all(|candidate| candidate.suspect != Suspect::RegistryName),
            "a name that is answered does not exist: {}",
            context()
        );
    }
    if failed {
        assert!(
            judgement.candidates.iter().all(|candidate| candidate.suspect != Suspect::PublicAccess),
            "a refusal is an answer: {}",
            context()
        );
        assert!(judgement.certainty < Certainty::Certain, "more certain than a failure allows: {}", context());
    }
    // Of the verdicts that compare, none without something to compare with.
    if matches!(
        verdict,
        VerdictId::GaveUpAtOnce
            | VerdictId::GaveUpLate
            | VerdictId::NoAnswer
            | VerdictId::FailsUnevenly
            | VerdictId::PrivateGaveUp
            | VerdictId::PrivateSilent
            | VerdictId::RefusedAfterContact
    ) {
        assert_eq!(scene.public, PublicControls::Work, "compared with nothing: {}", context());
    }
    assert!(verdict != VerdictId::FailsAlone || scene.exists, "alone beside nothing: {}", context());
    // Who says that nothing outside answers must not have seen a neighbour that does.
    let of_the_whole = [VerdictId::NothingOutside, VerdictId::Offline, VerdictId::PartlyBlocked, VerdictId::Uncompared];
    if scene.own == OwnControl::Works && scene.exists {
        assert!(!of_the_whole.contains(&verdict), "a neighbour passed over: {}", context());
    }
    if standing == Standing::Foreign {
        assert!(answered || clues.reading == Reading::InBrowser, "an answer that was not there: {}", context());
    }
    let told = [(VerdictId::Refused, Suspect::PublicAccess), (VerdictId::BlockPage, Suspect::ClientFirewall)];
    for candidate in &judgement.candidates {
        assert!(!Suspect::BEYOND.contains(&candidate.suspect), "a cause that no page can see: {}", context());
        assert!(candidate.certainty < Certainty::Certain, "a cause is certain: {}", context());
        assert!(
            candidate.certainty < Certainty::Likely || told.contains(&(verdict, candidate.suspect)),
            "a cause is likely, untold: {}",
            context()
        );
    }
    assert!(!judgement.next.is_empty(), "a dead end: {}", context());
    assert!(!judgement.candidates.is_empty() || judgement.may_be_healthy, "neither a cause nor none: {}", context());
}

/// What the table says of one verdict.
#[derive(Default)]
struct Line {
    times: u64,
    /// How the causes that remain differ by what else is known.
    causes: BTreeMap<String, u64>,
    owner: &'static str,
    certainty: BTreeSet<Certainty>,
    next: String,
    healthy: [bool; 2],
    readings: Vec<&'static str>,
}

#[test]
fn every_combination_has_a_lawful_verdict_and_every_verdict_a_combination_and_a_line_in_the_table() {
    let (clues, vectors) = every_clue();
    let mut lines: BTreeMap<VerdictId, Line> = BTreeMap::new();
    let mut judged = 0_u64;
    for clue in &clues {
        for scene in scenes(*clue) {
            let judgement = judge(&scene, &[], Vec::new());
            check_law(&scene, &judgement);
            judged += 1;
            note(lines.entry(judgement.verdict).or_default(), &scene, &judgement);
        }
    }
    println!("{vectors} combinations of signals under every calibration come to {} sets of clues;", clues.len());
    println!("{judged} scenes around these were judged.");
    for verdict in VerdictId::ALL {
        println!("{:>11}  {verdict}", lines.get(verdict).map_or(0, |line| line.times));
        assert!(lines.contains_key(verdict), "{verdict} is never reached");
    }
    let table = table(&lines, vectors, clues.len(), judged);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reach-verdicts.md");
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    if committed != table {
        std::fs::write(&path, table).expect("docs/ can be written");
        panic!("docs/reach-verdicts.md was stale and has been written anew: look at what changed, and commit it");
    }
}

fn note(line: &mut Line, scene: &Scene, judgement: &Judgement) {
    line.times += 1;
    line.owner = judgement.owner.as_str();
    line.certainty.insert(judgement.certainty);
    line.healthy[usize::from(judgement.may_be_healthy)] = true;
    let reading = scene.clues.reading.as_str();
    if !line.readings.contains(&reading) {
        line.readings.push(reading);
    }
    if line.next.is_empty() {
        line.next = judgement.next.iter().map(|next| next.as_str()).collect::<Vec<_>>().join(", ");
    }
    let mut causes = String::new();
    for candidate in &judgement.candidates {
        if !causes.is_empty() {
            causes.push_str(", ");
        }
        causes.push_str(candidate.suspect.as_str());
        if candidate.certainty != Certainty::Possible {
            let _ = write!(causes, " ({})", candidate.certainty);
        }
    }
    *line.causes.entry(if causes.is_empty() { "none".into() } else { causes }).or_default() += 1;
}

fn table(lines: &BTreeMap<VerdictId, Line>, vectors: usize, clues: usize, judged: u64) -> String {
    let mut text = format!(
        "# The verdicts of a check\n\n\
         Written by `tests/reach_judge.rs`, which fails where this file is stale. {vectors} combinations of signals under every\n\
         calibration come to {clues} sets of clues; {judged} scenes around these were judged.\n\n\
         *Readings*: what the target itself came to. *Causes*: those that remain, one line for every set that what else is known\n\
         can leave (public DNS, the way of the answer, neighbours that answer); all `possible` unless said otherwise.\n\
         *Nothing wrong*: whether the path may be in order all the same (what fails is then sign-in, or no matter of the network).\n\n\
         | Verdict | Readings | Certainty | Causes | Nothing wrong | Owner | Next |\n|---|---|---|---|---|---|---|\n"
    );
    for (verdict, line) in lines {
        let mut readings = line.readings.clone();
        readings.sort_unstable();
        let causes: Vec<&str> = line.causes.keys().map(String::as_str).collect();
        let healthy = match line.healthy {
            [true, true] => "where the host may not be in use, or the browser may be asking",
            [false, true] => "possible",
            [true, false] | [false, false] => "no",
        };
        let _ = writeln!(
            text,
            "| `{verdict}` | {} | {} | {} | {healthy} | {} | {} |",
            readings.join(", "),
            line.certainty.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", "),
            causes.join("<br>"),
            line.owner,
            line.next
        );
    }
    text
}

fn measurement(target: Target, signal: Signal, outcome: Outcome, elapsed_ms: u32) -> Measurement {
    Measurement { target, signal, round: 0, outcome, elapsed_ms, exchange: None }
}

#[test]
fn no_way_is_claimed_that_the_controls_do_not_bear_out() {
    let (clues, _) = every_clue();
    assert!(clues.iter().any(|clue| clue.way == Way::Proxy));
    let blank = Calibration::default();
    let mut measured = Signal::ALL.map(|signal| measurement(Target::LoginServer, signal, Outcome::Opaque, 30));
    for one in &mut measured {
        one.outcome = match one.signal {
            Signal::Events | Signal::FrameEvents => Outcome::Withheld,
            Signal::Prefetch => Outcome::Loaded,
            _ => one.outcome,
        };
    }
    let clues = Clues::of(&measured, &Target::LoginServer, &blank);
    assert_eq!((clues.way, clues.withheld, clues.is_success), (Way::Unknown, Withheld::No, false));
}
