//! The fragment of an address: `name=value` between `&`. It never reaches a server.

/// The value of a parameter, its percent signs read; nothing where it is not there or is no text. Of two the first counts.
pub fn parameter(fragment: &str, name: &str) -> Option<String> {
    let text = raw(fragment, name)?;
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        let escaped = match rest {
            [high, low, after @ ..] if *byte == b'%' => {
                hexadecimal(*high).zip(hexadecimal(*low)).map(|(high, low)| (high << 4 | low, after))
            }
            _ => None,
        };
        match escaped {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).ok()
}

/// The value of a parameter as it stands.
pub(super) fn raw<'a>(fragment: &'a str, name: &str) -> Option<&'a str> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    fragment.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::parameter;

    #[test]
    fn a_value_is_found_by_its_whole_name() {
        let fragment = "#registry=a&region=b&regions=c%2Cd%20e&x=&registry=z";
        assert_eq!(parameter(fragment, "registry").as_deref(), Some("a"));
        assert_eq!(parameter(fragment, "regions").as_deref(), Some("c,d e"));
        assert_eq!(parameter(fragment, "x").as_deref(), Some(""));
        assert_eq!(parameter(fragment, "reg"), None);
        assert_eq!(parameter("#some-heading", "some-heading"), None);
    }

    #[test]
    fn percent_signs_that_escape_nothing_stay_and_what_is_no_text_is_none() {
        assert_eq!(parameter("a=100%&b", "a").as_deref(), Some("100%"));
        assert_eq!(parameter("a=%4", "a").as_deref(), Some("%4"));
        assert_eq!(parameter("a=%zz%c3%a5", "a").as_deref(), Some("%zzå"));
        assert_eq!(parameter("a=%ff", "a"), None);
    }
}
