//! A figure with its limit.

/// What a figure must keep to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// This much or more.
    AtLeast(f64),
    /// This much or less.
    AtMost(f64),
    /// Told, not limited.
    None,
}

/// A figure with its limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What it is, in a word or two joined by hyphens: also its key in JSON.
    pub name: &'static str,
    /// The figure: a share of one, a count, or milliseconds.
    pub value: f64,
    /// What it must keep to.
    pub limit: Limit,
}

impl Measure {
    /// Whether it keeps to its limit.
    pub fn is_kept(&self) -> bool {
        match self.limit {
            Limit::AtLeast(least) => self.value >= least,
            Limit::AtMost(most) => self.value <= most,
            Limit::None => true,
        }
    }
}

/// A part of a whole, between 0 and 1; nothing of nothing is 0.
#[expect(clippy::cast_precision_loss, reason = "a corpus has far fewer than 2^52 cases")]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_hold_at_their_very_value_and_break_beyond() {
        let kept = |value, limit| Measure { name: "it", value, limit }.is_kept();
        assert!(kept(0.92, Limit::AtLeast(0.92)) && !kept(0.91, Limit::AtLeast(0.92)));
        assert!(kept(6.0, Limit::AtMost(6.0)) && !kept(7.0, Limit::AtMost(6.0)));
        assert!(kept(f64::MAX, Limit::None) && !kept(f64::NAN, Limit::AtMost(1.0)));
    }
}
