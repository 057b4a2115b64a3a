//! What is wrong, on whose way, and what would be the right thing to say.

mod table;

pub use table::ALL;

use serde::{Deserialize, Serialize};

/// One scenario: all that there is to say of it. Scenarios differ in data only.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    /// Its name: unique, for the filter and the table.
    pub name: &'static str,
    /// What the reader types.
    pub registry: &'static str,
    /// Regions that the reader adds.
    pub regions: &'static [&'static str],
    /// What is wrong on the way.
    pub faults: &'static [Fault],
    /// What goes wrong there later: after a first check, while its connections are still warm. Then it is the second check that counts.
    pub later: &'static [Fault],
    /// Who reads.
    pub reader: Reader,
    /// What is true.
    pub truth: Truth,
    /// What its host does towards this browser.
    pub host: Host,
    /// The target that the truth is about.
    pub about: Target,
    /// The browsers that it is run in.
    pub browsers: &'static [Browser],
}

/// Something wrong on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// What becomes of packets to somebody.
    Packets(Whom, Fate),
    /// Somebody else answers for these.
    Diverted(Whom, &'static str),
    /// The resolver answers nothing.
    DnsSilent,
    /// Names of registries are asked of a resolver that does this.
    RegistryNames(Resolver),
    /// The resolver leads a name to another address, by the first link of its chain: a private zone.
    NameLeadsTo(&'static str, &'static str),
    /// The resolver does not know this name.
    NameIsGone(&'static str),
    /// There is IPv6, registries have addresses of it, and nothing comes back from there.
    Ipv6GoesNowhere,
    /// There is IPv6 and nothing else: what has no address of it cannot be reached.
    Ipv6Only,
}

/// To whom packets go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// The login server, public or private.
    Login,
    /// Every data endpoint.
    Data,
    /// The data endpoint in West Europe.
    DataEurope,
    /// Storage.
    Storage,
    /// All hosts of a registry.
    Registries,
    /// All other hosts.
    AllButRegistries,
    /// All hosts but the company's proxy.
    AllButProxy,
    /// All hosts.
    Everyone,
}

/// What becomes of packets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They vanish.
    Dropped,
    /// Connections are refused.
    Refused,
    /// Now the one, now the other, by connection.
    RefusedOrDropped,
    /// A router says that this is forbidden.
    Prohibited,
    /// Connections are cut when TLS begins.
    Reset,
    /// New connections are refused; those that stand go on.
    RefusedIfNew,
    /// Packets of new connections vanish; those that stand go on.
    DroppedIfNew,
    /// Large ones vanish.
    DroppedIfLarge,
    /// So many of a hundred vanish, both ways.
    Lost(u8),
}

/// What a resolver does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolver {
    /// Nothing.
    Silent,
    /// Says that it will not.
    Refuses,
    /// Says that it cannot.
    Fails,
}

/// Who reads: their browser, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// What they have answered before to the question about local networks.
    pub permission: Permission,
    /// How they meet that question now.
    pub question: Question,
    /// The proxy that the browser is set to.
    pub proxy: Option<Proxy>,
    /// An extension blocks registries.
    pub blocks_registries: bool,
    /// They read the guide in a frame on another site.
    pub in_frame: bool,
}

/// A proxy that the browser is set to, by its port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proxy {
    /// For every host.
    ForAll(u16),
    /// By a script that sends a registry's hosts through it and nothing else.
    ForRegistries(u16),
}

/// A reader with nothing special.
pub const ANYBODY: Reader = Reader {
    permission: Permission::NotAsked,
    question: Question::NobodyThere,
    proxy: None,
    blocks_registries: false,
    in_frame: false,
};

/// What was answered before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Nothing yet.
    NotAsked,
    /// Yes.
    Granted,
    /// No.
    Denied,
}

/// What happens to a question that the browser asks during the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// The browser has no window: Chromium answers by itself, with no.
    NobodyThere,
    /// There is a window, and the question stays open.
    Unanswered,
    /// There is a window, and the question is closed without an answer.
    Dismissed,
    /// There is a window, and the answer is yes.
    Allowed,
}

/// What is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// The path works.
    Works,
    /// The path does not, because of the first of these. The others are true as well.
    Cause(&'static [Cause]),
    /// The path works, and the browser keeps the page from it.
    Browser,
}

/// What a host does towards the reader's browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// It answers, from a public address or through a proxy.
    Answers,
    /// It answers from a private address.
    AnswersPrivately,
    /// It answers from a private address, and the browser keeps that from the page.
    Withheld,
    /// Somebody else answers in its place, with a certificate that the browser trusts.
    Foreign,
    /// It answers, and fails, by chance.
    Wavers,
    /// The request fails before anything that counts as an answer.
    Fails,
    /// Nothing comes.
    Silent,
    /// Now it fails, now nothing comes.
    FailsUnevenly,
    /// The browser itself blocks the request.
    Blocked,
}

/// A cause, by its name in `content/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The client's side.
    ClientFirewall,
    /// The registry's own rules.
    PublicAccess,
    /// Private endpoint, its network, its names.
    Vnet,
    /// There is no such registry.
    RegistryName,
}

impl Cause {
    /// Its name in `content/`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClientFirewall => "client-firewall",
            Self::PublicAccess => "public-access",
            Self::Vnet => "vnet",
            Self::RegistryName => "registry-name",
        }
    }
}

/// What a truth is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The login server.
    LoginServer,
    /// The data endpoint of a region.
    DataEndpoint(&'static str),
    /// Storage.
    Storage,
}

impl Target {
    /// Its name on the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LoginServer => "login-server",
            Self::DataEndpoint(_) => "data-endpoint",
            Self::Storage => "storage",
        }
    }
}

/// A browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Browser {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

impl Scenario {
    /// The scenario of that name.
    pub fn find(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|scenario| scenario.name == name)
    }

    /// Whether a run of it spends most of its time waiting for what never comes.
    pub fn waits(&self) -> bool {
        matches!(self.host, Host::Silent | Host::Withheld)
    }

    /// Whether it is about how long a check of many hosts takes: then nothing else may run beside it.
    pub fn is_timed(&self) -> bool {
        self.regions.len() > 2
    }

    /// Whether the browser needs a window.
    pub fn needs_window(&self) -> bool {
        self.reader.question != Question::NobodyThere
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<&str> = ALL.iter().map(|scenario| scenario.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
    }

    #[test]
    fn there_are_at_least_thirty_and_every_cause_is_the_truth_of_some() {
        assert!(ALL.len() >= 30, "{}", ALL.len());
        for cause in [Cause::ClientFirewall, Cause::PublicAccess, Cause::Vnet, Cause::RegistryName] {
            let is_first = |truth: Truth| matches!(truth, Truth::Cause([first, ..]) if *first == cause);
            assert!(ALL.iter().any(|scenario| is_first(scenario.truth)), "{cause:?}");
        }
    }
}
