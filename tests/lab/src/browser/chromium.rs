//! Chromium, by its own driver.

use super::screen::Screen;
use super::{TAB_PATIENCE, Tab, extension, proxy_script, trust};
use crate::command::Running;
use crate::internet::{GUIDE, PORTAL};
use crate::scenario::{Permission, Proxy, Scenario};
use crate::tab::Sight;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Capabilities, WebDriver};
use tokio::runtime::Runtime;

/// For every browser: no traffic of its own.
const SWITCHES: [&str; 9] = [
    // The laboratory runs as root, where the sandbox cannot.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
];

/// The driver's port: the machine is the browser's alone.
const PORT: u16 = 9515;

/// A browser.
pub(super) struct Chromium {
    runtime: Runtime,
    driver: WebDriver,
    screen: Option<Screen>,
    _process: Running,
}

impl Chromium {
    pub(super) fn start(scenario: &Scenario, home: PathBuf, screen: Option<Screen>) -> Result<Self, String> {
        trust::teach(&home.join(".pki/nssdb"))?;
        let temporary = home.join("tmp");
        std::fs::create_dir_all(&temporary).map_err(|error| error.to_string())?;
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={PORT}")).env("HOME", &home).env("TMPDIR", &temporary);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name);
        }
        let process = Running::start(&mut command, &home.join("chromedriver.log"))?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        let wanted = capabilities(scenario, &home, screen.is_some())?;
        let began = Instant::now();
        let driver = loop {
            match runtime.block_on(WebDriver::new(format!("http://127.0.0.1:{PORT}"), wanted.clone())) {
                Ok(driver) => break driver,
                Err(_) if began.elapsed() < Duration::from_secs(10) => std::thread::sleep(Duration::from_millis(50)),
                Err(error) => return Err(format!("no Chromium: {error}")),
            }
        };
        let chromium = Self { runtime, driver, screen, _process: process };
        chromium.wait(chromium.driver.set_page_load_timeout(TAB_PATIENCE))?;
        Ok(chromium)
    }

    fn wait<T>(&self, what: impl Future<Output = WebDriverResult<T>>) -> Result<T, String> {
        self.runtime.block_on(what).map_err(|error| error.to_string())
    }

    async fn look(&self, url: &str) -> WebDriverResult<Sight> {
        let page = self.driver.window().await?;
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab).await?;
        // An error here is what the tab shows, or that it still loads.
        let said = self.driver.goto(url).await.err().map(|error| error.to_string()).unwrap_or_default();
        let text = match said.contains("timeout") {
            true => String::new(),
            false => {
                let text = self.driver.execute("return document.documentElement.innerText", vec![]).await;
                text.ok().and_then(|text| text.json().as_str().map(str::to_owned)).unwrap_or_default()
            }
        };
        let _ = self.driver.close_window().await;
        self.driver.switch_to_window(page).await?;
        Ok(Sight::of_chromium(&text, &said))
    }
}

fn capabilities(scenario: &Scenario, home: &std::path::Path, has_window: bool) -> Result<Capabilities, String> {
    let reader = scenario.reader;
    let mut switches: Vec<String> = SWITCHES.iter().map(|&switch| switch.into()).collect();
    if !has_window {
        switches.push("--headless".into());
    }
    match reader.proxy {
        None => {}
        Some(Proxy::ForAll(port)) => {
            switches.push(format!("--proxy-server=http://{}:{port}", crate::internet::PROXY));
            switches.push(format!("--proxy-bypass-list={GUIDE},{PORTAL}"));
        }
        Some(Proxy::ForRegistries(port)) => switches.push(format!("--proxy-pac-url={}", proxy_script(port))),
    }
    if reader.blocks_registries {
        let folder = extension::write(home)?;
        switches.push(format!("--load-extension={}", folder.display()));
        switches.push("--disable-features=DisableLoadExtensionCommandLineSwitch".into());
    }
    let mut preferences = json!({});
    let setting = match reader.permission {
        Permission::NotAsked => None,
        Permission::Granted => Some(1),
        Permission::Denied => Some(2),
    };
    if let Some(setting) = setting {
        let origin = format!("https://{GUIDE}:443,*");
        preferences["profile.content_settings.exceptions.local_network"] = json!({ origin: { "setting": setting } });
    }
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": switches, "prefs": preferences },
    });
    match wanted {
        Value::Object(wanted) => Ok(Capabilities::from(wanted)),
        other => Err(format!("no capabilities: {other}")),
    }
}

impl Tab for Chromium {
    fn open(&mut self, url: &str) -> Result<(), String> {
        self.wait(self.driver.goto(url))
    }

    fn run(&mut self, script: &str) -> Result<Value, String> {
        self.wait(self.driver.execute(script, vec![])).map(|value| value.json().clone())
    }

    fn press(&mut self, css: &str) -> Result<(), String> {
        self.wait(async { self.driver.find(By::Css(css)).await?.click().await })
    }

    fn write(&mut self, css: &str, text: &str) -> Result<(), String> {
        self.wait(async { self.driver.find(By::Css(css)).await?.send_keys(text).await })
    }

    fn enter_frame(&mut self, css: &str) -> Result<(), String> {
        self.wait(async { self.driver.find(By::Css(css)).await?.enter_frame().await })
    }

    fn look_at(&mut self, url: &str) -> Result<Sight, String> {
        self.wait(self.look(url))
    }

    fn allow_question(&mut self) -> Result<bool, String> {
        Err("the question is no part of what the driver sees".into())
    }

    fn dismiss_question(&mut self) -> Result<(), String> {
        self.screen.as_ref().ok_or("no window")?.press("Escape")
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}
