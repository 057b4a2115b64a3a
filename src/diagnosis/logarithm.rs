//! Powers and logarithms to the base two, exact enough for odds and small.
//!
//! The standard library's are exact to the last bit and bring tables that readers would download; a millionth of a bit of
//! uncertainty decides nothing here.

/// Two to the power of `x`; zero far below, as good as infinite far above.
pub(super) fn exp2(x: f64) -> f64 {
    let whole = x.floor().clamp(-1022.0, 1023.0);
    let rest = (x - whole).clamp(0.0, 1.0) * std::f64::consts::LN_2;
    // e^rest for rest below 0.7: the terms fall faster than 0.7^n / n!.
    let mut term = 1.0;
    let mut sum = 1.0;
    for nth in 1..14 {
        term *= rest / f64::from(nth);
        sum += term;
    }
    let exponent = (1023 + whole as i64) as u64;
    if x < -1022.0 { 0.0 } else { sum * f64::from_bits(exponent << 52) }
}

/// The logarithm of a positive normal number to the base two.
pub(super) fn log2(x: f64) -> f64 {
    let bits = x.to_bits();
    let whole = ((bits >> 52) & 0x7ff) as i32 - 1023;
    let mantissa = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    // ln m = 2 artanh((m - 1) / (m + 1)), with a quotient of at most a third.
    let quotient = (mantissa - 1.0) / (mantissa + 1.0);
    let square = quotient * quotient;
    let mut power = quotient;
    let mut sum = 0.0;
    for odd in (1..31).step_by(2) {
        sum += power / f64::from(odd);
        power *= square;
    }
    f64::from(whole) + 2.0 * sum / std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::{exp2, log2};

    #[test]
    fn both_agree_with_the_standard_librarys() {
        for nth in -60_000..60_000 {
            let x = f64::from(nth) / 997.0;
            assert!((exp2(x) / x.exp2() - 1.0).abs() < 1e-12, "2^{x}");
            let positive = x.exp2() * 1.3;
            assert!((log2(positive) - positive.log2()).abs() < 1e-12, "log2 {positive}");
        }
    }

    #[test]
    fn what_is_far_off_is_no_trap() {
        assert_eq!(exp2(-5000.0), 0.0);
        assert!(exp2(5000.0) > 1e300);
        assert_eq!(exp2(0.0), 1.0);
        assert_eq!(log2(1.0), 0.0);
        assert!(log2(f64::MIN_POSITIVE) < -1021.0);
    }
}
