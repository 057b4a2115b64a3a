//! What every view knows: the words, what they mention, where the guide is served, which page this is.

use crate::address::Route;
use crate::knowledge::{Cloud, Command, CommandId, LiteralId};
use crate::pack::Pack;
use crate::small::Listing;
use crate::words::Words;
use leptos::prelude::*;

/// What every view knows.
///
/// What it borrows is `'static` because it lives as long as the page does: the browser loads it once, the prerenderer renders
/// every page of a language from one copy. Views borrow texts instead of cloning them.
#[derive(Clone)]
pub struct Site {
    /// The texts of the page's language; in the browser, those that islands need.
    pub words: &'static Words,
    /// The clouds.
    pub clouds: &'static [Cloud],
    /// Commands; in the browser, those that islands show.
    pub commands: &'static [Command],
    /// Names that no language may change.
    pub literals: &'static Listing<LiteralId, String>,
    /// Where the guide is served, ending in a slash: `/` or `/docs/acr/`.
    pub base: String,
    /// This page.
    pub route: Route,
    /// The guide's version.
    pub version: &'static str,
}

impl Site {
    /// The site of a page whose data has been loaded.
    pub fn of(pack: &'static Pack, base: String, route: Route) -> Self {
        let Pack { words, clouds, commands, literals, version } = pack;
        Self { words, clouds, commands, literals, base, route, version }
    }

    /// Makes it the site of the views that are built from here on. It lives as long as they do, so it is never dropped.
    pub fn provide(self) -> &'static Self {
        let site: &'static Self = Box::leak(Box::new(self));
        provide_context(site);
        site
    }

    /// The site of the view that is being built.
    pub fn here() -> &'static Self {
        expect_context()
    }

    /// The command of that id.
    pub fn command(&self, id: &CommandId) -> Option<&'static Command> {
        self.commands.iter().find(|command| command.id == *id)
    }

    /// The address of a page in the same language.
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.base, &self.words.language.code)
    }
}
