//! `serve`: build, serve, and again on every change.

use super::build;
use super::watch::Snapshot;
use crate::arguments::Serve;
use crate::tools::{self, Need};
use crate::{Failure, Live, Server, ServerOptions, process, project};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Instant;

/// Serves until it is interrupted.
pub(super) fn serve(options: &Serve) -> Result<(), Failure> {
    let dist = dist(options);
    let live = Live::default();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| Failure::new(format!("The server could not be started: {error}")))?;
    // Before anything is built or installed: a taken port is known at once.
    let server = runtime
        .block_on(Server::start(ServerOptions {
            dist: dist.clone(),
            base_path: options.base_path.clone(),
            port: options.port,
            live: Some(live.clone()),
        }))
        .map_err(|error| Failure::new(error.to_string()))?;
    tools::ensure(Need::Build)?;
    tools::ensure_crates()?;
    println!("Serving on {}  (Ctrl+C ends it)", server.url());
    loop {
        let sources = Snapshot::take();
        let lock = build::one_at_a_time()?;
        let started = Instant::now();
        let mut trunk = build::trunk(&dist, &options.base_path, options.release, None, options.pseudo);
        trunk.env(build::PASSING, "1");
        if std::io::stderr().is_terminal() {
            // Its output goes through here, so that Cargo does not see the terminal.
            trunk.env("CARGO_TERM_COLOR", "always");
        }
        let (status, output) = process::run_and_keep(trunk.arg("--offline"))?;
        drop(lock);
        let seconds = started.elapsed().as_secs_f32();
        if status.success() {
            live.built();
            println!("Built in {seconds:.1} s: {}", server.url());
        } else {
            live.failed(&plain(&output));
            println!("The build failed: see above. {} still shows the last good one.", server.url());
        }
        let changed = sources.wait_for_change();
        println!("\n{} has changed", changed.strip_prefix(project::root()).unwrap_or(&changed).display());
    }
}

/// A folder for each way of building: what the last `serve` of the same kind left is shown until there is better.
fn dist(options: &Serve) -> PathBuf {
    let profile = if options.release { "release" } else { "dev" };
    let pseudo = if options.pseudo { "-pseudo" } else { "" };
    let base = options.base_path.as_str().trim_matches('/').replace('/', "-");
    project::root().join("target/serve").join(format!("{profile}{pseudo}-{base}"))
}

/// Terminal output without its colours, for a page.
fn plain(output: &str) -> String {
    let mut text = String::with_capacity(output.len());
    let mut rest = output;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        text.push_str(before);
        // A colour ends with the first letter.
        rest = after.find(|c: char| c.is_ascii_alphabetic()).map_or("", |end| &after[end + 1..]);
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_out() {
        assert_eq!(plain("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: mismatched types"), "error: mismatched types");
        assert_eq!(plain("plain"), "plain");
        assert_eq!(plain("cut \u{1b}[0"), "cut ");
    }

    #[test]
    fn each_way_of_building_has_a_folder_of_its_own() {
        let options = |base: &str, release| Serve { port: 0, base_path: base.parse().unwrap(), release, pseudo: false };
        let folders = [dist(&options("/", false)), dist(&options("/", true)), dist(&options("/docs/acr/", false))];
        assert!(folders[0] != folders[1] && folders[0] != folders[2] && folders[1] != folders[2], "{folders:?}");
    }
}
