//! The whole site, written beside the program.

use super::assets::{CHOOSE, PROBE, PROBER, Program, boot, script, write_hashed};
use super::{Failure, at, page, sitemap, style};
use crate::address::Route;
use crate::authoring;
use crate::guide::Guide;
use crate::pack::{Casebook, Pack, Row, rules_rows};
use crate::pages::{Assets, ChooserKind, DataFiles, Shell};
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
    /// Whether to add the pseudo languages, which show what translation would break.
    pub pseudo: bool,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Pages, over all languages.
    pub pages: usize,
    /// Languages.
    pub languages: usize,
}

/// Writes every page, the data of every language, the scripts, the stylesheet, the 404 page and the sitemap.
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
    let probe = below(write_hashed(dist, "probe", "js", script(PROBE).as_bytes())?);
    let shell = Shell {
        origin: options.origin.trim_end_matches('/').to_owned(),
        base: base.clone(),
        assets: Assets {
            style: below(write_hashed(dist, "style", "css", style::bundle(&options.root.join("style"))?.as_bytes())?),
            boot: below(write_hashed(dist, "boot", "js", script(&boot(base, &program)).as_bytes())?),
            choose: below(write_hashed(dist, "choose", "js", script(CHOOSE).as_bytes())?),
            icon: below("icon.svg".into()),
            prober: below(write_hashed(dist, "prober", "html", PROBER.replace("PROBE", &probe).as_bytes())?),
            probe,
        },
    };
    let routes = Route::all(content.knowledge());
    let rules = below(rows(dist, "rules", &rules_rows(content.rules(), content.weights()))?);
    let inquiries: Vec<_> = content.weights().inquiries.iter().filter_map(|inquiry| inquiry.command.clone()).collect();
    let mut guides: Vec<&'static Guide> = Vec::new();
    for language in content.languages() {
        // Leaked because views borrow the guide for as long as the program runs, here as in the browser.
        let Some(guide) = content.guide(&language.code) else { continue };
        let guide: &'static Guide = Box::leak(Box::new(guide));
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
        for route in routes.iter().chain([&Route::Gallery]) {
            let file = dist.join(language.code.as_str()).join(route.path()).join("index.html");
            let data = match route {
                Route::Check => &of_check,
                Route::Report => &of_report,
                _ => &data,
            };
            write_page(&file, &page::document(&shell, guide, data, route))?;
        }
        guides.push(guide);
    }
    write_page(&dist.join("index.html"), &page::chooser(&shell, &guides, ChooserKind::Choose))?;
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
