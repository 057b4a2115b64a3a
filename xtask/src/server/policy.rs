//! The headers that keep a page of the guide to itself.
//!
//! This is the one place that states them. Whoever hosts the guide sends the same (`docs/tasks.md`); the browser tests run under
//! them and count violations.

use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderMap, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};

/// The content policy of every answer.
///
/// - `script-src 'self' 'wasm-unsafe-eval'`: no inline script, no `eval`; WebAssembly may be compiled.
/// - `style-src 'self'`: no inline style, neither `<style>` nor `style="…"`.
/// - `img-src … data:`: the stylesheet carries small pictures.
/// - `connect-src … https:`: the reader may check a registry of any name. Law 2 of the design (no request unasked) is kept by the
///   code and watched by the browser tests; no policy can express it.
/// - `worker-src 'self'`: the service worker, by which the guide is there without network.
/// - `frame-src 'self'`: the page of the check has the prober in a sandboxed frame.
/// - `frame-ancestors 'self'`: another page of the same host may embed the guide; a host that embeds it elsewhere widens this.
pub const CONTENT_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    connect-src 'self' https:; \
    worker-src 'self'; \
    frame-src 'self'; \
    manifest-src 'self'; \
    base-uri 'none'; \
    form-action 'none'; \
    frame-ancestors 'self'";

/// Sets the policy, forbids guessing of types, and sends no referrer to any link's target.
pub(super) fn apply(headers: &mut HeaderMap) {
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
}
