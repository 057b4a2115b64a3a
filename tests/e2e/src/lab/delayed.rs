//! A server behind a long line: what it says arrives, later.

use crate::runtime::spawn;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A server that passes every connection on to another, after a while; it ends when it is dropped.
#[derive(Debug)]
pub struct Delayed {
    /// Where it listens.
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl Delayed {
    /// Starts such a server on a free port.
    pub async fn start(behind: SocketAddr, delay: Duration) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("a bound socket has an address");
        let task = spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                spawn(async move {
                    tokio::time::sleep(delay).await;
                    if let Ok(mut far) = TcpStream::connect(behind).await {
                        // Either side may end it.
                        let _ = copy_bidirectional(&mut near, &mut far).await;
                    }
                });
            }
        });
        Self { address, task }
    }
}

impl Drop for Delayed {
    fn drop(&mut self) {
        self.task.abort();
    }
}
