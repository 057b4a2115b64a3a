//! The built site on a port of its own: the project's static server, with what a test wants otherwise.

use crate::runtime::{spawn, wait};
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use xtask::server::policy::CONTENT_POLICY;
use xtask::{BasePath, ServerOptions};

/// Holds the program back until a test lets it go: a slow line, without waiting for one.
#[derive(Debug, Clone)]
pub struct Gate(watch::Sender<bool>);

impl Gate {
    /// A gate that is shut.
    pub fn shut() -> Self {
        Self(watch::Sender::new(false))
    }

    /// Lets the program go.
    pub fn open(&self) {
        self.0.send_replace(true);
    }
}

/// What a test wants otherwise than a host would do it.
#[derive(Debug, Clone, Default)]
pub struct Otherwise {
    /// Leave the permission to compile WebAssembly out of the content policy.
    pub without_wasm: bool,
    /// Hold `.wasm` files back.
    pub gate: Option<Gate>,
    /// Let browsers keep the guide. Most tests do without: a worker of theirs that keeps nothing spares the machine a copy of the guide
    /// for each of them, and a test that blocks a file is not answered out of a cache.
    pub keeps: bool,
}

/// A site being served; it ends when it is dropped.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    base: String,
    asked: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Site {
    /// Serves a built site on 127.0.0.1. A port of its own is an origin of its own: no test meets another's storage.
    ///
    /// # Panics
    /// Says what is missing: the folder, or a port.
    #[track_caller]
    pub fn serve(dist: PathBuf, base: &str, otherwise: Otherwise) -> Self {
        assert!(dist.is_dir(), "{}: no such folder. Build it with `cargo xtask build`", dist.display());
        let base_path: BasePath = base.parse().expect("a base path of the tests' own");
        let base = base_path.as_str().to_owned();
        let router = xtask::server::router(ServerOptions { base_path, ..ServerOptions::new(dist) });
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let ledger = asked.clone();
        let router = router.layer(from_fn(move |request: Request, next: Next| {
            let otherwise = otherwise.clone();
            let path = request.uri().path().to_owned();
            let is_worker = path.ends_with("/worker.js");
            ledger.lock().unwrap_or_else(PoisonError::into_inner).push(path);
            async move {
                if is_worker && !otherwise.keeps {
                    return ([(CONTENT_TYPE, "text/javascript")], "").into_response();
                }
                if let Some(Gate(gate)) = otherwise.gate.filter(|_| request.uri().path().ends_with(".wasm")) {
                    // The test that holds the other end may be over: then nobody waits for the program any more.
                    let _ = gate.subscribe().wait_for(|open| *open).await;
                }
                let mut response = next.run(request).await;
                if otherwise.without_wasm {
                    let policy = CONTENT_POLICY.replace(" 'wasm-unsafe-eval'", "");
                    let policy = HeaderValue::from_str(&policy).expect("what was a header still is one");
                    response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
                }
                if otherwise.keeps {
                    // No connection outlives its answer: a server that is stopped is gone.
                    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
                }
                response
            }
        }));
        let listener = wait(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("a bound socket has an address");
        let task = spawn(async move {
            // A failing connection is that connection's own matter.
            let _ = axum::serve(listener, router).await;
        });
        Self { address, base, asked, task }
    }

    /// Takes the server away.
    pub fn stop(&self) {
        self.task.abort();
    }

    /// The paths that were asked for so far, by pages and by workers.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Scheme, host and port, without a slash.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The whole address of a page below the base path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin(), self.base)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
}
