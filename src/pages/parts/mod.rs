//! What pages are made of: each file shows one kind of thing, the same on whichever page.
//!
//! Law: static. What changes in the browser is an island and stands in `islands`.

mod cause_card;
mod change_note;
mod check_actions;
mod check_wishes;
mod collect;
mod command_block;
mod crumbs;
mod error_texts;
mod finding_card;
mod footer;
mod header;
mod language_menu;
mod link_list;
mod map_drawing;
mod map_list;
mod notice;
mod own_names;
mod paste_field;
mod registry_field;
mod step_list;
mod symptom_list;
mod theme_switch;
mod way;

pub use cause_card::CauseCard;
pub use change_note::ChangeNotes;
pub use check_actions::CheckActions;
pub use check_wishes::CheckWishes;
pub use collect::Collect;
pub use command_block::{CommandBlock, Commands};
pub use crumbs::Crumbs;
pub use error_texts::ErrorTexts;
pub use finding_card::FindingCard;
pub use footer::Footer;
pub use header::Header;
pub use language_menu::LanguageMenu;
pub use link_list::LinkList;
pub use map_drawing::MapDrawing;
pub use map_list::MapList;
pub use notice::{NewVersion, NotKept, WithoutProgram};
pub use own_names::OwnNames;
pub use paste_field::PasteField;
pub use registry_field::RegistryField;
pub use step_list::StepList;
pub use symptom_list::SymptomList;
pub use theme_switch::ThemeSwitch;
pub use way::{CauseWays, SolutionWays};
