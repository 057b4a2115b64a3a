//! Words of verdicts with hosts and numbers filled in, and what a target is to the reader.

use crate::browser;
use crate::components::{Markup, Site, inline_with, piece, ui_text};
use crate::reach::Target;
use crate::report::role_of;
use crate::words::Ui;

/// What fills the `{names}` of a verdict's words.
pub(super) type Arguments = [(&'static str, String)];

/// The paragraphs of a text.
pub(super) fn paragraphs(key: &[&str], arguments: &Arguments) -> Vec<Markup> {
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let blocks = Site::here().words.paragraphs(&key.join(".")).into_iter();
    blocks.map(|block| piece("p").child(inline_with(block, &arguments)).render()).collect()
}

/// A text within a line.
pub(super) fn line(key: &[&str], arguments: &Arguments) -> Option<Markup> {
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Site::here().words.get(&key.join(".")).map(|block| inline_with(block, &arguments))
}

/// What a target is to the reader.
pub(super) fn role(target: &Target) -> String {
    let (key, name) = role_of(target);
    ui_text(key, &[("name", name)])
}

/// Seconds with one decimal, in words.
pub(super) fn seconds(elapsed_ms: u32) -> String {
    let tenths = (elapsed_ms + 50) / 100;
    let seconds = browser::decimal(tenths, Site::here().words.language.code.as_str());
    ui_text(Ui::CheckTime, &[("seconds", &seconds)])
}
