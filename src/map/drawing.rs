//! The finished drawing: boxes with lines of text, and the lines between them.

use super::graph::{Column, Edge, Graph};
use super::lines::lines;
use super::order::order;
use super::place::place;
use super::size::{Area, Size, mirrored};
use super::ways::Ways;
use crate::knowledge::Subject;
use crate::words::Direction;

/// A thing with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub subject: Subject,
    /// Its box.
    pub area: Area,
    /// Its title.
    pub lines: Vec<String>,
    /// Whether it is a cause outside the network.
    pub is_exit: bool,
}

impl Node {
    /// The height of its first line's baseline: the text stands in the middle of its box.
    pub fn baseline(&self) -> i32 {
        let spare = (self.area.height - Size::text_height(self.lines.len())) / 2;
        self.area.y + spare + Size::ABOVE + Size::LETTERS
    }
}

/// A connection with its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it connects, and how.
    pub edge: Edge,
    /// The `d` of an SVG path.
    pub path: String,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// How high it is; its width is [`Size::WIDTH`].
    pub height: i32,
    /// The boxes, in the order in which to read them.
    pub nodes: Vec<Node>,
    /// The lines; ends are places in `nodes`.
    pub links: Vec<Link>,
    direction: Direction,
}

impl Drawing {
    /// Draws a graph. Right-to-left languages read it from the right.
    pub fn new(graph: &Graph, title: &dyn Fn(&Subject) -> String, direction: Direction) -> Self {
        let broken: Vec<Vec<String>> =
            graph.nodes.iter().map(|node| lines(&title(node), Size::room(Column::of(node)))).collect();
        let (symptoms, causes) = order(graph);
        let placed = place(graph, &symptoms, &causes, &broken);
        let ways = Ways { graph, placed: &placed, direction };
        let links = graph.edges.iter().map(|edge| Link { edge: *edge, path: ways.path(edge) }).collect();
        let nodes = graph.nodes.iter().zip(broken).enumerate().map(|(nth, (subject, lines))| {
            let area = placed.areas[nth];
            let area = Area { x: mirrored(direction, area.x, area.width), ..area };
            Node { subject: subject.clone(), area, lines, is_exit: graph.exits.contains(&nth) }
        });
        Self { height: placed.height + 2, nodes: nodes.collect(), links, direction }
    }

    /// Where a text begins in a column: its left, or in right-to-left languages its right.
    pub fn start(&self, column: Column, inset: i32) -> i32 {
        mirrored(self.direction, Size::column(column).x + inset, 0)
    }
}
