//! A screen that nobody looks at, for browsers that need a window.

use crate::command::{Running, run};
use crate::world::scratch;
use std::process::Command;
use std::time::{Duration, Instant};

/// A virtual display.
#[derive(Debug)]
pub(super) struct Screen {
    /// Its name, as `DISPLAY` wants it.
    pub name: String,
    _server: Running,
}

impl Screen {
    pub(super) fn start(number: u8) -> Result<Self, String> {
        let name = format!(":{}", 100 + u16::from(number));
        let mut command = Command::new("Xvfb");
        command.args([&name, "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        let server = Running::start(&mut command, &scratch(&format!("screen-{number}.log")))?;
        let socket = format!("/tmp/.X11-unix/X{}", 100 + u16::from(number));
        let began = Instant::now();
        while !std::path::Path::new(&socket).exists() {
            if began.elapsed() > Duration::from_secs(10) {
                return Err(format!("no display {name}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(Self { name, _server: server })
    }

    /// Types a key, wherever the focus is.
    pub(super) fn press(&self, key: &str) -> Result<(), String> {
        run(Command::new("xdotool").args(["key", key]).env("DISPLAY", &self.name)).map(drop)
    }
}
