//! The built guide in a real browser.
//!
//! Law: only what a reader has. The guide is met through the files that `cargo xtask build` wrote, served as a host would
//! serve them, in a browser that trusts a test authority and knows no name but those that a test gives it. Nothing
//! leaves this machine. A test says what a reader does and sees; waiting, clearing up and the rules that hold for every
//! page (no complaint on the console, no request to another host) are the driver's.

mod axe;
mod deployed;
pub mod driver;
mod guarded;
pub mod lab;
pub mod paint;
mod project;
mod runtime;
mod scratch;
mod site;
pub mod words;

pub use deployed::Deployed;
pub use driver::{Guide, Setup};
pub use lab::Lab;
pub use project::{dist, dist_next, main_routes, routes, screenshots, target};
pub use site::{Gate, Site};
pub use words::Words;
