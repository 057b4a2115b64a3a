//! One browser, and the pool that tests take theirs from: starting one takes a second, a new tab does not.

use super::chromedriver;
use crate::runtime::wait;
use serde_json::{Value, json};
use std::sync::{Mutex, PoisonError};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

/// For every browser: no traffic of its own.
const SWITCHES: [&str; 8] = [
    // Tests may run as root in a container, where the sandbox cannot.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
];

static POOL: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// What is settled when a browser starts; everything else belongs to a tab.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Launch {
    /// The names that it can resolve, as rules; it knows no other.
    pub resolving: String,
    /// Whether it refuses to store anything for a page.
    pub refuses_storage: bool,
    /// Which addresses it takes for public and which for private, `<ip>:<port>=public` between commas; all of them are loopback.
    pub spaces: String,
    /// The origin that may reach private addresses without being asked about it.
    pub allowed: Option<String>,
    /// Whether it has a window, on a display that nobody sees: only then does it ask its reader anything.
    pub has_window: bool,
}

/// A browser.
#[derive(Debug)]
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    launch: Launch,
}

impl Browser {
    /// A browser that was started in this way, with one empty tab.
    ///
    /// # Panics
    /// Says what the driver says.
    #[track_caller]
    pub fn take(launch: &Launch) -> Self {
        let free = {
            let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
            let at = pool.iter().position(|browser| browser.launch == *launch);
            at.map(|at| pool.swap_remove(at))
        };
        let browser = free.unwrap_or_else(|| Self::start(launch));
        if let Err(error) = wait(browser.clear()) {
            panic!("a new tab could not be had: {error}");
        }
        browser
    }

    /// Gives the browser back.
    pub fn give_back(self) {
        POOL.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    /// Ends the browser: after a failure nobody knows what state it is in.
    pub fn quit(self) {
        // If it does not end by itself the driver's guard ends it.
        let _ = wait(self.driver.quit());
    }

    #[track_caller]
    fn start(launch: &Launch) -> Self {
        let Launch { resolving, refuses_storage, spaces, allowed, has_window } = launch;
        let known = if resolving.is_empty() { String::new() } else { format!("{resolving}, ") };
        // 1 allows, 2 blocks: what the browser's settings call cookies is every storage of a page.
        let mut preferences =
            json!({ "profile.default_content_setting_values.cookies": if *refuses_storage { 2 } else { 1 } });
        if let Some(origin) = allowed {
            let exception = json!({ format!("{origin},*"): { "setting": 1 } });
            preferences["profile.content_settings.exceptions.local_network"] = exception;
        }
        let mut switches: Vec<String> = SWITCHES.iter().map(|&switch| switch.into()).collect();
        if !has_window {
            switches.push("--headless".into());
        }
        if !spaces.is_empty() {
            switches.push(format!("--ip-address-space-overrides={spaces}"));
        }
        switches.push(format!("--host-resolver-rules={known}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"));
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": switches, "prefs": preferences },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(wanted) = wanted else { unreachable!("written as an object above") };
        let driver = wait(WebDriver::new(chromedriver::address(*has_window), Capabilities::from(wanted)));
        let driver = driver.unwrap_or_else(|error| {
            panic!("no browser could be started (Debian: apt-get install chromium chromium-driver): {error}")
        });
        Self { driver, launch: launch.clone() }
    }

    /// One new tab and nothing else: no session storage, no emulation, no log of another test.
    async fn clear(&self) -> WebDriverResult<()> {
        let old = self.driver.windows().await?;
        let new = self.driver.new_tab().await?;
        for tab in old {
            self.driver.switch_to_window(tab).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(new).await?;
        for log in ["browser", "performance"] {
            self.driver.get_log(log).await?;
        }
        Ok(())
    }
}
