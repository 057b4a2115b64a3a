//! The hosts that a registry is made of.

use super::{Region, Registry, Target};
use crate::knowledge::Cloud;

/// A host that a pull, a push or a sign-in needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// What it is.
    pub target: Target,
    /// Its name; with a `*` in front where only the end of the name can be known beforehand.
    pub host: String,
}

/// The hosts of a registry: its login server, then for every region that is known its regional and its data endpoint, then
/// the storage that serves layers where there are no data endpoints. For a registry of the reader's own: its one host.
///
/// Which of them a registry really uses is a setting of the registry (`az acr show-endpoints` lists them).
pub fn endpoints(registry: &Registry, cloud: Option<&Cloud>, regions: &[Region]) -> Vec<Endpoint> {
    let mut endpoints = vec![Endpoint { target: Target::LoginServer, host: registry.login_server().into() }];
    let (Some(name), Some(cloud)) = (registry.azure(), cloud) else { return endpoints };
    let label = name.label();
    let own = name.region.iter().filter(|region| !regions.contains(region));
    for region in own.chain(regions) {
        let regional = join(&[&label, region.as_str(), "geo", &cloud.suffix]);
        if regional != registry.login_server() {
            endpoints.push(Endpoint { target: Target::RegionalEndpoint(region.clone()), host: regional });
        }
        let data = join(&[&label, region.as_str(), "data", &cloud.suffix]);
        endpoints.push(Endpoint { target: Target::DataEndpoint(region.clone()), host: data });
    }
    endpoints.push(Endpoint { target: Target::Storage, host: join(&["*", &cloud.blob_suffix]) });
    endpoints
}

fn join(labels: &[&str]) -> String {
    labels.join(".")
}
