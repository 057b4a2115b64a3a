//! First paint on a slow line, compared with a bare static file of the same text.
//!
//! Law: only comparisons count. Both sides are loaded in turns by the same browser from the same kind of server, so that
//! what the machine does besides falls on both; the medians are compared, never single runs.

mod bare;
mod load;
mod report;

pub use bare::{Bare, Variant};
pub use load::{Load, Loader};
pub use report::{Report, Row};

/// How much longer than the same text with the same style a page may take.
pub const LIMIT: f64 = 1.10;

/// The pages that are measured: a name, and the address below the base path.
pub const PAGES: [(&str, &str); 3] =
    [("start", "sv/"), ("solution", "sv/solutions/set-proxy/"), ("whole guide", "sv/all/")];

/// The middle value; of an even number, the lower of the two.
///
/// # Panics
/// If there are none.
pub fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[(values.len() - 1) / 2]
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn one_slow_run_does_not_move_the_median() {
        assert_eq!(median(&[3.0, 1.0, 900.0]), 3.0);
        assert_eq!(median(&[2.0]), 2.0);
    }
}
