//! The guide, open in a browser.

use super::watch::Watch;
use super::{Browser, Request, Setup};
use crate::project::screenshots;
use crate::runtime::{PATIENCE, until, wait};
use crate::site::Site;
use crate::words::Words;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

/// The guide, open in a browser. When it is dropped the rules that hold for every page are checked.
#[derive(Debug)]
pub struct Guide {
    browser: Option<Browser>,
    pub(crate) site: Site,
    pub(super) setup: Setup,
    watch: Mutex<Watch>,
}

impl Guide {
    /// Opens a page for the default reader: `sv/check/`.
    #[track_caller]
    pub fn open(path: &str) -> Self {
        Setup::new().open(path)
    }

    #[track_caller]
    pub(super) fn with(mut setup: Setup, path: &str) -> Self {
        let site = Site::serve(setup.dist.clone(), &setup.base, setup.otherwise.clone());
        setup.for_site(&site.origin());
        let browser = Browser::take(&setup.launch);
        let guide = Self { browser: Some(browser), site, setup, watch: Mutex::default() };
        guide.furnish();
        guide.go(path);
        guide
    }

    /// Makes the tab that of the reader.
    #[track_caller]
    fn furnish(&self) {
        let (width, height) = self.setup.viewport;
        self.command(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
        self.system(self.setup.scheme.as_str());
        let agent = self.command("Browser.getVersion", json!({}))["userAgent"].clone();
        let languages = self.setup.languages.join(",");
        self.command("Emulation.setUserAgentOverride", json!({ "userAgent": agent, "acceptLanguage": languages }));
        if !self.setup.scripts {
            self.command("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        }
    }

    /// Makes the system light or dark.
    #[track_caller]
    pub(super) fn system(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.command("Emulation.setEmulatedMedia", features);
    }

    /// Goes to a page of the guide by its address, and waits until it is ready for use.
    #[track_caller]
    pub fn go(&self, path: &str) -> &Self {
        let url = self.site.url(path);
        self.done(&format!("open {url}"), wait(self.driver().goto(url.as_str())));
        self.ready()
    }

    /// Leaves for an address outside of the guide, as by a link to a new tab.
    #[track_caller]
    pub fn leave_for(&self, url: &str) -> &Self {
        self.done(&format!("open {url}"), wait(self.driver().goto(url)));
        self
    }

    /// Waits until the program has taken the page over, where it does: pages without a language of their own have none.
    #[track_caller]
    pub fn ready(&self) -> &Self {
        if self.setup.has_program() {
            self.until_ready("!('page' in document.documentElement.dataset)");
        }
        self
    }

    /// Waits until the program has taken the page over.
    #[track_caller]
    pub fn is_ready(&self) -> &Self {
        self.until_ready("false");
        self
    }

    #[track_caller]
    fn until_ready(&self, or: &str) {
        let script = format!("return {or} || document.documentElement.hasAttribute('data-ready')");
        self.until("the program takes the page over", || async {
            match self.driver().execute(&script, vec![]).await.map_err(said)?.json() {
                Value::Bool(true) => Ok(()),
                _ => Err("<html> has no data-ready".into()),
            }
        });
    }

    /// Reloads the page.
    #[track_caller]
    pub fn reload(&self) -> &Self {
        self.done("reload", wait(self.driver().refresh()));
        self.ready()
    }

    /// Goes back.
    #[track_caller]
    pub fn back(&self) -> &Self {
        self.done("go back", wait(self.driver().back()));
        self.ready()
    }

    /// Goes forward.
    #[track_caller]
    pub fn forward(&self) -> &Self {
        self.done("go forward", wait(self.driver().forward()));
        self.ready()
    }

    /// The words that the page must speak: of the language in its address.
    pub fn words(&self) -> Words {
        let path = self.path().unwrap_or_default();
        Words::of(path.split('/').next().unwrap_or_default())
    }

    /// The present address below the base path; nothing outside of the guide.
    pub fn path(&self) -> Option<String> {
        let url = wait(self.driver().current_url()).ok()?;
        let mut below = url.as_str().strip_prefix(&self.site.url(""))?.to_owned();
        if let Some(end) = below.find(['?', '#']) {
            below.truncate(end);
        }
        Some(below)
    }

    /// Scheme, host and port of the guide.
    pub fn origin(&self) -> String {
        self.site.origin()
    }

    /// The server of the guide.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Every request since the guide was opened, the guide's own among them.
    #[track_caller]
    pub fn requests(&self) -> Vec<Request> {
        self.watched().requests.clone()
    }

    /// The requests to other hosts.
    #[track_caller]
    pub fn foreign_requests(&self) -> Vec<Request> {
        let own = format!("{}/", self.site.origin());
        let mut requests = self.requests();
        requests.retain(|request| !request.url.starts_with(&own) && !request.host().is_empty());
        requests
    }

    /// The test has let the page contact anybody, after it had looked at whom.
    pub fn may_have_contacted_anybody(mut self) {
        let hosts = self.foreign_requests().iter().map(|request| request.host().to_owned()).collect::<Vec<_>>();
        self.setup.hosts.extend(hosts);
    }

    /// The status with which the present document came.
    #[track_caller]
    pub fn status(&self) -> Option<u64> {
        self.watched().status
    }

    /// Writes a picture of the whole page to `target/screenshots/`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> &Self {
        self.picture(&screenshots().join(format!("{name}.png")));
        self
    }

    #[track_caller]
    fn picture(&self, path: &Path) {
        // The driver's own picture ends at the edge of the window.
        let height = self.run("return document.documentElement.scrollHeight");
        let (width, least) = self.setup.viewport;
        let height = height.as_u64().unwrap_or_default().clamp(least.into(), 12_000);
        let metrics =
            |height: u64| json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", metrics(height));
        self.done("take a picture", wait(self.driver().screenshot(path)));
        self.command("Emulation.setDeviceMetricsOverride", metrics(least.into()));
    }

    /// A command of the browser's own protocol.
    #[track_caller]
    pub fn command(&self, name: &'static str, parameters: Value) -> Value {
        self.done(name, wait(self.driver().cdp().send_raw(name, parameters)))
    }

    /// Runs a script in the page; the page's policy does not apply to it.
    #[track_caller]
    pub fn run(&self, script: &str) -> Value {
        self.done(script, wait(self.driver().execute(script, vec![]))).json().clone()
    }

    /// Runs a script that calls its last argument when it is done.
    #[track_caller]
    pub fn run_async(&self, script: &str) -> Value {
        self.done(script, wait(self.driver().execute_async(script, vec![]))).json().clone()
    }

    pub(super) fn driver(&self) -> &WebDriver {
        &self.browser.as_ref().expect("a browser is there until the guide is dropped").driver
    }

    #[track_caller]
    pub(super) fn done<T>(&self, what: &str, result: WebDriverResult<T>) -> T {
        result.unwrap_or_else(|error| panic!("could not {what}: {error}"))
    }

    #[track_caller]
    pub(super) fn until<T, F>(&self, what: &str, attempt: impl FnMut() -> F) -> T
    where
        F: Future<Output = Result<T, String>>,
    {
        until(PATIENCE, attempt)
            .unwrap_or_else(|why| panic!("{:?}: waited in vain until {what}: {why}", self.path().unwrap_or_default()))
    }

    #[track_caller]
    fn watched(&self) -> MutexGuard<'_, Watch> {
        let mut watch = self.watch.lock().unwrap_or_else(PoisonError::into_inner);
        self.done("read the browser's logs", wait(watch.read(self.driver())));
        watch
    }

    /// Closes the guide and hands back what broke the rules for every page, instead of failing for it.
    #[track_caller]
    pub fn close(mut self) -> Vec<String> {
        let faults = self.faults();
        self.browser.take().into_iter().for_each(Browser::give_back);
        faults
    }

    /// What breaks the rules that hold for every page.
    #[track_caller]
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for request in self.foreign_requests() {
            if !is_made_up(request.host()) && !self.setup.hosts.iter().any(|host| host == request.host()) {
                faults.push(format!("a request to another host: {}", request.url));
            }
        }
        let allowed = |message: &str| {
            let called =
                message.split_once("https://").map_or("", |(_, rest)| rest.split('/').next().unwrap_or_default());
            is_made_up(called)
                || self.setup.hosts.iter().any(|host| message.contains(&format!("https://{host}/")))
                || self.setup.complaints.iter().any(|part| message.contains(part.as_str()))
        };
        let complaints = &self.watched().complaints;
        faults
            .extend(complaints.iter().filter(|one| !allowed(&one.message)).map(|one| format!("on the console: {one}")));
        faults
    }

    /// For whoever looks for the reason: where the reader was, what they saw, what the console says.
    fn leave_traces(&self) {
        let name = std::thread::current().name().unwrap_or("main").replace("::", "-");
        let folder = screenshots().join("failed");
        let path = folder.join(format!("{name}.png"));
        let _ = std::fs::create_dir_all(&folder);
        let pictured = wait(self.driver().screenshot(&path)).map(|()| path.display().to_string());
        eprintln!("at {:?}, picture {pictured:?}", wait(self.driver().current_url()).map(|url| url.to_string()));
        let mut watch = self.watch.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = wait(watch.read(self.driver()));
        watch.complaints.iter().for_each(|complaint| eprintln!("on the console: {complaint}"));
    }
}

/// Whether a host is one of the names that a check makes up: nobody has it.
fn is_made_up(host: &str) -> bool {
    let letters = host.strip_suffix(".invalid").or_else(|| host.strip_suffix(".azurecr.io"));
    letters.is_some_and(|letters| letters.len() == 20 && letters.bytes().all(|byte| byte.is_ascii_lowercase()))
}

pub(super) fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl Drop for Guide {
    fn drop(&mut self) {
        if self.browser.is_none() {
            return;
        }
        if std::thread::panicking() {
            self.leave_traces();
            self.browser.take().into_iter().for_each(Browser::quit);
            return;
        }
        let faults = self.faults();
        if faults.is_empty() {
            self.browser.take().into_iter().for_each(Browser::give_back);
        } else {
            self.leave_traces();
            self.browser.take().into_iter().for_each(Browser::quit);
            panic!("the rules for every page were broken:\n{}", faults.join("\n"));
        }
    }
}
