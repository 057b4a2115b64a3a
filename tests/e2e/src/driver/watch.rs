//! What the browser complained of and what it sent, from its own logs.

use serde_json::Value;
use std::fmt;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

/// A request that the page caused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Joins what different events say of one request.
    id: String,
    /// The whole address.
    pub url: String,
    /// The headers, names in lower case: those of the page, and once it was sent those of the browser.
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// The host, without a port; empty for `data:` and its like.
    pub fn host(&self) -> &str {
        let rest = self.url.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        authority.split(':').next().unwrap_or_default()
    }
}

/// Something on the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    level: String,
    /// What it says.
    pub message: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.level, self.message)
    }
}

/// Everything that was seen so far. Reading a browser's log empties it, so it is kept here.
#[derive(Debug, Default)]
pub struct Watch {
    /// Requests, in order.
    pub requests: Vec<Request>,
    /// Errors and warnings on the console, violations of the content policy among them.
    pub complaints: Vec<Complaint>,
    /// The status of the last document.
    pub status: Option<u64>,
}

impl Watch {
    /// Takes in what is new.
    pub async fn read(&mut self, driver: &WebDriver) -> WebDriverResult<()> {
        for entry in driver.get_log("browser").await? {
            if matches!(entry.level.as_str(), "SEVERE" | "WARNING") {
                self.complaints.push(Complaint { level: entry.level, message: entry.message });
            }
        }
        for entry in driver.get_log("performance").await? {
            let Ok(event) = serde_json::from_str::<Value>(&entry.message) else { continue };
            let (method, params) = (&event["message"]["method"], &event["message"]["params"]);
            match method.as_str() {
                Some("Network.requestWillBeSent") => self.requests.push(Request {
                    id: text(&params["requestId"]),
                    url: text(&params["request"]["url"]),
                    headers: headers(&params["request"]["headers"]),
                }),
                Some("Network.requestWillBeSentExtraInfo") => {
                    let id = text(&params["requestId"]);
                    if let Some(request) = self.requests.iter_mut().rev().find(|request| request.id == id) {
                        request.headers.extend(headers(&params["headers"]));
                    }
                }
                Some("Network.responseReceived") if params["type"] == "Document" => {
                    self.status = params["response"]["status"].as_u64();
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn headers(value: &Value) -> Vec<(String, String)> {
    let Some(headers) = value.as_object() else { return Vec::new() };
    headers.iter().map(|(name, value)| (name.to_lowercase(), text(value))).collect()
}
