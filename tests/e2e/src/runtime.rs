//! The one asynchronous runtime of the process, behind a driver that tests call like any other function.
//!
//! One for all tests: connections to browsers outlive the test that opened them.

use std::future::Future;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime can be had"));

/// How long a condition may take to come true on a machine that does something else as well.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(25);

/// Runs something asynchronous to its end.
pub fn wait<T>(what: impl Future<Output = T>) -> T {
    RUNTIME.block_on(what)
}

/// Starts something in the background and leaves it there.
pub fn spawn(what: impl Future<Output = ()> + Send + 'static) -> tokio::task::JoinHandle<()> {
    RUNTIME.spawn(what)
}

/// Tries until it succeeds.
///
/// # Errors
/// What the last attempt said, when [`PATIENCE`] has run out.
pub fn until<T, F>(patience: Duration, mut attempt: impl FnMut() -> F) -> Result<T, String>
where
    F: Future<Output = Result<T, String>>,
{
    wait(async {
        let began = Instant::now();
        loop {
            match attempt().await {
                Ok(value) => return Ok(value),
                Err(why) if began.elapsed() > patience => return Err(why),
                Err(_) => tokio::time::sleep(GLANCE).await,
            }
        }
    })
}
