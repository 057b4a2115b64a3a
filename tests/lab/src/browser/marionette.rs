//! Marionette, the protocol that Firefox itself speaks: lengths and JSON over a socket. So no further driver is needed.

use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A conversation with a browser.
#[derive(Debug)]
pub(super) struct Marionette {
    stream: TcpStream,
    sent: u64,
}

impl Marionette {
    /// Begins one.
    pub(super) fn connect(port: u16) -> Result<Self, String> {
        let stream = TcpStream::connect(("127.0.0.1", port)).map_err(|error| error.to_string())?;
        // Longer than anything that is asked for takes.
        stream.set_read_timeout(Some(Duration::from_secs(60))).map_err(|error| error.to_string())?;
        let mut marionette = Self { stream, sent: 0 };
        // It introduces itself.
        marionette.read()?;
        marionette.say(
            "WebDriver:NewSession",
            &json!({ "capabilities": { "alwaysMatch": { "acceptInsecureCerts": false } } }),
        )?;
        Ok(marionette)
    }

    /// Gives an order and waits for the answer.
    ///
    /// # Errors
    /// The browser's own words.
    pub(super) fn say(&mut self, name: &str, parameters: &Value) -> Result<Value, String> {
        self.sent += 1;
        let message = json!([0, self.sent, name, parameters]).to_string();
        let whole = format!("{}:{message}", message.len());
        self.stream.write_all(whole.as_bytes()).map_err(|error| format!("{name}: {error}"))?;
        let answer = self.read().map_err(|error| format!("{name}: {error}"))?;
        match &answer[2] {
            Value::Null => Ok(answer[3].clone()),
            error => Err(format!(
                "{}: {}",
                error["error"].as_str().unwrap_or("error"),
                error["message"].as_str().unwrap_or_default()
            )),
        }
    }

    fn read(&mut self) -> Result<Value, String> {
        let mut length: usize = 0;
        loop {
            let mut byte = [0];
            self.stream.read_exact(&mut byte).map_err(|error| error.to_string())?;
            match byte[0] {
                b':' => break,
                digit @ b'0'..=b'9' => length = length * 10 + usize::from(digit - b'0'),
                other => return Err(format!("not a length: {}", char::from(other))),
            }
        }
        let mut text = vec![0; length];
        self.stream.read_exact(&mut text).map_err(|error| error.to_string())?;
        serde_json::from_slice(&text).map_err(|error| error.to_string())
    }
}
