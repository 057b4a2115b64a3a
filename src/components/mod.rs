//! The smallest views, shared by static pages and islands: texts, icons, and what every view knows.
//!
//! Law: nothing here changes after it has been rendered, and nothing here knows of pages or islands.

mod icon;
mod piece;
mod site;
mod text;

pub use icon::{Icon, Symbol, icon};
pub use piece::{Piece, code, piece};
pub use site::Site;
pub use text::{Rich, certainty, fill, inline, inline_with, ui, ui_text};
