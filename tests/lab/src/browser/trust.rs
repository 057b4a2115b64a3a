//! Whom a browser trusts: the laboratory's authority for what is genuine, and the company's, as on a company's machine.

use crate::command::run;
use crate::world::scratch;
use std::path::Path;
use std::process::Command;

/// Makes a certificate database in this folder.
pub(super) fn teach(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let store = format!("sql:{}", folder.display());
    run(Command::new("certutil").args(["-N", "-d", &store, "--empty-password"]))?;
    for name in ["genuine", "company"] {
        let certificate = scratch(&format!("{name}.pem"));
        let mut command = Command::new("certutil");
        command.args(["-A", "-d", &store, "-n", name, "-t", "C,,", "-i"]).arg(certificate);
        run(&mut command)?;
    }
    Ok(())
}
