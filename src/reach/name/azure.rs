//! The part of a host in front of a cloud's suffix.

use super::{NameErrorId, NameHint};
use crate::knowledge::Cloud;
use crate::reach::{AzureName, Region};

/// What the part in front of the suffix says.
#[derive(Debug)]
pub(super) struct Front {
    pub(super) name: AzureName,
    /// The host that Docker talks to.
    pub(super) login_server: String,
    pub(super) hints: Vec<NameHint>,
}

/// Reads what stands in front of a cloud's suffix: `contosoprod`, `contosoprod.swedencentral.data`, `contosoprod.privatelink`.
///
/// # Errors
/// Says why that is no registry.
pub(super) fn read(front: &str, cloud: &Cloud) -> Result<Front, NameErrorId> {
    let mut labels: Vec<&str> = front.split('.').collect();
    let mut hints = Vec::new();
    if labels.last() == Some(&"privatelink") {
        labels.pop();
        hints.push(NameHint::PrivateLinkName);
    }
    let (label, region, is_regional) = match labels[..] {
        // A private DNS zone, or an endpoint whose first part was forgotten.
        [] | ["privatelink" | "data" | "geo"] | [_, "data" | "geo"] => return Err(NameErrorId::NameMissing),
        [label] => (label, None, false),
        [label, region, kind @ ("data" | "geo")] => {
            let region = Region::parse(region).ok_or(NameErrorId::ExtraParts)?;
            hints.push(if kind == "geo" { NameHint::RegionalEndpoint } else { NameHint::DataEndpoint });
            if !region.is_known_in(cloud) {
                hints.push(NameHint::UnknownRegion);
            }
            (label, Some(region), kind == "geo")
        }
        _ => return Err(NameErrorId::ExtraParts),
    };
    let (resource, label_hash) = read_label(label)?;
    if label_hash.is_some_and(|hash| hash.len() != HASH_LENGTH) {
        hints.push(NameHint::UnusualHash);
    }
    let mut login_server = String::from(label);
    if let (true, Some(region)) = (is_regional, &region) {
        login_server.push('.');
        login_server.push_str(region.as_str());
        login_server.push_str(".geo");
    }
    login_server.push('.');
    login_server.push_str(&cloud.suffix);
    let name = AzureName {
        cloud: cloud.id.clone(),
        resource: resource.into(),
        label_hash: label_hash.map(Into::into),
        region,
        is_regional,
    };
    Ok(Front { name, login_server, hints })
}

/// The length of the label hashes that have been seen. No rule is documented, so another length is worth a hint only.
const HASH_LENGTH: usize = 16;

/// Reads the first part: a registry's name has 5 to 50 letters and digits and no dash, so one dash means a label hash.
fn read_label(label: &str) -> Result<(&str, Option<&str>), NameErrorId> {
    let (resource, hash) = match label.split_once('-') {
        Some((resource, hash)) => (resource, Some(hash)),
        None => (label, None),
    };
    if hash.is_some_and(|hash| hash.contains('-')) {
        Err(NameErrorId::ManyDashes)
    } else if (5..=50).contains(&resource.len()) {
        Ok((resource, hash))
    } else {
        Err(NameErrorId::Length)
    }
}
