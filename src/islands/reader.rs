//! The session as signals: what the reader has said and done, and what follows from it.

use crate::browser;
use crate::components::{Memo, Signal, Site, effect};
use crate::knowledge::Cloud;
use crate::reach::{self, NameError, Region, Registry};
use crate::session::{Session, Typed, Values};
use crate::words::Placeholder;
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
        let registry = Memo::new(move || session.with(|session| read(&session.typed, clouds)));
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
        self.session.with(|session| regions(&session.typed.region))
    }

    /// The same, of this moment.
    pub fn regions_untracked(self) -> Vec<Region> {
        self.session.with_untracked(|session| regions(&session.typed.region))
    }

    /// What was typed of regions.
    pub fn regions_typed(self) -> String {
        self.session.with(|session| session.typed.region.trim().to_owned())
    }

    /// The reader's own names, for texts and commands.
    pub fn values(self, clouds: &[Cloud]) -> Values {
        let mut values = Values::default();
        self.registry.with(|registry| {
            if let Some(Ok(registry)) = registry {
                for (placeholder, value) in registry.values(clouds).into_pairs() {
                    values.set(placeholder, value);
                }
            }
        });
        self.session.with(|session| {
            let typed = &session.typed;
            // Commands are about one region at a time.
            values.set(Placeholder::Region, typed.region.split(',').next().unwrap_or_default().trim());
            values.set(Placeholder::ResourceGroup, typed.resource_group.trim());
            values.set(Placeholder::ClientIp, typed.client_ip.trim());
        });
        values
    }
}

/// What stands between the commas; what is no region's name is left out.
fn regions(typed: &str) -> Vec<Region> {
    let mut regions = Vec::new();
    for region in typed.split([',', ';']).filter_map(|part| Region::parse(part.trim())) {
        if !regions.contains(&region) {
            regions.push(region);
        }
    }
    regions
}

fn read(typed: &Typed, clouds: &[Cloud]) -> Option<Result<Registry, NameError>> {
    let name = typed.registry.trim();
    if name.is_empty() {
        return None;
    }
    Some(match reach::parse(name, clouds) {
        Err(error) if typed.self_hosted && error.may_be_self_hosted() => reach::parse_self_hosted(name),
        read => read,
    })
}
