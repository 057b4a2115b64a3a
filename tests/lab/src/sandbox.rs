//! A place of its own for the laboratory, which vanishes with it.
//!
//! The process becomes the first of a namespace of processes, networks and mounts. When it ends, by whatever signal, the kernel
//! ends every process in it, and with the last of them the networks go; their names stand in a private `/run`, so that they can
//! neither clash with names of the machine nor stay behind.

use crate::command::run;
use std::os::unix::process::CommandExt;
use std::process::Command;

const INSIDE: &str = "GUIDE_LAB_INSIDE";

/// The namespaces asked for, as options of `unshare`.
const OPTIONS: [&str; 8] =
    ["--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private"];

/// Programs that the laboratory is made of, and the packages of Debian that bring them.
pub const PROGRAMS: [(&str, &str); 14] = [
    ("unshare", "util-linux"),
    ("nsenter", "util-linux"),
    ("setpriv", "util-linux"),
    ("ip", "iproute2"),
    ("nft", "nftables"),
    ("dnsmasq", "dnsmasq-base"),
    ("nginx", "nginx-light"),
    ("squid", "squid"),
    ("docker-registry", "docker-registry"),
    ("certutil", "libnss3-tools"),
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("Xvfb", "xvfb"),
];

/// Why the laboratory cannot be built on this machine; `None` where it can.
pub fn hindrance() -> Option<String> {
    if !cfg!(target_os = "linux") {
        return Some("network namespaces exist on Linux only".into());
    }
    let missing: Vec<&str> =
        PROGRAMS.iter().filter(|(program, _)| !is_there(program)).map(|(_, package)| *package).collect();
    if !missing.is_empty() {
        return Some(format!("missing packages of the system: {}", missing.join(" ")));
    }
    let mut trial = Command::new("unshare");
    match trial.args(OPTIONS).args(["sh", "-e", "-c", TRIAL]).output() {
        Ok(output) if output.status.success() => None,
        Ok(output) => Some(format!(
            "networks cannot be made here ({}); it takes root and a kernel that lets it",
            String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().trim()
        )),
        Err(error) => Some(format!("unshare: {error}")),
    }
}

/// What the laboratory is made of, on a small scale: a network in a network, a cable between them, a rule.
const TRIAL: &str = "mount -t tmpfs lab /run; mkdir /run/netns; ip netns add trial; ip link add wire0 type veth peer name wire1 netns trial; \
    echo 'table inet t { chain c { type nat hook postrouting priority srcnat; ct state new masquerade; }; }' | nft -f -";

fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Debian keeps programs of administrators where other users do not look.
    let usual = ["/usr/sbin", "/sbin"].map(std::path::PathBuf::from);
    std::env::split_paths(&path).chain(usual).any(|folder| folder.join(program).is_file())
}

/// Whether this process is already inside.
pub fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

/// Starts the process anew inside, in place of itself. It ends with its parent: whoever kills the task has killed all of it.
pub fn enter() -> String {
    let Ok(own) = std::env::current_exe() else { return "the program's own file cannot be found".into() };
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "unshare"]).args(OPTIONS).arg("--").arg(own).args(std::env::args_os().skip(1));
    let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap_or_default());
    let error = command.env(INSIDE, "1").env("PATH", path).exec();
    format!("the laboratory's namespaces could not be made: {error}")
}

/// Everything that the laboratory writes: in memory, and gone with it.
pub const SCRATCH: &str = "/run/lab";

/// Gives the laboratory a `/run` of its own, so that nothing written there outlives it.
///
/// # Errors
/// What the system said.
pub fn furnish() -> Result<(), String> {
    // Where the names of machines are looked up may be kept in `/run`: a file must be there to put ours in its place.
    let resolving = std::fs::canonicalize("/etc/resolv.conf").ok();
    run(Command::new("mount").args(["-t", "tmpfs", "-o", "mode=755", "lab", "/run"]))?;
    for folder in ["/run/netns", SCRATCH] {
        std::fs::create_dir_all(folder).map_err(|error| format!("{folder}: {error}"))?;
    }
    if let Some(file) = resolving.filter(|file| file.starts_with("/run")) {
        let made = file.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&file, ""));
        made.map_err(|error| format!("{}: {error}", file.display()))?;
    }
    run(Command::new("ip").args(["link", "set", "lo", "up"])).map(drop)
}
