//! The test authority: browsers of the tests trust it, nothing else does.

use crate::scratch::folder;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// A certificate with its key, as files.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// The certificate, PEM.
    pub certificate: PathBuf,
    /// Its key, PEM.
    pub key: PathBuf,
}

/// The authority. Made anew for each process: its key is never worth stealing.
#[derive(Debug)]
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    /// Its own certificate, PEM.
    pub certificate: PathBuf,
}

impl Authority {
    /// The authority of this process.
    pub fn shared() -> &'static Self {
        static AUTHORITY: LazyLock<Authority> = LazyLock::new(Authority::found);
        &AUTHORITY
    }

    fn found() -> Self {
        let mut params = params(&[]);
        params.distinguished_name.push(DnType::CommonName, "Test authority of the registry guide");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().expect("a key can be made");
        let own = params.self_signed(&key).expect("a certificate can be signed by its own key");
        let certificate = folder("certificates").join("authority.pem");
        std::fs::write(&certificate, own.pem()).expect("the process's own folder can be written");
        Self { issuer: Issuer::new(params, key), certificate }
    }

    /// A certificate for these names.
    pub fn certify(&self, names: &[&str]) -> Certificate {
        let mut params = params(names);
        params.distinguished_name.push(DnType::CommonName, names.first().copied().unwrap_or_default());
        let key = KeyPair::generate().expect("a key can be made");
        let certificate = params.signed_by(&key, &self.issuer).expect("the authority can sign");
        let folder = folder("certificates");
        let files = Certificate { certificate: folder.join("server.pem"), key: folder.join("server.key") };
        std::fs::write(&files.certificate, certificate.pem()).expect("the process's own folder can be written");
        std::fs::write(&files.key, key.serialize_pem()).expect("the process's own folder can be written");
        files
    }

    /// Makes a browser that runs with this folder as `HOME` trust the authority.
    ///
    /// # Panics
    /// Says what is missing: `certutil`.
    #[track_caller]
    pub fn trusted_in(&self, home: &Path) {
        let store = home.join(".pki/nssdb");
        std::fs::create_dir_all(&store).expect("the process's own folder can be written");
        let store = format!("sql:{}", store.display());
        let certificate = self.certificate.display().to_string();
        for arguments in [
            vec!["-N", "-d", &store, "--empty-password"],
            vec!["-A", "-d", &store, "-n", "test authority", "-t", "C,,", "-i", &certificate],
        ] {
            let output = Command::new("certutil").args(&arguments).output();
            let output = output.unwrap_or_else(|error| {
                panic!("certutil could not be run ({error}). Debian: apt-get install libnss3-tools")
            });
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "certutil {arguments:?} failed: {said}");
        }
    }
}

fn params(names: &[&str]) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|&name| name.into()).collect();
    let mut params = CertificateParams::new(names).expect("names of the tests' own");
    // Far apart, so that no clock is wrong enough to spoil a test.
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(2060, 1, 1);
    params
}
