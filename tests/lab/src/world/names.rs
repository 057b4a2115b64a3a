//! The public resolver that proxies ask: dnsmasq with what public DNS says.

use super::{scratch, write};
use crate::access::dns;
use crate::command::Running;
use crate::internet::{RESOLVER, public_records};
use std::process::Command;

pub(super) fn start() -> Result<Running, String> {
    let file = write("resolver.conf", &dns::configuration(&[RESOLVER], &public_records(), &[]))?;
    let mut command = Command::new("dnsmasq");
    command.arg(format!("--conf-file={}", file.display()));
    Running::start(&mut command, &scratch("resolver.log"))
}
