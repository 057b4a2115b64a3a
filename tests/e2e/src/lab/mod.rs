//! Registries to check, all on this machine, under the names that they have in the world.
//!
//! Law: nothing is faked that can be had. The registry is a registry: Debian's `docker-registry`, with TLS and sign-in. The
//! faults are faults: a port that refuses, a server that says nothing, a name that is not known.

mod authority;
mod delayed;
mod registry;
mod silent;

pub use authority::Authority;
pub use delayed::Delayed;
pub use registry::{Registry, SignIn};
pub use silent::Silent;

use crate::runtime::wait;
use std::net::SocketAddr;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::net::TcpSocket;

/// A registry that asks for sign-in.
pub const REACHABLE: &str = "contosoprod.azurecr.io";
/// A registry whose address refuses connections.
pub const REFUSED: &str = "contosorefused.azurecr.io";
/// A registry whose name is not known.
pub const UNKNOWN: &str = "contosounknown.azurecr.io";
/// The public control of the public cloud: see `content/clouds.toml`.
pub const CONTROL: &str = "mcr.microsoft.com";

/// Its second control, which this network does not know.
pub const SIGN_IN: &str = "login.microsoftonline.com";

/// The names behind which servers of the laboratory answer over TLS.
const CERTIFIED: [&str; 2] = [REACHABLE, CONTROL];

/// Regions of a registry with ten replicas.
pub const REGIONS: [&str; 10] = [
    "australiaeast",
    "brazilsouth",
    "canadacentral",
    "eastasia",
    "eastus",
    "francecentral",
    "japaneast",
    "northeurope",
    "swedencentral",
    "westeurope",
];
/// The registry whose every host answers, as the first part of their names.
pub const HEALTHY: &str = "contosohealthy";
/// The storage account that a check asks: see `content/clouds.toml`.
pub const STORAGE: &str = "azcliprod.blob.core.windows.net";
/// How long the slowest host of [`HEALTHY`] takes to answer.
pub const SLOWEST: Duration = Duration::from_millis(2_500);
/// The slowest host.
pub const SLOW: &str = "contosohealthy.eastasia.data.azurecr.io";

/// The hosts of a registry with ten replicas.
pub fn hosts_of_ten(registry: &str) -> Vec<String> {
    let of = |region: &str| ["geo", "data"].map(|kind| format!("{registry}.{region}.{kind}.azurecr.io"));
    let replicas = REGIONS.iter().flat_map(|region| of(region));
    [format!("{registry}.azurecr.io"), STORAGE.to_owned()].into_iter().chain(replicas).collect()
}

/// The laboratory.
#[derive(Debug)]
pub struct Lab {
    registry: Registry,
    control: Registry,
    silent: Silent,
    delayed: Delayed,
    /// Bound but not listening: nobody else gets the port, and every connection to it is refused.
    refusing: (TcpSocket, SocketAddr),
}

impl Lab {
    /// The laboratory of this process, set up when it is first needed.
    pub fn shared() -> &'static Self {
        static LAB: LazyLock<Lab> = LazyLock::new(Lab::set_up);
        &LAB
    }

    fn set_up() -> Self {
        let healthy = hosts_of_ten(HEALTHY);
        let names: Vec<&str> = CERTIFIED.into_iter().chain(healthy.iter().map(String::as_str)).collect();
        let certificate = Authority::shared().certify(&names);
        let socket = TcpSocket::new_v4().expect("sockets can be had");
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port on 127.0.0.1");
        let address = socket.local_addr().expect("a bound socket has an address");
        let registry = Registry::start("registry", &certificate, Some(SignIn { host: REACHABLE }));
        Self {
            delayed: wait(Delayed::start(registry.address, SLOWEST)),
            registry,
            // As the real one does, it answers `/v2/` without sign-in.
            control: Registry::start("control", &certificate, None),
            silent: wait(Silent::start()),
            refusing: (socket, address),
        }
    }

    /// What the browser resolves the names to. Every other name is unknown to it.
    pub fn rules(&self) -> String {
        format!("MAP {CONTROL}:443 {}, {}", self.control.address, self.rules_without_control())
    }

    /// The same, with the storage account at a public address: nothing but the registry is wanting.
    pub fn rules_with_storage(&self) -> String {
        format!("MAP {STORAGE}:443 {}, {}", self.control.address, self.rules())
    }

    /// The same without the public control: a network that lets nothing out but to the registries.
    pub fn rules_without_control(&self) -> String {
        let (registry, silent, refusing) = (self.registry.address, self.silent.address, self.refusing.1);
        format!(
            "MAP {REACHABLE}:443 {registry}, MAP contososilent*.azurecr.io:443 {silent}, MAP {REFUSED}:443 {refusing}"
        )
    }

    /// The same, with a registry of ten replicas whose every host answers, one of them slowly.
    pub fn rules_with_ten(&self) -> String {
        let (registry, delayed) = (self.registry.address, self.delayed.address);
        format!(
            "MAP {SLOW}:443 {delayed}, MAP {HEALTHY}*.azurecr.io:443 {registry}, MAP {STORAGE}:443 {registry}, {}",
            self.rules()
        )
    }

    /// Every name leads to the silent server.
    pub fn rules_for_all(&self) -> String {
        format!("EXCLUDE 127.0.0.1, MAP * {}", self.silent.address)
    }

    /// Which addresses are taken for public and which for private (`local`), those of the registries among them.
    pub fn spaces(&self, registries: &str) -> String {
        let (registry, control, silent) = (self.registry.address, self.control.address, self.silent.address);
        format!("{registry}={registries},{control}=public,{silent}=public,{}=public", self.delayed.address)
    }

    /// A registry whose address takes connections and never says a word. Each time another name: a browser keeps a
    /// connection that it waits for, also for the next test.
    pub fn silent_name() -> String {
        static NAMED: AtomicUsize = AtomicUsize::new(1);
        format!("contososilent{}.azurecr.io", NAMED.fetch_add(1, Ordering::SeqCst))
    }

    /// How many connections the silent server has taken.
    pub fn silent_connections(&self) -> usize {
        self.silent.connections()
    }
}
