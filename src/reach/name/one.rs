//! One word → a registry: by its suffix, or by the lack of one.

use super::elsewhere::{is_or_ends_with, is_other_registry};
use super::shape::{check_shape, read_port};
use super::split::{Parts, split};
use super::{NameError, NameErrorId, NameHint, azure, lookalike};
use crate::knowledge::Cloud;
use crate::reach::{Image, Registry, RegistryKind};

/// Reads one word.
pub(super) fn parse_one(text: &str, clouds: &[Cloud]) -> Result<Registry, NameError> {
    let again = |better: &str| parse_one(better, clouds);
    let parts = split(text);
    check_shape(&parts, &again)?;
    let port = read_port(&parts, &again)?;
    let host = parts.host;
    if !host.contains('.') {
        return short_name(&parts, port, clouds);
    }
    if is_other_registry(host) {
        return Err(NameError::new(NameErrorId::OtherRegistry));
    }
    for cloud in clouds {
        if is_or_ends_with(host, &cloud.blob_suffix) {
            return Err(NameError::new(NameErrorId::StorageHost));
        }
        if is_or_ends_with(host, &cloud.suffix) {
            return full_name(&parts, port, cloud, clouds);
        }
    }
    let meant = lookalike::meant(host, clouds).and_then(|meant| reference(&meant, clouds));
    let id = if meant.is_some() { NameErrorId::LookAlike } else { NameErrorId::UnknownSuffix };
    Err(NameError::suggesting(id, meant))
}

/// Reads a name without a dot: the short name of a registry, taken to be in the first cloud.
fn short_name(parts: &Parts<'_>, port: Option<u16>, clouds: &[Cloud]) -> Result<Registry, NameError> {
    let host = parts.host;
    let Some(cloud) = clouds.first() else { return Err(NameError::new(NameErrorId::UnknownSuffix)) };
    let mut full = String::from(host);
    full.push('.');
    full.push_str(&cloud.suffix);
    // With a scheme or a port it is a host: of the reader's own network, most likely.
    if port.is_some() || host == "localhost" {
        return Err(NameError::new(NameErrorId::UnknownSuffix));
    }
    if parts.scheme.is_some() {
        return Err(NameError::suggesting(NameErrorId::UnknownSuffix, reference(&full, clouds)));
    }
    if !parts.path.is_empty() && Image::parse_api_path(parts.path).is_none() {
        full.push('/');
        full.push_str(parts.path);
        return Err(NameError::suggesting(NameErrorId::HostMissing, reference(&full, clouds)));
    }
    if host.contains('-') {
        let hashed = parse_one(&full, clouds).ok();
        let hashed = hashed.filter(|registry| !registry.hints().contains(&NameHint::UnusualHash));
        return Err(NameError::suggesting(NameErrorId::Dash, hashed.map(|registry| registry.reference())));
    }
    let mut front = azure::read(host, cloud).map_err(NameError::new)?;
    front.hints.push(NameHint::SuffixAssumed);
    Ok(with_path(front.login_server, None, RegistryKind::Azure(front.name), front.hints, parts))
}

/// Reads a name that ends with a cloud's suffix.
fn full_name(parts: &Parts<'_>, port: Option<u16>, cloud: &Cloud, clouds: &[Cloud]) -> Result<Registry, NameError> {
    let front = parts.host.strip_suffix(&cloud.suffix).unwrap_or_default();
    let front = front.strip_suffix('.').unwrap_or(front);
    if front.is_empty() {
        return Err(NameError::new(NameErrorId::NameMissing));
    }
    if port.is_some() {
        return Err(NameError::suggesting(NameErrorId::Port, reference(parts.host, clouds)));
    }
    if clouds.iter().any(|cloud| is_or_ends_with(front, &cloud.suffix)) {
        let mut once = String::from(front);
        once.push('/');
        once.push_str(parts.path);
        return Err(NameError::suggesting(NameErrorId::SuffixDoubled, reference(&once, clouds)));
    }
    match azure::read(front, cloud) {
        Ok(front) => Ok(with_path(front.login_server, None, RegistryKind::Azure(front.name), front.hints, parts)),
        Err(NameErrorId::ExtraParts) => {
            let with_suffix = |label: &str| reference(&[label, &cloud.suffix].join("."), clouds);
            // `contosoprod.swedencentral.azurecr.io`, or `www.contosoprod.azurecr.io`.
            let meant = front.split('.').next().and_then(with_suffix);
            let meant = meant.or_else(|| front.rsplit('.').next().and_then(with_suffix));
            Err(NameError::suggesting(NameErrorId::ExtraParts, meant))
        }
        Err(id) => Err(NameError::new(id)),
    }
}

/// What can be suggested of a text, if it can be read.
pub(super) fn reference(text: &str, clouds: &[Cloud]) -> Option<String> {
    parse_one(text, clouds).ok().map(|registry| registry.reference())
}

/// Puts a registry together with what stands behind its host.
pub(super) fn with_path(
    host: String,
    port: Option<u16>,
    kind: RegistryKind,
    mut hints: Vec<NameHint>,
    parts: &Parts<'_>,
) -> Registry {
    let is_address = parts.scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("https"));
    let image = match Image::parse_api_path(parts.path) {
        Some(image) => image,
        None if parts.path.is_empty() => None,
        // Behind `https://` any path may stand: only a tag or digest shows that an image is meant.
        None if is_address => Image::parse(parts.path).filter(|image| image.tag.is_some() || image.digest.is_some()),
        None => {
            let image = Image::parse(parts.path);
            if image.is_none() {
                hints.push(NameHint::ImageUnread);
            }
            image
        }
    };
    Registry { host, port, kind, image, hints }
}
