//! How far a machine's clock is from the registry's: `<date> local <date>`, both as HTTP writes dates (RFC 9110, 5.6.7).

/// Seconds between the two dates; none where one of them is not written so.
pub(super) fn offset(value: &str) -> Option<u64> {
    let (server, local) = value.split_once(" local ")?;
    Some(seconds(server)?.abs_diff(seconds(local)?))
}

/// Seconds since a day in the past, the same for both.
fn seconds(date: &str) -> Option<i64> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let mut parts = date.split([' ', ':', ',']).filter(|part| !part.is_empty()).skip(1);
    let number = |part: Option<&str>| part?.parse::<i64>().ok().filter(|number| (0..10_000).contains(number));
    let day = number(parts.next())?;
    let month = MONTHS.find(parts.next().filter(|name| name.len() == 3)?)? as i64 / 3 + 1;
    let (year, hour, minute, second) =
        (number(parts.next())?, number(parts.next())?, number(parts.next())?, number(parts.next())?);
    // Years begin in March, so that a leap day ends one.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day;
    Some(((days * 24 + hour) * 60 + minute) * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn dates_are_compared_across_months_and_years() {
        let between = |server: &str, local: &str| offset(&format!("{server} local {local}"));
        assert_eq!(between("tue, 24 nov 2026 02:44:06 gmt", "tue, 24 nov 2026 02:44:01 gmt"), Some(5));
        assert_eq!(between("fri, 01 jan 2027 00:00:00 gmt", "thu, 31 dec 2026 23:59:00 gmt"), Some(60));
        assert_eq!(between("wed, 01 mar 2028 00:00:00 gmt", "mon, 28 feb 2028 00:00:00 gmt"), Some(2 * 86_400));
        assert_eq!(between("soon", "tue, 24 nov 2026 02:44:01 gmt"), None);
        assert_eq!(offset("tue, 24 nov 2026 02:44:06 gmt"), None);
    }
}
