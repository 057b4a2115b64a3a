//! What the script's lines show, as facts of the closed set.
//!
//! Each host's layers are read from the bottom up. A layer below one that works says nothing: behind a proxy a machine often
//! neither resolves nor reaches the registry by itself. What fails at the hosts of the layers counts only where the login server works.

use super::super::lookup;
use super::super::names::Names;
use super::Facts;
use super::host::Host;
use crate::observation::{AddressClass, Fact, HostKind};

/// Whether a host is the registry's login server: whatever is neither a data endpoint nor storage, since a registry's may be
/// of any name.
pub(super) fn is_login(host: &str) -> bool {
    kind(host) == HostKind::LoginServer
}

fn kind(host: &str) -> HostKind {
    match HostKind::of(host) {
        HostKind::DataEndpoint => HostKind::DataEndpoint,
        // The apex of the storage hosts has no label before it.
        _ if host.contains("blob.core.") || host.contains("blob.storage.") => HostKind::Blob,
        _ => HostKind::LoginServer,
    }
}

/// What the machine says of itself.
pub(super) fn of_client(facts: &Facts, see: &mut dyn FnMut(Fact, u32)) {
    if let Some((resolvers, line)) = facts.get("client", "resolver")
        && let Some(first) = resolvers.split(' ').find(|word| !word.is_empty())
    {
        see(lookup::server(AddressClass::of(first)), line);
    }
}

/// What one host's lines show; `login` is the login server, where the host is another one.
pub(super) fn of_host(
    facts: &Facts,
    host: &str,
    login: Option<&str>,
    names: &mut Names,
    see: &mut dyn FnMut(Fact, u32),
) {
    let host = Host { facts, name: host, kind: kind(host) };
    let login = login.map(|name| Host { facts, name, kind: HostKind::LoginServer });
    host.answers(see);
    host.works(see);
    host.clock(see);
    match login {
        None => {
            host.fails(see);
            // What came past a certificate that does not hold is not the registry's own word.
            if host.certificate().is_none() {
                host.replies(names, see);
            }
            if !host.is_reached() {
                host.surroundings(see);
            }
        }
        Some(login) if login.is_reached() => {
            let missing = host.kind == HostKind::Blob || !login.is_private();
            if !(missing && host.addresses().next().is_none()) {
                host.fails(see);
            }
        }
        Some(_) => {}
    }
}
