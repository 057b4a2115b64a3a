//! `languages.toml` → the languages that the guide speaks.

use super::Location;
use super::files::Files;
use super::problem::Report;
use super::source::Source;
use super::toml_reader::{parse, typed};
use crate::words::Language;
use toml::de::DeValue;

const FILE: &str = "languages.toml";

/// Reads the languages in the order of the menu; the first is the source of the others.
pub(super) fn read(files: &Files, report: &mut Report) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    let source = Source::new(FILE, files.get(FILE).unwrap_or_default());
    let table = parse(&source, report);
    for (key, value) in &table {
        let at = source.location(key.span().start);
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("language", DeValue::Array(entries)) => {
                for entry in entries {
                    let at = source.location(entry.span().start);
                    let Some(language) = typed::<Language>(entry.clone(), &source, report) else {
                        continue;
                    };
                    check(&language, &languages, files, at, report);
                    languages.push(language);
                }
            }
            (other, _) => report.error(
                at,
                format!("there is nothing called `{other}` here"),
                "write `[[language]]` above each language",
            ),
        }
    }
    if languages.is_empty() {
        report.error(
            Location::start_of(FILE),
            "there is no language",
            "list them, the source language first: [[language]] with code, name and og_locale",
        );
    }
    check_folders(&languages, files, report);
    languages
}

fn check(language: &Language, others: &[Language], files: &Files, at: Location, report: &mut Report) {
    let code = language.code.as_str();
    let parts: Vec<&str> = code.split('-').collect();
    let well_formed = matches!(parts[0].len(), 2 | 3)
        && parts[0].bytes().all(|b| b.is_ascii_lowercase())
        && parts.iter().all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !well_formed {
        let remedy = "write it as web pages do: `sv`, `pt-BR`, `zh-Hans`";
        report.error(at.clone(), format!("`{code}` is not a language tag"), remedy);
    }
    if others.iter().any(|other| other.code == language.code) {
        report.error(at.clone(), format!("language `{code}` is listed twice"), "keep one of the entries");
    }
    let with_country =
        language.og_locale.split_once('_').is_some_and(|(before, after)| !before.is_empty() && !after.is_empty());
    if !with_country {
        let remedy = "write language and country: `sv_SE`";
        report.error(at.clone(), format!("og_locale `{}` names no country", language.og_locale), remedy);
    }
    if !files.0.keys().any(|path| path.split_once('/').is_some_and(|(folder, _)| folder == code)) {
        let remedy = format!("make the folder {code}/ with a first file, or take the language out of the list");
        report.error(at, format!("language `{code}` has no texts"), remedy);
    }
}

fn check_folders(languages: &[Language], files: &Files, report: &mut Report) {
    let mut last = "";
    for path in files.0.keys() {
        let Some((folder, _)) = path.split_once('/') else {
            continue;
        };
        if matches!(folder, "guide" | "collect")
            || folder == last
            || languages.iter().any(|language| language.code.as_str() == folder)
        {
            continue;
        }
        last = folder;
        let remedy = format!("list it in {FILE}, or remove the folder {folder}/");
        report.error(Location::start_of(path), format!("`{folder}` is not one of the guide's languages"), remedy);
    }
}
