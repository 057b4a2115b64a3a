//! The kind of a host: which of the places on the path a name belongs to.

/// Which place a host name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostKind {
    /// A registry's login server, regional endpoints included.
    LoginServer,
    /// A registry's dedicated data endpoint.
    DataEndpoint,
    /// Blob storage, where layers are when there is no data endpoint.
    Blob,
    /// Where Microsoft Entra ID signs callers in.
    SignIn,
    /// Azure Resource Manager.
    Management,
    /// Microsoft's public registry.
    Mcr,
    /// Another registry: Docker Hub, GitHub, Quay …, npm, PyPI, Debian …
    OtherRegistry,
    /// A service that is no registry: a cluster's own address, a vault, a web app, GitHub.
    OtherService,
    /// The machine itself.
    Own,
    /// Anything else.
    Unknown,
}

/// Registries that are not in Azure, of images and of packages, by the end of their names.
const OTHERS: [&str; 45] = [
    "docker.io",
    "docker.com",
    "ghcr.io",
    "quay.io",
    "gcr.io",
    "pkg.dev",
    "registry.k8s.io",
    "gitlab.com",
    "amazonaws.com",
    "public.ecr.aws",
    "registry.redhat.io",
    "access.redhat.com",
    "nvcr.io",
    "pkg.github.com",
    "icr.io",
    "lscr.io",
    "cloudsmith.io",
    "npmjs.org",
    "npmjs.com",
    "yarnpkg.com",
    "pypi.org",
    "pythonhosted.org",
    "nuget.org",
    "pkgs.dev.azure.com",
    "maven.org",
    "rubygems.org",
    "crates.io",
    "debian.org",
    "archive.ubuntu.com",
    "alpinelinux.org",
    "apache.org",
    "golang.org",
    "ubuntu.com",
    "fedoraproject.org",
    "centos.org",
    "anaconda.org",
    "gradle.org",
    "packagist.org",
    "jfrog.io",
    "jitpack.io",
    "packages.microsoft.com",
    "githubusercontent.com",
    "cloudfront.net",
    "cloudflarestorage.com",
    "googleapis.com",
];

/// Services that are no registries, by the end of their names.
const SERVICES: [&str; 9] = [
    "azmk8s.io",
    "vault.azure.net",
    "azurewebsites.net",
    "database.windows.net",
    "servicebus.windows.net",
    "visualstudio.com",
    "dev.azure.com",
    "github.com",
    "svc.cluster.local",
];

impl HostKind {
    /// The kind of a lower-case host name, masked parts allowed (`<name>.azurecr.io`, `***.azurecr.io`).
    pub fn of(host: &str) -> Self {
        let host = host.trim_end_matches('.');
        // Microsoft's own registry stands on the service that it sells.
        if host == "mcrprod.azurecr.io" {
            return Self::Mcr;
        }
        if let Some(inner) =
            ["azurecr.io", "azurecr.cn", "azurecr.us", "azurecr.de"].iter().find_map(|end| host.strip_suffix(end))
        {
            return if inner.ends_with(".data.") || inner.ends_with(".data.privatelink.") {
                Self::DataEndpoint
            } else {
                Self::LoginServer
            };
        }
        if host.contains(".blob.core.") || host.ends_with(".blob.storage.azure.net") {
            Self::Blob
        } else if host == "mcr.microsoft.com"
            || host.ends_with(".mcr.microsoft.com")
            || host.ends_with(".mcr-msedge.net")
        {
            Self::Mcr
        } else if host.starts_with("login.microsoftonline.")
            || host == "login.chinacloudapi.cn"
            || host == "login.windows.net"
        {
            Self::SignIn
        } else if host.starts_with("management.") {
            Self::Management
        } else if host == "localhost" {
            Self::Own
        } else if ends_in(host, &OTHERS) {
            Self::OtherRegistry
        } else if ends_in(host, &SERVICES) {
            Self::OtherService
        } else {
            Self::Unknown
        }
    }
}

/// Whether a name ends in one of these, at the border of a label.
fn ends_in(host: &str, ends: &[&str]) -> bool {
    ends.iter().any(|end| host.strip_suffix(end).is_some_and(|front| front.is_empty() || front.ends_with(['.', '-'])))
}

#[cfg(test)]
mod tests {
    use super::HostKind::{self, *};

    #[test]
    fn names_are_told_apart_by_their_ends() {
        for (host, kind) in [
            ("contoso.azurecr.io", LoginServer),
            ("contoso-e7ggejfuhzhgedc8.azurecr.us.", LoginServer),
            ("***.azurecr.io", LoginServer),
            ("contoso.swedencentral.geo.azurecr.io", LoginServer),
            ("contoso.swedencentral.data.azurecr.io", DataEndpoint),
            ("contoso.eastus.data.privatelink.azurecr.io", DataEndpoint),
            ("weumanaged15.blob.core.windows.net", Blob),
            ("eastus.data.mcr.microsoft.com", Mcr),
            ("mcrprod.azurecr.io", Mcr),
            ("registry-1.docker.io", OtherRegistry),
            ("docker.io", OtherRegistry),
            ("mydocker.io", Unknown),
            ("aks-1.hcp.westeurope.azmk8s.io", OtherService),
            ("pkgs.dev.azure.com", OtherRegistry),
            ("registry.npmjs.org", OtherRegistry),
            ("deb.debian.org", OtherRegistry),
            ("login.microsoftonline.com", SignIn),
            ("management.azure.com", Management),
            ("example.com", Unknown),
        ] {
            assert_eq!(HostKind::of(host), kind, "{host}");
        }
    }
}
