//! The lines of a text to show for what was recognised in it.

use super::Mark;
use super::mask::masked;

/// Lines before and after a recognised one that help to find it again.
const AROUND: u32 = 1;
/// No more lines than this are shown.
const MOST: usize = 60;
/// No more characters of a line than this.
const WIDTH: usize = 300;

/// A line to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownLine {
    /// Its number in the text, from 0.
    pub number: u32,
    /// Its text, without what steers a terminal, secrets masked, cut where it is very long.
    pub text: String,
    /// Whether it was recognised.
    pub is_marked: bool,
}

/// The recognised lines with their neighbours, in the order of the text.
pub fn excerpt(text: &str, marks: &[Mark]) -> Vec<ShownLine> {
    let mut shown = Vec::new();
    // Marks are in the order of the text but may lie within one another.
    for (number, line) in (0_u32..).zip(text.split('\n')) {
        let within = |around: u32| {
            marks
                .iter()
                .any(|mark| mark.first.saturating_sub(around) <= number && number <= mark.last.saturating_add(around))
        };
        if shown.len() == MOST {
            break;
        }
        if within(0) || (within(AROUND) && !line.trim().is_empty()) {
            shown.push(ShownLine { number, text: masked(&plain(line)), is_marked: within(0) });
        }
    }
    shown
}

/// A line as one reads it.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    let mut characters = line.chars();
    for _ in 0..WIDTH {
        match characters.next() {
            None => return plain,
            // Colours and cursor movements end in a letter.
            Some('\u{1b}') => {
                characters.by_ref().find(|character| character.is_ascii_alphabetic());
            }
            Some(character) if character.is_control() && character != '\t' => {}
            Some(character) => plain.push(character),
        }
    }
    plain.push('…');
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(first: u32, last: u32) -> Mark {
        Mark { first, last, rule: "x".into() }
    }

    #[test]
    fn recognised_lines_come_with_their_neighbours() {
        let lines = excerpt("a\nb\nc\nd\ne\nf\ng", &[mark(2, 2), mark(6, 6)]);
        let shown: Vec<(u32, bool)> = lines.iter().map(|line| (line.number, line.is_marked)).collect();
        assert_eq!(shown, [(1, false), (2, true), (3, false), (5, false), (6, true)]);
    }

    #[test]
    fn a_line_is_shown_as_one_reads_it_and_not_endlessly() {
        let text = format!("\u{1b}[31mError\u{1b}[0m: no\r\n{}", "å".repeat(1000));
        let lines = excerpt(&text, &[mark(0, 1)]);
        assert_eq!(lines[0].text, "Error: no");
        assert_eq!(lines[1].text.chars().count(), WIDTH + 1);
    }

    #[test]
    fn a_text_full_of_failures_is_not_shown_whole() {
        let text = "x\n".repeat(5000);
        let marks: Vec<Mark> = (0..5000).map(|line| mark(line, line)).collect();
        assert_eq!(excerpt(&text, &marks).len(), MOST);
        assert_eq!(excerpt("", &[]), []);
    }
}
