//! Symptoms that the reader picks on the page instead of pasting a text.

use registry_guide::diagnosis::{Certainty, Engine, Weights};
use registry_guide::knowledge::{Knowledge, Symptom};
use registry_guide::observation::{Observation, Seen};
use registry_guide::paste::{Recognisers, Rules, read};

fn engine() -> Engine {
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    Engine::new(weights).expect("weights name known ids")
}

fn symptoms() -> Vec<Symptom> {
    let knowledge: Knowledge =
        toml::from_str(include_str!("../content/guide/symptoms.toml")).expect("symptoms are well formed");
    knowledge.symptoms
}

fn picked(symptom: &Symptom) -> Observation {
    Seen::Symptom(symptom.id.clone()).into()
}

#[test]
fn a_picked_symptom_ranks_the_causes_as_its_page_does() {
    let engine = engine();
    for symptom in symptoms() {
        let diagnosis = engine.diagnose(&[picked(&symptom)]);
        let ranked: Vec<_> = diagnosis.causes.iter().map(|cause| cause.id.clone()).collect();
        assert_eq!(ranked, symptom.causes[..ranked.len()], "{}", symptom.id);
        assert!(ranked.len() >= symptom.causes.len().min(2), "{}: only {ranked:?}", symptom.id);
        for cause in &diagnosis.causes {
            assert!(cause.certainty <= Certainty::Likely, "{}: picking is not seeing", symptom.id);
            assert!(cause.reasons.iter().any(|reason| reason.id == format!("symptom.{}", symptom.id)));
        }
    }
}

#[test]
fn a_picked_symptom_leaves_something_to_ask_or_run() {
    let engine = engine();
    for symptom in symptoms() {
        assert!(engine.diagnose(&[picked(&symptom)]).next.is_some(), "{}", symptom.id);
    }
}

#[test]
fn a_pasted_text_counts_for_more_than_the_symptom_picked_before_it() {
    let rules = Rules::from_toml(include_str!("../content/recognisers.toml")).expect("recognisers are well formed");
    let recognisers = Recognisers::compile(rules).expect("patterns compile");
    let engine = engine();
    for (text, first) in [
        ("denied: client with IP '20.1.2.3' is not allowed access. Refer https://aka.ms/acr/firewall", "public-access"),
        (
            "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
            "local-docker",
        ),
        (
            "manifest for contoso.azurecr.io/app:2 not found: manifest unknown: manifest tagged by \"2\" is not found",
            "not-network",
        ),
        (
            "ERROR: Error response from daemon: proxyconnect tcp: dial tcp 10.0.0.9:3128: connect: connection refused",
            "client-firewall",
        ),
    ] {
        for symptom in symptoms() {
            let mut observations = read(&recognisers, text).observations;
            observations.push(picked(&symptom));
            let diagnosis = engine.diagnose(&observations);
            assert_eq!(
                diagnosis.causes.first().map(|cause| cause.id.as_str()),
                Some(first),
                "{} and {text}",
                symptom.id
            );
        }
    }
}
