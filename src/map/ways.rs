//! The ways of the lines.

use super::graph::{Column, Edge, Graph, Relation};
use super::place::{Placed, whole};
use super::size::{Area, Size, mirrored};
use super::spread::spread;
use crate::words::Direction;

/// What lines lead between.
pub(super) struct Ways<'a> {
    pub graph: &'a Graph,
    pub placed: &'a Placed,
    pub direction: Direction,
}

impl Ways<'_> {
    /// The way of a line, as the `d` of an SVG path.
    pub fn path(&self, edge: &Edge) -> String {
        let (from, to) = (self.placed.areas[edge.from], self.placed.areas[edge.to]);
        let (start, end) = (self.x(from.end()), self.x(to.x));
        match edge.relation {
            Relation::Holds => format!("M{start} {}H{end}", to.middle()),
            Relation::Helps => self.around(edge),
            Relation::Mends => curve(start, from.middle(), end, self.arrival(edge)),
            Relation::Likeliest | Relation::Possible => curve(start, self.departure(edge), end, self.arrival(edge)),
        }
    }

    fn x(&self, x: i32) -> i32 {
        mirrored(self.direction, x, 0)
    }

    /// From the solution along its own lane and below the findings. Lines to one solution begin alike, so their dashes fall together.
    fn around(&self, edge: &Edge) -> String {
        let Placed { areas, passages, .. } = self.placed;
        let (cause, solution) = (areas[edge.from], areas[edge.to]);
        let passage = passages.iter().find(|(from, to, _)| (*from, *to) == (edge.from, edge.to));
        let (y, from, corner) = (passage.map_or(cause.middle(), |(.., y)| *y), solution.middle(), Size::CORNER);
        // The lowest solution has the innermost lane, so that lanes do not cross on arrival.
        let mut helping: Vec<usize> = passages.iter().map(|(_, solution, _)| *solution).collect();
        helping.sort_by_key(|solution| std::cmp::Reverse(areas[*solution].y));
        helping.dedup();
        let findings = Size::column(Column::Findings).end();
        let lanes = (solution.x - findings - 3 * corner) / Size::PASSAGE;
        let lane = helping.iter().position(|other| *other == edge.to).and_then(|nth| i32::try_from(nth).ok());
        let rail = findings + 2 * corner + lane.unwrap_or_default() % lanes.max(1) * Size::PASSAGE;
        let turn = if y < from { -corner } else { corner };
        let [end, outer, rail, inner, start] =
            [solution.x, rail + corner, rail, rail - corner, cause.end()].map(|x| self.x(x));
        let (leaves, enters) = (from + turn, y - turn);
        format!("M{end} {from}H{outer}Q{rail} {from} {rail} {leaves}V{enters}Q{rail} {y} {inner} {y}H{start}")
    }

    /// At which height a line leaves a symptom: lines to higher causes higher.
    fn departure(&self, edge: &Edge) -> i32 {
        let area = self.placed.areas[edge.from];
        let middle = f64::from(area.middle());
        let others = self.graph.after(edge.from).map(|other| (self.placed.areas[other.to].middle(), middle, *other));
        port(area, edge, others.collect())
    }

    /// At which height a line arrives: as level as the others allow.
    fn arrival(&self, edge: &Edge) -> i32 {
        let others = self.graph.before(edge.to).filter(|other| other.relation != Relation::Helps).map(|other| {
            let height = self.placed.areas[other.from].middle();
            (height, f64::from(height), *other)
        });
        port(self.placed.areas[edge.to], edge, others.collect())
    }
}

/// A line that leaves and arrives level; straight where both are at one height.
fn curve(start: i32, from: i32, end: i32, to: i32) -> String {
    if from == to {
        return format!("M{start} {from}H{end}");
    }
    let middle = i32::midpoint(start, end);
    format!("M{start} {from}C{middle} {from} {middle} {to} {end} {to}")
}

/// The height of one line among those on one side of a box: the height of each one's other end, where it wants to be, the line.
fn port(area: Area, edge: &Edge, mut others: Vec<(i32, f64, Edge)>) -> i32 {
    others.sort_by_key(|(height, ..)| *height);
    let inset = Size::CORNER.min(area.height / 2);
    let (low, high) = (f64::from(area.y + inset), f64::from(area.y + area.height - inset));
    let wanted: Vec<f64> = others.iter().map(|(_, wanted, _)| *wanted).collect();
    let gaps = f64::from(u32::try_from(others.len().saturating_sub(1).max(1)).unwrap_or(u32::MAX));
    let apart = vec![Size::PORTS.min((high - low) / gaps); others.len()];
    let heights = spread(&wanted, &apart, low, high);
    others.iter().position(|(.., other)| other == edge).map_or(area.middle(), |nth| whole(heights[nth]))
}
