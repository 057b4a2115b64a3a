//! Public DNS, asked over HTTPS by the reader's consent, and the letters of names that nobody has.

use crate::reach::CUT_OFF_MS;
use gloo_net::http::RequestBuilder;
use web_sys::{AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials};

/// Asks a resolver for a name and hands back its answer as JSON, or nothing.
pub fn ask_resolver(resolver: &str, name: &str, done: impl FnOnce(Option<String>) + 'static) {
    let url = ["https://", resolver, "/resolve?type=A&name=", name].concat();
    wasm_bindgen_futures::spawn_local(async move {
        let request = RequestBuilder::new(&url)
            .credentials(RequestCredentials::Omit)
            .referrer_policy(ReferrerPolicy::NoReferrer)
            .cache(RequestCache::NoStore)
            // Else a proxy's question for a login would stay on the reader's screen when the check is long over.
            .abort_signal(Some(&AbortSignal::timeout_with_u32(CUT_OFF_MS)));
        let answer = match request.send().await {
            Ok(answer) => answer.text().await.ok(),
            Err(_) => None,
        };
        done(answer);
    });
}

/// So many random lower-case letters.
pub fn random_letters(count: usize) -> String {
    (0..count).map(|_| char::from(b'a' + (js_sys::Math::random() * 26.0) as u8)).collect()
}
