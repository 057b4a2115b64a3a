//! What leaves the page: the session with stand-ins for the reader's own names, or with the names where they said so.

use crate::knowledge::Cloud;
use crate::observation::AddressClass;
use crate::paste::Names;
use crate::reach::{Image, Registry};
use crate::session::{Session, Typed, Values};
use crate::words::Placeholder;
use std::net::IpAddr;

/// Whether the reader's own names are replaced in what leaves the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Redaction {
    /// They are: unless the reader says otherwise.
    #[default]
    On,
    /// They are not: the reader said so.
    Off,
}

/// A session as it may leave the page. Links, reports, codes and pictures are made from this and from nothing else, so none of them can
/// give away what the others keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    session: Session,
    names: Names,
    values: Values,
    redaction: Redaction,
}

impl Shared {
    /// Makes what may leave the page. `names` are those that pasted texts show; what the texts said besides is in no session.
    pub fn of(session: &Session, names: Option<&Names>, clouds: &[Cloud], redaction: Redaction) -> Self {
        let mut session = session.clone();
        session.typed = session.typed.readable(clouds);
        let mut names = names.cloned().unwrap_or_default();
        if redaction == Redaction::On {
            let mut stand_ins = StandIns::default();
            stand_ins.typed(&mut session.typed, clouds);
            stand_ins.names(&mut names);
        }
        let mut values = session.typed.values(clouds);
        let is_typed = !session.typed.registry.is_empty();
        values.take(&names, names.login_server().filter(|_| !is_typed), clouds);
        if redaction == Redaction::On && values.known(Placeholder::LoginServer).is_some_and(is_stand_in) {
            // The name of the resource alone would be half of the stand-in.
            let host = values.text(Placeholder::LoginServer);
            let label = host.split('.').next().unwrap_or_default().to_owned();
            values.set(Placeholder::Registry, label);
        }
        Self { session, names, values, redaction }
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The names that pasted texts show.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// What fills the placeholders of texts and commands.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Whether names were replaced.
    pub fn redaction(&self) -> Redaction {
        self.redaction
    }

    /// The registry that is meant, typed or found in a text; nothing where none is, or more than one.
    pub fn registry(&self, clouds: &[Cloud]) -> Option<Registry> {
        match self.session.typed.registry(clouds) {
            Some(read) => read.ok(),
            None => crate::reach::parse(self.names.login_server()?, clouds).ok(),
        }
    }
}

/// What every stand-in of a registry begins with. No registry can be called so, as the part behind the hyphen is too short for what Azure
/// puts there: a check of one asks nobody's host.
const REGISTRY: &str = "registry-";

/// Whether a host is a stand-in, so that checking it would say nothing.
pub fn is_stand_in(host: &str) -> bool {
    let rest = host.strip_prefix(REGISTRY).map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    rest.is_some_and(|rest| rest.starts_with('.')) && !host.ends_with("docker.io")
}

/// Names with what stands for them: the same name has the same stand-in wherever it is.
#[derive(Default)]
struct StandIns {
    registries: Vec<String>,
    images: Vec<String>,
    addresses: Vec<String>,
}

impl StandIns {
    fn typed(&mut self, typed: &mut Typed, clouds: &[Cloud]) {
        if let Some(Ok(registry)) = typed.registry(clouds) {
            typed.registry = match registry.azure() {
                Some(_) => self.host(registry.login_server()),
                None => {
                    let label = self.registry(registry.login_server());
                    [&label, ".example"].concat()
                }
            };
            if let Some(Image { repository, tag, .. }) = registry.image() {
                typed.registry.push('/');
                let image = self.image(repository, tag.as_deref());
                typed.registry.push_str(&image);
            }
        }
        if !typed.resource_group.is_empty() {
            typed.resource_group = "resource-group-1".into();
        }
        if !typed.client_ip.is_empty() {
            typed.client_ip = self.address(&typed.client_ip);
        }
    }

    fn names(&mut self, names: &mut Names) {
        for host in names.login_servers.iter_mut().chain(&mut names.data_endpoints).chain(&mut names.failed_at) {
            *host = self.host(host);
        }
        for image in &mut names.images {
            let (repository, tag) =
                image.split_once([':', '@']).map_or((image.as_str(), None), |(one, tag)| (one, Some(tag)));
            *image = self.image(repository, tag);
        }
        for address in &mut names.client_ips {
            *address = self.address(address);
        }
    }

    /// A registry's host: its first label is replaced, with whatever hash it has. A registry elsewhere keeps the two labels that say
    /// whose service it is.
    fn host(&mut self, host: &str) -> String {
        let (label, rest) = host.split_once('.').unwrap_or((host, ""));
        if rest.contains("azurecr.") {
            return [&self.registry(label), ".", rest].concat();
        }
        let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
        match (dots.next(), dots.next()) {
            (_, Some(second)) if !host.ends_with(".docker.io") => [&self.registry(host), &host[second..]].concat(),
            _ => host.to_owned(),
        }
    }

    fn registry(&mut self, name: &str) -> String {
        let nth = nth(&mut self.registries, name);
        [REGISTRY, &nth].concat()
    }

    fn image(&mut self, repository: &str, tag: Option<&str>) -> String {
        let nth = nth(&mut self.images, repository);
        match tag {
            Some(_) => ["image-", &nth, ":tag-1"].concat(),
            None => ["image-", &nth].concat(),
        }
    }

    /// An address of the same class and family: for public ones the standards set some aside for examples, for private ones any will do.
    fn address(&mut self, address: &str) -> String {
        let nth = nth(&mut self.addresses, address);
        let is_private = AddressClass::of(address) == AddressClass::Private;
        let front = match (address.parse::<IpAddr>().is_ok_and(|address| address.is_ipv6()), is_private) {
            (false, false) => "192.0.2.",
            (false, true) => "10.0.0.",
            (true, false) => "2001:db8::",
            (true, true) => "fd00::",
        };
        [front, &nth].concat()
    }
}

/// A name's place among those of its kind, counted from 1.
fn nth(known: &mut Vec<String>, name: &str) -> String {
    let place = known.iter().position(|one| one == name).unwrap_or_else(|| {
        known.push(name.to_owned());
        known.len() - 1
    });
    (place + 1).to_string()
}
