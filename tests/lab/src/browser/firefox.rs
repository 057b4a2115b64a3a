//! Firefox, by its own protocol.

use super::marionette::Marionette;
use super::screen::Screen;
use super::{TAB_PATIENCE, Tab, extension, proxy_script, trust, written};
use crate::command::Running;
use crate::internet::{GUIDE, PORTAL, PROXY};
use crate::scenario::{Permission, Proxy, Scenario};
use crate::tab::Sight;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The name under which the protocol hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// No traffic of its own, and a port that nobody else has.
const PREFERENCES: [(&str, &str); 17] = [
    ("marionette.port", "0"),
    ("app.update.enabled", "false"),
    ("browser.aboutwelcome.enabled", "false"),
    ("browser.shell.checkDefaultBrowser", "false"),
    ("browser.startup.page", "0"),
    ("browser.startup.homepage_override.mstone", "\"ignore\""),
    ("browser.safebrowsing.malware.enabled", "false"),
    ("browser.safebrowsing.phishing.enabled", "false"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("extensions.update.enabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("network.trr.mode", "5"),
    // A question may be answered as soon as it is there.
    ("security.notification_enable_delay", "0"),
    ("services.settings.server", "\"data:,\""),
    ("toolkit.telemetry.enabled", "false"),
    ("xpinstall.signatures.required", "false"),
];

/// A browser.
pub(super) struct Firefox {
    marionette: Marionette,
    screen: Option<Screen>,
    _process: Running,
}

impl Firefox {
    pub(super) fn start(scenario: &Scenario, home: PathBuf, screen: Option<Screen>) -> Result<Self, String> {
        let profile = home.join("profile");
        trust::teach(&profile)?;
        written(profile.join("user.js"), &preferences(scenario))?;
        let mut command = Command::new("firefox-esr");
        command.args(["--marionette", "--remote-allow-system-access", "--no-remote", "--profile"]).arg(&profile);
        match &screen {
            Some(screen) => command.env("DISPLAY", &screen.name),
            None => command.arg("--headless"),
        };
        command.env("HOME", &home).env("TMPDIR", &home);
        let process = Running::start(&mut command, &home.join("firefox.log"))?;
        let mut firefox = Self { marionette: Marionette::connect(port(&profile)?)?, screen, _process: process };
        let load = TAB_PATIENCE.as_millis() as u64;
        firefox.say("WebDriver:SetTimeouts", json!({ "pageLoad": load, "script": 30_000 }))?;
        firefox.settle_permission(scenario)?;
        if scenario.reader.blocks_registries {
            let folder = extension::write(&home)?;
            firefox.say("Addon:Install", json!({ "path": folder, "temporary": true }))?;
        }
        Ok(firefox)
    }

    fn say(&mut self, name: &str, parameters: Value) -> Result<Value, String> {
        self.marionette.say(name, &parameters)
    }

    /// What the reader has answered before is kept where only the browser itself can write.
    fn settle_permission(&mut self, scenario: &Scenario) -> Result<(), String> {
        let answer = match scenario.reader.permission {
            Permission::NotAsked => return Ok(()),
            Permission::Granted => 1,
            Permission::Denied => 2,
        };
        let script = format!(
            "const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin('https://{GUIDE}');
             Services.perms.addFromPrincipal(principal, 'local-network', {answer});"
        );
        self.say_as_browser(&script).map(drop)
    }

    /// Runs a script with the rights of the browser itself.
    fn say_as_browser(&mut self, script: &str) -> Result<Value, String> {
        self.say("Marionette:SetContext", json!({ "value": "chrome" }))?;
        let done = self.say("WebDriver:ExecuteScript", json!({ "script": script, "args": [] }));
        self.say("Marionette:SetContext", json!({ "value": "content" }))?;
        Ok(done?["value"].clone())
    }

    fn element(&mut self, css: &str) -> Result<Value, String> {
        let found = self.say("WebDriver:FindElement", json!({ "using": "css selector", "value": css }))?;
        Ok(found["value"][ELEMENT].clone())
    }
}

fn preferences(scenario: &Scenario) -> String {
    let mut text = String::new();
    let mut set = |name: &str, value: &str| {
        let _ = writeln!(text, "user_pref(\"{name}\", {value});");
    };
    for (name, value) in PREFERENCES {
        set(name, value);
    }
    match scenario.reader.proxy {
        None => {}
        Some(Proxy::ForAll(port)) => {
            set("network.proxy.type", "1");
            for kind in ["http", "ssl"] {
                set(&format!("network.proxy.{kind}"), &format!("\"{PROXY}\""));
                set(&format!("network.proxy.{kind}_port"), &port.to_string());
            }
            set("network.proxy.no_proxies_on", &format!("\"{GUIDE}, {PORTAL}\""));
        }
        Some(Proxy::ForRegistries(port)) => {
            set("network.proxy.type", "2");
            set("network.proxy.autoconfig_url", &format!("\"{}\"", proxy_script(port)));
        }
    }
    text
}

/// The port that the browser chose: it writes it into its profile.
fn port(profile: &Path) -> Result<u16, String> {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(40) {
        let said = std::fs::read_to_string(profile.join("MarionetteActivePort")).unwrap_or_default();
        if let Ok(port) = said.trim().parse() {
            return Ok(port);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let log = profile.parent().map(|home| std::fs::read_to_string(home.join("firefox.log")).unwrap_or_default());
    Err(format!("Firefox did not start: {}", log.unwrap_or_default()))
}

impl Tab for Firefox {
    fn open(&mut self, url: &str) -> Result<(), String> {
        self.say("WebDriver:Navigate", json!({ "url": url })).map(drop)
    }

    fn run(&mut self, script: &str) -> Result<Value, String> {
        Ok(self.say("WebDriver:ExecuteScript", json!({ "script": script, "args": [] }))?["value"].clone())
    }

    fn press(&mut self, css: &str) -> Result<(), String> {
        let element = self.element(css)?;
        self.say("WebDriver:ElementClick", json!({ "id": element })).map(drop)
    }

    fn write(&mut self, css: &str, text: &str) -> Result<(), String> {
        let element = self.element(css)?;
        self.say("WebDriver:ElementSendKeys", json!({ "id": element, "text": text })).map(drop)
    }

    fn enter_frame(&mut self, css: &str) -> Result<(), String> {
        let element = self.element(css)?;
        self.say("WebDriver:SwitchToFrame", json!({ "element": element })).map(drop)
    }

    fn look_at(&mut self, url: &str) -> Result<Sight, String> {
        let page = self.say("WebDriver:GetWindowHandle", json!({}))?["value"].clone();
        let tab = self.say("WebDriver:NewWindow", json!({ "type": "tab", "focus": true }))?["handle"].clone();
        self.say("WebDriver:SwitchToWindow", json!({ "handle": tab }))?;
        // An error here is what the tab shows, or that it still loads.
        let said = self.open(url).err().unwrap_or_default();
        let text = self.run("return document.documentElement.innerText").unwrap_or_default();
        let _ = self.say("WebDriver:CloseWindow", json!({}));
        self.say("WebDriver:SwitchToWindow", json!({ "handle": page }))?;
        Ok(Sight::of_firefox(text.as_str().unwrap_or_default(), &said))
    }

    fn allow_question(&mut self) -> Result<bool, String> {
        let is_there = self.say_as_browser(
            "const shown = PopupNotifications.panel.firstElementChild;
             if (shown?.notification?.id !== 'local-network') return false;
             shown.button.click();
             return true;",
        )?;
        Ok(is_there == Value::Bool(true))
    }

    fn dismiss_question(&mut self) -> Result<(), String> {
        self.screen.as_ref().ok_or("no window")?.press("Escape")
    }
}
