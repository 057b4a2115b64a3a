//! What the report is made of, as signals.

use crate::address::Route;
use crate::browser;
use crate::components::{Markup, Signal, Site, effect, nothing};
use crate::diagnosis::Diagnosis;
use crate::islands::Reader;
use crate::islands::knowing::{Knowing, Loading};
use crate::observation::Observation;
use crate::report::{Code, Known, Opened, Redaction, Report, Shared, Unreadable, Wanted, is_stand_in, link, open};
use crate::session::Session;

/// What came with a link.
pub(super) type FromLink = Result<Opened, Unreadable>;

/// What the report is made of.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub reader: Reader,
    /// Rules and words.
    pub loading: Signal<Loading>,
    /// Whether the reader's own names are replaced.
    pub redaction: Signal<Redaction>,
    /// What came with the link by which the page was opened.
    pub opened: Signal<Option<FromLink>>,
    /// The code that is to be explained.
    pub spoken: Signal<String>,
    /// What leaves the page, with what it amounts to; nothing where there is nothing to tell.
    pub made: Signal<Option<(Shared, Diagnosis)>>,
    site: &'static Site,
}

impl Sheet {
    pub fn new() -> Self {
        let (reader, site) = (Reader::here(), Site::here());
        let (loading, opened) = (Signal::new(Loading::Not), Signal::new(None::<FromLink>));
        Self {
            reader,
            loading,
            redaction: Signal::new(Redaction::On),
            opened,
            spoken: Signal::new(String::new()),
            made: Signal::new(None),
            site,
        }
    }

    /// Loads what is needed once the page has been taken over, and opens the page's link.
    pub fn follow(self) {
        browser::reload_for_links();
        effect(move || {
            if self.reader.ready.get() {
                self.load();
            }
        });
        effect(move || self.made.set(self.make()));
    }

    /// What leaves the page now.
    fn make(self) -> Option<(Shared, Diagnosis)> {
        let knowing = self.loading.with(Loading::here)?;
        let redaction = self.redaction.get();
        let make = |session: &Session| {
            let observations: Vec<Observation> =
                session.seen().map(|seen| Observation { seen: seen.clone(), lines: Vec::new() }).collect();
            let diagnosis = knowing.engine.diagnose(&observations);
            let shared = Shared::of(session, None, self.site.clouds, redaction);
            session.has_progress().then_some((shared, diagnosis))
        };
        self.opened.with(|opened| match opened {
            Some(Ok(opened)) => make(&opened.session),
            _ => self.reader.session.with(make),
        })
    }

    /// Loads rules and words, unless that was done or is under way.
    pub fn load(self) {
        if !matches!(self.loading.get_untracked(), Loading::Not | Loading::Failed(_)) {
            return;
        }
        self.loading.set(Loading::UnderWay);
        browser::load_diagnosis(move |rows| {
            let loaded = Loading::from_rows(rows, self.site);
            if let Some(knowing) = loaded.here() {
                let Site { clouds, version, .. } = *knowing.site;
                self.opened.set(open(&browser::fragment(), &Known::of(&knowing.casebook), clouds, version));
            }
            self.loading.set(loaded);
        });
    }

    /// Goes on with the session that came with the link, in place of the reader's own. Made-up names do not take the place of real ones.
    pub fn take_over(self) {
        let mut taken = None;
        self.opened.update(|opened| taken = opened.take());
        if let Some(Ok(opened)) = taken {
            self.reader.session.update(|own| {
                let typed = std::mem::take(&mut own.typed);
                let is_made_up = is_stand_in(&opened.session.typed.registry);
                *own = opened.session;
                if is_made_up || own.typed.registry.is_empty() {
                    own.typed = typed;
                }
            });
        }
        self.close();
    }

    /// Leaves the session that came with the link.
    pub fn close(self) {
        browser::forget_fragment();
        self.opened.set(None);
    }

    /// Makes something of the report; nothing where there is none.
    #[inline(never)]
    fn tell(self, told: &mut dyn FnMut(&Report, &Wanted<'_>)) {
        self.made.with(|made| {
            let (Some((shared, diagnosis)), Some(knowing)) = (made, self.loading.with(Loading::here)) else { return };
            let root = browser::own_url(&knowing.site.href(&Route::Start), "");
            let wanted = wanted(knowing, shared, diagnosis, &root);
            told(&Report::of(&wanted), &wanted);
        });
    }

    /// Makes a text of the report; empty where there is none.
    pub fn text(self, told: fn(&Report, &Wanted<'_>) -> String) -> String {
        let mut text = String::new();
        self.tell(&mut |report, wanted| text = told(report, wanted));
        text
    }

    /// The address of the report, with the session in it.
    pub fn link(self) -> String {
        let fragment = self.text(|report, wanted| link(wanted.shared, wanted.version, &report.code));
        browser::own_url(&self.site.href(&Route::Report), &["#", &fragment].concat())
    }

    /// The report as part of the page.
    pub fn page(self) -> Markup {
        let mut page = nothing();
        self.tell(&mut |report, wanted| page = Markup::from(report.html(&wanted.teller())));
        page
    }

    /// The verdict's code now.
    pub fn code(self) -> Option<Code> {
        let mut code = None;
        self.tell(&mut |report, _| code = Some(report.code.clone()));
        code
    }
}

fn wanted<'a>(knowing: &'a Knowing, shared: &'a Shared, diagnosis: &'a Diagnosis, root: &'a str) -> Wanted<'a> {
    let site = knowing.site;
    Wanted {
        shared,
        diagnosis,
        casebook: &knowing.casebook,
        words: site.words,
        literals: site.literals,
        clouds: site.clouds,
        version: site.version,
        minute: browser::minute(),
        root,
    }
}
