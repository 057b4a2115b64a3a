//! The browser's edge: the only folder that touches web-sys.
//!
//! Law: small functions in the guide's own terms, each safe to call where the browser refuses. The prerenderer gets the
//! same names with nothing behind them (`absent`), so that islands are written once. The scripts here are all the
//! JavaScript that we write: what must work before, or without, the program, what asks in a frame that cannot afford it, and the
//! service worker, which keeps the guide for reading without network.

#[cfg(not(feature = "hydrate"))]
mod absent;
#[cfg(not(feature = "hydrate"))]
pub use absent::*;

#[cfg(feature = "hydrate")]
mod bindings;
#[cfg(feature = "hydrate")]
mod check;
#[cfg(feature = "hydrate")]
mod copying;
#[cfg(feature = "hydrate")]
mod download;
#[cfg(feature = "hydrate")]
mod elements;
#[cfg(all(feature = "hydrate", debug_assertions))]
mod failure;
#[cfg(feature = "hydrate")]
mod filtering;
#[cfg(feature = "hydrate")]
mod given;
#[cfg(feature = "hydrate")]
mod marks;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "hydrate")]
mod preferences;
#[cfg(feature = "hydrate")]
mod prober;
#[cfg(feature = "hydrate")]
mod reading;
#[cfg(feature = "hydrate")]
mod resolver;
#[cfg(feature = "hydrate")]
mod start;
#[cfg(feature = "hydrate")]
mod storage;
#[cfg(all(test, feature = "hydrate", target_arch = "wasm32"))]
mod tests;

#[cfg(feature = "hydrate")]
pub use self::{
    bindings::show_own_names,
    check::{Report, Run, run},
    copying::on_copy,
    download::load_diagnosis,
    elements::{is_ticked, on_press, on_press_of, on_text, press, set_attribute, set_flag, set_text, set_value},
    given::{Given, on_bulk_paste, on_file},
    marks::{on_session_changed, on_typed, show_session, take_early_input},
    page::{
        decimal, focus, focus_soon, forget_fragment, fragment, minute, own_url, print_page, reload_for_links, save_file,
    },
    reading::{Progress, Reading, read_text},
    resolver::{ask_resolver, random_letters},
    start::{prepare, ready, resume},
    storage::{store_session, stored_session},
};
