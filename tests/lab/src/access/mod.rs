//! One reader's network: a machine, a gateway, and a way to the internet on which something is wrong.
//!
//! Law: made for one run and gone with it, so that no fault outlives its scenario and runs can go side by side. Names and packets
//! go wrong at the gateway only, as they do in the world; the reader's machine knows nothing of it.

pub mod dns;
mod firewall;

use crate::command::{Running, in_namespace, run, run_with};
use crate::internet::{FRAMED_GUIDE, GUIDE, GUIDE_ADDRESS, PORTAL, PORTAL_ADDRESS, by_ipv6, public_records};
use crate::scenario::Fault;
use crate::world::scratch;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU8, Ordering};

/// A network with a machine in it.
#[derive(Debug)]
pub struct Access {
    number: u8,
    kinds: Kinds,
    _names: Running,
}

impl Access {
    /// Builds a network with these faults.
    ///
    /// # Errors
    /// What the system said.
    pub fn build(faults: &[Fault]) -> Result<Self, String> {
        static BUILT: AtomicU8 = AtomicU8::new(1);
        let number = BUILT.fetch_add(1, Ordering::SeqCst);
        if number == u8::MAX {
            return Err("254 networks are enough for one run: the laboratory numbers them by one byte".into());
        }
        let kinds = Kinds::of(faults);
        lay_cables(number, kinds)?;
        let gateway = gateway(number);
        let rules = firewall::rules(faults);
        run_with(in_namespace(&gateway, "nft").args(["-f", "-"]), &rules)?;
        let listens: Vec<String> = kinds.resolvers(number);
        let listens: Vec<&str> = listens.iter().map(String::as_str).collect();
        let names = dns::configuration(&listens, &records(faults), faults);
        let file = scratch(&format!("names-{number}.conf"));
        std::fs::write(&file, names).map_err(|error| format!("{}: {error}", file.display()))?;
        let log = scratch(&format!("names-{number}.log"));
        let argument = format!("--conf-file={}", file.display());
        let names = Running::start(in_namespace(&gateway, "dnsmasq").arg(argument), &log)?;
        Ok(Self { number, kinds, _names: names })
    }

    /// Puts further faults in the way of a network, from within it. Connections that stand are not cut by that.
    ///
    /// # Errors
    /// What the system said.
    pub fn worsen(number: u8, faults: &[Fault]) -> Result<(), String> {
        let rules = format!("{}{}", firewall::ANEW, firewall::rules(faults));
        run_with(in_namespace(&gateway(number), "nft").args(["-f", "-"]), &rules).map(drop)
    }

    /// The name of the machine's namespace.
    pub fn machine(&self) -> String {
        machine(self.number)
    }

    /// A number that no other network has.
    pub fn number(&self) -> u8 {
        self.number
    }

    /// The addresses that servers see.
    pub fn public_addresses(&self) -> [String; 2] {
        Self::addresses_of(self.number)
    }

    /// The addresses that servers see of a network with that number.
    pub fn addresses_of(number: u8) -> [String; 2] {
        [format!("81.2.{number}.2"), format!("2a01:111:{number:x}:1::2")]
    }

    /// Where the machine looks for names: files to be put in place of its own.
    ///
    /// # Errors
    /// The files cannot be written.
    pub fn name_files(&self) -> Result<[(PathBuf, &'static str); 2], String> {
        let number = self.number;
        // The page itself must load, whatever is wrong with names.
        let guide = match self.kinds {
            Kinds::Ipv6 => by_ipv6(GUIDE_ADDRESS).unwrap_or_default(),
            Kinds::Ipv4 | Kinds::Both => GUIDE_ADDRESS,
        };
        let hosts = format!("127.0.0.1 localhost\n{guide} {GUIDE} {FRAMED_GUIDE}\n{PORTAL_ADDRESS} {PORTAL}\n");
        let resolver = self.kinds.resolvers(number).remove(0);
        let files = [
            (scratch(&format!("hosts-{number}")), "/etc/hosts", hosts),
            (scratch(&format!("resolv-{number}")), "/etc/resolv.conf", format!("nameserver {resolver}\n")),
        ];
        files
            .map(|(file, place, text)| {
                std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
                Ok((file, place))
            })
            .into_iter()
            .collect::<Result<Vec<_>, String>>()?
            .try_into()
            .map_err(|_| "two files".into())
    }

    /// The names that the machine of a network has asked for so far.
    pub fn questions(number: u8) -> Vec<String> {
        let log = std::fs::read_to_string(scratch(&format!("names-{number}.log"))).unwrap_or_default();
        let asked = log.lines().filter_map(|line| line.split_once("query[")?.1.split(' ').nth(1));
        asked.map(str::to_owned).collect()
    }
}

/// Which kinds of address a network has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kinds {
    Ipv4,
    Ipv6,
    Both,
}

impl Kinds {
    fn of(faults: &[Fault]) -> Self {
        if faults.contains(&Fault::Ipv6Only) {
            Self::Ipv6
        } else if faults.contains(&Fault::Ipv6GoesNowhere) {
            Self::Both
        } else {
            Self::Ipv4
        }
    }

    /// Where the machine asks for names, the first of all.
    fn resolvers(self, number: u8) -> Vec<String> {
        match self {
            Self::Ipv4 | Self::Both => vec![format!("192.168.{number}.1")],
            Self::Ipv6 => vec![format!("2a01:111:{number:x}::1")],
        }
    }
}

impl Drop for Access {
    fn drop(&mut self) {
        // Their cables go with them.
        for namespace in [machine(self.number), gateway(self.number)] {
            let _ = run(Command::new("ip").args(["netns", "delete", &namespace]));
        }
    }
}

fn machine(number: u8) -> String {
    format!("machine-{number}")
}

fn gateway(number: u8) -> String {
    format!("gateway-{number}")
}

/// What the reader's resolver says: public DNS, but for what the faults change.
fn records(faults: &[Fault]) -> Vec<crate::internet::Record> {
    let mut records = public_records();
    for fault in faults {
        match fault {
            Fault::NameLeadsTo(name, address) => {
                if let Some(record) = records.iter_mut().find(|record| record.name == *name) {
                    record.chain.truncate(1);
                    record.address = address;
                }
            }
            Fault::NameIsGone(name) => records.retain(|record| record.name != *name),
            _ => {}
        }
    }
    records
}

fn lay_cables(number: u8, kinds: Kinds) -> Result<(), String> {
    let (machine, gateway) = (machine(number), gateway(number));
    let mut world = format!(
        "netns add {gateway}\nnetns add {machine}\n\
         link add w{number} type veth peer name wan netns {gateway}\n\
         address add 81.2.{number}.1/30 dev w{number}\nlink set w{number} up\n"
    );
    let mut at_gateway = format!(
        "link set lo up\nlink add lan type veth peer name eth0 netns {machine}\n\
         address add 81.2.{number}.2/30 dev wan\nlink set wan up\n\
         address add 192.168.{number}.1/24 dev lan\nlink set lan up\nroute add default via 81.2.{number}.1\n"
    );
    let mut at_machine = "link set lo up\nlink set eth0 up\n".to_owned();
    if kinds != Kinds::Ipv6 {
        let _ = writeln!(at_machine, "address add 192.168.{number}.2/24 dev eth0");
        let _ = writeln!(at_machine, "route add default via 192.168.{number}.1");
    }
    if kinds != Kinds::Ipv4 {
        let _ = writeln!(at_gateway, "address add 2a01:111:{number:x}::1/64 dev lan nodad");
        let _ = writeln!(at_machine, "address add 2a01:111:{number:x}::2/64 dev eth0 nodad");
        let _ = writeln!(at_machine, "route add default via 2a01:111:{number:x}::1");
    }
    if kinds == Kinds::Ipv6 {
        let _ = writeln!(world, "address add 2a01:111:{number:x}:1::1/64 dev w{number} nodad");
        let _ = writeln!(at_gateway, "address add 2a01:111:{number:x}:1::2/64 dev wan nodad");
        let _ = writeln!(at_gateway, "route add default via 2a01:111:{number:x}:1::1");
    }
    run_with(Command::new("ip").args(["-batch", "-"]), &world)?;
    // Before the links come up: addresses that settle later interrupt the requests of browsers.
    if kinds == Kinds::Ipv4 {
        for namespace in [&machine, &gateway] {
            set(namespace, &[("net/ipv6/conf/all/disable_ipv6", "1"), ("net/ipv6/conf/default/disable_ipv6", "1")])?;
        }
    } else {
        set(&gateway, &[("net/ipv6/conf/all/forwarding", "1")])?;
    }
    set(&gateway, &[("net/ipv4/ip_forward", "1")])?;
    run_with(Command::new("ip").args(["-n", &gateway, "-batch", "-"]), &at_gateway)?;
    run_with(Command::new("ip").args(["-n", &machine, "-batch", "-"]), &at_machine)?;
    Ok(())
}

/// Sets values below `/proc/sys`, as a namespace sees them.
fn set(namespace: &str, values: &[(&str, &str)]) -> Result<(), String> {
    let script = values.iter().fold(String::new(), |mut script, (path, value)| {
        let _ = writeln!(script, "echo {value} > /proc/sys/{path}");
        script
    });
    run(in_namespace(namespace, "sh").args(["-e", "-c", &script])).map(drop)
}
