//! The registry that the reader's input stands for.

use super::{Image, NameHint, Region};
use crate::knowledge::{Cloud, CloudId};
use crate::small::Listing;
use crate::words::Placeholder;

/// A registry, known by the host that Docker talks to, and whatever else the input said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registry {
    pub(super) host: String,
    pub(super) port: Option<u16>,
    pub(super) kind: RegistryKind,
    pub(super) image: Option<Image>,
    pub(super) hints: Vec<NameHint>,
}

/// Whose registry it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistryKind {
    /// A registry in Azure.
    Azure(AzureName),
    /// The reader's own, under any name; the reader has said so.
    SelfHosted,
}

/// What the name of a registry in Azure says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AzureName {
    /// The cloud.
    pub cloud: CloudId,
    /// The resource's name, as `az acr … --name` wants it.
    pub resource: String,
    /// What follows the dash in a login server with a label hash: `e7ggejfuhzhgedc8`.
    pub label_hash: Option<String>,
    /// The region, where the input was a regional or data endpoint.
    pub region: Option<Region>,
    /// Whether the host is a regional endpoint: a login server of one replica, with its own sign-in.
    pub is_regional: bool,
}

impl AzureName {
    /// The first part of every host of the registry: the resource's name, and the label hash where there is one.
    pub fn label(&self) -> String {
        let mut label = self.resource.clone();
        if let Some(hash) = &self.label_hash {
            label.push('-');
            label.push_str(hash);
        }
        label
    }
}

impl Registry {
    /// The login server: the host that Docker talks to, without a port.
    pub fn login_server(&self) -> &str {
        &self.host
    }

    /// The port, where it is not the usual one of HTTPS.
    pub fn port(&self) -> Option<u16> {
        self.port
    }

    /// The login server, with its port where that is not the usual one: what stands before the slash in an image reference.
    pub fn authority(&self) -> String {
        let mut authority = self.host.clone();
        if let Some(port) = self.port {
            authority.push(':');
            authority.push_str(&port.to_string());
        }
        authority
    }

    /// Whose registry it is.
    pub fn kind(&self) -> &RegistryKind {
        &self.kind
    }

    /// What the name says, for a registry in Azure.
    pub fn azure(&self) -> Option<&AzureName> {
        match &self.kind {
            RegistryKind::Azure(name) => Some(name),
            RegistryKind::SelfHosted => None,
        }
    }

    /// The image that the input named, if it did.
    pub fn image(&self) -> Option<&Image> {
        self.image.as_ref()
    }

    /// What the reader should know about how their input was read; in the order of importance.
    pub fn hints(&self) -> &[NameHint] {
        &self.hints
    }

    /// The registry and the image, as `docker pull` takes them.
    pub fn reference(&self) -> String {
        let mut reference = self.authority();
        if let Some(image) = &self.image {
            image.append_to(&mut reference);
        }
        reference
    }

    /// The address that every registry answers: 401 or 200 where the path works.
    pub fn path_url(&self) -> String {
        let mut url = String::from("https://");
        url.push_str(&self.authority());
        url.push_str("/v2/");
        url
    }

    /// The address whose answer says whether the registry's rules admit this client. A registry in Azure refuses at its token
    /// service, not at `/v2/`. Nothing for a registry of the reader's own: who issues its tokens is not known.
    pub fn rules_url(&self) -> Option<String> {
        self.azure()?;
        let mut url = String::from("https://");
        url.push_str(&self.host);
        url.push_str("/oauth2/token?service=");
        url.push_str(&self.host);
        url.push_str("&scope=repository:none:pull");
        Some(url)
    }

    /// The reader's own names, for texts and commands.
    pub fn values(&self, clouds: &[Cloud]) -> Listing<Placeholder, String> {
        let mut values = Listing::default();
        values.push(Placeholder::LoginServer, self.authority());
        if let Some(name) = self.azure() {
            values.push(Placeholder::Registry, name.resource.clone());
            if let Some(region) = &name.region {
                values.push(Placeholder::Region, region.as_str().into());
            }
            if let Some(cloud) = clouds.iter().find(|cloud| cloud.id == name.cloud) {
                values.push(Placeholder::Suffix, cloud.suffix.clone());
                values.push(Placeholder::BlobSuffix, cloud.blob_suffix.clone());
                values.push(Placeholder::SignIn, cloud.sign_in.clone());
                values.push(Placeholder::Management, cloud.management.clone());
            }
        }
        if let Some(image) = &self.image {
            values.push(Placeholder::Repository, image.repository.clone());
            if let Some(tag) = &image.tag {
                values.push(Placeholder::Tag, tag.clone());
            }
        }
        values
    }
}
