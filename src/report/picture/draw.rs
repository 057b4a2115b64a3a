//! The path as a drawing: one line down the side, a sign for each stop, its name and state beside it.
//!
//! Signs and lines are told apart by their shape, so that print and eyes without colour see the same.

use super::{Picture, State};
use crate::report::Teller;
use crate::small::escape;
use crate::words::{Direction, Ui};

/// A drawing as markup: our own tags, and texts that are escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg(String);

impl Svg {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Markup that was written in this room: our own tags, and texts that are escaped.
    pub(in crate::report) fn from_ours(markup: String) -> Self {
        Self(markup)
    }
}

/// How wide the drawing is, in its own units.
const WIDTH: i32 = 460;
/// How high a stop is.
const ROW: i32 = 58;
/// Where the line runs, from the side where reading begins.
const LINE: i32 = 22;
/// Where texts begin.
const TEXT: i32 = 48;
/// The most characters of hosts that a line has room for.
const ROOM: usize = 56;

impl Picture {
    /// The drawing, in a language's reading direction. `id` begins the ids of its title and its description.
    pub fn svg(&self, teller: &Teller<'_>, id: &str) -> Svg {
        let is_rtl = teller.words.language.dir == Direction::Rtl;
        let x = |x: i32| if is_rtl { WIDTH - x } else { x };
        let mut svg = Svg(String::new());
        svg.tags(&["<svg class=\"path-picture\" role=\"img\" viewBox=\"0 0 "]);
        svg.number(WIDTH);
        svg.tags(&[" "]);
        svg.number(self.nodes.len() as i32 * ROW);
        svg.tags(&["\" aria-labelledby=\""]);
        svg.text(id);
        svg.tags(&["-title "]);
        svg.text(id);
        svg.tags(&["-text\"><title id=\""]);
        svg.text(id);
        svg.tags(&["-title\">"]);
        svg.text(&teller.say(Ui::ReportPictureTitle));
        svg.tags(&["</title><desc id=\""]);
        svg.text(id);
        svg.tags(&["-text\">"]);
        svg.text(&self.sentence(teller));
        svg.tags(&["</desc>"]);
        for (nth, node) in self.nodes.iter().enumerate() {
            let middle = nth as i32 * ROW + ROW / 2;
            if nth > 0 {
                svg.tags(&["<path class=\"way ", self.way(nth).as_str(), "\" d=\"M"]);
                svg.number(x(LINE));
                svg.tags(&[" "]);
                svg.number(middle - ROW + 13);
                svg.tags(&["V"]);
                svg.number(middle - 13);
                svg.tags(&["\"/>"]);
            }
            svg.tags(&["<g class=\"stop ", node.state.as_str(), if node.is_fault { " fault" } else { "" }, "\">"]);
            svg.tags(&["<circle r=\"11\" cx=\""]);
            svg.number(x(LINE));
            svg.tags(&["\" cy=\""]);
            svg.number(middle);
            svg.tags(&["\"/><path d=\"M"]);
            svg.number(x(LINE));
            svg.tags(&[" "]);
            svg.number(middle);
            svg.tags(&[sign(node.state), "\"/>"]);
            if node.is_fault {
                svg.tags(&["<circle class=\"ring\" r=\"17\" cx=\""]);
                svg.number(x(LINE));
                svg.tags(&["\" cy=\""]);
                svg.number(middle);
                svg.tags(&["\"/>"]);
            }
            let mut hosts = node.hosts.join(", ");
            if let Some((end, _)) = hosts.char_indices().nth(ROOM) {
                hosts.truncate(end);
                hosts.push('…');
            }
            let up = if hosts.is_empty() { 0 } else { 8 };
            svg.line("name", x(TEXT), middle - 3 - up, &teller.stop(node.stop));
            svg.line("told", x(TEXT), middle + 13 - up, &node.told(teller));
            if !hosts.is_empty() {
                svg.line("host", x(TEXT), middle + 21, &hosts);
            }
            svg.tags(&["</g>"]);
        }
        svg.tags(&["</svg>"]);
        svg
    }
}

/// What stands in a stop's circle, from its middle.
fn sign(state: State) -> &'static str {
    match state {
        State::Answered => "m-5 0l4 4 6-8",
        State::Failed => "m-4-4l8 8m0-8l-8 8",
        State::Unclear => "m-5 0h10",
        State::NotTested => "m0 0h0",
    }
}

impl Svg {
    #[inline(never)]
    fn tags(&mut self, parts: &[&'static str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }

    #[inline(never)]
    fn number(&mut self, number: i32) {
        self.0.push_str(&number.to_string());
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    #[inline(never)]
    fn line(&mut self, class: &'static str, x: i32, y: i32, text: &str) {
        self.tags(&["<text class=\"", class, "\" x=\""]);
        self.number(x);
        self.tags(&["\" y=\""]);
        self.number(y);
        self.tags(&["\">"]);
        self.text(text);
        self.tags(&["</text>"]);
    }
}
