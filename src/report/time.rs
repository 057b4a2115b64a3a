//! A moment as people and programs write it.

/// A minute since 1970 began as `2026-11-25T18:03Z` (ISO 8601, in UTC).
pub fn moment(minute: u32) -> String {
    // Days to year, month and day: Howard Hinnant's algorithm, which counts years from March so that leap days come last.
    let days = minute / 1_440 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u32::from(month <= 2);
    let mut text = year.to_string();
    for (sign, number) in [('-', month), ('-', day), ('T', minute / 60 % 24), (':', minute % 60)] {
        text.push(sign);
        text.push(char::from(b'0' + (number / 10) as u8));
        text.push(char::from(b'0' + (number % 10) as u8));
    }
    text.push('Z');
    text
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_minute_is_written_as_a_date_and_time() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00Z"),
            (951_782_400, "2000-02-29T00:00Z"),
            (1_709_251_140, "2024-02-29T23:59Z"),
            (1_735_689_600, "2025-01-01T00:00Z"),
            (1_795_629_780_u32, "2026-11-25T18:03Z"),
        ] {
            assert_eq!(moment(seconds / 60), text);
        }
    }
}
