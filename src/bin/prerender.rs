//! The native entry: every page in every language as a static file.
//!
//! `prerender --dist DIR [--base-path /docs/acr/] [--origin https://host] [--pseudo]`: see `registry_guide::prerender`.

use registry_guide::prerender::{Options, write};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: prerender --dist DIR [--base-path /docs/acr/] [--origin https://host] [--pseudo]";

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
        pseudo: false,
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--dist" => dist = Some(PathBuf::from(value()?)),
            "--base-path" => options.base = value()?,
            "--origin" => options.origin = value()?,
            "--pseudo" => options.pseudo = true,
            other => return Err(format!("{other} is not known")),
        }
    }
    options.dist = dist.ok_or("--dist is missing: where is Trunk's folder?")?;
    if !(options.base.starts_with('/') && options.base.ends_with('/')) {
        return Err(format!("--base-path {} must start and end with a slash", options.base));
    }
    Ok(options)
}
