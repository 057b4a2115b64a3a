//! The internet: servers behind addresses that look like those of the world.
//!
//! Law: one of each, for all runs at once, and no state. What goes wrong in a run goes wrong on its own way there (`access`).

mod authority;
mod names;
mod nginx;
mod proxy;
mod registry;
mod relay;
mod sites;

pub use authority::Authorities;

use crate::command::{Running, run, run_with};
use crate::internet::{ADDRESSES, BY_IPV6};
use crate::sandbox::SCRATCH;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The internet, as long as it is kept.
#[derive(Debug)]
pub struct World {
    /// Who has signed what.
    pub authorities: Authorities,
    _runtime: tokio::runtime::Runtime,
    _servers: Vec<Running>,
}

/// A file in the laboratory's folder.
pub fn scratch(name: &str) -> PathBuf {
    Path::new(SCRATCH).join(name)
}

fn write(name: &str, text: &str) -> Result<PathBuf, String> {
    let path = scratch(name);
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

impl World {
    /// Builds it, with the built guide from `dist`.
    ///
    /// # Errors
    /// What did not come up.
    pub fn build(dist: &Path) -> Result<Self, String> {
        let mut orders = ADDRESSES.iter().fold(String::new(), |mut orders, address| {
            let _ = writeln!(orders, "address add {address}/32 dev lo");
            orders
        });
        for (_, address) in BY_IPV6 {
            let _ = writeln!(orders, "address add {address}/128 dev lo nodad");
        }
        // Packets to nobody vanish, as on the internet; without a route they would come back at once.
        orders.push_str("route add blackhole default\n");
        run_with(Command::new("ip").args(["-batch", "-"]), &orders)?;
        let authorities = Authorities::found()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
        runtime.block_on(async {
            sites::serve(dist).await?;
            relay::serve().await
        })?;
        let mut servers = registry::start()?;
        servers.push(names::start()?);
        servers.push(proxy::start()?);
        servers.push(nginx::start(&authorities)?);
        let world = Self { authorities, _runtime: runtime, _servers: servers };
        world.is_up()?;
        Ok(world)
    }

    /// Waits until every server takes connections.
    fn is_up(&self) -> Result<(), String> {
        use crate::internet::{GUIDE_ADDRESS, PROXY, PROXY_OPEN};
        let began = Instant::now();
        let mut waited_for = vec![
            format!("{GUIDE_ADDRESS}:443"),
            format!("{PROXY}:{PROXY_OPEN}"),
            registry::PROTECTED.into(),
            registry::OPEN.into(),
        ];
        while !waited_for.is_empty() {
            waited_for.retain(|address| std::net::TcpStream::connect(address).is_err());
            if began.elapsed() > Duration::from_secs(30) {
                let logs = ["nginx", "squid", "registry-protected", "registry-open"].map(|name| {
                    let log = std::fs::read_to_string(scratch(&format!("{name}.log"))).unwrap_or_default();
                    format!("{name}: {}", log.lines().rev().take(5).collect::<Vec<_>>().join("\n"))
                });
                return Err(format!("nothing listens at {}\n{}", waited_for.join(", "), logs.join("\n")));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// What was asked of the internet from any of these addresses, a line per request.
    pub fn requests_from(addresses: &[String]) -> Vec<String> {
        let log = std::fs::read_to_string(scratch("access.log")).unwrap_or_default();
        let is_mine = |line: &&str| line.split(' ').next().is_some_and(|from| addresses.iter().any(|one| one == from));
        log.lines().filter(is_mine).map(str::to_owned).collect()
    }
}

/// Whether a configuration is what a program wants, before it is started with it.
fn checked(command: &mut Command) -> Result<(), String> {
    run(command).map(drop)
}
