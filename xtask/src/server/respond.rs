//! One request, one answer.

use super::compressed::{self, Effort};
use super::file::{self, Found};
use super::kind::{self, Kind};
use super::{ServerOptions, live};
use axum::body::{Body, Bytes};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderValue, LOCATION, VARY};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use std::path::{Path, PathBuf};

/// How long a browser may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CacheFor {
    /// The name changes with the content.
    Ever,
    /// Kept, but asked about each time.
    Asking,
    /// Not kept at all.
    Nothing,
}

/// Answers a request for the folder of `options`.
pub(super) async fn respond(options: &ServerOptions, request: &Parts) -> Response {
    if request.method != Method::GET && request.method != Method::HEAD {
        return with_header(plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD."), ALLOW, "GET, HEAD");
    }
    let (path, query) = (request.uri.path(), request.uri.query());
    let Some(below) = options.base_path.strip(path) else {
        if format!("{path}/") == options.base_path.as_str() {
            return redirect(options.base_path.as_str(), query);
        }
        return plain(StatusCode::NOT_FOUND, &format!("The guide is at {}", options.base_path));
    };
    if let Some(live) = &options.live {
        if let Some(answer) = live.respond(below, query).await {
            return answer;
        }
        if !options.dist.join("index.html").is_file() {
            return live.waiting(&options.base_path);
        }
    }
    match file::find(&options.dist, below) {
        Found::File(file) => send(options, request, StatusCode::OK, file).await,
        Found::MissingSlash => redirect(&format!("{path}/"), query),
        Found::Nothing => {
            let page = options.dist.join("404.html");
            match page.is_file() {
                true => send(options, request, StatusCode::NOT_FOUND, page).await,
                false => plain(StatusCode::NOT_FOUND, "There is nothing here."),
            }
        }
    }
}

async fn send(options: &ServerOptions, request: &Parts, status: StatusCode, path: PathBuf) -> Response {
    let kind = kind::of(&path);
    let cache = match kind::is_hashed(&path) {
        true => CacheFor::Ever,
        // A kept service worker would keep everybody from the next version.
        false if path.ends_with("worker.js") => CacheFor::Nothing,
        false => CacheFor::Asking,
    };
    let base =
        options.live.as_ref().filter(|_| kind.media_type.starts_with("text/html")).map(|_| options.base_path.clone());
    let effort = if options.live.is_some() { Effort::Quick } else { Effort::Smallest };
    let small = kind.compressible && base.is_none() && compressed::accepted(&request.headers);
    // Reading and compressing would hold up the other requests.
    let read = tokio::task::spawn_blocking(move || {
        if small {
            return compressed::of(&path, effort);
        }
        let content = std::fs::read(&path)?;
        Ok(match base {
            Some(base) => Bytes::from(live::with_script(&String::from_utf8_lossy(&content), &base)),
            None => Bytes::from(content),
        })
    });
    let Ok(Ok(content)) = read.await else {
        // A build is replacing the folder at this very moment, or the file may not be read.
        return plain(StatusCode::INTERNAL_SERVER_ERROR, "The file could not be read.");
    };
    let mut response = bytes(status, kind, cache, content);
    if kind.compressible {
        response = with_header(response, VARY, "Accept-Encoding");
    }
    if small { with_header(response, CONTENT_ENCODING, "br") } else { response }
}

/// An answer with a body of a known kind.
pub(super) fn bytes(status: StatusCode, kind: Kind, cache: CacheFor, content: Bytes) -> Response {
    let cache = match cache {
        CacheFor::Ever => "public, max-age=31536000, immutable",
        CacheFor::Asking => "no-cache",
        CacheFor::Nothing => "no-store",
    };
    let mut response = with_header(Response::new(Body::from(content)), CONTENT_TYPE, kind.media_type);
    *response.status_mut() = status;
    with_header(response, CACHE_CONTROL, cache)
}

fn plain(status: StatusCode, text: &str) -> Response {
    bytes(status, kind::of(Path::new("answer.txt")), CacheFor::Nothing, Bytes::from(text.to_owned()))
}

fn redirect(to: &str, query: Option<&str>) -> Response {
    let to = query.map_or_else(|| to.to_owned(), |query| format!("{to}?{query}"));
    let mut response = plain(StatusCode::PERMANENT_REDIRECT, "");
    // The path came from a request line, so it is a valid header; two slashes at its start would name another host.
    if let Ok(location) = HeaderValue::from_str(&format!("/{}", to.trim_start_matches('/'))) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn with_header(mut response: Response, name: axum::http::HeaderName, value: &'static str) -> Response {
    response.headers_mut().insert(name, HeaderValue::from_static(value));
    response
}
