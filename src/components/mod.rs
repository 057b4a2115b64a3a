//! The smallest views, shared by static pages and islands: texts, icons, and what every view knows.
//!
//! Law: nothing here knows of pages or islands. What changes after it has been rendered goes through `changing`, as a whole.

mod changing;
mod icon;
mod markup;
mod piece;
mod signals;
mod site;
mod text;

pub use changing::{Changing, changing, effect};
pub use icon::{Icon, Symbol, icon};
pub use markup::Markup;
pub use piece::{Piece, code, nothing, piece};
pub use signals::{Memo, Signal};
pub use site::Site;
pub use text::{certainty, fill, inline, inline_with, ui, ui_text};
