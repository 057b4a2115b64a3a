//! The rules for `content/`: each error has a case here. A case changes one thing in a small valid project
//! (`tests/fixtures/content/valid`) and says what must then be reported, and that nothing else is.

#![cfg(feature = "author")]

mod command;
mod compiling;
mod guide_rules;
mod project;
mod reading;
mod real;
mod script_rules;
mod stamping;
mod text_rules;
mod weight_rules;
mod word_rules;
