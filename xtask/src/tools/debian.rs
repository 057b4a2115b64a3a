//! Packages of the system: installed where this user may, otherwise named in one line.

use super::logged;
use super::pins::Pin;
use crate::{Failure, process};
use std::path::Path;

/// What may be done about missing packages of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum May {
    Install,
    /// Debian or a relative of it, but not as this user.
    AskAdministrator,
    /// A system without `apt-get`.
    NameThem,
}

/// What this user may do on this machine.
pub(super) fn may() -> May {
    let root = process::output(process::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    match (process::find("apt-get").is_some(), root) {
        (true, true) => May::Install,
        (true, false) => May::AskAdministrator,
        (false, _) => May::NameThem,
    }
}

/// Installs all of them at once.
///
/// # Errors
/// `apt-get` failed.
pub(super) fn install(pins: &[&Pin], tools: &Path) -> Result<(), Failure> {
    let log = tools.join("logs");
    std::fs::create_dir_all(&log).map_err(|error| Failure::file("create", &log, &error))?;
    let apt = || {
        let mut apt = process::command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    logged::run(apt().arg("update"), &log.join("apt-update.log"))?;
    let names = pins.iter().map(|pin| pin.name);
    let _policy = NoServices::agreed()?;
    logged::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(names), &log.join("apt-install.log"))
}

/// Where Debian looks whether a service may be started.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// What stands there meanwhile. Its second line says whose it is, should it ever be left behind.
const NOT_ALLOWED: &str =
    "#!/bin/sh\n# Of registry-guide's `cargo xtask`, while it installs packages; may be removed.\nexit 101\n";

/// As long as it lives, packages are installed without starting their services: tests start what they need themselves, and nobody
/// wants a web server and a proxy on their machine for having tested a guide.
struct NoServices {
    is_ours: bool,
}

impl NoServices {
    fn agreed() -> Result<Self, Failure> {
        let path = Path::new(POLICY);
        let is_ours = !path.exists() || std::fs::read_to_string(path).is_ok_and(|text| text == NOT_ALLOWED);
        if is_ours {
            std::fs::write(path, NOT_ALLOWED).map_err(|error| Failure::file("write", path, &error))?;
            process::run(process::command("chmod").args(["755", POLICY]))?;
        }
        Ok(Self { is_ours })
    }
}

impl Drop for NoServices {
    fn drop(&mut self) {
        if self.is_ours {
            let _ = std::fs::remove_file(POLICY);
        }
    }
}

/// The one line that says what to install.
pub(super) fn missing(pins: &[&Pin], may: May) -> Failure {
    let names = pins.iter().map(|pin| pin.name).collect::<Vec<_>>().join(" ");
    let programs = pins
        .iter()
        .filter_map(|pin| match pin.source {
            super::pins::Source::System { program } => Some(program),
            _ => None,
        })
        .collect::<Vec<_>>()
        .join(", ");
    match may {
        May::Install | May::AskAdministrator => {
            Failure::new(format!("Missing packages of the system: {names}. Only an administrator can install them."))
                .remedy(format!("sudo apt-get update && sudo apt-get install --yes {names}"))
        }
        May::NameThem => {
            Failure::new(format!("Missing programs: {programs}. This system has no apt-get to install them with."))
                .remedy(format!("Install them so that they are on PATH (Debian's packages are called {names})."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pins::{Need, PINS, Source};
    use super::*;

    fn packages() -> Vec<&'static Pin> {
        PINS.iter().filter(|pin| pin.is_for(Need::Wasm) && matches!(pin.source, Source::System { .. })).collect()
    }

    #[test]
    fn without_permission_one_line_says_what_to_install() {
        let said = missing(&packages(), May::AskAdministrator).to_string();
        assert!(
            said.contains("sudo apt-get install --yes chromium chromium-driver")
                || said.contains("install --yes chromium chromium-driver")
        );
        assert_eq!(said.lines().count(), 2, "{said}");
    }

    #[test]
    fn elsewhere_the_programs_are_named() {
        let said = missing(&packages(), May::NameThem).to_string();
        assert!(said.contains("Missing programs: chromium, chromedriver."), "{said}");
    }
}
