//! The server over a real socket, asked by hand: what is on the wire is what counts.

use super::*;
use std::fs;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A folder under `target/`, made anew for each test.
fn site(name: &str) -> PathBuf {
    let dist = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/xtask-tests").join(name);
    let _ = fs::remove_dir_all(&dist);
    fs::create_dir_all(dist.join("sv/check")).unwrap();
    fs::write(dist.join("index.html"), "<head></head>start").unwrap();
    fs::write(dist.join("404.html"), "<head></head>not here").unwrap();
    fs::write(dist.join("sv/check/index.html"), "<head></head>".to_owned() + &"kontroll ".repeat(100)).unwrap();
    fs::write(dist.join("app-0123456789abcdef_bg.wasm"), b"\0asm\x01\0\0\0").unwrap();
    dist
}

/// Sends one request and returns the answer's head (lower case) and body.
async fn ask(server: &Server, request: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(server.addr).await.unwrap();
    let (line, headers) = request.split_once('\n').unwrap_or((request, ""));
    let text = format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    (String::from_utf8(answer[..end].to_vec()).unwrap().to_ascii_lowercase(), answer[end + 4..].to_vec())
}

async fn start(name: &str) -> Server {
    Server::start(ServerOptions::new(site(name))).await.unwrap()
}

#[tokio::test]
async fn every_answer_carries_the_policy() {
    let server = start("policy").await;
    for request in ["GET /", "GET /missing", "POST /", "GET /sv/check", "GET /app-0123456789abcdef_bg.wasm"] {
        let (head, _) = ask(&server, request).await;
        assert!(head.contains(&format!("content-security-policy: {}", policy::CONTENT_POLICY)), "{request}: {head}");
        assert!(head.contains("x-content-type-options: nosniff"), "{request}: {head}");
        assert!(head.contains("referrer-policy: no-referrer"), "{request}: {head}");
    }
}

#[test]
fn the_policy_allows_neither_inline_code_nor_other_scripts() {
    assert!(
        policy::CONTENT_POLICY
            .starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ")
    );
    assert!(!policy::CONTENT_POLICY.contains("unsafe-inline") && !policy::CONTENT_POLICY.contains("'unsafe-eval'"));
}

#[tokio::test]
async fn a_folder_answers_with_its_page_and_wants_its_slash() {
    let server = start("folders").await;
    let (head, body) = ask(&server, "GET /sv/check/").await;
    assert!(head.starts_with("http/1.1 200") && head.contains("content-type: text/html; charset=utf-8"), "{head}");
    assert!(head.contains("cache-control: no-cache"), "{head}");
    assert!(body.starts_with(b"<head></head>kontroll"));
    let (head, _) = ask(&server, "GET /sv/check?registry=contoso").await;
    assert!(head.starts_with("http/1.1 308") && head.contains("location: /sv/check/?registry=contoso"), "{head}");
}

#[tokio::test]
async fn no_redirect_leads_to_another_host() {
    let server = start("redirects").await;
    let (head, _) = ask(&server, "GET //sv/check").await;
    assert!(head.contains("location: /sv/check/"), "{head}");
}

#[tokio::test]
async fn what_is_missing_is_the_page_404_with_its_status() {
    let server = start("missing").await;
    for path in ["/nothing", "/sv/", "/../Cargo.toml", "/%2e%2e/%2e%2e/Cargo.toml"] {
        let (head, body) = ask(&server, &format!("GET {path}")).await;
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert_eq!(body, b"<head></head>not here", "{path}");
    }
}

#[tokio::test]
async fn other_methods_are_refused_and_head_has_no_body() {
    let server = start("methods").await;
    let (head, _) = ask(&server, "POST /").await;
    assert!(head.starts_with("http/1.1 405") && head.contains("allow: get, head"), "{head}");
    let (head, body) = ask(&server, "HEAD /").await;
    assert!(head.starts_with("http/1.1 200") && head.contains("content-length: 18"), "{head}");
    assert!(body.is_empty());
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_with_the_type_that_webassembly_needs() {
    let server = start("hashed").await;
    let (head, _) = ask(&server, "GET /app-0123456789abcdef_bg.wasm").await;
    assert!(head.contains("content-type: application/wasm"), "{head}");
    assert!(head.contains("cache-control: public, max-age=31536000, immutable"), "{head}");
}

#[tokio::test]
async fn pages_are_compressed_for_those_who_ask() {
    let server = start("brotli").await;
    let (head, body) = ask(&server, "GET /sv/check/\nAccept-Encoding: gzip, br\r\n").await;
    assert!(head.contains("content-encoding: br") && head.contains("vary: accept-encoding"), "{head}");
    let mut back = String::new();
    std::io::Read::read_to_string(&mut ::brotli::Decompressor::new(body.as_slice(), 4096), &mut back).unwrap();
    assert!(back.starts_with("<head></head>kontroll"));
    let (head, _) = ask(&server, "GET /sv/check/").await;
    assert!(!head.contains("content-encoding") && head.contains("vary: accept-encoding"), "{head}");
}

#[tokio::test]
async fn a_compressed_file_beside_is_sent_as_it_is() {
    let dist = site("precompressed");
    fs::write(dist.join("sv/check/index.html.br"), b"made by the build").unwrap();
    let server = Server::start(ServerOptions::new(dist)).await.unwrap();
    let (_, body) = ask(&server, "GET /sv/check/\nAccept-Encoding: br\r\n").await;
    assert_eq!(body, b"made by the build");
}

#[tokio::test]
async fn under_a_base_path_only_the_base_answers() {
    let options = ServerOptions { base_path: "/docs/acr".parse().unwrap(), ..ServerOptions::new(site("base")) };
    let server = Server::start(options).await.unwrap();
    assert!(server.url().ends_with("/docs/acr/"));
    let (head, _) = ask(&server, "GET /docs/acr/sv/check/").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    let (head, _) = ask(&server, "GET /docs/acr").await;
    assert!(head.contains("location: /docs/acr/"), "{head}");
    let (head, body) = ask(&server, "GET /sv/check/").await;
    assert!(head.starts_with("http/1.1 404"), "{head}");
    assert_eq!(body, b"The guide is at /docs/acr/");
}

#[tokio::test]
async fn no_cache_keeps_the_service_worker_which_would_keep_everybody_from_the_next_version() {
    let dist = site("worker");
    fs::write(dist.join("worker.js"), "").unwrap();
    let server = Server::start(ServerOptions::new(dist)).await.unwrap();
    let (head, _) = ask(&server, "GET /worker.js").await;
    assert!(head.contains("cache-control: no-store") && head.contains("content-type: text/javascript"), "{head}");
    assert!(head.contains("worker-src 'self'"), "{head}");
}

#[tokio::test]
async fn live_reload_is_in_development_only() {
    let dist = site("live");
    let plain = Server::start(ServerOptions::new(&dist)).await.unwrap();
    let (head, _) = ask(&plain, "GET /__live.js").await;
    assert!(head.starts_with("http/1.1 404"), "{head}");
    assert_eq!(ask(&plain, "GET /").await.1, b"<head></head>start");

    let live = Server::start(ServerOptions { live: Some(Live::default()), ..ServerOptions::new(&dist) }).await.unwrap();
    let (head, _) = ask(&live, "GET /__live.js").await;
    assert!(head.starts_with("http/1.1 200") && head.contains("content-type: text/javascript"), "{head}");
    let (_, body) = ask(&live, "GET /\nAccept-Encoding: br\r\n").await;
    assert_eq!(body, b"<head><script type=\"module\" src=\"/__live.js\"></script></head>start");
}

#[tokio::test]
async fn before_the_first_build_a_live_server_asks_to_wait() {
    let dist = site("waiting");
    fs::remove_file(dist.join("index.html")).unwrap();
    let server =
        Server::start(ServerOptions { live: Some(Live::default()), ..ServerOptions::new(dist) }).await.unwrap();
    let (head, body) = ask(&server, "GET /sv/").await;
    assert!(head.starts_with("http/1.1 503"), "{head}");
    assert!(String::from_utf8(body).unwrap().contains("__live.js"));
}

#[tokio::test]
async fn a_taken_port_is_said_with_a_remedy() {
    let first = start("port").await;
    let options = ServerOptions { port: first.addr.port(), ..ServerOptions::new(site("port-again")) };
    let said = Server::start(options).await.unwrap_err().to_string();
    assert!(said.contains(&format!("Port {} on 127.0.0.1 is taken", first.addr.port())), "{said}");
    assert!(said.contains("cargo xtask serve --port"), "{said}");
}

#[tokio::test]
async fn a_stopped_server_leaves_its_port() {
    let server = start("stopped").await;
    let port = server.addr.port();
    server.stop().await;
    let again = Server::start(ServerOptions { port, ..ServerOptions::new(site("started")) }).await.unwrap();
    assert_eq!(again.addr.port(), port);
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_said_before_listening() {
    let said = Server::start(ServerOptions::new("/no/such/folder")).await.unwrap_err().to_string();
    assert!(said.contains("cargo xtask build"), "{said}");
}
