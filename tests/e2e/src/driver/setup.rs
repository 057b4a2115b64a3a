//! What kind of reader opens the guide.

use super::Guide;
use super::browser::Launch;
use crate::lab::{CONTROL, HEALTHY, Lab, SIGN_IN, STORAGE, hosts_of_ten};
use crate::project::{BASE, dist, dist_below_base, dist_pseudo};
use crate::site::{Gate, Otherwise};
use std::path::PathBuf;

/// How light the reader's system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// The value of `prefers-color-scheme`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What kind of reader opens the guide. The default: a wide window, a light system, Swedish, everything allowed.
#[derive(Debug, Clone)]
pub struct Setup {
    pub(super) dist: PathBuf,
    pub(super) base: String,
    pub(super) viewport: (u32, u32),
    pub(super) scheme: Scheme,
    pub(super) languages: Vec<String>,
    pub(super) scripts: bool,
    pub(super) otherwise: Otherwise,
    pub(super) launch: Launch,
    pub(super) hosts: Vec<String>,
    pub(super) complaints: Vec<String>,
    /// Whether the guide is public and the registry private, and what the browser's settings say of that.
    pub(super) private: Option<LocalNetwork>,
}

/// What happens when a public page asks for a private address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalNetwork {
    /// The reader has allowed it before.
    Allowed,
    /// The browser asks. Without a window it takes that for a refusal.
    Asked,
    /// The browser asks, in a window, and nobody answers.
    AskedInWindow,
    /// Every address is a public one.
    NothingPrivate,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            dist: dist(),
            base: "/".into(),
            viewport: (1280, 900),
            scheme: Scheme::Light,
            languages: vec!["sv-SE".into(), "sv".into()],
            scripts: true,
            otherwise: Otherwise::default(),
            launch: Launch::default(),
            hosts: Vec::new(),
            complaints: Vec::new(),
            private: None,
        }
    }
}

impl Setup {
    /// The default reader.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a page of the guide and waits until it is ready for use.
    #[track_caller]
    pub fn open(self, path: &str) -> Guide {
        Guide::with(self, path)
    }

    /// A window of that width and height, in CSS pixels.
    #[must_use]
    pub fn viewport(mut self, width: u32, height: u32) -> Self {
        self.viewport = (width, height);
        self
    }

    /// A light or a dark system.
    #[must_use]
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// The browser's list of languages, the dearest first.
    #[must_use]
    pub fn languages(mut self, languages: &[&str]) -> Self {
        self.languages = languages.iter().map(|&language| language.into()).collect();
        self
    }

    /// The browser stores nothing for a page.
    #[must_use]
    pub fn without_storage(mut self) -> Self {
        self.launch.refuses_storage = true;
        self
    }

    /// JavaScript is switched off.
    #[must_use]
    pub fn without_scripts(mut self) -> Self {
        self.scripts = false;
        self
    }

    /// WebAssembly is blocked, by the content policy of a host.
    #[must_use]
    pub fn without_wasm(mut self) -> Self {
        self.otherwise.without_wasm = true;
        // This is what the policy is for; the start script says what came of it.
        self.complaints.extend(["Content Security Policy".into(), "could not be started".into(), "wasm".into()]);
        self
    }

    /// The browser keeps the guide for reading without network.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.otherwise.keeps = true;
        self
    }

    /// The server goes away, or is replaced, while the guide is open: the console may say that it did not answer.
    #[must_use]
    pub fn without_network_in_between(self) -> Self {
        self.may_complain("ERR_CONNECTION_REFUSED").may_complain("worker.js")
    }

    /// The program arrives when the gate is opened.
    #[must_use]
    pub fn behind(mut self, gate: &Gate) -> Self {
        self.otherwise.gate = Some(gate.clone());
        self
    }

    /// Served below a base path, from a build for that path.
    #[must_use]
    pub fn below_base(mut self) -> Self {
        self.dist = dist_below_base();
        self.base = BASE.into();
        self
    }

    /// With pseudo languages, if such a build is there.
    #[must_use]
    pub fn pseudo() -> Option<Self> {
        dist_pseudo().map(|dist| Self { dist, ..Self::default() })
    }

    /// Another folder instead of the built guide.
    #[must_use]
    pub fn serving(mut self, dist: PathBuf) -> Self {
        self.dist = dist;
        self
    }

    /// In the laboratory's network. The public control may be contacted; each registry that may be must be named.
    #[must_use]
    pub fn in_lab(mut self) -> Self {
        self.launch.resolving = Lab::shared().rules();
        self.may_contact(CONTROL).may_contact(SIGN_IN).may_contact(STORAGE)
    }

    /// In the laboratory's network, with a guide at a public address and registries at private ones.
    #[must_use]
    pub fn in_private_lab(mut self, local_network: LocalNetwork) -> Self {
        self.private = Some(local_network);
        self.launch.has_window = local_network == LocalNetwork::AskedInWindow;
        self = self.in_lab();
        self.launch.resolving = Lab::shared().rules_with_storage();
        self
    }

    /// What the browser has to be told of a guide at that address, which is known once it is served.
    pub(super) fn for_site(&mut self, origin: &str) {
        let Some(local_network) = self.private else { return };
        let address = origin.trim_start_matches("http://");
        let registries = if local_network == LocalNetwork::NothingPrivate { "public" } else { "local" };
        self.launch.spaces = format!("{address}=public,{}", Lab::shared().spaces(registries));
        self.launch.allowed = (local_network == LocalNetwork::Allowed).then(|| origin.to_owned());
    }

    /// Where every name leads to a server that counts: whatever the browser sends to anybody is seen there.
    #[must_use]
    pub fn where_all_is_counted(mut self) -> Self {
        self.launch.resolving = Lab::shared().rules_for_all();
        self
    }

    /// In the laboratory's network, where a registry has ten replicas that answer; all their hosts may be contacted.
    #[must_use]
    pub fn in_lab_of_ten(mut self) -> Self {
        self = self.in_lab();
        self.private = Some(LocalNetwork::NothingPrivate);
        self.launch.resolving = Lab::shared().rules_with_ten();
        self.hosts.extend(hosts_of_ten(HEALTHY));
        self
    }

    /// In the laboratory's network while the public control cannot be reached.
    #[must_use]
    pub fn in_lab_without_control(mut self) -> Self {
        self.launch.resolving = Lab::shared().rules_without_control();
        self.may_contact(CONTROL).may_contact(SIGN_IN).may_contact(STORAGE)
    }

    /// Requests to this host are no fault, and neither is what the console says of them.
    #[must_use]
    pub fn may_contact(mut self, host: &str) -> Self {
        self.hosts.push(host.into());
        self
    }

    /// A complaint on the console that contains this is no fault.
    #[must_use]
    pub fn may_complain(mut self, part: &str) -> Self {
        self.complaints.push(part.into());
        self
    }

    /// Whether the program takes the page over.
    pub(super) fn has_program(&self) -> bool {
        self.scripts && !self.otherwise.without_wasm && self.otherwise.gate.is_none()
    }
}
