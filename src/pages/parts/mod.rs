//! What pages are made of: each file shows one kind of thing, the same on whichever page.
//!
//! Law: static. What changes in the browser is an island and stands in `islands`.

mod cause_card;
mod change_note;
#[allow(dead_code, reason = "for the page of the diagnosis")]
mod collect;
mod command_block;
mod crumbs;
mod error_texts;
mod finding_card;
mod footer;
mod header;
mod language_menu;
mod link_list;
mod notice;
mod own_names;
mod step_list;
mod symptom_list;
mod way;

pub use cause_card::CauseCard;
pub use change_note::ChangeNotes;
#[allow(unused_imports, reason = "for the page of the diagnosis")]
pub use collect::Collect;
pub use command_block::{CommandBlock, Commands};
pub use crumbs::Crumbs;
pub use error_texts::ErrorTexts;
pub use finding_card::FindingCard;
pub use footer::Footer;
pub use header::Header;
pub use language_menu::LanguageMenu;
pub use link_list::LinkList;
pub use notice::WithoutProgram;
pub use own_names::OwnNames;
pub use step_list::StepList;
pub use symptom_list::SymptomList;
pub use way::{CauseWays, SolutionWays};
