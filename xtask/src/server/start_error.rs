//! Why the server could not start, and what to do about it.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why the server could not start.
#[derive(Debug)]
pub enum StartError {
    /// There is no such folder: nothing has been built.
    NothingBuilt(PathBuf),
    /// Another program listens on the port.
    PortTaken(u16),
    /// The system keeps the port for privileged programs.
    PortForbidden(u16),
    /// The system refused for another reason.
    Other(u16, io::Error),
}

impl StartError {
    pub(super) fn from_bind(port: u16, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AddrInUse => Self::PortTaken(port),
            io::ErrorKind::PermissionDenied => Self::PortForbidden(port),
            _ => Self::Other(port, error),
        }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingBuilt(dist) => {
                write!(f, "There is no folder {} to serve. Build it first: cargo xtask build", dist.display())
            }
            Self::PortTaken(port) => {
                let other = if *port < u16::MAX { port + 1 } else { 8080 };
                write!(
                    f,
                    "Port {port} on 127.0.0.1 is taken by another program (another `serve`?). \
                     Stop that one, or choose another port: cargo xtask serve --port {other}"
                )
            }
            Self::PortForbidden(port) => write!(
                f,
                "This user may not listen on port {port} (ports below 1024 are often kept for administrators). \
                 Choose a higher one: cargo xtask serve --port 8080"
            ),
            Self::Other(port, error) => write!(f, "Cannot listen on 127.0.0.1:{port}: {error}"),
        }
    }
}

impl std::error::Error for StartError {}
