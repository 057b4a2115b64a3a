//! What stands in for the reader's own names in words and commands.

/// A name or address of the reader's own, written `{registry}` in content.
///
/// Until the reader has said it, the page shows the name in angle brackets, the way manuals do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// The registry's resource name, as `az acr … --name` wants it: `contosoprod`.
    Registry,
    /// The host that Docker talks to: `contosoprod.azurecr.io`.
    LoginServer,
    /// The cloud's suffix of login servers: `azurecr.io`.
    Suffix,
    /// The cloud's suffix of blob hosts: `blob.core.windows.net`.
    BlobSuffix,
    /// The cloud's sign-in host: `login.microsoftonline.com`.
    SignIn,
    /// The cloud's management host: `management.azure.com`.
    Management,
    /// The short name of the registry's region: `swedencentral`.
    Region,
    /// The address that the registry sees.
    ClientIp,
    /// The program that pulls, as its commands for signing in begin: `docker`, `helm registry`.
    Client,
    /// Its command for pulling, up to the image's name: `docker pull `.
    Pull,
    /// The resource group.
    ResourceGroup,
    /// The repository inside the registry.
    Repository,
    /// The tag of the image.
    Tag,
    /// The AKS cluster.
    Cluster,
    /// The virtual network.
    Vnet,
    /// The subnet.
    Subnet,
    /// The private endpoint.
    PrivateEndpoint,
    /// Host and port of the proxy.
    Proxy,
    /// The App Service app.
    App,
    /// The task of the registry.
    Task,
}

impl Placeholder {
    /// Every placeholder.
    pub const ALL: [Self; 20] = [
        Self::Registry,
        Self::LoginServer,
        Self::Suffix,
        Self::BlobSuffix,
        Self::SignIn,
        Self::Management,
        Self::Region,
        Self::ClientIp,
        Self::Client,
        Self::Pull,
        Self::ResourceGroup,
        Self::Repository,
        Self::Tag,
        Self::Cluster,
        Self::Vnet,
        Self::Subnet,
        Self::PrivateEndpoint,
        Self::Proxy,
        Self::App,
        Self::Task,
    ];

    /// The name between the braces.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::LoginServer => "login-server",
            Self::Suffix => "suffix",
            Self::BlobSuffix => "blob-suffix",
            Self::SignIn => "sign-in",
            Self::Management => "management",
            Self::Region => "region",
            Self::ClientIp => "client-ip",
            Self::Client => "client",
            Self::Pull => "pull",
            Self::ResourceGroup => "resource-group",
            Self::Repository => "repository",
            Self::Tag => "tag",
            Self::Cluster => "cluster",
            Self::Vnet => "vnet",
            Self::Subnet => "subnet",
            Self::PrivateEndpoint => "private-endpoint",
            Self::Proxy => "proxy",
            Self::App => "app",
            Self::Task => "task",
        }
    }

    /// The placeholder of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placeholder| placeholder.as_str() == name)
    }

    /// What is shown until the reader's own name is known.
    pub fn default_text(self) -> &'static str {
        match self {
            Self::Registry => "<registry>",
            Self::LoginServer => "<registry>.azurecr.io",
            Self::Suffix => "azurecr.io",
            Self::BlobSuffix => "blob.core.windows.net",
            Self::SignIn => "login.microsoftonline.com",
            Self::Management => "management.azure.com",
            Self::Region => "<region>",
            Self::ClientIp => "<client-ip>",
            Self::Client => "docker",
            Self::Pull => "docker pull ",
            Self::ResourceGroup => "<resource-group>",
            Self::Repository => "<repository>",
            Self::Tag => "<tag>",
            Self::Cluster => "<cluster>",
            Self::Vnet => "<vnet>",
            Self::Subnet => "<subnet>",
            Self::PrivateEndpoint => "<private-endpoint>",
            Self::Proxy => "<proxy>:<port>",
            Self::App => "<app>",
            Self::Task => "<task>",
        }
    }
}
