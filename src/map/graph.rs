//! What is connected with what.

use crate::knowledge::{Cause, Finding, Knowledge, Side, SolutionId, Subject, SymptomId};

/// Where a thing stands: in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// What the reader sees.
    Symptoms,
    /// Which place on the path can refuse.
    Causes,
    /// What exactly is wrong.
    Findings,
    /// What mends it.
    Solutions,
}

impl Column {
    /// Every column, in reading order.
    pub const ALL: [Self; 4] = [Self::Symptoms, Self::Causes, Self::Findings, Self::Solutions];

    /// The column of a thing.
    pub fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Symptom(_) => Self::Symptoms,
            Subject::Cause(_) => Self::Causes,
            Subject::Finding(_) => Self::Findings,
            Subject::Solution(_) => Self::Solutions,
        }
    }
}

/// How two things are connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// A symptom and its likeliest cause.
    Likeliest,
    /// A symptom and another of its causes.
    Possible,
    /// A cause and a finding inside it.
    Holds,
    /// A finding and the solution that mends it.
    Mends,
    /// A cause and a solution that mends none of its findings by itself: logs, help.
    Helps,
}

/// A connection, by the places of both ends in [`Graph::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The end that is read first.
    pub from: usize,
    /// The other end.
    pub to: usize,
    /// How they are connected.
    pub relation: Relation,
}

/// Things and connections, before anything has a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// The things, column by column, each in the authors' order.
    pub nodes: Vec<Subject>,
    /// The connections.
    pub edges: Vec<Edge>,
    /// The places of the causes that are ways out of the guide.
    pub exits: Vec<usize>,
}

impl Graph {
    /// Everything that the guide knows.
    pub fn whole(knowledge: &Knowledge) -> Self {
        let symptoms: Vec<_> = knowledge.symptoms.iter().map(|symptom| &symptom.id).collect();
        Self::of(knowledge, &symptoms, &knowledge.causes.iter().collect::<Vec<_>>())
    }

    /// One symptom and what may be behind it, the likeliest cause first. Empty where there is no such symptom.
    pub fn of_symptom(knowledge: &Knowledge, id: &SymptomId) -> Self {
        let causes = knowledge.symptom(id).into_iter().flat_map(|symptom| &symptom.causes);
        Self::of(knowledge, &[id], &causes.filter_map(|cause| knowledge.cause(cause)).collect::<Vec<_>>())
    }

    fn of(knowledge: &Knowledge, symptoms: &[&SymptomId], causes: &[&Cause]) -> Self {
        let mut graph = Self::default();
        graph.nodes.extend(symptoms.iter().map(|id| Subject::Symptom((*id).clone())));
        graph.nodes.extend(causes.iter().map(|cause| Subject::Cause(cause.id.clone())));
        let findings: Vec<&Finding> = causes.iter().flat_map(|cause| knowledge.findings_of(&cause.id)).collect();
        graph.nodes.extend(findings.iter().map(|finding| Subject::Finding(finding.id.clone())));
        let is_used = |id: &SolutionId| {
            causes.iter().any(|cause| cause.solutions.contains(id)) || findings.iter().any(|it| it.solution == *id)
        };
        let solutions = knowledge.solutions.iter().filter(|solution| is_used(&solution.id));
        graph.nodes.extend(solutions.map(|solution| Subject::Solution(solution.id.clone())));
        let symptoms = symptoms.iter().filter_map(|id| knowledge.symptom(id));
        for symptom in symptoms {
            for (nth, cause) in symptom.causes.iter().enumerate() {
                let relation = if nth == 0 { Relation::Likeliest } else { Relation::Possible };
                graph.connect(&Subject::Symptom(symptom.id.clone()), &Subject::Cause(cause.clone()), relation);
            }
        }
        for cause in causes {
            let place = Subject::Cause(cause.id.clone());
            graph.exits.extend(graph.find(&place).filter(|_| cause.side == Side::Exit));
            for finding in knowledge.findings_of(&cause.id) {
                let fault = Subject::Finding(finding.id.clone());
                graph.connect(&place, &fault, Relation::Holds);
                graph.connect(&fault, &Subject::Solution(finding.solution.clone()), Relation::Mends);
            }
            let mended = |id: &SolutionId| knowledge.findings_of(&cause.id).any(|finding| finding.solution == *id);
            for solution in cause.solutions.iter().filter(|id| !mended(id)) {
                graph.connect(&place, &Subject::Solution(solution.clone()), Relation::Helps);
            }
        }
        graph
    }

    fn find(&self, subject: &Subject) -> Option<usize> {
        self.nodes.iter().position(|node| node == subject)
    }

    /// Connects two things, if both are in the drawing: the validator sees to ids that name nothing.
    fn connect(&mut self, from: &Subject, to: &Subject, relation: Relation) {
        if let (Some(from), Some(to)) = (self.find(from), self.find(to)) {
            self.edges.push(Edge { from, to, relation });
        }
    }

    /// The places of the things of one column, in the authors' order.
    pub fn column(&self, column: Column) -> Vec<usize> {
        (0..self.nodes.len()).filter(|nth| Column::of(&self.nodes[*nth]) == column).collect()
    }

    /// The places that lines lead to from here.
    pub fn after(&self, node: usize) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.from == node)
    }

    /// The lines that lead here.
    pub fn before(&self, node: usize) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.to == node)
    }
}
