//! A project to be broken: reads as a sentence in tests.

use registry_guide::authoring::{Content, Files, Selection};
use registry_guide::guide::required_keys;
use registry_guide::words::LanguageCode;
use std::collections::BTreeSet;
use std::path::Path;

/// Files of a small valid `content/`, changed step by step.
#[derive(Clone)]
pub struct Project {
    files: Files,
    /// Whether English is stamped before checking, as its translator would have done.
    stamped: bool,
}

impl Project {
    /// The fixture, completed with what follows from the crate itself: the texts of the interface and its like.
    pub fn valid() -> Self {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/content/valid");
        let mut files = Files::read(&dir).expect("the fixture can be read");
        let closed = required_keys(Content::read(&files).knowledge(), &BTreeSet::new());
        for language in ["sv", "en"] {
            for (prefix, file) in [
                ("ui", "ui"),
                ("verdict", "verdicts"),
                ("path", "paths"),
                ("tab", "tabs"),
                ("name", "names"),
                ("owner", "owners"),
                ("place", "places"),
            ] {
                let keys = closed.iter().filter_map(|key| key.key.strip_prefix(&format!("{prefix}.")));
                let text: String = keys.map(|key| format!("{key} = \"Text\"\n")).collect();
                if !text.is_empty() {
                    files = files.with(format!("{language}/{file}.toml"), text);
                }
            }
        }
        Self { files, stamped: true }
    }

    /// One file more, or another text for one.
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.files = self.files.with(path, text);
        self
    }

    /// One file less.
    pub fn without(mut self, path: &str) -> Self {
        assert!(self.files.get(path).is_some(), "{path} is not there to be removed");
        self.files = self.files.without(path);
        self
    }

    /// Lines at the end of a file.
    pub fn appending(self, path: &str, lines: &str) -> Self {
        let text = format!("{}{lines}\n", self.files.get(path).unwrap_or_default());
        self.with(path, &text)
    }

    /// Another wording for what stands once in a file.
    pub fn replacing(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.files.get(path).unwrap_or_else(|| panic!("{path} is not there"));
        assert_eq!(text.matches(from).count(), 1, "`{from}` does not stand once in {path}:\n{text}");
        let text = text.replace(from, to);
        self.with(path, &text)
    }

    /// The same replacement in the Swedish and the English file.
    pub fn replacing_both(self, file: &str, (sv, en): (&str, &str), to: &str) -> Self {
        self.replacing(&format!("sv/{file}"), sv, to).replacing(&format!("en/{file}"), en, to)
    }

    /// English without stamps.
    pub fn unstamped(mut self) -> Self {
        self.stamped = false;
        self
    }

    /// English stamped now, and never again.
    pub fn stamped_now(self) -> Self {
        let stamps = self.content().stamp("en", &Selection::AllStale).expect("English is a translation");
        self.with("en/sources.toml", &stamps.text).unstamped()
    }

    /// What is read from the files.
    pub fn content(&self) -> Content {
        let content = Content::read(&self.files);
        let speaks_english = content.languages().iter().any(|language| language.code == LanguageCode::from("en"));
        if !self.stamped || !speaks_english || content.source_code() == "en" {
            return content;
        }
        let stamps = content.stamp("en", &Selection::AllStale).expect("English is a translation");
        Content::read(&self.files.clone().with("en/sources.toml", stamps.text))
    }

    /// Writes the files into a new folder.
    pub fn write_to(&self, dir: &Path) {
        self.files.write(dir).expect("the target folder can be written to");
    }

    fn problems(&self) -> Vec<String> {
        self.content().check().iter().map(ToString::to_string).collect()
    }

    /// Nothing to report.
    pub fn expect_clean(self) {
        assert_eq!(self.problems(), Vec::<String>::new());
    }

    /// One of the problems is at that place (`file:line`) and says all of that.
    pub fn expect_problem(self, place: &str, says: &[&str]) -> Self {
        let problems = self.problems();
        let fits = |problem: &&String| is_at(problem, place) && says.iter().all(|part| problem.contains(part));
        assert!(
            problems.iter().any(|problem| fits(&problem)),
            "nothing at {place} says {says:?}:\n{}",
            problems.join("\n")
        );
        self
    }

    /// That, and no other problem.
    pub fn expect_only(self, place: &str, says: &[&str]) {
        let problems = self.clone().expect_problem(place, says).problems();
        assert_eq!(problems.len(), 1, "more than one problem:\n{}", problems.join("\n"));
    }
}

fn is_at(problem: &str, place: &str) -> bool {
    problem.strip_prefix(place).is_some_and(|rest| rest.starts_with(':'))
}
