//! One fluent driver for every test: a reader with a browser.
//!
//! ```no_run
//! use guide_e2e::Guide;
//! let guide = Guide::open("sv/");
//! guide.fill("#filter", "i/o timeout").click("a[href$='/symptoms/request-timeout/']").expect_at("sv/symptoms/request-timeout/");
//! ```
//!
//! How a test goes: [`Setup`] says what kind of reader it is; opening takes a browser from the pool, a new tab in it and
//! a server of its own; every act waits until the reader could do it, every expectation until it holds; at the end the
//! browser is asked what it complained of and what it sent, and goes back into the pool.

mod act;
mod browser;
mod chromedriver;
mod expect;
mod guide;
mod look;
mod setup;
mod watch;

pub use browser::{Browser, Launch};
pub use guide::Guide;
pub use setup::{LocalNetwork, Scheme, Setup};
pub use thirtyfour::Key;
pub use watch::Request;
