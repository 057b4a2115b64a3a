//! The native entry: every page in every language as a static file.
//!
//! `prerender --dist DIR [--base-path /docs/acr/] [--origin https://host] [--pseudo] [--without-worker]`: see `registry_guide::prerender`.

use registry_guide::prerender::{Options, write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

const USAGE: &str = "usage: prerender --dist DIR [--base-path /docs/acr/] [--origin https://host] [--pseudo] [--without-worker] [--scripts DIR] [--root DIR]";

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(what) => {
            eprintln!("{what}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match write(&options) {
        Ok(written) => {
            println!("{} pages in {} languages", written.pages, written.languages);
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut dist = None;
    let mut options = Options {
        root: PathBuf::from(env!("CARGO_MANIFEST_DIR")),
        dist: PathBuf::new(),
        base: "/".into(),
        origin: "https://registry-guide.example".into(),
        scripts: None,
        pseudo: false,
        keeps: true,
        day: today(),
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--dist" => dist = Some(PathBuf::from(value()?)),
            "--base-path" => options.base = value()?,
            "--origin" => options.origin = value()?,
            "--pseudo" => options.pseudo = true,
            "--without-worker" => options.keeps = false,
            "--scripts" => options.scripts = Some(PathBuf::from(value()?)),
            "--root" => options.root = PathBuf::from(value()?),
            other => return Err(format!("{other} is not known")),
        }
    }
    options.dist = dist.ok_or("--dist is missing: where is Trunk's folder?")?;
    if !(options.base.starts_with('/') && options.base.ends_with('/')) {
        return Err(format!("--base-path {} must start and end with a slash", options.base));
    }
    Ok(options)
}

/// The day that the downloads are dated. `SOURCE_DATE_EPOCH` is how builds that must come out the same twice are told the time.
fn today() -> u64 {
    let told = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    told.unwrap_or_else(now) / (24 * 60 * 60)
}
