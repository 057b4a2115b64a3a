//! The whole site, written beside the program.

use super::assets::{BOOT, CHOOSE, PROBE, PROBER, Program, boot, script, write_hashed};
use super::kept::{Kept, OFFLINE, WORKER, worker};
use super::{Failure, at, file, page, sitemap, style};
use crate::address::Route;
use crate::authoring;
use crate::guide::Guide;
use crate::pack::{Casebook, Pack, Row, rules_rows};
use crate::pages::{Assets, ChooserKind, DataFiles, Shell, name_of_file};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What to write, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The project: where `content/` and `style/` are.
    pub root: PathBuf,
    /// Trunk's folder, which becomes the site.
    pub dist: PathBuf,
    /// The base path, with a slash at both ends.
    pub base: String,
    /// Scheme and host of the site.
    pub origin: String,
    /// A folder with the scripts that are written by hand, shrunk; none: they are written as they are, without comments.
    pub scripts: Option<PathBuf>,
    /// Whether to add the pseudo languages, which show what translation would break.
    pub pseudo: bool,
    /// Whether browsers are to keep the guide for reading without network.
    pub keeps: bool,
    /// The day that the files to download are dated, counted from 1970.
    pub day: u64,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Pages, over all languages.
    pub pages: usize,
    /// Languages.
    pub languages: usize,
}

/// Writes every page, the data of every language, the scripts, the stylesheet, the 404 page, the sitemap, the files to download and
/// what the service worker keeps.
///
/// # Errors
/// See [`Failure`]; each says what to do. Errors in the content keep everything from being written.
pub fn write(options: &Options) -> Result<Written, Failure> {
    let dist = &options.dist;
    let mut content = authoring::load(&options.root.join("content")).map_err(Failure::Content)?;
    if options.pseudo {
        content.add_pseudo();
    }
    let program = Program::find(dist)?;
    let base = &options.base;
    let below = |name: String| format!("{base}{name}");
    let own = |name: &str, written: &str| match &options.scripts {
        None => Ok(script(written)),
        Some(folder) => fs::read_to_string(folder.join(name)).map_err(at(folder.join(name))),
    };
    let probe = below(write_hashed(dist, "probe", "js", own("probe.js", PROBE)?.as_bytes())?);
    let style = style::bundle(&options.root.join("style"))?;
    let of_file = style::part(&options.root.join("style"), "file.css")?;
    let icon = dist.join("icon.svg");
    let icon = fs::read(&icon).map_err(at(icon))?;
    let shell = Shell {
        origin: options.origin.trim_end_matches('/').to_owned(),
        base: base.clone(),
        assets: Assets {
            style: below(write_hashed(dist, "style", "css", style.as_bytes())?),
            boot: below(write_hashed(dist, "boot", "js", boot(&own("boot.js", BOOT)?, base, &program).as_bytes())?),
            choose: below(write_hashed(dist, "choose", "js", own("choose.js", CHOOSE)?.as_bytes())?),
            worker: options.keeps.then(|| below(WORKER.into())),
            icon: below(write_hashed(dist, "icon", "svg", &icon)?),
            prober: below(write_hashed(dist, "prober", "html", PROBER.replace("PROBE", &probe).as_bytes())?),
            probe,
        },
    };
    let routes = Route::all(content.knowledge());
    let rules = below(rows(dist, "rules", &rules_rows(content.rules(), content.weights()))?);
    let inquiries: Vec<_> = content.weights().inquiries.iter().filter_map(|inquiry| inquiry.command.clone()).collect();
    let guides: Vec<&'static Guide> = content
        .languages()
        .iter()
        // Leaked because views borrow the guide for as long as the program runs, here as in the browser.
        .filter_map(|language| content.guide(&language.code).map(|guide| &*Box::leak(Box::new(guide))))
        .collect();
    let choose = page::chooser(&shell, &guides, ChooserKind::Choose);
    let offline = page::chooser(&shell, &guides, ChooserKind::Offline);
    let site = format!("{}{base}", shell.origin);
    let made = file::day(options.day);
    let mut bundles = BTreeMap::new();
    for guide in &guides {
        let code = &guide.words.language.code;
        let data = DataFiles {
            words: below(rows(dist, &format!("guide-{code}"), &Pack::of(guide).rows())?),
            casebook: below(rows(dist, &format!("casebook-{code}"), &Casebook::of(guide, &inquiries).rows())?),
            rules: rules.clone(),
        };
        let check = below(rows(dist, &format!("check-{code}"), &Pack::of_check(guide).rows())?);
        let of_check = DataFiles { words: check, ..data.clone() };
        let report = Casebook::of_report(guide, &inquiries);
        let of_report =
            DataFiles { casebook: below(rows(dist, &format!("report-{code}"), &report.rows())?), ..data.clone() };
        let mut kept = Kept::default();
        for route in routes.iter().chain([&Route::Gallery]) {
            let data = match route {
                Route::Check => &of_check,
                Route::Report => &of_report,
                _ => &data,
            };
            let html = page::document(&shell, guide, data, route);
            let address = route.href("", code);
            write_page(&dist.join(&address).join("index.html"), &html)?;
            // The page for authors is no part of what a reader needs.
            if *route != Route::Gallery {
                kept.page(&address, &html);
            }
        }
        let single = file::file(guide, &[&style, &of_file].map(String::as_str).concat(), &site, &made);
        write_page(&dist.join(name_of_file(code)), &single)?;
        if options.keeps {
            kept.page("", &choose);
            kept.page(OFFLINE, &offline);
            let Assets { style, boot, choose, icon, probe, prober, .. } = &shell.assets;
            let program = [&program.script, &program.wasm].map(|name| below(name.clone()));
            let data = [&data.words, &data.casebook, &data.rules, &of_check.words, &of_report.casebook];
            for address in [style, boot, choose, icon, probe, prober].into_iter().chain(&program).chain(data) {
                kept.file(dist, base, address)?;
            }
            bundles.insert(code.to_string(), kept.write(dist, code)?);
        }
    }
    if options.keeps {
        write_page(&dist.join(WORKER), &worker(base, &bundles))?;
    }
    write_page(&dist.join("index.html"), &choose)?;
    write_page(&dist.join("404.html"), &page::chooser(&shell, &guides, ChooserKind::NotFound))?;
    write_page(&dist.join("sitemap.xml"), &sitemap::sitemap(&shell, content.languages(), &routes))?;
    // What the check asks its own server for: small, and never out of a cache.
    write_page(&dist.join("here.json"), "{}\n")?;
    Ok(Written { pages: routes.len() * guides.len(), languages: guides.len() })
}

/// Writes rows as a file and returns its name.
fn rows(dist: &Path, stem: &str, rows: &[Row]) -> Result<String, Failure> {
    let json = serde_json::to_vec(rows)
        .map_err(|error| Failure::File { path: dist.to_owned(), error: std::io::Error::other(error) })?;
    write_hashed(dist, stem, "json", &json)
}

fn write_page(file: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    fs::write(file, text).map_err(at(file))
}
