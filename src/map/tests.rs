//! The drawing of the guide's own knowledge, in every language: nothing overlaps, nothing is missing, nothing sticks out.

use super::{Area, Column, Drawing, Graph, Relation, Size, crossings, order, width};
use crate::authoring::{self, Content};
use crate::knowledge::{Knowledge, Subject};
use crate::words::{Direction, Words};
use std::path::Path;

fn content() -> Content {
    let mut content = authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    content.add_pseudo();
    content
}

fn title(words: &Words, subject: &Subject) -> String {
    let key = match subject {
        Subject::Symptom(id) => format!("symptom.{id}.title"),
        Subject::Cause(id) => format!("cause.{id}.title"),
        Subject::Finding(id) => format!("finding.{id}.title"),
        Subject::Solution(id) => format!("solution.{id}.title"),
    };
    words.block(&key).text.to_owned()
}

/// The whole drawing and that of every symptom.
fn graphs(knowledge: &Knowledge) -> Vec<Graph> {
    let of_symptoms = knowledge.symptoms.iter().map(|symptom| Graph::of_symptom(knowledge, &symptom.id));
    std::iter::once(Graph::whole(knowledge)).chain(of_symptoms).collect()
}

fn drawings() -> Vec<(String, Drawing)> {
    let content = content();
    let mut drawings = Vec::new();
    for language in content.languages() {
        let words = content.words(&language.code).unwrap();
        for graph in graphs(content.knowledge()) {
            let name = format!("{} {:?}", language.code, graph.nodes[0]);
            drawings.push((name, Drawing::new(&graph, &|subject| title(&words, subject), language.dir)));
        }
    }
    drawings
}

fn overlap(one: Area, other: Area) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

#[test]
fn no_boxes_overlap_and_all_are_within_the_drawing() {
    for (name, drawing) in drawings() {
        for (nth, node) in drawing.nodes.iter().enumerate() {
            let Area { x, y, width, height } = node.area;
            assert!(
                x >= 0 && y >= Size::HEAD && x + width <= Size::WIDTH && y + height <= drawing.height,
                "{name}: {node:?} in {} units of height",
                drawing.height
            );
            for other in &drawing.nodes[nth + 1..] {
                assert!(!overlap(node.area, other.area), "{name}: {node:?} and {other:?}");
            }
        }
    }
}

#[test]
fn every_text_is_within_its_box() {
    for (name, drawing) in drawings() {
        for node in &drawing.nodes {
            let room = Size::room(Column::of(&node.subject));
            assert!(node.lines.iter().all(|line| !line.is_empty() && width(line) <= room), "{name}: {node:?}");
            assert!(Size::text_height(node.lines.len()) <= node.area.height, "{name}: {node:?}");
        }
    }
}

#[test]
fn every_relation_of_the_knowledge_has_its_line_and_every_line_its_relation() {
    let content = content();
    let knowledge = content.knowledge();
    let graph = Graph::whole(knowledge);
    let mut lines: Vec<(Subject, Subject, Relation)> = graph
        .edges
        .iter()
        .map(|edge| (graph.nodes[edge.from].clone(), graph.nodes[edge.to].clone(), edge.relation))
        .collect();
    let mut take = |from: Subject, to: Subject, relation: Relation| {
        let line = lines.iter().position(|line| *line == (from.clone(), to.clone(), relation));
        lines.remove(line.unwrap_or_else(|| panic!("no line from {from:?} to {to:?}")));
    };
    for symptom in &knowledge.symptoms {
        for (nth, cause) in symptom.causes.iter().enumerate() {
            let relation = if nth == 0 { Relation::Likeliest } else { Relation::Possible };
            take(Subject::Symptom(symptom.id.clone()), Subject::Cause(cause.clone()), relation);
        }
    }
    for finding in &knowledge.findings {
        let fault = Subject::Finding(finding.id.clone());
        take(Subject::Cause(finding.cause.clone()), fault.clone(), Relation::Holds);
        take(fault, Subject::Solution(finding.solution.clone()), Relation::Mends);
    }
    for cause in &knowledge.causes {
        for solution in &cause.solutions {
            // A solution that mends one of the cause's findings is reached through that.
            if !knowledge.findings_of(&cause.id).any(|finding| finding.solution == *solution) {
                take(Subject::Cause(cause.id.clone()), Subject::Solution(solution.clone()), Relation::Helps);
            }
        }
    }
    assert!(lines.is_empty(), "{lines:?}");
    let things =
        [knowledge.symptoms.len(), knowledge.causes.len(), knowledge.findings.len(), knowledge.solutions.len()];
    assert_eq!(Column::ALL.map(|column| graph.column(column).len()), things);
}

#[test]
fn a_symptoms_drawing_holds_what_may_be_behind_it_and_nothing_else() {
    let content = content();
    let knowledge = content.knowledge();
    for symptom in &knowledge.symptoms {
        let graph = Graph::of_symptom(knowledge, &symptom.id);
        let causes: Vec<_> = symptom.causes.iter().cloned().map(Subject::Cause).collect();
        let drawn: Vec<_> = graph.column(Column::Causes).into_iter().map(|nth| graph.nodes[nth].clone()).collect();
        assert_eq!(drawn, causes, "{}", symptom.id);
        for (nth, node) in graph.nodes.iter().enumerate().skip(1) {
            assert!(graph.before(nth).next().is_some(), "{}: nothing leads to {node:?}", symptom.id);
        }
    }
    assert_eq!(Graph::of_symptom(knowledge, &"no-such-symptom".into()).edges, []);
}

#[test]
fn lines_cross_less_than_in_the_authors_order_and_exits_stay_below_the_network() {
    let content = content();
    let graph = Graph::whole(content.knowledge());
    let (symptoms, causes) = order(&graph);
    let mut authors = graph.column(Column::Causes);
    authors.sort_by_key(|cause| graph.exits.contains(cause));
    let before = crossings(&graph, &graph.column(Column::Symptoms), &authors);
    let after = crossings(&graph, &symptoms, &causes);
    println!("{before} crossings in the authors' order, {after} in the drawing's");
    assert!(after * 2 < before, "{before} before, {after} after");
    let first_exit = causes.iter().position(|cause| graph.exits.contains(cause)).unwrap();
    assert!(causes[first_exit..].iter().all(|cause| graph.exits.contains(cause)));
}

#[test]
fn what_is_read_from_the_right_is_the_mirror_image() {
    let content = content();
    let words = content.words(&"sv".into()).unwrap();
    let graph = Graph::whole(content.knowledge());
    let [left, right] = [Direction::Ltr, Direction::Rtl]
        .map(|direction| Drawing::new(&graph, &|subject| title(&words, subject), direction));
    for (one, other) in left.nodes.iter().zip(&right.nodes) {
        assert_eq!(one.area.x + one.area.width, Size::WIDTH - other.area.x);
        assert_eq!((one.area.y, one.area.height), (other.area.y, other.area.height));
    }
    assert_eq!(left.start(Column::Symptoms, 9) + right.start(Column::Symptoms, 9), Size::WIDTH);
    for (one, other) in left.links.iter().zip(&right.links) {
        assert_ne!(one.path, other.path);
    }
}

#[test]
fn a_large_guide_is_drawn_too() {
    let mut graph = Graph::default();
    graph.nodes.extend((0..600).map(|nth| Subject::Symptom(format!("s{nth}").as_str().into())));
    graph.nodes.extend((0..40).map(|nth| Subject::Cause(format!("c{nth}").as_str().into())));
    for nth in 0..600 {
        for (place, cause) in [nth * 7 % 40, nth * 13 % 40].into_iter().enumerate() {
            let relation = if place == 0 { Relation::Likeliest } else { Relation::Possible };
            graph.edges.push(super::Edge { from: nth, to: 600 + cause, relation });
        }
    }
    let drawing = Drawing::new(&graph, &|_| "A title of some words".into(), Direction::Ltr);
    assert_eq!(drawing.links.len(), 1200);
    let symptoms: Vec<_> = drawing.nodes.iter().filter(|node| Column::of(&node.subject) == Column::Symptoms).collect();
    assert!(symptoms.iter().all(|node| node.area.y >= Size::HEAD && node.area.y < drawing.height));
}
