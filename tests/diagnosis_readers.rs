//! Simulated readers: how many questions and commands until the right solution stands first.
//!
//! A reader has one fault. What they see first and how they answer is drawn from the weights' own model, or the first sight is a labelled
//! text of the corpus. Three in twenty times they do not know an answer. A reader stops when the right solution stands first.

use registry_guide::diagnosis::{Engine, Inquiry, Outcome, Weights};
use registry_guide::knowledge::FindingId;
use registry_guide::observation::{Observation, Seen};
use registry_guide::paste::{Recognisers, Rules, read};

/// The solution of each finding, as `content/guide/findings.toml` has it.
const SOLUTIONS: [(&str, &str); 13] = [
    (
        "open-client-firewall",
        "login-server-blocked data-endpoint-not-allowed blob-not-allowed dns-server-unreachable clock-drift ipv6-only-client",
    ),
    (
        "set-proxy",
        "daemon-without-proxy proxy-address-wrong proxy-refuses proxy-wants-login private-names-through-proxy",
    ),
    ("trust-inspection-ca", "tls-inspection"),
    ("allow-client-address", "client-address-not-in-rules public-access-disabled rules-not-active-yet"),
    (
        "repair-private-dns",
        "zone-not-linked dns-not-forwarded record-missing data-record-missing two-endpoints-one-zone privatelink-name-used",
    ),
    (
        "open-private-path",
        "private-address-unreachable nsg-or-route-blocks azure-firewall-blocks connection-not-approved provider-not-registered static-address-blocks-replica subnet-full storage-endpoint-policy",
    ),
    ("replace-service-endpoint", "service-endpoint-lost subnet-rule-missing"),
    ("let-tasks-in", "tasks-do-not-bypass"),
    ("give-service-access", "trusted-services-off"),
    ("pull-through-network", "service-not-trusted hosted-agent-outside"),
    ("correct-registry-name", "name-misspelt label-hash-missing suffix-doubled wrong-cloud registry-gone"),
    ("sign-in-again", "not-signed-in credentials-expired role-missing wrong-tenant"),
    ("start-docker", "docker-missing daemon-not-running socket-not-permitted"),
];

fn solution(finding: &str) -> &'static str {
    SOLUTIONS
        .iter()
        .find(|(_, findings)| findings.split(' ').any(|id| id == finding))
        .map_or("check-image", |(id, _)| id)
}

struct Dice(u64);

impl Dice {
    fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An index drawn by its weight.
    fn draw(&mut self, weights: impl Iterator<Item = f64> + Clone) -> usize {
        let mut left = self.unit() * weights.clone().sum::<f64>();
        let mut last = 0;
        for (nth, weight) in weights.enumerate() {
            last = nth;
            left -= weight;
            if left <= 0.0 {
                break;
            }
        }
        last
    }
}

fn engine() -> Engine {
    let weights = Weights::from_toml(include_str!("../content/weights.toml")).expect("weights are well formed");
    Engine::new(weights).expect("weights name known ids")
}

fn observe(observations: &mut Vec<Observation>, seen: &[Seen]) {
    observations.extend(seen.iter().cloned().map(Observation::from));
}

/// The solution that stands first, and how likely it is.
fn first(engine: &Engine, observations: &[Observation]) -> (&'static str, f64) {
    let mut sums: Vec<(&'static str, f64)> = Vec::new();
    for (_, finding, probability) in engine.belief(observations) {
        let solution = solution(finding.as_str());
        match sums.iter_mut().find(|(id, _)| *id == solution) {
            Some((_, sum)) => *sum += probability,
            None => sums.push((solution, probability)),
        }
    }
    sums.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default()
}

/// Asks until the right solution stands first; answers how many questions and commands that took, and how many wrong solutions were
/// tried in vain on the way: one that looks good, or the best after three questions.
fn run(engine: &Engine, observations: &mut Vec<Observation>, fault: &FindingId, dice: &mut Dice) -> (u32, u32) {
    let right = solution(fault.as_str());
    let (mut asked, mut tried) = (0, 0);
    loop {
        let (shown, probability) = first(engine, observations);
        if shown == right {
            return (asked, tried);
        }
        assert!(tried < 14, "every solution was tried: {fault}");
        let next = engine.next_after(observations).filter(|_| probability < 0.6 && asked < 3);
        let Some(next) = next else {
            tried += 1;
            let vain: Vec<Seen> = engine
                .belief(&[])
                .into_iter()
                .filter(|(_, finding, _)| solution(finding.as_str()) == shown)
                .map(|(_, finding, _)| Seen::RuledOut(finding.to_string()))
                .collect();
            observe(observations, &vain);
            continue;
        };
        asked += 1;
        let inquiry = engine
            .inquiries()
            .iter()
            .find(|inquiry| {
                inquiry.question == next.question && inquiry.command == next.command && inquiry.finding == next.finding
            })
            .expect("what is next is one of the inquiries");
        let unknown = inquiry.question.is_some() && dice.unit() < 0.15;
        if let (true, Some(question)) = (unknown, &inquiry.question) {
            observe(observations, &[Seen::DontKnow(question.clone())]);
        } else {
            let chances = engine.outcomes_given(observations, inquiry, fault);
            let outcome = dice.draw(chances.iter().copied());
            observe(observations, &inquiry.outcomes[outcome].see);
        }
    }
}

#[derive(Default, Debug)]
struct Tally {
    readers: u32,
    asked: u32,
    most_asked: u32,
    tried: u32,
    long_ways: u32,
}

impl Tally {
    fn add(&mut self, (asked, tried): (u32, u32)) {
        self.readers += 1;
        self.asked += asked;
        self.most_asked = self.most_asked.max(asked);
        self.tried += tried;
        self.long_ways += u32::from(asked + tried > 6);
    }

    /// Few questions and commands, and few even with every solution counted that was tried in vain.
    fn check(&self, whom: &str) {
        let mean = |sum: u32| f64::from(sum) / f64::from(self.readers.max(1));
        println!(
            "{whom}: asked {:.2}, with solutions tried in vain {:.2}, {self:?}",
            mean(self.asked),
            mean(self.asked + self.tried)
        );
        assert!(mean(self.asked + self.tried) <= 2.5 && self.most_asked <= 6, "{self:?}");
        assert!(self.long_ways * 50 <= self.readers, "more than two in a hundred have a long way: {self:?}");
    }
}

/// What readers see first, by the facts that their text shows.
fn openings() -> Inquiry {
    let sights = [
        "name-unknown",
        "dns-timeout",
        "tcp-timeout",
        "tcp-timeout to-private",
        "tcp-timeout to-public",
        "http-timeout client-docker",
        "tcp-timeout client-kubelet",
        "tls-timeout",
        "tls-unknown-authority",
        "ended-early at-layers",
        "tcp-timeout at-layers at-blob",
        "name-unknown at-data-endpoint",
        "proxy-wants-login",
        "proxy-unreachable",
        "client-ip-denied client-ip-public",
        "client-ip-denied client-acr-tasks",
        "client-ip-denied client-hosted-agent",
        "forbidden",
        "no-access",
        "token-forbidden",
        "auth-required",
        "scope-missing",
        "registry-not-listed",
        "daemon-not-running",
        "docker-missing",
        "socket-denied",
        "tag-missing",
        "image-missing",
        "platform-missing",
        "throttled",
        "unavailable",
        "pull-unexplained",
        "challenge-failed",
        "connect-failed",
        "storage-denied",
    ];
    let outcomes = sights
        .iter()
        .map(|sight| Outcome { see: sight.split(' ').map(|id| Seen::parse(id).expect("a fact")).collect(), base: 0 })
        .collect();
    Inquiry { question: None, command: None, finding: None, cost: 1, when: vec![], unless: vec![], outcomes }
}

#[test]
fn readers_drawn_from_the_model_reach_their_solution_in_few_steps() {
    let engine = engine();
    let openings = openings();
    let prior = engine.belief(&[]);
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut tally = Tally::default();
    for _ in 0..1_000 {
        let (_, fault, _) = &prior[dice.draw(prior.iter().map(|(_, _, probability)| *probability))];
        let chances = engine.outcomes_given(&[], &openings, fault);
        let opening = dice.draw(chances.iter().copied());
        let mut observations = Vec::new();
        observe(&mut observations, &openings.outcomes[opening].see);
        tally.add(run(&engine, &mut observations, fault, &mut dice));
    }
    tally.check("from the model");
}

#[test]
fn readers_with_the_labelled_texts_reach_their_solution_in_few_steps() {
    let engine = engine();
    let rules = Rules::from_toml(include_str!("../content/recognisers.toml")).expect("recognisers are well formed");
    let recognisers = Recognisers::compile(rules).expect("patterns compile");
    let mut dice = Dice(0x1234_5678_9abc_def1);
    let mut tally = Tally::default();
    let corpus = [
        include_str!("corpus/sample.jsonl"),
        include_str!("corpus/recorded.jsonl"),
        include_str!("corpus/written.jsonl"),
    ];
    for line in corpus.iter().flat_map(|corpus| corpus.lines()).filter(|line| !line.is_empty()) {
        let case: serde_json::Value = serde_json::from_str(line).expect("a case a line");
        let pasted = read(&recognisers, case["text"].as_str().unwrap_or_default());
        let wanted: Vec<&str> =
            case["acceptable"].as_array().into_iter().flatten().filter_map(|id| id.as_str()).collect();
        let label = case["cause"].as_str().filter(|label| wanted.contains(label)).or(wanted.first().copied());
        let Some(label) = label else { continue };
        // The fault: one of the labelled cause's, as likely as the text makes it.
        let belief = engine.belief(&pasted.observations);
        let faults: Vec<_> = belief.iter().filter(|(cause, _, _)| cause.as_str() == label).collect();
        for _ in 0..3 {
            let (_, fault, _) = faults[dice.draw(faults.iter().map(|(_, _, probability)| *probability))];
            tally.add(run(&engine, &mut pasted.observations.clone(), fault, &mut dice));
        }
    }
    tally.check("from the corpus");
}

#[test]
fn the_solutions_here_are_those_of_the_knowledge() {
    let Ok(findings) = std::fs::read_to_string("content/guide/findings.toml") else { return };
    let findings: toml::Table = findings.parse().expect("findings are well formed");
    let prior = engine().belief(&[]);
    let known = findings["finding"].as_array().expect("a list of findings");
    assert_eq!(known.len(), prior.len(), "each finding has a prior");
    for finding in known {
        let (id, cause) = (finding["id"].as_str().expect("an id"), finding["cause"].as_str().expect("a cause"));
        assert!(
            prior.iter().any(|(of, known, _)| of.as_str() == cause && known.as_str() == id),
            "{id} has no prior in {cause}"
        );
        assert_eq!(finding["solution"].as_str(), Some(solution(id)), "{id}");
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
        observe(&mut observations, &[Seen::DontKnow(id.as_str().into())]);
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
