//! Downloads of the guide's own data, from the page's own server.

use crate::pack::Row;
use crate::small::Json;
use gloo_net::http::Request;
use leptos::prelude::document;

/// Loads the rows of a file.
///
/// # Errors
/// Says which file, and what happened.
pub async fn rows(url: &str) -> Result<Vec<Row>, String> {
    // Why is in the browser's own console: the words of errors would be code that every reader downloads.
    let Ok(response) = Request::get(url).send().await else { return Err([url, " could not be loaded"].concat()) };
    if !response.ok() {
        return Err([url, " could not be loaded: the server answered ", &response.status().to_string()].concat());
    }
    let Ok(json) = response.text().await else { return Err([url, " broke off"].concat()) };
    read(&json).ok_or_else(|| [url, " is damaged"].concat())
}

/// The rows in a file's text. Rows of another shape come out short, and whoever reads them says so.
fn read(json: &str) -> Option<Vec<Row>> {
    let Json::List(rows) = Json::read(json)? else { return None };
    Some(rows.into_iter().map(row).collect())
}

fn row(json: Json) -> Row {
    let Json::List(texts) = json else { return Row::new() };
    texts.into_iter().filter_map(|text| if let Json::Text(text) = text { Some(text) } else { None }).collect()
}

/// What the page's root element says under that name.
///
/// # Errors
/// Names the attribute that is missing.
pub fn root_attribute(name: &str) -> Result<String, String> {
    let root = document().document_element().ok_or("the document has no root element")?;
    root.get_attribute(name).ok_or_else(|| ["<html> has no ", name].concat())
}

/// What is done with the rows of the rules and of the casebook, or with what kept them from coming.
type Loaded = Result<(Vec<Row>, Vec<Row>), String>;

/// Loads what the diagnosis needs, when it is first needed: the rules, and the casebook in the page's language.
pub fn load_diagnosis(done: impl FnOnce(Loaded) + 'static) {
    load_both(Box::new(done));
}

/// One function for all, so that readers download it once.
#[inline(never)]
fn load_both(done: Box<dyn FnOnce(Loaded)>) {
    wasm_bindgen_futures::spawn_local(async move {
        done(
            async { Ok((rows(&root_attribute("data-rules")?).await?, rows(&root_attribute("data-casebook")?).await?)) }
                .await,
        );
    });
}
