//! Islands: the parts of a page that the program takes over. Everything else on a page is HTML and stays as it is.
//!
//! Law: an island is rendered by the prerenderer and taken over in the browser by the same code. All islands of a page share
//! one [`Reader`]. They get words from [`crate::components::Site`], know nothing of pages, and touch the DOM only through
//! [`crate::browser`]. Every view type here is code that readers download: keep them few and plain.

mod check;
mod diagnosis;
mod measured;
mod reader;
mod registry_field;
mod symptom_filter;
mod theme_switch;
mod verdict;

pub use check::CheckPanel;
pub use diagnosis::DiagnosisPanel;
pub use reader::Reader;
pub use registry_field::RegistryField;
pub use symptom_filter::SymptomFilter;
pub use theme_switch::{Theme, ThemeSwitch};
