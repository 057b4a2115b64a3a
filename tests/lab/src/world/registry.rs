//! Two registries, both Debian's `docker-registry`: one wants a sign-in, as registries in Azure do, the other does not, as
//! Microsoft's own.

use super::{scratch, write};
use crate::command::Running;
use std::process::Command;

/// Where the one listens that wants a sign-in.
pub const PROTECTED: &str = "127.0.0.1:5000";
/// Where the other listens.
pub const OPEN: &str = "127.0.0.1:5001";

pub(super) fn start() -> Result<Vec<Running>, String> {
    let genuine = scratch("genuine.pem");
    // nginx tells each registry's own token service; this one is never asked.
    let token = format!(
        "auth:\n  token:\n    realm: https://registry.invalid/token\n    service: registry\n    issuer: registry\n    rootcertbundle: {}\n",
        genuine.display()
    );
    [("protected", PROTECTED, token.as_str()), ("open", OPEN, "")]
        .map(|(name, address, auth)| one(name, address, auth))
        .into_iter()
        .collect()
}

fn one(name: &str, address: &str, auth: &str) -> Result<Running, String> {
    let storage = scratch(&format!("storage-{name}"));
    let text = format!(
        "version: 0.1\nlog:\n  level: error\n  accesslog:\n    disabled: true\nstorage:\n  filesystem:\n    rootdirectory: {}\nhttp:\n  addr: {address}\n{auth}",
        storage.display()
    );
    let configuration = write(&format!("registry-{name}.yml"), &text)?;
    let mut command = Command::new("docker-registry");
    command.arg("serve").arg(configuration).env("HOME", scratch(""));
    Running::start(&mut command, &scratch(&format!("registry-{name}.log")))
}
