//! A static server for the finished guide, on loopback.
//!
//! Its law: it answers as a careful host would (strict content policy, right types, compressed, a real 404), so that what works
//! here works there, and it never answers anyone but this machine.
//!
//! ```no_run
//! # async fn example() -> Result<(), xtask::StartError> {
//! use xtask::{Server, ServerOptions};
//! let server = Server::start(ServerOptions::new("target/site")).await?;
//! println!("{}", server.url()); // http://127.0.0.1:39217/
//! server.stop().await;
//! # Ok(())
//! # }
//! ```

mod compressed;
mod file;
mod kind;
mod live;
pub mod policy;
mod respond;
mod start_error;

#[cfg(test)]
mod tests;

pub use live::Live;
pub use start_error::StartError;

use crate::BasePath;
use axum::Router;
use axum::extract::{Request, State};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    /// The folder that `cargo xtask build` wrote.
    pub dist: PathBuf,
    /// The path below which it is served: the one it was built for.
    pub base_path: BasePath,
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// Reload the page after each build. Only for development: it adds a script to every page.
    pub live: Option<Live>,
}

impl ServerOptions {
    /// Serves `dist` at `/` on any free port, without live reload.
    pub fn new(dist: impl Into<PathBuf>) -> Self {
        Self { dist: dist.into(), base_path: BasePath::default(), port: 0, live: None }
    }
}

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    /// The address it listens on, with the port that it was given.
    pub addr: SocketAddr,
    base_path: BasePath,
    task: JoinHandle<()>,
}

impl Server {
    /// Listens on 127.0.0.1 and serves in the background of the present Tokio runtime.
    ///
    /// # Errors
    /// The folder is missing (unless `live`, which waits for the first build), or the port cannot be had.
    pub async fn start(options: ServerOptions) -> Result<Self, StartError> {
        if options.live.is_none() && !options.dist.is_dir() {
            return Err(StartError::NothingBuilt(options.dist));
        }
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let failed = |error| StartError::from_bind(options.port, error);
        let listener = TcpListener::bind(wanted).await.map_err(failed)?;
        let addr = listener.local_addr().map_err(failed)?;
        let base_path = options.base_path.clone();
        let service = router(options);
        let task = tokio::spawn(async move {
            // It ends with the task only: a failing connection is that connection's own matter.
            let _ = axum::serve(listener, service).await;
        });
        Ok(Self { addr, base_path, task })
    }

    /// The address of the guide's first page, `http://127.0.0.1:8080/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.addr, self.base_path)
    }

    /// Stops listening and waits until the port is free again.
    pub async fn stop(mut self) {
        self.task.abort();
        // Cancelled is what was asked for.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Bytes in Brotli at its best: what a file weighs on the way to a browser.
///
/// # Errors
/// None in practice: it writes to memory.
pub(crate) fn smallest(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    compressed::brotli(bytes, compressed::Effort::Smallest)
}

/// The same service without a socket, for whoever brings another transport (TLS in the browser tests).
pub fn router(options: ServerOptions) -> Router {
    let answer = |State(options): State<Arc<ServerOptions>>, request: Request| async move {
        let mut response = respond::respond(&options, &request.into_parts().0).await;
        policy::apply(response.headers_mut());
        response
    };
    Router::new().fallback(answer).with_state(Arc::new(options))
}
