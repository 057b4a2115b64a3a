//! The facts: everything that a text or a setting can show, a closed set.
//!
//! A fact says what was seen, never what it means: that is a weight's business. Its id is stable: weights, recognisers, reports
//! and words refer to it.

use serde::{Deserialize, Serialize};

macro_rules! facts {
    ($($(#[$doc:meta])+ $name:ident = $id:literal,)+) => {
            /// Something that was seen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Fact {$(
            $(#[$doc])+
            #[serde(rename = $id)]
            $name,
        )+}

        impl Fact {
            /// Every fact, grouped by layer.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The id as it stands in `content/`, in reports and in word keys.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

facts! {
    // Who or what printed the text.
    /// Docker's client or daemon, or a tool that drives it.
    ClientDocker = "client-docker",
    /// Podman, Skopeo or Buildah: no daemon, the calling process pulls.
    ClientPodman = "client-podman",
    /// The kubelet and its containerd on a Kubernetes node.
    ClientKubelet = "client-kubelet",
    /// Helm or ORAS.
    ClientHelm = "client-helm",
    /// The Azure CLI.
    ClientAz = "client-az",
    /// A task of the registry, `az acr build` included.
    ClientAcrTasks = "client-acr-tasks",
    /// Azure Container Apps.
    ClientContainerApps = "client-container-apps",
    /// App Service or Functions.
    ClientAppService = "client-app-service",
    /// Azure Container Instances.
    ClientContainerInstances = "client-container-instances",
    /// Azure Machine Learning.
    ClientMachineLearning = "client-machine-learning",
    /// Defender for Cloud.
    ClientDefender = "client-defender",
    /// The registry's own import of images.
    ClientImport = "client-import",
    /// A pipeline agent that the pipeline's host runs.
    ClientHostedAgent = "client-hosted-agent",
    /// A pipeline, on whichever agent.
    ClientPipeline = "client-pipeline",
    /// A library of an Azure SDK or of a programming language.
    ClientSdk = "client-sdk",
    /// The Azure portal.
    ClientPortal = "client-portal",
    /// curl, wget, openssl or another tool for testing.
    ClientCurl = "client-curl",
    /// A command run inside a pod or on a node.
    ClientCluster = "client-cluster",
    /// A program on Windows.
    ClientWindows = "client-windows",
    /// The name has no entry (NXDOMAIN).
    NameUnknown = "name-unknown",
    /// The name exists and has no address (NODATA).
    NameWithoutAddress = "name-without-address",
    /// The DNS server did not answer.
    DnsTimeout = "dns-timeout",
    /// The DNS server answered with a failure (SERVFAIL, REFUSED).
    DnsFailure = "dns-failure",
    /// The DNS server's port refused, or there is no route to it.
    DnsUnreachable = "dns-unreachable",
    /// The resolver gave up for now (EAI_AGAIN).
    DnsTemporary = "dns-temporary",
    /// Azure's own DNS at 168.63.129.16 answered, or failed to.
    DnsByAzure = "dns-by-azure",
    /// A forwarder on the machine itself was asked.
    DnsByStub = "dns-by-stub",
    /// A DNS server with a private address was asked.
    DnsByPrivate = "dns-by-private",
    /// A public DNS server was asked.
    DnsByPublic = "dns-by-public",
    /// The login server resolves to a private address.
    AnswersPrivate = "answers-private",
    /// The login server resolves to a public address.
    AnswersPublic = "answers-public",
    /// The login server resolves to an address that leads nowhere (loopback, 0.0.0.0): a filter or a hosts entry.
    AnswersNowhere = "answers-nowhere",
    /// The chain of names passes `privatelink`: a private endpoint exists.
    PrivatelinkChain = "privatelink-chain",
    /// A data endpoint resolves to a private address.
    DataAnswersPrivate = "data-answers-private",
    /// A data endpoint resolves to a public address.
    DataAnswersPublic = "data-answers-public",
    /// The login server's suffix was appended twice.
    SuffixDoubled = "suffix-doubled",
    /// The login server ends in something that no cloud uses.
    SuffixWrong = "suffix-wrong",
    /// A `privatelink` name was used as a login server.
    PrivatelinkNameUsed = "privatelink-name-used",
    /// The reference of an image is not well formed.
    NameInvalid = "name-invalid",
    /// The registry's own name is not well formed.
    RegistryNameInvalid = "registry-name-invalid",
    /// Of two login servers named, one is the other's without the hash of its domain name label.
    LabelHashMissing = "label-hash-missing",
    /// The TCP connection was made.
    TcpOk = "tcp-ok",
    /// The connection was refused.
    TcpRefused = "tcp-refused",
    /// The connection was not answered in time.
    TcpTimeout = "tcp-timeout",
    /// No route to the address.
    TcpUnreachable = "tcp-unreachable",
    /// The connection was reset.
    TcpReset = "tcp-reset",
    /// The machine itself forbade the connection.
    TcpForbidden = "tcp-forbidden",
    /// The other side closed before it answered (EOF).
    EndedEarly = "ended-early",
    /// A connection or an answer did not come before the client's patience ended.
    HttpTimeout = "http-timeout",
    /// The request was given up by its caller.
    Canceled = "canceled",
    /// No connection, for a reason that the text does not tell.
    ConnectFailed = "connect-failed",
    /// The failing connection went to a private address.
    ToPrivate = "to-private",
    /// The failing connection went to a public address.
    ToPublic = "to-public",
    /// The failing connection went to an IPv6 address.
    ToIpv6 = "to-ipv6",
    /// The failing connection went to the machine itself or to 0.0.0.0.
    ToNowhere = "to-nowhere",
    /// It happened at a registry's login server.
    AtLoginServer = "at-login-server",
    /// It happened at the token service.
    AtToken = "at-token",
    /// It happened at a manifest.
    AtManifest = "at-manifest",
    /// It happened at the layers.
    AtLayers = "at-layers",
    /// It happened at a dedicated data endpoint.
    AtDataEndpoint = "at-data-endpoint",
    /// It happened at blob storage.
    AtBlob = "at-blob",
    /// It happened during an upload.
    AtPush = "at-push",
    /// It happened at the sign-in host of Microsoft Entra ID.
    AtSignIn = "at-sign-in",
    /// It happened at Azure Resource Manager.
    AtManagement = "at-management",
    /// It happened at Microsoft's public registry.
    AtMcr = "at-mcr",
    /// It happened at a service that is no registry: a cluster's own address, a vault, GitHub.
    AtOtherService = "at-other-service",
    /// It happened at a registry that is not in Azure.
    AtOtherRegistry = "at-other-registry",
    /// A proxy takes part.
    ProxyInUse = "proxy-in-use",
    /// The proxy itself cannot be reached.
    ProxyUnreachable = "proxy-unreachable",
    /// The proxy's name does not resolve.
    ProxyNameUnknown = "proxy-name-unknown",
    /// The proxy hung up, or does not speak what was expected.
    ProxyEnded = "proxy-ended",
    /// The proxy wants a login (407).
    ProxyWantsLogin = "proxy-wants-login",
    /// The proxy refuses the host.
    ProxyRefuses = "proxy-refuses",
    /// The proxy cannot reach the host either.
    ProxyGatewayError = "proxy-gateway-error",
    /// A page of HTML came where the registry should have answered.
    BlockPage = "block-page",
    /// The TLS handshake was completed.
    TlsOk = "tls-ok",
    /// The certificate's issuer is not trusted.
    TlsUnknownAuthority = "tls-unknown-authority",
    /// The certificate is for another name.
    TlsNameMismatch = "tls-name-mismatch",
    /// The certificate has expired, by the client's clock.
    TlsExpired = "tls-expired",
    /// The certificate is not valid yet, by the client's clock.
    TlsNotYetValid = "tls-not-yet-valid",
    /// The TLS handshake was not answered in time.
    TlsTimeout = "tls-timeout",
    /// What answered does not speak TLS.
    TlsNotTls = "tls-not-tls",
    /// The handshake was broken off.
    TlsRefused = "tls-refused",
    /// The certificate was issued by a maker of inspecting proxies or by a company's own authority.
    InspectionIssuer = "inspection-issuer",
    /// The certificate was issued by one of the authorities that Azure uses.
    MicrosoftIssuer = "microsoft-issuer",
    /// The registry names a client address and denies it access.
    ClientIpDenied = "client-ip-denied",
    /// The denied address is private: the request came by the private path.
    ClientIpPrivate = "client-ip-private",
    /// The denied address is public.
    ClientIpPublic = "client-ip-public",
    /// The denied address is an IPv6 address.
    ClientIpIpv6 = "client-ip-ipv6",
    /// 403, without a reason.
    Forbidden = "forbidden",
    /// The registry or portal says that the caller has no access and points at network rules.
    NoAccess = "no-access",
    /// 401, without more.
    Unauthorized = "unauthorized",
    /// 401 with the registry's challenge: the path works.
    ChallengeSeen = "challenge-seen",
    /// A 2xx answer.
    HttpOk = "http-ok",
    /// 404, without more.
    NotFound = "not-found",
    /// 429: too many requests.
    Throttled = "throttled",
    /// 500 and the like.
    ServerError = "server-error",
    /// 502.
    GatewayError = "gateway-error",
    /// 503.
    Unavailable = "unavailable",
    /// 504.
    GatewayTimeout = "gateway-timeout",
    /// Blob storage refuses by its XML error `AuthorizationFailure`.
    StorageDenied = "storage-denied",
    /// Blob storage got a header that it does not want (`InvalidAuthenticationInfo`).
    StorageAuthHeader = "storage-auth-header",
    /// An answer that carries the registry's own header.
    RegistryHeader = "registry-header",
    // Signing in and permissions.
    /// The registry asks for authentication.
    AuthRequired = "auth-required",
    /// The caller lacks the permission (insufficient_scope, denied by role).
    ScopeMissing = "scope-missing",
    /// A wrong password, secret or user.
    SecretWrong = "secret-wrong",
    /// The secret or certificate of an application has expired.
    SecretExpired = "secret-expired",
    /// A token has expired.
    TokenExpired = "token-expired",
    /// The Azure CLI is not signed in.
    AzureNotSignedIn = "azure-not-signed-in",
    /// The directory, application or user belongs elsewhere.
    TenantWrong = "tenant-wrong",
    /// An Azure role is missing.
    RoleMissing = "role-missing",
    /// No credentials were sent or stored.
    CredentialsMissing = "credentials-missing",
    /// The credential helper is missing or fails.
    CredentialHelperFails = "credential-helper-fails",
    /// A managed identity is missing or cannot be used.
    IdentityMissing = "identity-missing",
    /// The admin user is not enabled.
    AdminUserOff = "admin-user-off",
    /// A sign-in policy interferes (multi-factor, conditional access).
    SignInBlocked = "sign-in-blocked",
    /// The exchange of tokens was rejected.
    TokenRejected = "token-rejected",
    /// The exchange of tokens was answered with 403.
    TokenForbidden = "token-forbidden",
    /// The Docker daemon does not run or does not answer.
    DaemonNotRunning = "daemon-not-running",
    /// No Docker is installed or found.
    DockerMissing = "docker-missing",
    /// The Docker socket may not be opened.
    SocketDenied = "socket-denied",
    /// The disk is full.
    DiskFull = "disk-full",
    /// Something else on the machine itself.
    LocalFault = "local-fault",
    /// The registry has no such tag or digest.
    TagMissing = "tag-missing",
    /// The registry has no such repository.
    RepositoryMissing = "repository-missing",
    /// The image is not there, by a text that names neither tag nor repository.
    ImageMissing = "image-missing",
    /// The image has no variant for the platform.
    PlatformMissing = "platform-missing",
    /// The image is for another platform than the machine's: a warning, since emulation may do.
    PlatformDiffers = "platform-differs",
    /// The image's format is not supported by the client.
    FormatUnsupported = "format-unsupported",
    /// The registry refuses the image or operation (locked, quarantined, too big, quota).
    ImageRefused = "image-refused",
    /// The client limits its own pulls.
    PullLimited = "pull-limited",
    /// The container failed after its image had been pulled, or a step of a build did.
    ContainerFails = "container-fails",
    /// A file, argument or build context of the reader's own is wrong.
    InputWrong = "input-wrong",
    /// The content does not match its digest.
    ImageDamaged = "image-damaged",
    /// A pull failed and the text gives no reason.
    PullUnexplained = "pull-unexplained",
    /// A service could not build or start what it was to, and the text does not say why.
    BuildUnexplained = "build-unexplained",
    // Azure resources and settings.
    /// The registry is not found in the subscription.
    RegistryNotListed = "registry-not-listed",
    /// The subscription itself is not found or not the caller's.
    SubscriptionWrong = "subscription-wrong",
    /// A listing shows registries, the wanted one not among them.
    ListingShowsOther = "listing-shows-other",
    /// Network settings could not be saved.
    RulesNotSaved = "rules-not-saved",
    /// The registry's tier lacks the feature.
    SkuTooSmall = "sku-too-small",
    /// The resource provider is not registered.
    ProviderMissing = "provider-missing",
    /// Public network access is disabled.
    PublicAccessOff = "public-access-off",
    /// Public network access is for selected networks.
    PublicAccessSelected = "public-access-selected",
    /// Public network access is for all networks.
    PublicAccessAll = "public-access-all",
    /// The denied address is in none of the rules.
    RulesLackClient = "rules-lack-client",
    /// The denied address is in the rules.
    RulesHoldClient = "rules-hold-client",
    /// A private endpoint is approved.
    EndpointApproved = "endpoint-approved",
    /// A private endpoint's connection is pending, rejected or disconnected.
    EndpointNotApproved = "endpoint-not-approved",
    /// A private endpoint could not be created or changed.
    EndpointFails = "endpoint-fails",
    /// The registry has no private endpoint.
    EndpointNone = "endpoint-none",
    /// A private endpoint has addresses in a network.
    EndpointExists = "endpoint-exists",
    /// Dedicated data endpoints are on.
    DataEndpointOn = "data-endpoint-on",
    /// Dedicated data endpoints are off.
    DataEndpointOff = "data-endpoint-off",
    /// Trusted services are not let past the rules.
    TrustedServicesOff = "trusted-services-off",
    /// Tasks are not let past the rules.
    TasksNotLetIn = "tasks-not-let-in",
    /// The private zone has no record for the registry.
    RecordMissing = "record-missing",
    /// The private zone has no record for a data endpoint.
    DataRecordMissing = "data-record-missing",
    /// The private zone has records for the registry and a data endpoint.
    ZoneHoldsRecords = "zone-holds-records",
    /// A network is linked to the private zone.
    ZoneLinked = "zone-linked",
    /// The private zone is missing.
    ZoneMissing = "zone-missing",
    /// The private zone is not linked.
    ZoneUnlinked = "zone-unlinked",
    /// The name resolves to another address than the private endpoint's.
    RoutingWrong = "routing-wrong",
    /// The name resolves to the private endpoint.
    RoutingOk = "routing-ok",
    /// More than one private endpoint serves the network.
    SeveralEndpoints = "several-endpoints",
    /// A subnet has no addresses left.
    SubnetFull = "subnet-full",
    /// The private endpoint has static addresses.
    StaticAddress = "static-address",
    /// A service says that it cannot get past the registry's network rules.
    ServiceNotTrusted = "service-not-trusted",
    /// The pull went through a virtual network.
    VnetPathUsed = "vnet-path-used",
    /// The client says that the host is not reachable.
    HostNotReachable = "host-not-reachable",
    /// A network security group stopped the connection.
    BlockedByGroup = "blocked-by-group",
    /// Azure Firewall stopped the connection.
    BlockedByAzureFirewall = "blocked-by-azure-firewall",
    /// A product's own check of the network says that a needed address cannot be reached.
    EgressCheckFails = "egress-check-fails",
    /// Docker works.
    DaemonOk = "daemon-ok",
    /// The name resolves.
    DnsOk = "dns-ok",
    /// The challenge at `/v2/` came.
    ChallengeOk = "challenge-ok",
    /// A refresh token was given: signed in, and admitted by the rules.
    RefreshTokenOk = "refresh-token-ok",
    /// An access token was given.
    AccessTokenOk = "access-token-ok",
    /// The login succeeded.
    SignedIn = "signed-in",
    /// An image was pulled or pushed.
    TransferOk = "transfer-ok",
    /// The cluster's check says that it can pull.
    ClusterCanPull = "cluster-can-pull",
    /// The token service answered without denying the client's address.
    TokenAnswered = "token-answered",
    /// A dedicated data endpoint answered.
    DataReached = "data-reached",
    /// A host of blob storage answered.
    StorageReached = "storage-reached",
    /// The client's clock is more than five minutes from the registry's.
    ClockOff = "clock-off",
    /// The health check got no challenge, for whatever reason.
    ChallengeFailed = "challenge-failed",
    /// The health check got no refresh token.
    RefreshTokenFailed = "refresh-token-failed",
    /// The health check got no access token.
    AccessTokenFailed = "access-token-failed",
    /// Helm or Notary is missing: of no consequence.
    SideToolMissing = "side-tool-missing",
    /// The health check's closing line.
    HealthLink = "health-link",
    // Hints: words that say little, kept only where nothing else was recognised.
    /// Something took too long.
    HintTimeout = "hint-timeout",
    /// Some connection failed.
    HintConnection = "hint-connection",
    /// A private way to the registry is spoken of.
    HintPrivate = "hint-private",
    /// Something was denied.
    HintDenied = "hint-denied",
    /// Something was not found.
    HintMissing = "hint-missing",
    /// Something about a certificate.
    HintCertificate = "hint-certificate",
    /// Something about credentials or permissions.
    HintCredentials = "hint-credentials",
    /// Something failed.
    HintFailure = "hint-failure",
}
