//! Links and hosts: `https`, no language in the path, nothing but a host where a host is meant.

use crate::authoring::content::Content;
use crate::authoring::problem::Report;
use std::collections::BTreeMap;

pub(super) fn check(content: &Content, report: &mut Report) {
    let knowledge = &content.guide.knowledge;
    let at = |path: String| content.guide.positions.at(&path);
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for (n, link) in knowledge.links.iter().enumerate() {
        let place = at(format!("link[{n}].url"));
        if let Some((what, remedy)) = wrong_address(&link.url) {
            report.error(place.clone(), format!("link `{}`: {what}", link.id), remedy);
        }
        if let Some(other) = first.insert(&link.url, link.id.as_str()) {
            let remedy = "refer to one of them and remove the other";
            report.warning(place, format!("link `{}` leads to the same address as `{other}`", link.id), remedy);
        }
    }
    for (n, cloud) in knowledge.clouds.iter().enumerate() {
        for (m, control) in cloud.controls.iter().enumerate() {
            if let Some((what, remedy)) = wrong_address(&control.url) {
                report.error(
                    at(format!("cloud[{n}].controls[{m}].url")),
                    format!("cloud `{}`: {what}", cloud.id),
                    remedy,
                );
            }
        }
        let hosts = [
            ("suffix", &cloud.suffix),
            ("blob_suffix", &cloud.blob_suffix),
            ("sign_in", &cloud.sign_in),
            ("management", &cloud.management),
        ];
        for (field, host) in hosts.into_iter().filter(|(_, host)| !is_host(host)) {
            let what = format!("cloud `{}`: `{host}` is not a host name", cloud.id);
            report.error(
                at(format!("cloud[{n}].{field}")),
                what,
                "write lower-case labels with dots between, nothing before or after",
            );
        }
    }
}

/// What is wrong with an address, and what to do.
fn wrong_address(url: &str) -> Option<(String, &'static str)> {
    let Some(rest) = url.strip_prefix("https://") else {
        return Some((
            format!("`{url}` does not begin with https://"),
            "write the address as the site itself serves it",
        ));
    };
    if url.chars().any(|c| c.is_whitespace() || matches!(c, '{' | '}' | '<' | '>' | '"')) {
        return Some((
            format!("`{url}` has a character that no address has"),
            "write the address alone, percent-encoded where needed",
        ));
    }
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if !is_host(host.split_once(':').map_or(host, |(name, _)| name)) {
        return Some((format!("`{host}` is not a host name"), "write it in lower case, as a DNS name"));
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let language =
        path.split('/').enumerate().find(|(nth, part)| is_language(part, *nth == 0)).map(|(_, part)| part)?;
    Some((
        format!("`{url}` fixes the language `{language}`"),
        "take that part out: the site then chooses the reader's language",
    ))
}

/// `en-us` and its like anywhere; a bare `en` or `sv` only as the first part, where sites put it.
fn is_language(part: &str, is_first: bool) -> bool {
    let letters = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
    match part.split_once('-') {
        Some((language, country)) => letters(language) && letters(country),
        None => is_first && matches!(part, "en" | "sv"),
    }
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    host.contains('.') && host.split('.').all(label)
}
