//! A registry: Debian's `docker-registry`.

use super::authority::{Authority, Certificate};
use crate::guarded::Guarded;
use crate::scratch::{folder, scratch};
use std::net::SocketAddr;

/// Sign-in, as a registry in Azure asks for it: `401` with the address of a token service.
#[derive(Debug, Clone, Copy)]
pub struct SignIn {
    /// The registry's own name, at which its token service is as well.
    pub host: &'static str,
}

/// A registry that is running.
#[derive(Debug)]
pub struct Registry {
    /// Where it listens.
    pub address: SocketAddr,
    _process: Guarded,
}

impl Registry {
    /// Starts a registry on a free port, over TLS.
    ///
    /// # Panics
    /// Says what is missing.
    #[track_caller]
    pub fn start(name: &str, certificate: &Certificate, sign_in: Option<SignIn>) -> Self {
        let place = folder(name);
        let configuration = place.join("config.yml");
        let auth = sign_in.map_or_else(String::new, |SignIn { host }| {
            let authority = Authority::shared().certificate.display();
            format!(
                "auth:\n  token:\n    realm: https://{host}/oauth2/token\n    service: {host}\n    issuer: {host}\n    rootcertbundle: {authority}\n"
            )
        });
        let Certificate { certificate, key } = certificate;
        let text = format!(
            "version: 0.1\nlog:\n  accesslog:\n    disabled: true\nstorage:\n  filesystem:\n    rootdirectory: {}\nhttp:\n  addr: 127.0.0.1:0\n  \
             tls:\n    certificate: {}\n    key: {}\n  headers:\n    X-Content-Type-Options: [nosniff]\n{auth}",
            place.join("storage").display(),
            certificate.display(),
            key.display(),
        );
        std::fs::write(&configuration, text).expect("the process's own folder can be written");
        let arguments = ["serve".to_owned(), configuration.display().to_string()];
        let environment = [("HOME", scratch().display().to_string())];
        let (process, address) =
            Guarded::start("docker-registry", "docker-registry", &arguments, &environment, None, |line| {
                let (_, rest) = line.split_once("listening on ")?;
                rest.split(|c: char| c != ':' && c != '.' && !c.is_ascii_digit()).next()?.parse().ok()
            });
        Self { address, _process: process }
    }
}
