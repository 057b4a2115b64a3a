//! Hosts that are almost a registry's.

use crate::knowledge::Cloud;

/// The host of a registry that a host of another suffix may be meant for: `contoso.azurecr.com`, `contosoazurecr.io`,
/// `contoso.azurecr`, `contoso.azurecr.io.corp.example`. Whether there can be such a registry is for the caller to see.
pub(super) fn meant(host: &str, clouds: &[Cloud]) -> Option<String> {
    let mut best: Option<(usize, String)> = None;
    for cloud in clouds {
        let suffix = cloud.suffix.as_str();
        let Some((front, slips)) = front_of(host, suffix) else { continue };
        if best.as_ref().is_none_or(|(least, _)| slips < *least) {
            let mut meant = String::from(front);
            meant.push('.');
            meant.push_str(suffix);
            best = Some((slips, meant));
        }
    }
    best.map(|(_, meant)| meant)
}

/// What stands in front of something like the suffix, and how far from the suffix that is.
fn front_of<'a>(host: &'a str, suffix: &str) -> Option<(&'a str, usize)> {
    // A search domain was appended.
    if let Some(at) = host.find(suffix)
        && let Some(front) = host.get(..at)?.strip_suffix('.')
        && host.get(at + suffix.len()..)?.starts_with('.')
    {
        return Some((front, 1));
    }
    // The dot in front of the suffix is missing.
    if let Some(front) = host.strip_suffix(suffix).filter(|front| !front.is_empty() && !front.contains('.')) {
        return Some((front, 1));
    }
    // The country or purpose is missing.
    let (stem, _) = suffix.split_once('.')?;
    if let Some(front) = host.strip_suffix(stem).and_then(|front| front.strip_suffix('.')) {
        return Some((front, 1));
    }
    // Slips of the hand in the last two parts.
    let (rest, top) = host.rsplit_once('.')?;
    let (front, second) = rest.rsplit_once('.')?;
    let last_two = host.get(host.len() - second.len() - 1 - top.len()..)?;
    let mut slips = slips(last_two.as_bytes(), suffix.as_bytes());
    if second == stem {
        // Nobody else has that name, whatever follows it.
        slips = slips.min(2);
    }
    (slips <= 2).then_some((front, slips))
}

/// How many characters must be put in, taken out, changed or swapped with a neighbour (optimal string alignment).
fn slips(one: &[u8], other: &[u8]) -> usize {
    let longest = one.len().max(other.len());
    if longest > 32 || one.len().abs_diff(other.len()) > 2 {
        return longest;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let changed = last[j] + usize::from(a != b);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        assert_eq!(slips(b"azurecr.io", b"azurecr.io"), 0);
        assert_eq!(slips(b"azurecr.oi", b"azurecr.io"), 1);
        assert_eq!(slips(b"azurcr.io", b"azurecr.io"), 1);
        assert_eq!(slips(b"azurecr.com", b"azurecr.io"), 2);
        assert!(slips(b"example.com", b"azurecr.io") > 2);
        assert_eq!(slips(b"", b"azurecr.io"), 10);
    }
}
