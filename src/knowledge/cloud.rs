//! A cloud: its suffixes, hosts and regions.

use super::CloudId;
use serde::{Deserialize, Serialize};

/// A cloud that has registries of its own. Words: `title`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cloud {
    /// Names it: `public`, `china`, `us-government`.
    pub id: CloudId,
    /// What follows the registry's name in a login server, without the leading dot: `azurecr.io`.
    pub suffix: String,
    /// What follows a storage account's name in a blob host: `blob.core.windows.net`.
    pub blob_suffix: String,
    /// A storage account of Microsoft's own in this cloud that anyone may ask: stands for the accounts that serve layers,
    /// whose names nobody knows beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storage_probe: Option<String>,
    /// Where Microsoft Entra ID signs callers in.
    pub sign_in: String,
    /// Azure Resource Manager.
    pub management: String,
    /// Region short names known to exist; others are accepted with a hint.
    pub regions: Vec<String>,
    /// Public hosts that should answer wherever the cloud can be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Control>,
}

/// A public address used to tell "this registry cannot be reached" from "nothing can".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// The whole address, `https://…`.
    pub url: String,
}
