//! The map: all that the guide knows as one drawing, from what is seen to what is done about it.
//!
//! Law: pure geometry. It knows the relations of `knowledge`, is given the titles, and answers with boxes and lines; what they look like
//! is the stylesheet's business. Made on the build machine only, so it costs the browser's program nothing.
//!
//! Four columns. A cause is as tall as its findings and a solution as tall as those that it mends, so most lines are short and straight:
//! the eye follows rows. What is left to curve is which symptom points to which cause, and the order of both is chosen to cross least.

mod drawing;
mod graph;
mod lines;
mod measure;
mod order;
mod place;
mod size;
mod spread;
mod ways;

pub use drawing::{Drawing, Link, Node};
pub use graph::{Column, Edge, Graph, Relation};
pub use measure::width;
pub use order::{crossings, order};
pub use size::{Area, Size};

#[cfg(test)]
mod tests;
