//! The session as signals: what the reader has said and done, and what follows from it.

use crate::browser;
use crate::components::{Memo, Signal, Site, effect};
use crate::knowledge::Cloud;
use crate::reach::{NameError, Region, Registry};
use crate::report::{Preset, parameter};
use crate::session::{Session, Values};
use leptos::prelude::{expect_context, provide_context};

/// The session as signals.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What the reader has said and done.
    pub session: Signal<Session>,
    /// The registry that the typed name stands for; nothing where nothing has been typed.
    pub registry: Memo<Option<Result<Registry, NameError>>>,
    /// Whether the program has taken over the page: until then, and without it, buttons do nothing.
    pub ready: Signal<bool>,
}

impl Reader {
    /// An empty session, as the static page shows it.
    pub fn provide(site: &Site) -> Self {
        let session = Signal::new(Session::default());
        let clouds = site.clouds;
        let registry = Memo::new(move || session.with(|session| session.typed.registry(clouds)));
        let reader = Self { session, registry, ready: Signal::new(false) };
        provide_context(reader);
        reader
    }

    /// The session of the view that is being built.
    pub fn here() -> Self {
        expect_context()
    }

    /// Restores the session of this tab, and from then on stores every change and shows the reader's own names wherever
    /// the page mentions them. Called once, when every island has been taken over.
    pub fn begin(self, site: &Site) {
        if let Some(mut stored) = browser::stored_session() {
            // What was typed before the program was there is newer than what was stored.
            let early = self.session.with_untracked(|session| session.typed.registry.clone());
            if !early.is_empty() {
                stored.typed.registry = early;
                stored.typed.self_hosted = false;
            }
            self.session.set(stored);
        }
        self.session.update(browser::take_early_input);
        let fragment = browser::fragment();
        // A link with a whole session in it is the page of the report's.
        if let Some(preset) = Preset::read(&fragment, site.clouds).filter(|_| parameter(&fragment, "s").is_none()) {
            self.session.update(|session| session.typed.take(preset.typed));
        }
        let clouds = site.clouds;
        effect(move || {
            browser::show_own_names(&self.values(clouds));
            self.session.with(|session| {
                browser::show_session(session);
                browser::store_session(session);
            });
        });
        browser::on_typed(move |field, typed| self.session.update(|session| session.typed.set_field(field, typed)));
        browser::on_session_changed(move |change| self.session.update(|session| change.apply(session)));
        self.ready.set(true);
    }

    /// The regions of the registry's replicas, as far as they were typed: short names between commas.
    pub fn regions(self) -> Vec<Region> {
        self.session.with(|session| Region::list(&session.typed.region))
    }

    /// The same, of this moment.
    pub fn regions_untracked(self) -> Vec<Region> {
        self.session.with_untracked(|session| Region::list(&session.typed.region))
    }

    /// What was typed of regions.
    pub fn regions_typed(self) -> String {
        self.session.with(|session| session.typed.region.trim().to_owned())
    }

    /// The reader's own names, for texts and commands.
    pub fn values(self, clouds: &[Cloud]) -> Values {
        self.session.with(|session| session.typed.values(clouds))
    }
}
