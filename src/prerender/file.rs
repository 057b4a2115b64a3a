//! The whole guide as one file: the document, with links that stay within it wherever they can.

use super::page;
use crate::guide::Guide;

/// What leads to a page of its own on the site, and to a part in the file.
const PARTS: [(&str, &str); 3] = [("symptoms/", "symptom-"), ("causes/", "cause-"), ("solutions/", "solution-")];

/// The text of the file. `site` is scheme, host and base path of the guide's site.
pub fn file(guide: &'static Guide, style: &str, site: &str, made: &str) -> String {
    let html = page::file(guide, style.to_owned(), site.to_owned(), made.to_owned());
    within(&html, &format!("{site}{}/", guide.words.language.code))
}

/// Turns links to pages below `pages` whose content is in the file into links to that part of it.
fn within(html: &str, pages: &str) -> String {
    let link = format!("href=\"{pages}");
    let mut parts = html.split(&link);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (to, rest) = part.split_once('"').unwrap_or((part, ""));
        match PARTS.iter().find_map(|(page, id)| Some((id, to.strip_prefix(page)?.split_once('/')?.0))) {
            Some((kind, id)) => text.push_str(&format!("href=\"#{kind}{id}\"")),
            None => text.push_str(&format!("{link}{to}\"")),
        }
        text.push_str(rest);
    }
    text
}

/// A day since 1970 as `2026-11-25`, after Howard Hinnant's `civil_from_days`.
pub fn day(days_since_1970: u64) -> String {
    let days = days_since_1970 + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Counted from March, so that the day that only some years have is the last.
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_what_the_file_holds_stay_within_it() {
        let site = "https://guide.example/docs/sv/";
        let html = format!(
            r##"<a href="{site}solutions/set-proxy/#url">a</a><a href="{site}check/">b</a><a href="#cause-vnet">c</a>"##
        );
        assert_eq!(
            within(&html, site),
            format!(r##"<a href="#solution-set-proxy">a</a><a href="{site}check/">b</a><a href="#cause-vnet">c</a>"##)
        );
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        for (days, date) in [(0, "1970-01-01"), (11_016, "2000-02-29"), (20_782, "2026-11-25"), (20_818, "2026-12-31")]
        {
            assert_eq!(day(days), date);
        }
    }
}
