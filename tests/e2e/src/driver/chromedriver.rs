//! The driver's process: one for all browsers of this process.

use crate::guarded::Guarded;
use crate::lab::Authority;
use crate::scratch::{folder, scratch};
use std::sync::LazyLock;

/// The driver's address.
pub fn address() -> &'static str {
    static DRIVER: LazyLock<(Guarded, String)> = LazyLock::new(start);
    &DRIVER.1
}

fn start() -> (Guarded, String) {
    let home = folder("home");
    Authority::shared().trusted_in(&home);
    let environment = [
        // The browser looks for trusted authorities below its home, and keeps its profile in the temporary folder.
        ("HOME", home.display().to_string()),
        ("TMPDIR", folder("tmp").display().to_string()),
    ];
    let arguments = ["--port=0".to_owned()];
    let (process, port) =
        Guarded::start("chromedriver", "chromium-driver", &arguments, &environment, Some(scratch()), |line| {
            let (_, rest) = line.split_once("started successfully on port ")?;
            rest.trim_end_matches('.').parse::<u16>().ok()
        });
    (process, format!("http://127.0.0.1:{port}"))
}
