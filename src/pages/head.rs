//! What a page is called: title and description, for the tab, search engines and previews.

use crate::address::Route;
use crate::guide::Guide;
use crate::knowledge::LiteralId;
use crate::session::Values;
use crate::small::Listing;
use crate::words::{Segment, Ui, segments};

/// A page's title and description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The title, without the product's name.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

/// Title and description of a page.
pub fn head(guide: &Guide, route: &Route) -> Head {
    let literals = &guide.knowledge.literals;
    let plain = |key: &str| {
        let words = guide.words.paragraphs(key);
        words.first().map(|block| plain(literals, block.text)).unwrap_or_default()
    };
    let ui = |key: Ui| self::plain(literals, guide.words.ui(key).text);
    let (title, description) = match route {
        Route::Start => (ui(Ui::StartTitle), ui(Ui::StartLead)),
        Route::Diagnosis => (ui(Ui::DiagnosisTitle), ui(Ui::DiagnosisLead)),
        Route::Check => (ui(Ui::CheckTitle), ui(Ui::CheckLead)),
        Route::Report => (ui(Ui::ShareTitle), ui(Ui::ShareLead)),
        Route::Gallery => (ui(Ui::GalleryTitle), ui(Ui::GalleryLead)),
        Route::All => (ui(Ui::AllTitle), ui(Ui::AllLead)),
        Route::Map => (ui(Ui::MapTitle), ui(Ui::MapLead)),
        Route::Symptom(id) => (plain(&format!("symptom.{id}.title")), plain(&format!("symptom.{id}.summary"))),
        Route::Cause(id) => (plain(&format!("cause.{id}.title")), plain(&format!("cause.{id}.summary"))),
        Route::Solution(id) => (plain(&format!("solution.{id}.title")), plain(&format!("solution.{id}.why"))),
    };
    Head { title, description }
}

/// A text without markup: literals spelled out, the reader's own names as manuals write them.
pub(super) fn plain(literals: &Listing<LiteralId, String>, text: &str) -> String {
    let filled = Values::default().fill(text);
    segments(&filled)
        .into_iter()
        .map(|segment| match segment {
            Segment::Plain(plain) => plain,
            Segment::Named(name) => literals.get(name).map_or(name, String::as_str),
        })
        .collect()
}
