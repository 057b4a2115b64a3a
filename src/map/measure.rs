//! How wide a text will be, without a font: the reader's system chooses that, so every letter counts as wide as in the widest of the
//! usual fonts (DejaVu Sans, Verdana; Segoe, Roboto and San Francisco are a tenth narrower).

/// The width of a text in thousandths of the size of its letters.
pub fn width(text: &str) -> i32 {
    text.chars().map(letter).sum()
}

fn letter(letter: char) -> i32 {
    match letter {
        // Marks that only steer direction take no room.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => 0,
        'i' | 'j' | 'l' | 'î' | 'ï' | 'í' | 'ĵ' | 'ļ' | '\'' | '’' | '|' => 290,
        'I' | 'Î' | '.' | ',' | ':' | ';' | '!' | ' ' | '\u{a0}' => 330,
        'f' | 't' | 'r' | 'ţ' | 'ŕ' | '(' | ')' | '[' | ']' | '-' | '‑' | '/' | '{' | '}' | '<' => 430,
        'm' | 'w' | 'ḿ' | 'ŵ' | 'M' | 'W' | '%' | '@' | '–' | '…' => 980,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'ç' | 'ķ' | 'ŝ' | 'ý' | 'ž' => 590,
        'a'..='z' | '0'..='9' | 'å' | 'ä' | 'ö' | 'é' => 640,
        'G' | 'O' | 'Q' | 'Ö' => 800,
        'A'..='Z' | 'Å' | 'Ä' => 770,
        // Of scripts that this table does not know: square ones are as wide as high, others seldom wider than this.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'.. => 1000,
        _ => 720,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_count_more_than_narrow_ones_and_marks_of_direction_nothing() {
        assert!(width("mmm") > width("ooo") && width("ooo") > width("iii"));
        assert_eq!(width("\u{202e}Open\u{202c}"), width("Open"));
        assert_eq!(width(""), 0);
    }
}
