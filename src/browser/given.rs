//! Texts that the reader gives other than by typing: pasted in bulk, or as a file.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement, TextDecoder};

/// A text field slows down above this many UTF-16 units: more is kept beside it.
const FIELD: usize = 200_000;
/// No more than this is read of a file, in bytes: its end, where the failure stands.
const MOST: f64 = 8_000_000.0;

/// A text with where it came from.
pub struct Given {
    /// The file's name; none for the clipboard.
    pub name: Option<String>,
    /// The text.
    pub text: String,
    /// Whether only the end of it was taken.
    pub is_end: bool,
}

/// The text of a paste that is too long for the field; the browser then leaves the field alone.
pub fn bulk_pasted(event: &Event) -> Option<Given> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text").ok().filter(|text| text.len() > FIELD)?;
    event.prevent_default();
    Some(Given { name: None, text, is_end: false })
}

/// Opens the browser's dialogue of the file field of that id.
pub fn open_file_dialogue(id: &str) {
    if let Some(field) = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        field.click();
    }
}

/// Reads the file that was chosen in a file field.
pub fn chosen_file(event: &Event, done: impl FnOnce(Result<Given, String>) + 'static) {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    spawn_local(async move {
        let name = file.name();
        let from = (file.size() - MOST).max(0.0);
        let read = async {
            let bytes = JsFuture::from(file.slice_with_f64(from)?.array_buffer()).await?;
            let bytes = js_sys::Uint8Array::new(&bytes);
            // PowerShell writes logs as UTF-16; such a file says so at its beginning, and its end is not looked at alone.
            let wide = bytes.length() > 1 && bytes.get_index(0) == 0xff && bytes.get_index(1) == 0xfe;
            let decoder = TextDecoder::new_with_label(if wide { "utf-16le" } else { "utf-8" })?;
            decoder.decode_with_js_u8_array(&bytes)
        }
        .await;
        // The same file can be chosen again.
        field.set_value("");
        done(match read {
            Ok(text) => Ok(Given { name: Some(name), text, is_end: from > 0.0 }),
            Err(_) => Err(name),
        });
    });
}
