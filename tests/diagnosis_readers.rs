//! Simulated readers (`registry_guide::trial`): how many questions and commands until the right solution stands first.

use registry_guide::authoring;
use registry_guide::diagnosis::{Engine, Weights};
use registry_guide::knowledge::Knowledge;
use registry_guide::observation::{Observation, Seen};
use registry_guide::paste::{Recognisers, Rules};
use registry_guide::trial::{Case, Measure, Readers, Tally, cases};
use std::path::Path;

fn engine() -> Engine {
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    Engine::new(weights).expect("weights name known ids")
}

fn knowledge() -> Knowledge {
    let content = authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads");
    content.knowledge().clone()
}

fn check(tally: &Tally) {
    println!("{tally:?}");
    let broken: Vec<Measure> = tally.measures().into_iter().filter(|measure| !measure.is_kept()).collect();
    assert!(broken.is_empty(), "{broken:?}: {tally:?}");
}

#[test]
fn readers_drawn_from_the_model_reach_their_solution_in_few_steps() {
    check(&Readers { engine: &engine(), knowledge: &knowledge() }.from_model(1_000));
}

#[test]
fn readers_with_the_labelled_texts_reach_their_solution_in_few_steps() {
    let rules = Rules::from_toml(include_str!("../content/recognisers.toml")).expect("recognisers are well formed");
    let recognisers = Recognisers::compile(rules).expect("patterns compile");
    let corpus = [
        include_str!("corpus/sample.jsonl"),
        include_str!("corpus/recorded.jsonl"),
        include_str!("corpus/written.jsonl"),
    ];
    let cases: Vec<Case> = corpus.iter().flat_map(|corpus| cases(corpus).expect("a case a line")).collect();
    check(&Readers { engine: &engine(), knowledge: &knowledge() }.from_cases(&recognisers, &cases));
}

#[test]
fn every_sight_that_readers_begin_with_is_something_that_can_be_seen() {
    assert_eq!(Readers::sights().len(), 35);
    assert!(Readers::sights().iter().all(|sight| !sight.is_empty()));
}

#[test]
fn every_finding_of_the_knowledge_has_a_prior_in_its_cause() {
    let (knowledge, prior) = (knowledge(), engine().belief(&[]));
    assert_eq!(knowledge.findings.len(), prior.len(), "each finding has a prior");
    for finding in &knowledge.findings {
        assert!(
            prior.iter().any(|(cause, known, _)| *cause == finding.cause && *known == finding.id),
            "{} has no prior in {}",
            finding.id,
            finding.cause
        );
    }
}

#[test]
fn a_reader_who_knows_nothing_is_never_asked_the_same_twice_and_comes_to_an_end() {
    let engine = engine();
    let mut observations: Vec<Observation> = vec![Seen::parse("tcp-timeout").expect("a fact").into()];
    let mut asked = Vec::new();
    while let Some(next) = engine.next_after(&observations) {
        let id = [
            next.question.as_ref().map(|id| id.as_str()),
            next.command.as_ref().map(|id| id.as_str()),
            next.finding.as_ref().map(|id| id.as_str()),
        ];
        let id = id.into_iter().flatten().next().expect("a question, a command or a test").to_owned();
        assert!(!asked.contains(&id), "{id} twice");
        observations.push(Seen::DontKnow(id.as_str().into()).into());
        asked.push(id);
        assert!(asked.len() <= engine.inquiries().len());
    }
    assert!(asked.len() > 3, "{asked:?}");
}

#[test]
fn every_question_and_command_that_may_be_next_is_known() {
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    for (file, kind) in [("content/guide/questions.toml", "question"), ("content/guide/commands.toml", "command")] {
        let Ok(text) = std::fs::read_to_string(file) else { continue };
        let table: toml::Table = text.parse().expect("content is well formed");
        let known: Vec<&str> =
            table[kind].as_array().expect("a list").iter().filter_map(|thing| thing["id"].as_str()).collect();
        for inquiry in &weights.inquiries {
            let id = if kind == "question" {
                inquiry.question.as_ref().map(|id| id.as_str())
            } else {
                inquiry.command.as_ref().map(|id| id.as_str())
            };
            assert!(id.is_none_or(|id| known.contains(&id)), "{id:?} is not in {file}");
        }
    }
    println!("{} reasons need words: {:?}", weights.reasons().len(), weights.reasons());
}
