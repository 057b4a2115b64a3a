//! The guide, by the project's own server, and the resolvers that pages may ask by HTTPS.

use crate::internet::public_records;
use axum::http::Uri;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Router, serve as serve_router};
use serde_json::{Value, json};
use std::path::Path;
use tokio::net::TcpListener;
use xtask::ServerOptions;

/// Where the guide listens, behind nginx.
pub const GUIDE: &str = "127.0.0.1:8080";
/// Where the public resolvers listen, behind nginx.
pub const DOH: &str = "127.0.0.1:8081";

pub(super) async fn serve(dist: &Path) -> Result<(), String> {
    let guide = xtask::server::router(ServerOptions::new(dist));
    let resolvers = Router::new().route("/resolve", get(answer)).route("/dns-query", get(answer));
    for (address, router) in [(GUIDE, guide), (DOH, resolvers)] {
        let listener = TcpListener::bind(address).await.map_err(|error| format!("{address}: {error}"))?;
        tokio::spawn(async move {
            let _ = serve_router(listener, router).await;
        });
    }
    Ok(())
}

/// What public DNS says, in the form that both Google and Cloudflare give.
async fn answer(asked: Uri) -> impl IntoResponse {
    let given = |wanted: &str| {
        let mut pairs = asked.query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(name, _)| *name == wanted).map(|(_, value)| value.to_lowercase())
    };
    let name = given("name").unwrap_or_default();
    let kind = given("type").unwrap_or_else(|| "a".into());
    let headers = [(CONTENT_TYPE, "application/dns-json"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, json(name.trim_end_matches('.'), &kind).to_string())
}

fn json(name: &str, kind: &str) -> Value {
    let asks_for_address = matches!(kind, "a" | "1");
    let question = json!([{ "name": format!("{name}."), "type": if asks_for_address { 1 } else { 28 } }]);
    let head = |status: u8| json!({ "Status": status, "TC": false, "RD": true, "RA": true, "AD": false, "CD": false, "Question": question });
    let Some(record) = public_records().into_iter().find(|record| record.name == name) else { return head(3) };
    let mut answers = Vec::new();
    let mut owner = record.name;
    for link in record.chain {
        answers.push(json!({ "name": format!("{owner}."), "type": 5, "TTL": 60, "data": format!("{link}.") }));
        owner = link;
    }
    if asks_for_address {
        answers.push(json!({ "name": format!("{owner}."), "type": 1, "TTL": 10, "data": record.address }));
    }
    let mut whole = head(0);
    whole["Answer"] = Value::Array(answers);
    whole
}

#[cfg(test)]
mod tests {
    use super::json;

    #[test]
    fn the_public_view_shows_that_there_is_a_private_endpoint() {
        let answer = json("contosopriv.azurecr.io", "a");
        assert_eq!(answer["Status"], 0);
        assert_eq!(answer["Answer"][0]["data"], "contosopriv.privatelink.azurecr.io.");
    }

    #[test]
    fn a_name_that_was_never_made_does_not_exist() {
        assert_eq!(json("contosomissing.azurecr.io", "a")["Status"], 3);
    }
}
