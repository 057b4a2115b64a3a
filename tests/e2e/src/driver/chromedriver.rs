//! The driver's process: one for all browsers of this process.

use crate::guarded::Guarded;
use crate::lab::Authority;
use crate::scratch::{folder, scratch};
use std::sync::LazyLock;

/// The driver's address; of another driver for browsers that have a window.
pub fn address(has_window: bool) -> &'static str {
    static DRIVER: LazyLock<(Guarded, String)> = LazyLock::new(|| start(None));
    static WITH_DISPLAY: LazyLock<(Guarded, (Guarded, String))> = LazyLock::new(|| {
        let (display, number) = display();
        (display, start(Some(number)))
    });
    if has_window { &WITH_DISPLAY.1.1 } else { &DRIVER.1 }
}

/// A display that nobody sees, and its number.
fn display() -> (Guarded, u32) {
    let arguments = ["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"].map(str::to_owned);
    Guarded::start("Xvfb", "xvfb", &arguments, &[], None, |line| line.trim().parse().ok())
}

fn start(display: Option<u32>) -> (Guarded, String) {
    let home = folder(if display.is_some() { "home-with-display" } else { "home" });
    Authority::shared().trusted_in(&home);
    let mut environment = vec![
        // The browser looks for trusted authorities below its home, and keeps its profile in the temporary folder.
        ("HOME", home.display().to_string()),
        ("TMPDIR", folder("tmp").display().to_string()),
    ];
    if let Some(number) = display {
        environment.push(("DISPLAY", format!(":{number}")));
    }
    let arguments = ["--port=0".to_owned()];
    let (process, port) =
        Guarded::start("chromedriver", "chromium-driver", &arguments, &environment, Some(scratch()), |line| {
            let (_, rest) = line.split_once("started successfully on port ")?;
            rest.trim_end_matches('.').parse::<u16>().ok()
        });
    (process, format!("http://127.0.0.1:{port}"))
}
