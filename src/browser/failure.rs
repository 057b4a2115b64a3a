//! When the program cannot go on: the static page stays readable and says so.

use leptos::prelude::document;
use wasm_bindgen::JsValue;

/// Logs why the program cannot go on and shows what is missing without it.
pub fn report_failure(reason: &str) {
    web_sys::console::error_1(&JsValue::from_str(&format!("registry-guide: {reason}")));
    if let Some(notice) = document().get_element_by_id("without-program") {
        let _ = notice.remove_attribute("hidden");
    }
}

/// Makes a panic say what it is, where the program was built for us. A release has no words for its panics: there the start script
/// tells the reader.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| report_failure(&panic.to_string())));
}
