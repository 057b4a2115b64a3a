//! Who signs certificates: an authority that browsers trust, a company's that they trust as well, and one that nobody knows.

use super::write;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use std::path::PathBuf;

/// An authority with its key.
#[derive(Debug)]
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    /// Its certificate, PEM.
    pub certificate: PathBuf,
}

/// All of them. Made anew for each run: their keys are never worth stealing.
#[derive(Debug)]
pub struct Authorities {
    /// Signs what is genuine.
    pub genuine: Authority,
    /// A company's, which its browsers trust.
    pub company: Authority,
    /// One that no browser knows.
    pub unknown: Authority,
}

impl Authorities {
    /// Founds them.
    pub(super) fn found() -> Result<Self, String> {
        Ok(Self {
            genuine: Authority::found("genuine", "Laboratory authority")?,
            company: Authority::found("company", "Contoso inspection")?,
            unknown: Authority::found("unknown", "Somebody")?,
        })
    }
}

impl Authority {
    fn found(name: &str, common_name: &str) -> Result<Self, String> {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, common_name);
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2060, 1, 1);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().map_err(|error| error.to_string())?;
        let own = params.self_signed(&key).map_err(|error| error.to_string())?;
        let certificate = write(&format!("{name}.pem"), &own.pem())?;
        Ok(Self { issuer: Issuer::new(params, key), certificate })
    }

    /// Writes a certificate for these names and its key, as `<file>.pem` and `<file>.key`.
    pub(super) fn certify(&self, file: &str, names: &[&str], is_expired: bool) -> Result<(), String> {
        let names: Vec<String> = names.iter().map(|&name| name.into()).collect();
        let mut params = CertificateParams::new(names).map_err(|error| error.to_string())?;
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(if is_expired { 2021 } else { 2060 }, 1, 1);
        let key = KeyPair::generate().map_err(|error| error.to_string())?;
        let certificate = params.signed_by(&key, &self.issuer).map_err(|error| error.to_string())?;
        write(&format!("{file}.pem"), &certificate.pem())?;
        write(&format!("{file}.key"), &key.serialize_pem())?;
        Ok(())
    }
}
