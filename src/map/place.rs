//! Gives every box its place: rows of findings first, then what they belong to and what mends them, then the symptoms.

use super::graph::{Column, Graph, Relation};
use super::size::{Area, Size};
use super::spread::spread;

/// Places, before lines are drawn.
pub(super) struct Placed {
    /// The box of each thing.
    pub areas: Vec<Area>,
    /// Where the lines to solutions that only help leave their causes, below the findings: cause, solution, height.
    pub passages: Vec<(usize, usize, i32)>,
    /// How high the whole drawing is.
    pub height: i32,
}

struct Placing<'a> {
    graph: &'a Graph,
    causes: &'a [usize],
    lines: &'a [Vec<String>],
    placed: Placed,
}

/// Places everything, reading from left to right.
pub(super) fn place(graph: &Graph, symptoms: &[usize], causes: &[usize], lines: &[Vec<String>]) -> Placed {
    let areas = graph.nodes.iter().map(|node| Size::column(Column::of(node))).collect();
    let placed = Placed { areas, passages: Vec::new(), height: Size::HEAD };
    let mut placing = Placing { graph, causes, lines, placed };
    for cause in causes {
        placing.block(*cause);
    }
    placing.homeless();
    placing.symptoms(symptoms);
    placing.placed
}

impl Placing<'_> {
    fn text_height(&self, node: usize) -> i32 {
        Size::text_height(self.lines[node].len())
    }

    fn put(&mut self, node: usize, y: i32, height: i32) {
        self.placed.areas[node].y = y;
        self.placed.areas[node].height = height;
        self.placed.height = self.placed.height.max(y + height);
    }

    /// A cause beside its findings, and the solutions that are at home here beside those.
    fn block(&mut self, cause: usize) {
        let top = if self.placed.height == Size::HEAD { Size::HEAD } else { self.placed.height + Size::BETWEEN_CAUSES };
        let mut y = top;
        for (solution, findings) in self.groups(cause) {
            let start = y;
            for finding in findings {
                let height = self.text_height(finding);
                self.put(finding, y, height);
                y += height + Size::BETWEEN_FINDINGS;
            }
            y -= Size::BETWEEN_FINDINGS;
            if self.home(solution) == Some(cause) {
                y = y.max(start + self.text_height(solution));
                self.put(solution, start, y - start);
            }
            y += Size::BETWEEN_GROUPS;
        }
        y -= Size::BETWEEN_GROUPS;
        let helping = self.graph.after(cause).filter(|edge| edge.relation == Relation::Helps).map(|edge| edge.to);
        for solution in helping.collect::<Vec<_>>() {
            y += Size::PASSAGE;
            self.placed.passages.push((cause, solution, y));
        }
        if self.placed.passages.last().is_some_and(|(of, ..)| *of == cause) {
            y += Size::PASSAGE / 2;
        }
        let height = (y - top).max(self.text_height(cause));
        self.put(cause, top, height);
    }

    /// A cause's findings by their solution. One that is at home in a higher cause comes first, in a lower one last.
    fn groups(&self, cause: usize) -> Vec<(usize, Vec<usize>)> {
        let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
        for finding in self.graph.after(cause).filter(|edge| edge.relation == Relation::Holds).map(|edge| edge.to) {
            let Some(solution) = self.graph.after(finding).next().map(|edge| edge.to) else { continue };
            match groups.iter_mut().find(|(of, _)| *of == solution) {
                Some((_, findings)) => findings.push(finding),
                None => groups.push((solution, vec![finding])),
            }
        }
        let rank = |cause: usize| self.causes.iter().position(|other| *other == cause);
        groups.sort_by_key(|(solution, _)| self.home(*solution).and_then(rank).cmp(&rank(cause)));
        groups
    }

    /// The cause in which a solution mends most; the highest of several.
    fn home(&self, solution: usize) -> Option<usize> {
        let mends = |cause: usize| {
            let findings = self.graph.after(cause).filter(|edge| edge.relation == Relation::Holds);
            findings.filter(|edge| self.graph.after(edge.to).any(|next| next.to == solution)).count()
        };
        let counts = self.causes.iter().rev().map(|cause| (mends(*cause), *cause));
        counts.filter(|(count, _)| *count > 0).max_by_key(|(count, _)| *count).map(|(_, cause)| cause)
    }

    /// The solutions that mend no finding by themselves stand below all others.
    fn homeless(&mut self) {
        let mut y = self.placed.height + Size::BETWEEN_CAUSES;
        for solution in self.graph.column(Column::Solutions) {
            if self.home(solution).is_none() {
                let height = self.text_height(solution);
                self.put(solution, y, height);
                y += height + Size::BETWEEN_GROUPS;
            }
        }
    }

    /// Symptoms stand level with their causes, as far as all have room; the likeliest counts twice.
    fn symptoms(&mut self, symptoms: &[usize]) {
        let heights: Vec<f64> = symptoms.iter().map(|symptom| f64::from(self.text_height(*symptom))).collect();
        let wanted: Vec<f64> = symptoms
            .iter()
            .map(|symptom| {
                let pulls = self.graph.after(*symptom).map(|edge| {
                    let area = self.placed.areas[edge.to];
                    (if edge.relation == Relation::Likeliest { 2.0 } else { 1.0 }, f64::from(area.middle()))
                });
                let (weight, sum) = pulls.fold((0.0, 0.0), |(weight, sum), (of, at)| (weight + of, sum + of * at));
                sum / f64::max(weight, 1.0)
            })
            .collect();
        let apart: Vec<f64> = (0..heights.len())
            .map(|nth| {
                nth.checked_sub(1).map_or(0.0, |before| {
                    f64::midpoint(heights[before], heights[nth]) + f64::from(Size::BETWEEN_SYMPTOMS)
                })
            })
            .collect();
        let half = |height: Option<&f64>| height.map_or(0.0, |height| height / 2.0);
        let low = f64::from(Size::HEAD) + half(heights.first());
        let high = f64::from(self.placed.height) - half(heights.last());
        for ((symptom, middle), height) in symptoms.iter().zip(spread(&wanted, &apart, low, high)).zip(heights) {
            self.put(*symptom, whole(middle - height / 2.0), whole(height));
        }
    }
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "heights of a drawing are far below 2^31")]
pub(super) fn whole(value: f64) -> i32 {
    value.round() as i32
}
