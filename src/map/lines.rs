//! Breaks a title into lines that fit.

use super::measure::width;

/// Lines no wider than `room` (in thousandths of the letters' size), broken between words; within a word only where it alone is wider.
pub fn lines(text: &str, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let with_word = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&with_word) <= room {
            line = with_word;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width(&line) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_lose_none() {
        let text = "Two private endpoints share one zone";
        let broken = lines(text, width("private endpoints"));
        assert_eq!(broken, ["Two private", "endpoints share", "one zone"]);
        assert_eq!(broken.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_room_is_broken_within() {
        let broken = lines("a privatelinknamethatneverends b", width("privatelink"));
        assert!(broken.len() > 3 && broken.iter().all(|line| width(line) <= width("privatelink")), "{broken:?}");
        assert_eq!(broken.concat().replace(' ', ""), "aprivatelinknamethatneverendsb");
    }

    #[test]
    fn even_a_text_without_words_has_a_line() {
        assert_eq!(lines(" ", 100), [""]);
    }
}
