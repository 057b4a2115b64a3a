//! What the reader tells: the text in the field or beside it, how far it has been read, what it shows.

use crate::browser::{self, Given, Progress};
use crate::components::{Signal, Site, effect};
use crate::diagnosis::Diagnosis;
use crate::islands::Reader;
use crate::islands::knowing::Loading;
use crate::observation::{Observation, Seen};
use crate::paste::Pasted;
use crate::session::{Session, Values};
use std::sync::Arc;

/// A text that is too long for the field, kept beside it.
#[derive(Clone)]
pub(super) struct Document {
    /// The file's name; none for what came from the clipboard.
    pub name: Option<String>,
    /// Whether only the end of the file was taken.
    pub is_end: bool,
}

/// What the reader tells, as signals. The text itself is here and nowhere else.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    pub reader: Reader,
    /// The text that is being read, or was.
    pub text: Signal<Arc<str>>,
    /// Where the text is from, if not from the field.
    pub document: Signal<Option<Document>>,
    /// A file that could not be read.
    pub unreadable: Signal<Option<String>>,
    /// How many bytes of it have been read, while it is being read.
    pub progress: Signal<Option<usize>>,
    /// What it shows.
    pub pasted: Signal<Option<Arc<Pasted>>>,
    /// The rules and words.
    pub loading: Signal<Loading>,
    /// Everything seen so far, and what it amounts to; none where nothing has been seen.
    pub judged: Signal<Option<(Vec<Observation>, Diagnosis)>>,
    /// What texts on earlier pages, or before a reload, showed.
    earlier: Signal<Option<Vec<Seen>>>,
    reading: Signal<browser::Reading>,
    site: &'static Site,
}

impl Telling {
    pub fn new() -> Self {
        let (reader, pasted, loading) = (Reader::here(), Signal::new(None), Signal::new(Loading::Not));
        Self {
            reader,
            text: Signal::new("".into()),
            document: Signal::new(None),
            unreadable: Signal::new(None),
            progress: Signal::new(None),
            pasted,
            loading,
            judged: Signal::new(None),
            earlier: Signal::new(None),
            reading: Signal::new(browser::Reading::idle()),
            site: Site::here(),
        }
    }

    /// Loads what is needed as soon as there is something to judge, and forgets the text when the reader starts again.
    pub fn follow(self) {
        // No memo: to compare two diagnoses would be code that every reader downloads.
        effect(move || self.judged.set(self.judge()));
        let mut before = None::<Standing>;
        effect(move || {
            let is_ready = self.reader.ready.get();
            let now = self.reader.session.with(Standing::of);
            let was = before.replace(now).unwrap_or(now);
            if is_ready && now.has_seen {
                self.load();
            }
            if now.restarts > was.restarts {
                self.earlier.set(None);
                self.tell("".into(), None);
                browser::focus_soon("paste");
            } else if was.has_read && !now.has_read {
                // Forgotten, but for what stands here.
                self.earlier.set(Some(Vec::new()));
                self.read();
            }
        });
    }

    /// Judges everything seen so far.
    fn judge(self) -> Option<(Vec<Observation>, Diagnosis)> {
        let knowing = self.loading.with(Loading::here)?;
        let observations =
            self.reader.session.with(|session| self.pasted.with(|pasted| observations(session, pasted.as_deref())));
        let diagnosis = knowing.engine.diagnose(&observations);
        (!observations.is_empty()).then_some((observations, diagnosis))
    }

    /// Takes a text in place of the one before, and reads it.
    pub fn tell(self, text: Arc<str>, document: Option<Document>) {
        self.unreadable.set(None);
        self.document.set(document);
        self.text.set(text);
        self.read();
    }

    /// Takes a text from the clipboard or a file.
    pub fn give(self, given: Result<Given, String>) {
        match given {
            Ok(Given { name, text, is_end }) => self.tell(text.into(), Some(Document { name, is_end })),
            Err(name) => self.unreadable.set(Some(name)),
        }
    }

    /// Loads rules and words, unless that was done or is under way; once they are there, reads what waits for them.
    pub fn load(self) {
        if matches!(self.loading.get_untracked(), Loading::UnderWay | Loading::Here(_)) {
            return;
        }
        self.loading.set(Loading::UnderWay);
        browser::load_diagnosis(move |rows| {
            self.loading.set(Loading::from_rows(rows, self.site));
            let is_here = self.loading.with_untracked(|loading| loading.here().is_some());
            if is_here && !self.text.with_untracked(|text| text.is_empty()) {
                self.read();
            }
        });
    }

    /// The reader's own names for commands; what was not typed is taken from the text where that leaves no doubt.
    pub fn values(self, pasted: Option<&Pasted>) -> Values {
        let clouds = self.site.clouds;
        let mut values = self.reader.values(clouds);
        let Some(names) = pasted.map(|pasted| &pasted.names) else { return values };
        let is_typed = self.reader.registry.with(Option::is_some);
        values.take(names, names.login_server().filter(|_| !is_typed), clouds);
        values
    }

    fn read(self) {
        self.reading.with_untracked(browser::Reading::cancel);
        let text = self.text.get_untracked();
        if text.trim().is_empty() {
            self.progress.set(None);
            self.show(None);
            return;
        }
        let Some(knowing) = self.loading.with_untracked(Loading::here) else { return self.load() };
        let reading = browser::read_text(&knowing.recognisers, text, move |progress| match progress {
            Progress::At(bytes) => self.progress.set(Some(bytes)),
            Progress::Done(pasted) => {
                self.progress.set(None);
                self.show(Some(*pasted));
            }
        });
        self.reading.set(reading);
    }

    /// Notes what the text shows, over and above what earlier texts showed.
    fn show(self, pasted: Option<Pasted>) {
        let stored = self.reader.session.with_untracked(|session| session.read().to_vec());
        let mut read = self.earlier.get_untracked().unwrap_or_else(|| stored.clone());
        self.earlier.set(Some(read.clone()));
        for observation in pasted.iter().filter(|pasted| pasted.is_recognised()).flat_map(|it| &it.observations) {
            if !read.contains(&observation.seen) {
                read.push(observation.seen.clone());
            }
        }
        self.pasted.set(pasted.map(Arc::new));
        if read != stored {
            self.reader.session.update(|session| session.set_read(read));
        }
    }
}

/// What in the session moves the page.
#[derive(Debug, Clone, Copy)]
struct Standing {
    has_seen: bool,
    has_read: bool,
    restarts: u32,
}

impl Standing {
    fn of(session: &Session) -> Self {
        Self {
            has_seen: session.seen().next().is_some(),
            has_read: !session.read().is_empty(),
            restarts: session.restarts(),
        }
    }
}

/// Everything seen so far, with the lines of the present text.
fn observations(session: &Session, pasted: Option<&Pasted>) -> Vec<Observation> {
    let lines = |seen: &Seen| -> Vec<u32> {
        let here = pasted.iter().flat_map(|pasted| &pasted.observations).find(|one| one.seen == *seen);
        here.map(|one| one.lines.clone()).unwrap_or_default()
    };
    session.seen().map(|seen| Observation { seen: seen.clone(), lines: lines(seen) }).collect()
}
