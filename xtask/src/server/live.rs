//! Live reload for development: each page asks to be told of the next build.
//!
//! A request that waits, not an event stream: it needs no more than the strict policy allows, and survives a restart of the server.

use super::kind::Kind;
use super::respond::{self, CacheFor};
use crate::BasePath;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::Response;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::watch;

/// How long a page waits before it asks again; below what proxies and browsers cut.
const WAIT: Duration = Duration::from_secs(20);

const SCRIPT: &str = include_str!("live.js");

/// The page that stands in until there is a first build. Its script shows what is wrong.
const WAITING: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Building</title></head>\
    <body><p>The guide is being built. This page reloads when it is ready.</p></body></html>";

#[derive(Clone, Debug)]
struct State {
    /// Grows with each build; starts at the time of day, so that a page from before a restart reloads as well.
    version: u128,
    failure: Option<String>,
}

/// Tells the open pages how the last build went. Clones tell the same pages.
#[derive(Clone, Debug)]
pub struct Live(Arc<watch::Sender<State>>);

impl Default for Live {
    fn default() -> Self {
        let version = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis());
        Self(Arc::new(watch::Sender::new(State { version, failure: None })))
    }
}

impl Live {
    /// A build has succeeded: every open page reloads.
    pub fn built(&self) {
        self.0.send_modify(|state| *state = State { version: state.version + 1, failure: None });
    }

    /// A build has failed: every open page shows `output` above the last good build.
    pub fn failed(&self, output: &str) {
        self.0.send_modify(|state| state.failure = Some(output.into()));
        // The version stays: what is served has not changed.
    }

    /// Answers the two addresses of its own; `None` for every other.
    pub(super) async fn respond(&self, below: &str, query: Option<&str>) -> Option<Response> {
        match below {
            "__live.js" => Some(respond::bytes(
                StatusCode::OK,
                super::kind::of(Path::new(below)),
                CacheFor::Nothing,
                Bytes::from_static(SCRIPT.as_bytes()),
            )),
            "__live" => Some(respond::bytes(
                StatusCode::OK,
                Kind { media_type: "text/plain; charset=utf-8", compressible: false },
                CacheFor::Nothing,
                Bytes::from(self.next(query.and_then(|query| query.strip_prefix("seen=")).unwrap_or_default()).await),
            )),
            _ => None,
        }
    }

    /// The page to show before the first build.
    pub(super) fn waiting(&self, base: &BasePath) -> Response {
        respond::bytes(
            StatusCode::SERVICE_UNAVAILABLE,
            super::kind::of(Path::new("index.html")),
            CacheFor::Nothing,
            Bytes::from(with_script(WAITING, base)),
        )
    }

    /// Waits for a state that differs from the one seen, at most [`WAIT`]. First line: a token to send next time (the version, and
    /// `!` with the failure's size when the last build failed). The rest: the failure's text.
    async fn next(&self, seen: &str) -> String {
        let mut states = self.0.subscribe();
        let changed = states.wait_for(|state| token(state) != seen);
        // In time or not: either way the present state is the answer. The sender cannot be gone, as `self` holds it.
        let _ = tokio::time::timeout(WAIT, changed).await;
        let state = self.0.borrow().clone();
        format!("{}\n{}", token(&state), state.failure.unwrap_or_default())
    }
}

/// Tells two states apart. A failure is told apart by its text's hash, so that a second failure replaces the first.
fn token(state: &State) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    match &state.failure {
        None => state.version.to_string(),
        Some(failure) => {
            let mut hash = DefaultHasher::new();
            failure.hash(&mut hash);
            format!("{}.{:x}", state.version, hash.finish())
        }
    }
}

/// Adds the reload script to a page, as a file of its own: the policy forbids inline scripts.
pub(super) fn with_script(html: &str, base: &BasePath) -> String {
    let script = format!("<script type=\"module\" src=\"{base}__live.js\"></script>");
    match html.find("</head>") {
        Some(at) => format!("{}{script}{}", &html[..at], &html[at..]),
        None => format!("{html}{script}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_line(answer: &str) -> &str {
        answer.split('\n').next().unwrap_or_default()
    }

    #[tokio::test]
    async fn a_page_that_has_seen_nothing_is_answered_at_once() {
        let live = Live::default();
        assert!(!live.next("").await.is_empty());
    }

    #[tokio::test]
    async fn a_waiting_page_hears_of_the_next_build_and_of_its_failure() {
        let live = Live::default();
        let seen = first_line(&live.next("").await).to_owned();
        let (waiting, ()) = tokio::join!(live.next(&seen), async { live.built() });
        let built = first_line(&waiting).to_owned();
        assert_ne!(built, seen);

        live.failed("error[E0308]: mismatched types");
        let answer = live.next(&built).await;
        let (token, text) = answer.split_once('\n').unwrap();
        assert_eq!(text, "error[E0308]: mismatched types");
        assert_eq!(token.split('.').next(), Some(built.as_str()), "the served build is the same, so nothing reloads");

        live.failed("error[E0425]: cannot find value");
        assert!(live.next(token).await.contains("E0425"));
    }

    #[test]
    fn the_script_stands_in_the_head_or_at_the_end() {
        let base: BasePath = "/docs/".parse().unwrap();
        let script = "<script type=\"module\" src=\"/docs/__live.js\"></script>";
        assert_eq!(with_script("<head></head><body>", &base), format!("<head>{script}</head><body>"));
        assert_eq!(with_script("<p>", &base), format!("<p>{script}"));
    }
}
