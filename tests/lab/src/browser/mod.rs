//! The two browsers, behind what a reader can do with either.

mod chromium;
mod extension;
mod firefox;
mod marionette;
mod screen;
mod trust;

use crate::scenario::{Browser, Scenario};
use crate::tab::Sight;
use serde_json::Value;
use std::path::PathBuf;
use std::time::Duration;

/// How long a reader looks at a tab that keeps loading before they say so.
const TAB_PATIENCE: Duration = Duration::from_secs(16);

/// A browser with the guide's tab in front.
pub trait Tab {
    /// Goes to an address.
    ///
    /// # Errors
    /// What the browser said instead of showing it.
    fn open(&mut self, url: &str) -> Result<(), String>;

    /// Runs a script in the page and hands back what it returns.
    ///
    /// # Errors
    /// What the browser said.
    fn run(&mut self, script: &str) -> Result<Value, String>;

    /// Presses an element.
    ///
    /// # Errors
    /// There is none, or it cannot be pressed.
    fn press(&mut self, css: &str) -> Result<(), String>;

    /// Types into a field.
    ///
    /// # Errors
    /// There is none, or it cannot be typed in.
    fn write(&mut self, css: &str, text: &str) -> Result<(), String>;

    /// Goes on in a frame of the page.
    ///
    /// # Errors
    /// There is none.
    fn enter_frame(&mut self, css: &str) -> Result<(), String>;

    /// Opens an address in a tab of its own, says what a reader sees there, and comes back.
    ///
    /// # Errors
    /// The tab cannot be had.
    fn look_at(&mut self, url: &str) -> Result<Sight, String>;

    /// Answers the browser's question about local networks with yes, if it is there; says whether it was.
    ///
    /// # Errors
    /// This browser's question cannot be reached from here.
    fn allow_question(&mut self) -> Result<bool, String>;

    /// Closes the browser's question about local networks without an answer.
    ///
    /// # Errors
    /// There is no window.
    fn dismiss_question(&mut self) -> Result<(), String>;
}

/// Starts a browser as a scenario's reader has it, in this process's own network.
///
/// # Errors
/// It does not start.
pub fn start(browser: Browser, scenario: &Scenario, number: u8) -> Result<Box<dyn Tab>, String> {
    let home = crate::world::scratch(&format!("home-{number}"));
    std::fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    let screen = scenario.needs_window().then(|| screen::Screen::start(number)).transpose()?;
    Ok(match browser {
        Browser::Chromium => Box::new(chromium::Chromium::start(scenario, home, screen)?),
        Browser::Firefox => Box::new(firefox::Firefox::start(scenario, home, screen)?),
    })
}

/// A script that sends a registry's hosts through the proxy at a port, and all others straight: as an address.
fn proxy_script(port: u16) -> String {
    let proxy = format!("PROXY {}:{port}", crate::internet::PROXY);
    let is_registry = ["*.azurecr.io", "*.blob.core.windows.net"].map(|hosts| format!("shExpMatch(host,'{hosts}')"));
    let script = format!("function FindProxyForURL(url,host){{return {}?'{proxy}':'DIRECT'}}", is_registry.join("||"));
    format!("data:application/x-ns-proxy-autoconfig,{}", script.replace(' ', "%20"))
}

/// A file of a browser's own.
fn written(path: PathBuf, text: &str) -> Result<PathBuf, String> {
    let made = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, text));
    made.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}
