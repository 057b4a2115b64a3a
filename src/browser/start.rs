//! How the program takes over a page: what the page says about itself, the words it needs, its islands.

use super::copying::enable_copying;
use super::download::{self, root_attribute};
use super::filtering::enable_filter;
use super::preferences::enable_theme;
use super::storage::stored_session;
use crate::address::Route;
use crate::components::{Site, effect};
use crate::islands::Reader;
use crate::pack::Pack;
use any_spawner::Executor;
use leptos::prelude::{Owner, document, window};
use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares a page for being taken over. The start script calls it, then hands every island to the function of its name, then
/// calls [`ready`].
///
/// # Errors
/// Says what could not be read or loaded; the static page stays as it is.
#[wasm_bindgen]
pub async fn prepare() -> Result<(), String> {
    #[cfg(debug_assertions)]
    super::failure::report_panics();
    let (base, page) = (root_attribute("data-base")?, root_attribute("data-page")?);
    let words = root_attribute("data-words")?;
    let route = Route::parse(&page).ok_or_else(|| ["the guide has no page ", &page].concat())?;
    let pack: &'static Pack = Box::leak(Box::new(load(&words).await?));
    own_everything();
    Reader::provide(Site::of(pack, base, route).provide());
    Ok(())
}

/// Has the framework run effects, and gives everything that islands make an owner that lives as long as the page. As
/// [`leptos::mount::hydrate_islands`] does, but for what a server would have sent along with islands: there is no server.
fn own_everything() {
    // It fails if another has been set before, and there is none.
    let _ = Executor::init_wasm_bindgen();
    std::mem::forget(Owner::new_root(None));
}

/// Loads a language's data.
async fn load(words: &str) -> Result<Pack, String> {
    Pack::from_rows(download::rows(words).await?)
        .map_err(|other| [words, " is of another build than the program: ", &other.row.join(" ")].concat())
}

/// Begins the session, once every island has been taken over, and marks the page as ready: `data-ready` for style and
/// tests, a performance mark for the bench.
#[wasm_bindgen]
pub fn ready() {
    let reader = Reader::here();
    reader.begin(Site::here());
    enable_copying();
    enable_theme();
    enable_filter();
    // An effect runs after those that show the session: whoever waits for the mark sees the page as it will be.
    effect(mark_ready);
}

/// Shows the session as it is stored now: the page has come back as it was left, and other pages may have changed it.
#[wasm_bindgen]
pub fn resume() {
    Reader::here().session.set(stored_session().unwrap_or_default());
}

fn mark_ready() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", "");
    }
    if let Some(performance) = window().performance() {
        let _ = performance.mark("guide-ready");
    }
}
