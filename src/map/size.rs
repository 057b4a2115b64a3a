//! How large everything is, and where the columns stand.

use super::graph::Column;
use crate::words::Direction;

/// Measures of the drawing, in its own units: one is a sixteenth of the page's letters.
pub struct Size;

impl Size {
    /// The width of the whole drawing: that of a page's text.
    pub const WIDTH: i32 = 1056;
    /// The size of letters.
    pub const LETTERS: i32 = 13;
    /// From one line of a text to the next.
    pub const LINE: i32 = 17;
    /// Between a text and the side of its box.
    pub const INSET: i32 = 9;
    /// Between a text and the top of its box.
    pub const ABOVE: i32 = 5;
    /// The room for the columns' headings.
    pub const HEAD: i32 = 30;
    pub(super) const BETWEEN_CAUSES: i32 = 26;
    pub(super) const BETWEEN_GROUPS: i32 = 12;
    pub(super) const BETWEEN_FINDINGS: i32 = 5;
    pub(super) const BETWEEN_SYMPTOMS: i32 = 30;
    pub(super) const PASSAGE: i32 = 10;
    pub(super) const PORTS: f64 = 8.0;
    pub(super) const CORNER: i32 = 7;

    /// The height of a box with so many lines of text.
    pub fn text_height(lines: usize) -> i32 {
        i32::try_from(lines).unwrap_or(i32::MAX / Self::LINE / 2) * Self::LINE + 2 * Self::ABOVE
    }

    /// Where a column is and how wide, reading from left to right.
    pub(super) fn column(column: Column) -> Area {
        let (x, width) = match column {
            Column::Symptoms => (0, 212),
            Column::Causes => (296, 150),
            Column::Findings => (472, 322),
            Column::Solutions => (860, 196),
        };
        Area { x, y: 0, width, height: 0 }
    }

    /// How wide a line of text may be, in thousandths of the letters' size. Causes are set in bold, which is a tenth wider.
    pub fn room(column: Column) -> i32 {
        let room = (Self::column(column).width - 2 * Self::INSET) * 1000 / Self::LETTERS;
        if column == Column::Causes { room * 10 / 11 } else { room }
    }
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "what every rectangle has")]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Area {
    /// Half its height down.
    pub fn middle(self) -> i32 {
        self.y + self.height / 2
    }

    pub(super) fn end(self) -> i32 {
        self.x + self.width
    }
}

/// Where something is in a language that is read in this direction.
pub(super) fn mirrored(direction: Direction, x: i32, width: i32) -> i32 {
    if direction == Direction::Rtl { Size::WIDTH - x - width } else { x }
}
