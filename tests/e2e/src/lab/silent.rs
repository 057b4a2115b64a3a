//! A server that takes connections and never says a word: what a firewall that swallows packets looks like from afar.

use crate::runtime::spawn;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A silent server; it ends when it is dropped.
#[derive(Debug)]
pub struct Silent {
    /// Where it listens.
    pub address: SocketAddr,
    taken: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Silent {
    /// Starts a silent server on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("a bound socket has an address");
        let taken = Arc::new(AtomicUsize::new(0));
        let counter = taken.clone();
        let task = spawn(async move {
            let mut kept = Vec::new();
            while let Ok((connection, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::SeqCst);
                kept.push(connection);
            }
        });
        Self { address, taken, task }
    }

    /// How many connections it has taken.
    pub fn connections(&self) -> usize {
        self.taken.load(Ordering::SeqCst)
    }
}

impl Drop for Silent {
    fn drop(&mut self) {
        self.task.abort();
    }
}
