//! Whole numbers as digits to the base of 64, of letters that addresses take as they are.

/// The digits, by their value: those of base64url.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends the last `count` digits of a number, the highest first. Five hold 30 bits.
pub(crate) fn push_digits(text: &mut String, number: u32, count: u32) {
    for nth in (0..count).rev() {
        text.push(char::from(DIGITS[(number >> (6 * nth)) as usize & 63]));
    }
}

/// Reads digits from the front of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Digits<'a>(pub &'a str);

impl<'a> Digits<'a> {
    /// The next characters as they stand; nothing where there are not that many.
    pub fn text(&mut self, count: usize) -> Option<&'a str> {
        let (front, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(front)
    }

    /// The number of the next digits, five at most; nothing where there are not that many, or something else stands there.
    #[inline(never)]
    pub fn number(&mut self, count: usize) -> Option<u32> {
        let mut number = 0;
        for byte in self.text(count)?.bytes() {
            let digit = DIGITS.iter().position(|digit| *digit == byte)?;
            number = number << 6 | digit as u32;
        }
        Some(number)
    }

    /// The number of the next digit, as a place in a list.
    pub fn place(&mut self) -> Option<usize> {
        self.number(1).map(|number| number as usize)
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Digits, push_digits};

    #[test]
    fn a_number_reads_back_as_it_was_written() {
        for (number, count) in [(0, 1), (63, 1), (64, 2), (4_095, 2), (1 << 18, 4), ((1 << 30) - 1, 5)] {
            let mut text = String::new();
            push_digits(&mut text, number, count);
            let mut digits = Digits(&text);
            assert_eq!((text.len(), digits.number(count as usize)), (count as usize, Some(number)), "{text}");
            assert!(digits.is_empty());
        }
    }

    #[test]
    fn what_is_no_digit_or_not_there_is_no_number() {
        for text in ["", "A", "A=", "åA", "A å"] {
            assert_eq!(Digits(text).number(2), None, "{text}");
        }
        assert_eq!(Digits("aå").text(2), None);
    }
}
