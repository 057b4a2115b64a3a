//! `collect/*` → the script that is run where it fails, in each of its forms.
//!
//! `posix.sh` is the script itself; the forms around it say `{posix}` on a line of its own. Comment lines are for whoever edits the
//! files: what readers copy is without them.

use super::Location;
use super::files::Files;
use super::problem::Report;
use super::similar::did_you_mean;
use crate::knowledge::{Script, Variant};
use crate::words::{Placeholder, Segment, segments};

/// The folder.
pub(super) const FOLDER: &str = "collect/";
/// The script that the forms but PowerShell's are made around.
const INNER: &str = "posix.sh";
const INCLUDE: &str = "{posix}";

/// Reads every form; nothing where the folder is not there.
pub(super) fn read(files: &Files, report: &mut Report) -> Vec<Script> {
    let ours: Vec<(&str, &str)> =
        files.0.iter().filter_map(|(path, text)| Some((path.strip_prefix(FOLDER)?, text.as_str()))).collect();
    if ours.is_empty() {
        return Vec::new();
    }
    let known: Vec<&str> = Variant::ALL.map(Variant::file).into_iter().chain([INNER]).collect();
    for (name, text) in &ours {
        if known.contains(name) {
            names(name, text, report);
        } else {
            let remedy = did_you_mean(name, known.iter().copied(), "src/knowledge/script.rs lists the forms");
            report.error(Location::start_of(format!("{FOLDER}{name}")), "this is none of the script's forms", remedy);
        }
    }
    let inner = ours.iter().find(|(name, _)| *name == INNER).map_or("", |(_, text)| text);
    Variant::ALL.into_iter().filter_map(|variant| form(variant, &ours, inner, report)).collect()
}

fn form(variant: Variant, ours: &[(&str, &str)], inner: &str, report: &mut Report) -> Option<Script> {
    let at = Location::start_of(format!("{FOLDER}{}", variant.file()));
    let Some((_, text)) = ours.iter().find(|(name, _)| *name == variant.file()) else {
        report.error(at, format!("the script has no form `{}`", variant.as_str()), "write it");
        return None;
    };
    let text: Vec<String> = code(text).flat_map(|line| with_inner(line, inner)).collect();
    if variant != Variant::PowerShell && text.len() < code(inner).count().max(2) {
        report.error(at, "the form does not hold the script", format!("write {INCLUDE} on a line of its own"));
    }
    Some(Script { variant, text: text.join("\n") })
}

/// The script's lines in place of the line that stands for them, as far in as that line.
fn with_inner(line: &str, inner: &str) -> Vec<String> {
    if line.trim() != INCLUDE {
        return vec![line.to_owned()];
    }
    let indent = &line[..line.len() - line.trim_start().len()];
    code(inner).map(|line| format!("{indent}{line}")).collect()
}

/// The lines of a file but comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with('#'))
}

/// Every `{name}` is one that pages fill in: others would be taken for such, so shells must not have them.
fn names(file: &str, text: &str, report: &mut Report) {
    for (nth, line) in text.lines().enumerate().filter(|(_, line)| line.trim() != INCLUDE) {
        for segment in segments(line) {
            let Segment::Named(name) = segment else { continue };
            if Placeholder::named(name).is_none() {
                let column = line.find(&format!("{{{name}}}")).map_or(1, |at| line[..at].chars().count() + 1);
                let at = Location { file: format!("{FOLDER}{file}"), line: nth + 1, column };
                let known = Placeholder::ALL.map(Placeholder::as_str);
                let otherwise = "put a space inside the braces, if it is the shell's own";
                report.error(at, format!("{{{name}}} is no placeholder"), did_you_mean(name, known, otherwise));
            }
        }
    }
}
