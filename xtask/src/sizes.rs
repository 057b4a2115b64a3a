//! What a built site weighs, as a browser receives it, against the budgets.

use crate::Failure;
use crate::server::smallest;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The budgets, in kilobytes of 1000 bytes: `xtask/budgets.toml`, where each is explained.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budgets {
    program: f64,
    service_worker: f64,
    kept_pages: f64,
    file: f64,
    page: f64,
    whole_guide: f64,
    data: f64,
    check: f64,
    rules: f64,
}

impl Budgets {
    /// Reads the file.
    ///
    /// # Errors
    /// It is missing or malformed: where.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let text = fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
        toml::from_str(&text).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    }

    fn of(&self, part: Part) -> Option<f64> {
        match part {
            Part::Program => Some(self.program),
            Part::ServiceWorker => Some(self.service_worker),
            Part::KeptPages => Some(self.kept_pages),
            Part::File => Some(self.file),
            Part::Page => Some(self.page),
            Part::WholeGuide => Some(self.whole_guide),
            Part::Data => Some(self.data),
            Part::Check => Some(self.check),
            Part::Rules => Some(self.rules),
            Part::Style => None,
        }
    }
}

/// A part of the site that is loaded for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// WebAssembly and JavaScript: the sum counts, as all of it is loaded.
    Program,
    /// Asked for when the page is ready for use, and not by it.
    ServiceWorker,
    /// What the service worker loads of a language besides what its pages do: all of them.
    KeptPages,
    /// The guide as one file, which a reader may ask for.
    File,
    Page,
    WholeGuide,
    /// What the program loads in one language: every page's part and the diagnosis'. The sum counts.
    Data,
    /// What the page of the check loads in one language, in place of what every page does.
    Check,
    /// What the diagnosis loads whatever the language.
    Rules,
    Style,
}

impl Part {
    const ALL: [Self; 10] = [
        Self::Program,
        Self::Data,
        Self::Check,
        Self::Rules,
        Self::Page,
        Self::WholeGuide,
        Self::Style,
        Self::ServiceWorker,
        Self::KeptPages,
        Self::File,
    ];

    /// The part a file belongs to, by its path below the site.
    fn of(path: &Path) -> Option<Self> {
        Some(match path.extension()?.to_str()? {
            "js" if path == Path::new("worker.js") => Self::ServiceWorker,
            "wasm" | "js" => Self::Program,
            "css" => Self::Style,
            "json" if language_of(path).is_some() => Self::Data,
            "json" if path.file_name()?.to_str()?.starts_with("check-") => Self::Check,
            "json" if path.file_name()?.to_str()?.starts_with("rules-") => Self::Rules,
            "json" if path.file_name()?.to_str()?.starts_with("pages-") => Self::KeptPages,
            "html" if path.file_name()?.to_str()?.starts_with("guide-") => Self::File,
            "html" if path.ends_with("all/index.html") => Self::WholeGuide,
            "html" => Self::Page,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Program => "WebAssembly and JavaScript, all",
            Self::ServiceWorker => "the service worker",
            Self::KeptPages => "pages kept, the largest language",
            Self::File => "the guide as one file, the largest",
            Self::Page => "a page, the largest",
            Self::WholeGuide => "the whole guide, the largest language",
            Self::Data => "a language's data, the largest",
            Self::Check => "the check's data, the largest language",
            Self::Rules => "the diagnosis' rules",
            Self::Style => "stylesheet",
        }
    }
}

/// The language of a file that holds a language's data: `guide-sv-0123456789abcdef.json`, `casebook-sv-….json`.
fn language_of(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?.strip_suffix(".json")?;
    let (language, _hash) = name.strip_prefix("guide-").or(name.strip_prefix("casebook-"))?.rsplit_once('-')?;
    Some(language)
}

/// A file's sizes, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sized {
    path: PathBuf,
    part: Part,
    plain: usize,
    brotli: usize,
}

/// The sizes of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizes(Vec<Sized>);

impl Sizes {
    /// Compresses every file of a site.
    ///
    /// # Errors
    /// The folder cannot be read, or holds no program: it is not a built guide.
    pub fn measure(dist: &Path) -> Result<Self, Failure> {
        let mut files = Vec::new();
        list(dist, &mut files).map_err(|error| Failure::file("read", dist, &error))?;
        files.sort();
        let mut sized = Vec::new();
        for file in files {
            let path = file.strip_prefix(dist).unwrap_or(&file).to_path_buf();
            let Some(part) = Part::of(&path) else { continue };
            let content = fs::read(&file).map_err(|error| Failure::file("read", &file, &error))?;
            let brotli = smallest(&content).map_err(|error| Failure::file("compress", &file, &error))?.len();
            sized.push(Sized { path, part, plain: content.len(), brotli });
        }
        match sized.iter().any(|file| file.part == Part::Program) {
            true => Ok(Self(sized)),
            false => {
                Err(Failure::new(format!("There is no built guide in {}.", dist.display())).remedy("cargo xtask build"))
            }
        }
    }

    /// What counts for a part: the sum of the program's files and of a language's, else the largest file. `None` if the site has
    /// no such file.
    fn weight(&self, part: Part) -> Option<(usize, usize, String)> {
        let files: Vec<&Sized> = self.0.iter().filter(|file| file.part == part).collect();
        let sum = |files: &[&Sized]| files.iter().fold((0, 0), |(p, b), file| (p + file.plain, b + file.brotli));
        if part == Part::Program {
            let (plain, brotli) = sum(&files);
            let count = format!("{} files", files.len());
            return Some((plain, brotli, count)).filter(|_| !files.is_empty());
        }
        if part == Part::Data {
            let languages: BTreeSet<&str> = files.iter().filter_map(|file| language_of(&file.path)).collect();
            let weights = languages.into_iter().map(|language| {
                let of: Vec<&Sized> =
                    files.iter().copied().filter(|file| language_of(&file.path) == Some(language)).collect();
                let (plain, brotli) = sum(&of);
                (plain, brotli, format!("{language}, {} files", of.len()))
            });
            return weights.max_by_key(|(_, brotli, _)| *brotli);
        }
        files
            .into_iter()
            .max_by_key(|file| file.brotli)
            .map(|file| (file.plain, file.brotli, file.path.display().to_string()))
    }

    /// The table, with a line for every part, and the names of the parts above their budget or missing.
    pub fn against(&self, budgets: &Budgets) -> (Table, Vec<&'static str>) {
        let mut rows = Vec::new();
        let mut broken = Vec::new();
        for part in Part::ALL {
            let budget = budgets.of(part);
            let weight = self.weight(part);
            let kept = match (&weight, budget) {
                (Some((_, brotli, _)), Some(budget)) => kilobytes(*brotli) <= budget,
                // A part with a budget that is not there: the measuring has lost sight of it.
                (None, Some(_)) => false,
                (_, None) => true,
            };
            if !kept {
                broken.push(part.name());
            }
            rows.push(Row { part, weight, budget, kept });
        }
        (Table(rows), broken)
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // Trunk's stage, if a build is under way.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        match path.is_dir() {
            true => list(&path, files)?,
            false => files.push(path),
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "files are far below 2^52 bytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

struct Row {
    part: Part,
    weight: Option<(usize, usize, String)>,
    budget: Option<f64>,
    kept: bool,
}

/// The sizes as a table for people.
pub struct Table(Vec<Row>);

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<38} {:>9} {:>9} {:>8}", "", "KB plain", "KB brotli", "budget")?;
        for Row { part, weight, budget, kept } in &self.0 {
            let budget = budget.map_or_else(String::new, |budget| budget.to_string());
            let mark = if *kept { "" } else { "  ← above the budget" };
            match weight {
                Some((plain, brotli, what)) => writeln!(
                    f,
                    "{:<38} {:>9.1} {:>9.1} {budget:>8}  {what}{mark}",
                    part.name(),
                    kilobytes(*plain),
                    kilobytes(*brotli)
                )?,
                None => writeln!(f, "{:<38} {:>9} {:>9} {budget:>8}  not in this build", part.name(), "–", "–")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str, files: &[(&str, usize)]) -> PathBuf {
        let dist = crate::project::root().join("target/xtask-tests").join(name);
        let _ = fs::remove_dir_all(&dist);
        for (path, size) in files {
            let path = dist.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            // Bytes that no compressor shrinks, so that the sizes are known.
            let mut state = 0x2545_f491_4f6c_dd1d_u64;
            let noise = std::iter::repeat_with(|| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state.to_le_bytes()[0]
            });
            fs::write(path, noise.take(*size).collect::<Vec<u8>>()).unwrap();
        }
        dist
    }

    const BUDGETS: Budgets = Budgets {
        program: 30.0,
        service_worker: 1.0,
        kept_pages: 8.0,
        file: 9.0,
        page: 5.0,
        whole_guide: 9.0,
        data: 4.0,
        check: 3.0,
        rules: 3.0,
    };

    const FILES: &[(&str, usize)] = &[
        ("app-0123456789abcdef_bg.wasm", 20_000),
        ("boot-0123456789abcdef.js", 5_000),
        ("guide-sv-0123456789abcdef.json", 2_000),
        ("casebook-sv-0123456789abcdef.json", 1_000),
        ("check-sv-0123456789abcdef.json", 2_500),
        ("rules-0123456789abcdef.json", 2_000),
        ("sv/index.html", 4_000),
        ("sv/all/index.html", 8_000),
        ("here.json", 100_000),
        ("worker.js", 900),
        ("pages-sv-0123456789abcdef.json", 7_000),
        ("guide-sv.html", 8_000),
    ];

    #[test]
    fn a_site_within_its_budgets_breaks_none() {
        let (table, broken) = Sizes::measure(&site("within", FILES)).unwrap().against(&BUDGETS);
        assert!(broken.is_empty(), "{broken:?}");
        let program = table.to_string().lines().find(|line| line.starts_with("WebAssembly")).unwrap().to_owned();
        assert!(program.contains("25.0") && program.contains("2 files"), "{program}");
    }

    #[test]
    fn the_program_is_its_files_together() {
        let (_, broken) =
            Sizes::measure(&site("program", &[FILES, &[("choose.js", 6_000)]].concat())).unwrap().against(&BUDGETS);
        assert_eq!(broken, ["WebAssembly and JavaScript, all"]);
    }

    #[test]
    fn a_languages_data_is_its_files_together() {
        let files = [FILES, &[("guide-en-0.json", 3_900), ("casebook-en-0.json", 500)]].concat();
        let (table, broken) = Sizes::measure(&site("data", &files)).unwrap().against(&BUDGETS);
        assert_eq!(broken, ["a language's data, the largest"]);
        assert!(table.to_string().contains("en, 2 files"), "{table}");
    }

    #[test]
    fn the_checks_data_stands_for_itself() {
        let files = [FILES, &[("check-en-0.json", 3_100)]].concat();
        let (_, broken) = Sizes::measure(&site("check", &files)).unwrap().against(&BUDGETS);
        assert_eq!(broken, ["the check's data, the largest language"]);
    }

    #[test]
    fn the_largest_page_counts_and_the_whole_guide_is_not_a_page() {
        let files = [FILES, &[("sv/check/index.html", 6_000)]].concat();
        let (table, broken) = Sizes::measure(&site("pages", &files)).unwrap().against(&BUDGETS);
        assert_eq!(broken, ["a page, the largest"]);
        assert!(table.to_string().contains("sv/check/index.html  ← above the budget"), "{table}");
    }

    #[test]
    fn a_part_that_is_not_there_is_not_within_its_budget() {
        let (_, broken) = Sizes::measure(&site("lost", &FILES[..2])).unwrap().against(&BUDGETS);
        assert_eq!(broken.len(), 8, "{broken:?}");
    }

    #[test]
    fn a_folder_without_a_program_is_no_guide() {
        assert!(Sizes::measure(&site("empty", &[("index.html", 10)])).is_err());
    }

    #[test]
    fn the_projects_budgets_are_read_and_misspelt_ones_refused() {
        assert!(Budgets::read(&crate::project::root().join("xtask/budgets.toml")).is_ok());
        assert!(
            toml::from_str::<Budgets>(
                "program = 1\nservice-worker = 1\nkept-pages = 1\nfile = 1\npage = 1\nwhole-guide = 1\ndata = 1\ncheck = 1\nrules = 1\npages = 2"
            )
            .is_err()
        );
    }
}
