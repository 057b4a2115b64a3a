//! The scenarios, one entry each.

use super::Cause::{ClientFirewall, PublicAccess, RegistryName, Vnet};
use super::Fate::{
    Dropped, DroppedIfLarge, DroppedIfNew, Lost, Prohibited, Refused, RefusedIfNew, RefusedOrDropped, Reset,
};
use super::Fault::{Diverted, DnsSilent, Ipv6GoesNowhere, Ipv6Only, NameIsGone, NameLeadsTo, Packets, RegistryNames};
use super::{ANYBODY, Browser, Host, Permission, Proxy, Question, Reader, Resolver, Scenario, Target, Truth, Whom};
use crate::internet::*;

const BOTH: &[Browser] = &[Browser::Chromium, Browser::Firefox];
const CHROMIUM: &[Browser] = &[Browser::Chromium];
const SWEDEN: &[&str] = &["swedencentral"];
const TWO_REGIONS: &[&str] = &["swedencentral", "westeurope"];

/// A healthy path: every scenario differs from it in what it names.
const PLAIN: Scenario = Scenario {
    name: "healthy",
    registry: HEALTHY,
    regions: &[],
    faults: &[],
    later: &[],
    reader: ANYBODY,
    truth: Truth::Works,
    host: Host::Answers,
    about: Target::LoginServer,
    browsers: BOTH,
};

/// The private zone is linked: the name leads to the private endpoint.
const LINKED: &[super::Fault] = &[NameLeadsTo(PRIVATE, PRIVATE_LOGIN)];
const CLIENT: Truth = Truth::Cause(&[ClientFirewall]);

const fn permitted(permission: Permission) -> Reader {
    Reader { permission, ..ANYBODY }
}

const fn through(proxy: u16) -> Reader {
    Reader { proxy: Some(Proxy::ForAll(proxy)), ..ANYBODY }
}

const fn asked(question: Question) -> Reader {
    Reader { question, ..ANYBODY }
}

/// Every scenario.
pub const ALL: &[Scenario] = &[
    PLAIN,
    Scenario { name: "healthy-with-data-endpoint", regions: SWEDEN, ..PLAIN },
    // How long a check of many hosts takes.
    Scenario {
        name: "ten-replicas-healthy",
        registry: EVERYWHERE,
        regions: TEN_REGIONS,
        faults: &[Diverted(Whom::Registries, SLUGGISH)],
        ..PLAIN
    },
    Scenario {
        name: "ten-replicas-dead",
        registry: EVERYWHERE,
        regions: TEN_REGIONS,
        faults: &[Packets(Whom::Registries, Dropped)],
        truth: CLIENT,
        host: Host::Silent,
        ..PLAIN
    },
    // A private endpoint, and the browser's question about local networks.
    Scenario {
        name: "private-granted",
        registry: PRIVATE,
        faults: LINKED,
        reader: permitted(Permission::Granted),
        host: Host::AnswersPrivately,
        ..PLAIN
    },
    Scenario {
        name: "private-denied",
        registry: PRIVATE,
        faults: LINKED,
        reader: permitted(Permission::Denied),
        truth: Truth::Browser,
        host: Host::Withheld,
        ..PLAIN
    },
    Scenario {
        name: "private-nobody-asked",
        registry: PRIVATE,
        faults: LINKED,
        truth: Truth::Browser,
        browsers: CHROMIUM,
        host: Host::Withheld,
        ..PLAIN
    },
    Scenario {
        name: "private-dismissed",
        registry: PRIVATE,
        faults: LINKED,
        reader: asked(Question::Dismissed),
        truth: Truth::Browser,
        browsers: CHROMIUM,
        host: Host::Withheld,
        ..PLAIN
    },
    Scenario {
        name: "private-unanswered",
        registry: PRIVATE,
        faults: LINKED,
        reader: asked(Question::Unanswered),
        truth: Truth::Browser,
        host: Host::Withheld,
        ..PLAIN
    },
    // The browser asks unannounced, and what it had given up by then is asked again.
    Scenario {
        name: "private-allowed",
        registry: PRIVATE,
        faults: LINKED,
        reader: asked(Question::Allowed),
        host: Host::AnswersPrivately,
        browsers: &[Browser::Firefox],
        ..PLAIN
    },
    // Two private addresses: one question for both.
    Scenario {
        name: "private-unanswered-with-data-endpoint",
        registry: PRIVATE,
        regions: SWEDEN,
        faults: &[NameLeadsTo(PRIVATE, PRIVATE_LOGIN), NameLeadsTo(PRIVATE_DATA_NAME, PRIVATE_DATA)],
        reader: asked(Question::Unanswered),
        truth: Truth::Browser,
        host: Host::Withheld,
        ..PLAIN
    },
    Scenario {
        name: "private-in-frame-without-delegation",
        registry: PRIVATE,
        faults: LINKED,
        reader: Reader { in_frame: true, ..ANYBODY },
        truth: Truth::Browser,
        host: Host::Withheld,
        ..PLAIN
    },
    // Names.
    Scenario {
        name: "name-missing",
        registry: MISSING,
        truth: Truth::Cause(&[RegistryName]),
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "wrong-cloud",
        registry: OTHER_CLOUD,
        truth: Truth::Cause(&[RegistryName]),
        host: Host::Fails,
        ..PLAIN
    },
    Scenario { name: "dns-silent", faults: &[DnsSilent], truth: CLIENT, host: Host::Silent, ..PLAIN },
    Scenario {
        name: "dns-silent-for-registries",
        faults: &[RegistryNames(Resolver::Silent)],
        truth: Truth::Cause(&[ClientFirewall, Vnet]),
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "dns-refusing-for-registries",
        faults: &[RegistryNames(Resolver::Refuses)],
        truth: Truth::Cause(&[ClientFirewall, Vnet]),
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "dns-failing-for-registries",
        faults: &[RegistryNames(Resolver::Fails)],
        truth: Truth::Cause(&[ClientFirewall, Vnet]),
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "private-zone-not-linked",
        registry: PRIVATE_ONLY,
        truth: Truth::Cause(&[Vnet, PublicAccess]),
        ..PLAIN
    },
    Scenario {
        name: "private-zone-without-record",
        registry: PRIVATE,
        faults: &[NameIsGone(PRIVATE)],
        truth: Truth::Cause(&[Vnet]),
        host: Host::Fails,
        ..PLAIN
    },
    // The private path.
    Scenario {
        name: "private-dropped",
        registry: PRIVATE,
        faults: &[NameLeadsTo(PRIVATE, PRIVATE_LOGIN), Packets(Whom::Login, Dropped)],
        truth: Truth::Cause(&[Vnet, ClientFirewall]),
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "private-refused",
        registry: PRIVATE,
        faults: &[NameLeadsTo(PRIVATE, PRIVATE_LOGIN), Packets(Whom::Login, Refused)],
        truth: Truth::Cause(&[Vnet, ClientFirewall]),
        host: Host::Fails,
        ..PLAIN
    },
    // The public path.
    Scenario {
        name: "public-dropped",
        faults: &[Packets(Whom::Login, Dropped)],
        truth: CLIENT,
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "public-refused",
        faults: &[Packets(Whom::Login, Refused)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "public-reset",
        faults: &[Packets(Whom::Login, Reset)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "public-prohibited",
        faults: &[Packets(Whom::Login, Prohibited)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    // One of two firewalls refuses, the other says nothing.
    Scenario {
        name: "public-refused-or-dropped",
        faults: &[Packets(Whom::Login, RefusedOrDropped)],
        truth: CLIENT,
        host: Host::FailsUnevenly,
        ..PLAIN
    },
    Scenario {
        name: "tls-swallowed",
        faults: &[Diverted(Whom::Login, MUTE)],
        truth: CLIENT,
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "large-packets-dropped",
        faults: &[Packets(Whom::Login, DroppedIfLarge)],
        truth: CLIENT,
        host: Host::Silent,
        ..PLAIN
    },
    Scenario { name: "slow", faults: &[Diverted(Whom::Login, SLOW)], ..PLAIN },
    Scenario { name: "lossy", faults: &[Packets(Whom::Login, Lost(20))], host: Host::Wavers, ..PLAIN },
    Scenario { name: "ipv6-broken", faults: &[Ipv6GoesNowhere], ..PLAIN },
    // The client has no way to what has addresses of IPv4 only, as registries do.
    Scenario { name: "ipv6-only-client", faults: &[Ipv6Only], truth: CLIENT, host: Host::Fails, ..PLAIN },
    // What the first check has left standing hides that nothing new gets through.
    Scenario {
        name: "warm-connection-hides-refusal",
        registry: WARM,
        later: &[Packets(Whom::Login, RefusedIfNew)],
        truth: CLIENT,
        host: Host::Wavers,
        ..PLAIN
    },
    Scenario {
        name: "warm-connection-hides-drop",
        registry: WARM,
        later: &[Packets(Whom::Login, DroppedIfNew)],
        truth: CLIENT,
        host: Host::Wavers,
        ..PLAIN
    },
    // The registry's rules.
    Scenario { name: "address-not-allowed", registry: DENIED, truth: Truth::Cause(&[PublicAccess]), ..PLAIN },
    Scenario {
        name: "address-not-allowed-at-token-service",
        registry: RULES,
        truth: Truth::Cause(&[PublicAccess]),
        ..PLAIN
    },
    // The other hosts of the path.
    Scenario {
        name: "data-endpoint-dropped",
        regions: SWEDEN,
        faults: &[Packets(Whom::Data, Dropped)],
        truth: CLIENT,
        about: Target::DataEndpoint("swedencentral"),
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "data-endpoint-without-record",
        registry: PRIVATE,
        regions: SWEDEN,
        faults: &[NameLeadsTo(PRIVATE, PRIVATE_LOGIN), NameIsGone(PRIVATE_DATA_NAME)],
        reader: permitted(Permission::Granted),
        truth: Truth::Cause(&[Vnet]),
        about: Target::DataEndpoint("swedencentral"),
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "one-of-two-replicas-dropped",
        registry: REPLICATED,
        regions: TWO_REGIONS,
        faults: &[Packets(Whom::DataEurope, Dropped)],
        truth: CLIENT,
        about: Target::DataEndpoint("westeurope"),
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "storage-dropped",
        faults: &[Packets(Whom::Storage, Dropped)],
        truth: CLIENT,
        about: Target::Storage,
        host: Host::Silent,
        ..PLAIN
    },
    // Closed networks.
    Scenario { name: "only-registry-allowed", faults: &[Packets(Whom::AllButRegistries, Dropped)], ..PLAIN },
    Scenario {
        name: "everything-dropped",
        faults: &[Packets(Whom::Everyone, Dropped)],
        truth: CLIENT,
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "proxy-not-set",
        faults: &[Packets(Whom::AllButProxy, Refused)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "proxy-works",
        faults: &[Packets(Whom::AllButProxy, Dropped)],
        reader: through(PROXY_OPEN),
        ..PLAIN
    },
    Scenario {
        name: "proxy-for-registries-alone",
        faults: &[Packets(Whom::Registries, Dropped)],
        reader: Reader { proxy: Some(Proxy::ForRegistries(PROXY_OPEN)), ..ANYBODY },
        ..PLAIN
    },
    Scenario {
        name: "proxy-refuses",
        faults: &[Packets(Whom::AllButProxy, Dropped)],
        reader: through(PROXY_REFUSES),
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "proxy-wants-login",
        faults: &[Packets(Whom::AllButProxy, Dropped)],
        reader: through(PROXY_LOGIN),
        truth: CLIENT,
        host: Host::Silent,
        ..PLAIN
    },
    Scenario {
        name: "proxy-fails",
        faults: &[Packets(Whom::AllButProxy, Dropped)],
        reader: through(PROXY_FAILS),
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "proxy-gone",
        faults: &[Packets(Whom::AllButProxy, Dropped)],
        reader: through(PROXY_GONE),
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    // Something in the middle.
    Scenario {
        name: "inspected-unknown",
        faults: &[Diverted(Whom::Login, INSPECTOR_UNKNOWN)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario { name: "inspected-trusted", faults: &[Diverted(Whom::Login, INSPECTOR_TRUSTED)], ..PLAIN },
    Scenario {
        name: "block-page-200",
        faults: &[Diverted(Whom::Login, BLOCK_PAGE_200)],
        truth: CLIENT,
        host: Host::Foreign,
        ..PLAIN
    },
    Scenario {
        name: "block-page-403",
        faults: &[Diverted(Whom::Login, BLOCK_PAGE_403)],
        truth: CLIENT,
        host: Host::Foreign,
        ..PLAIN
    },
    Scenario {
        name: "certificate-of-another-name",
        faults: &[Diverted(Whom::Login, WRONG_NAME)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "certificate-expired",
        faults: &[Diverted(Whom::Login, EXPIRED)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    Scenario {
        name: "captive-portal",
        faults: &[Diverted(Whom::Everyone, CAPTIVE_PORTAL)],
        truth: CLIENT,
        host: Host::Fails,
        ..PLAIN
    },
    // The browser itself.
    Scenario {
        name: "extension-blocks",
        reader: Reader { blocks_registries: true, ..ANYBODY },
        truth: Truth::Browser,
        host: Host::Blocked,
        ..PLAIN
    },
];
