//! Islands: the parts of a page that the program takes over. Everything else on a page is HTML and stays as it is.
//!
//! Law: an island is rendered by the prerenderer and taken over in the browser by the same code. All islands of a page share
//! one [`Reader`]. They get words from [`crate::components::Site`], know nothing of pages, and touch the DOM only through
//! [`crate::browser`]. An island is a hole in the page whose content is one piece of markup:
//! fields and buttons stand around it in the page, and are listened to through [`crate::browser`]. Every view type here would be code
//! that readers download.

mod check;
mod diagnosis;
mod knowing;
mod reader;
mod registry_answer;
mod report;

pub use check::{CheckHosts, CheckPanel};
#[cfg(feature = "ssr")]
pub(crate) use check::{Shown, shown, shown_tabs};
pub use diagnosis::DiagnosisPanel;
pub use reader::Reader;
pub use registry_answer::RegistryAnswer;
pub use report::ReportPanel;
