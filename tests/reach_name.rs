//! The name parser, as a table: what readers type and paste, and what becomes of it.

use registry_guide::knowledge::{Cloud, Control};
use registry_guide::reach::{NameErrorId, NameHint, Registry, RegistryKind, parse, parse_self_hosted};
use registry_guide::words::Placeholder;

fn cloud(id: &str, suffix: &str, blob: &str, regions: &[&str]) -> Cloud {
    Cloud {
        id: id.into(),
        suffix: suffix.into(),
        blob_suffix: blob.into(),
        storage_probe: None,
        sign_in: "sign-in.example".into(),
        management: "management.example".into(),
        regions: regions.iter().map(ToString::to_string).collect(),
        controls: vec![Control { url: "https://mcr.microsoft.com/v2/".into() }],
    }
}

fn clouds() -> Vec<Cloud> {
    vec![
        cloud("public", "azurecr.io", "blob.core.windows.net", &["swedencentral", "westeurope"]),
        cloud("china", "azurecr.cn", "blob.core.chinacloudapi.cn", &["chinaeast2"]),
        cloud("us-government", "azurecr.us", "blob.core.usgovcloudapi.net", &["usgovvirginia"]),
    ]
}

fn registry(input: &str) -> Registry {
    match parse(input, &clouds()) {
        Ok(registry) => registry,
        Err(error) => panic!("{input:?}: {error}"),
    }
}

/// Asserts the login server and the hints of each input.
#[track_caller]
fn read_as(login_server: &str, hints: &[NameHint], inputs: &[&str]) {
    for input in inputs {
        let registry = registry(input);
        assert_eq!(registry.login_server(), login_server, "{input:?}");
        assert_eq!(registry.hints(), hints, "{input:?}");
    }
}

/// Asserts the reason and the suggestion for each input.
#[track_caller]
fn refused_as(id: NameErrorId, cases: &[(&str, Option<&str>)]) {
    for (input, suggestion) in cases {
        let error = parse(input, &clouds()).expect_err(input);
        assert_eq!((error.id(), error.suggestion().as_deref()), (id, *suggestion), "{input:?}");
    }
}

const LOGIN: &str = "contosoprod.azurecr.io";

#[test]
fn a_short_name_is_taken_to_be_in_the_first_cloud_and_that_is_said() {
    read_as(LOGIN, &[NameHint::SuffixAssumed], &["contosoprod", " contosoprod\n", "\"contosoprod\"", "contosoprod/"]);
}

#[test]
fn a_login_server_is_taken_as_it_is() {
    read_as(
        LOGIN,
        &[],
        &[
            "contosoprod.azurecr.io",
            "  contosoprod.azurecr.io  ",
            "`contosoprod.azurecr.io`",
            "«contosoprod.azurecr.io»",
            "<contosoprod.azurecr.io>,",
            "contosoprod.azurecr.io.",
            "contosoprod.azurecr.io/",
            "contosoprod.azurecr.io./",
            "contosoprod.azurecr.io:443",
            "\u{feff}contosoprod.azurecr.io\u{200b}",
        ],
    );
}

#[test]
fn one_dash_means_a_label_hash() {
    let registry = registry("contosoacr-e7ggejfuhzhgedc8.azurecr.io");
    let name = registry.azure().expect("a registry in Azure");
    assert_eq!(name.resource, "contosoacr");
    assert_eq!(name.label_hash.as_deref(), Some("e7ggejfuhzhgedc8"));
    assert_eq!(name.label(), "contosoacr-e7ggejfuhzhgedc8");
    assert_eq!(registry.login_server(), "contosoacr-e7ggejfuhzhgedc8.azurecr.io");
    assert_eq!(registry.hints(), []);
}

#[test]
fn a_dash_before_something_unlike_a_hash_is_read_with_a_hint() {
    read_as("contoso-prod.azurecr.io", &[NameHint::UnusualHash], &["contoso-prod.azurecr.io"]);
}

#[test]
fn a_regional_endpoint_is_a_login_server_of_its_own() {
    let host = "contosoprod.swedencentral.geo.azurecr.io";
    read_as(host, &[NameHint::RegionalEndpoint], &[host]);
    let registry = registry(host);
    let name = registry.azure().expect("a registry in Azure");
    assert!(name.is_regional);
    assert_eq!(name.region.as_ref().map(|region| region.as_str()), Some("swedencentral"));
    assert_eq!(name.resource, "contosoprod");
}

#[test]
fn a_data_endpoint_tells_the_login_server_and_the_region() {
    read_as(LOGIN, &[NameHint::DataEndpoint], &["contosoprod.swedencentral.data.azurecr.io"]);
    let registry = registry("contosoprod.swedencentral.data.azurecr.io");
    let region = registry.azure().and_then(|name| name.region.as_ref()).map(|region| region.as_str());
    assert_eq!(region, Some("swedencentral"));
}

#[test]
fn an_unknown_region_is_accepted_with_a_hint() {
    read_as(LOGIN, &[NameHint::DataEndpoint, NameHint::UnknownRegion], &["contosoprod.marsnorth1.data.azurecr.io"]);
}

#[test]
fn a_private_link_name_leads_back_to_the_login_server() {
    read_as(LOGIN, &[NameHint::PrivateLinkName], &["contosoprod.privatelink.azurecr.io"]);
    read_as(
        LOGIN,
        &[NameHint::PrivateLinkName, NameHint::DataEndpoint],
        &["contosoprod.westeurope.data.privatelink.azurecr.io"],
    );
}

#[test]
fn national_clouds_are_known_by_their_suffix() {
    for (input, cloud) in [("contosoprod.azurecr.cn", "china"), ("contosoprod.azurecr.us", "us-government")] {
        let registry = registry(input);
        assert_eq!(registry.login_server(), input);
        assert_eq!(registry.azure().map(|name| name.cloud.as_str()), Some(cloud));
    }
}

#[test]
fn an_image_reference_gives_repository_tag_and_digest() {
    let digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    let reference = format!("contosoprod.azurecr.io/team/app:1.0@{digest}");
    let registry = registry(&reference);
    let image = registry.image().expect("an image was named");
    assert_eq!((image.repository.as_str(), image.tag.as_deref()), ("team/app", Some("1.0")));
    assert_eq!(image.digest.as_deref(), Some(digest));
    assert_eq!(registry.reference(), reference);
}

#[test]
fn what_is_no_image_is_left_out_with_a_hint() {
    read_as(
        LOGIN,
        &[NameHint::ImageUnread],
        &["contosoprod.azurecr.io/Team/App", "contosoprod.azurecr.io/åäö", "contosoprod.azurecr.io/app:-1"],
    );
}

#[test]
fn an_address_of_the_interface_is_understood() {
    for (input, repository, tag) in [
        ("https://contosoprod.azurecr.io/v2/", None, None),
        ("HTTPS://contosoprod.azurecr.io", None, None),
        ("https:/contosoprod.azurecr.io/", None, None),
        ("contosoprod.azurecr.io/v2/", None, None),
        ("https://contosoprod.azurecr.io/v2/_catalog?n=5", None, None),
        ("https://contosoprod.azurecr.io/v2/team/app/manifests/1.0", Some("team/app"), Some("1.0")),
        ("https://contosoprod.azurecr.io/v2/app/tags/list", Some("app"), None),
        ("https://contosoprod.azurecr.io/app:2", Some("app"), Some("2")),
        ("https://contosoprod.azurecr.io/oauth2/token?service=contosoprod.azurecr.io", None, None),
        ("docker://contosoprod.azurecr.io/app:2", Some("app"), Some("2")),
        ("oci://contosoprod.azurecr.io/helm/chart", Some("helm/chart"), None),
    ] {
        let registry = registry(input);
        assert_eq!(registry.login_server(), LOGIN, "{input}");
        assert_eq!(registry.hints(), [], "{input}");
        let image = registry.image();
        assert_eq!(image.map(|image| image.repository.as_str()), repository, "{input}");
        assert_eq!(image.and_then(|image| image.tag.as_deref()), tag, "{input}");
    }
}

#[test]
fn a_command_line_names_its_registry() {
    for line in [
        "docker pull contosoprod.azurecr.io/team/app:1.0",
        "$ sudo docker pull contosoprod.azurecr.io/team/app:1.0",
        "docker login contosoprod.azurecr.io -u someone@example.com -p secret",
        "docker login -u someone@example.com contosoprod.azurecr.io",
        "docker build --pull -t contosoprod.azurecr.io/app:1 .",
        "docker run -e URL=https://www.example.com contosoprod.azurecr.io/app",
        "FROM contosoprod.azurecr.io/app:1 AS build",
        "  image: \"contosoprod.azurecr.io/app:1\"",
        "- image: contosoprod.azurecr.io/app:1",
        "skopeo inspect docker://contosoprod.azurecr.io/app:1",
        "helm pull oci://contosoprod.azurecr.io/helm/chart --version 1",
        "az acr login --name contosoprod",
        "az acr login -n contosoprod",
        "az acr build --image app:1 --registry=contosoprod .",
        "az aks check-acr -g rg -n cluster --acr contosoprod.azurecr.io",
    ] {
        assert_eq!(registry(line).login_server(), LOGIN, "{line}");
    }
}

#[test]
fn a_resource_id_or_portal_address_names_its_registry() {
    let id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/ContosoProd";
    read_as(
        LOGIN,
        &[NameHint::SuffixAssumed],
        &[id, &format!("https://portal.azure.com/#@contoso.example/resource{id}/networking")],
    );
}

#[test]
fn nothing_is_answered_as_nothing() {
    refused_as(NameErrorId::Empty, &[("", None), ("  \n", None), ("\"\"", None), ("https://", None), ("///", None)]);
}

#[test]
fn spaces_inside_get_the_joined_name_where_that_can_be_read() {
    refused_as(
        NameErrorId::Spaces,
        &[
            ("contoso prod", Some("contosoprod.azurecr.io")),
            ("contosoprod .azurecr.io", Some("contosoprod.azurecr.io")),
            ("my registry cannot be reached, help", None),
            ("az acr check-health", None),
        ],
    );
}

#[test]
fn addresses_are_no_names() {
    refused_as(
        NameErrorId::IpAddress,
        &[("10.0.0.4", None), ("https://10.0.0.4:5000/v2/", None), ("[fe80::1]:5000", None), ("::1", None)],
    );
}

#[test]
fn plain_http_gets_the_name_without_it() {
    refused_as(
        NameErrorId::Http,
        &[("http://contosoprod.azurecr.io/v2/", Some("contosoprod.azurecr.io")), ("http://registry.example.com", None)],
    );
}

#[test]
fn other_schemes_get_the_name_without_them() {
    refused_as(NameErrorId::OtherScheme, &[("ftp://contosoprod.azurecr.io", Some("contosoprod.azurecr.io"))]);
}

#[test]
fn capitals_get_the_small_letters() {
    refused_as(
        NameErrorId::UpperCase,
        &[
            ("ContosoProd", Some("contosoprod.azurecr.io")),
            ("ContosoProd.azurecr.io", Some("contosoprod.azurecr.io")),
            ("contosoprod.AzureCR.io/app:RC1", Some("contosoprod.azurecr.io/app:RC1")),
        ],
    );
}

#[test]
fn capitals_are_not_blamed_for_what_else_is_wrong() {
    refused_as(NameErrorId::LookAlike, &[("ContosoProd.azurecr.com", Some("contosoprod.azurecr.io"))]);
    refused_as(NameErrorId::Length, &[("ACR", None)]);
}

#[test]
fn an_unknown_suffix_may_be_the_readers_own_registry() {
    refused_as(
        NameErrorId::UnknownSuffix,
        &[
            ("registry.example.com", None),
            ("registry.example.com:5000/app", None),
            ("contoso.prod", None),
            ("localhost:5000", None),
            ("registry:5000/app", None),
            ("https://contosoprod", Some("contosoprod.azurecr.io")),
        ],
    );
    let error = parse("registry.example.com:5000", &clouds()).expect_err("not in Azure");
    assert!(error.may_be_self_hosted());
}

#[test]
fn short_names_with_a_dash_get_the_full_name_only_where_the_dash_can_be_a_hash() {
    refused_as(
        NameErrorId::Dash,
        &[
            ("contosoacr-e7ggejfuhzhgedc8", Some("contosoacr-e7ggejfuhzhgedc8.azurecr.io")),
            ("contoso-prod", None),
            ("my-contoso-registry", None),
        ],
    );
}

#[test]
fn impossible_characters_and_forms_are_named() {
    refused_as(
        NameErrorId::Character,
        &[
            ("contoso_prod", None),
            ("contoso_prod.azurecr.io", None),
            ("*.azurecr.io", None),
            ("<registry>.azurecr.io", None),
            ("$REGISTRY.azurecr.io", None),
        ],
    );
    refused_as(
        NameErrorId::Malformed,
        &[
            ("contosoprod..azurecr.io", None),
            ("contosoprod-.azurecr.io", None),
            (&format!("{}.example.com", "a".repeat(64)), None),
        ],
    );
    refused_as(NameErrorId::ForeignLetters, &[("contosopröd", None), ("contosoprod.аzurecr.io", None)]);
    refused_as(NameErrorId::Invisible, &[("contoso\u{1b}[0mprod", None), ("contoso\0prod", None)]);
    refused_as(NameErrorId::TooLong, &[(&"a".repeat(5000), None)]);
}

#[test]
fn names_of_registries_have_5_to_50_characters() {
    refused_as(
        NameErrorId::Length,
        &[
            ("acr", None),
            ("acr1.azurecr.io", None),
            (&"a".repeat(51), None),
            (&format!("{}.azurecr.io", "a".repeat(51)), None),
            ("my-registry.azurecr.io", None),
        ],
    );
    assert_eq!(registry(&"a".repeat(50)).login_server().len(), 50 + ".azurecr.io".len());
    assert_eq!(registry("abcde").login_server(), "abcde.azurecr.io");
}

#[test]
fn more_than_one_dash_is_no_label_hash() {
    refused_as(NameErrorId::ManyDashes, &[("my-contoso-registry.azurecr.io", None)]);
}

#[test]
fn a_doubled_suffix_gets_the_single_one() {
    refused_as(
        NameErrorId::SuffixDoubled,
        &[
            ("contosoprod.azurecr.io.azurecr.io", Some("contosoprod.azurecr.io")),
            ("contosoprod.azurecr.us.azurecr.io/app:1", Some("contosoprod.azurecr.us/app:1")),
        ],
    );
}

#[test]
fn a_suffix_or_zone_alone_names_no_registry() {
    refused_as(
        NameErrorId::NameMissing,
        &[
            ("azurecr.io", None),
            ("privatelink.azurecr.io", None),
            ("swedencentral.data.azurecr.io", None),
            ("swedencentral.data.privatelink.azurecr.io", None),
        ],
    );
    refused_as(NameErrorId::Malformed, &[(".azurecr.io", None)]);
}

#[test]
fn extra_parts_get_the_name_without_them() {
    refused_as(
        NameErrorId::ExtraParts,
        &[
            ("contosoprod.swedencentral.azurecr.io", Some("contosoprod.azurecr.io")),
            ("www.contosoprod.azurecr.io", Some("contosoprod.azurecr.io")),
            ("a.b.azurecr.io", None),
        ],
    );
}

#[test]
fn near_misses_of_the_suffix_get_the_right_one() {
    for host in [
        "contosoprod.azurecr.com",
        "contosoprod.azurecr.oi",
        "contosoprod.azurcr.io",
        "contosoprod.azureacr.io",
        "contosoprod.azurecr.net",
        "contosoprod.azurecr",
        "contosoprodazurecr.io",
        "contosoprod.azurecr.io.corp.example.com",
    ] {
        refused_as(NameErrorId::LookAlike, &[(host, Some("contosoprod.azurecr.io"))]);
    }
    assert!(parse("contosoprod.azurecr.com", &clouds()).expect_err("no such suffix").may_be_self_hosted());
}

#[test]
fn other_registries_are_recognised() {
    for input in [
        "docker.io/library/nginx",
        "ghcr.io/contoso/app:1",
        "mcr.microsoft.com/dotnet/sdk",
        "quay.io",
        "eu.gcr.io/project/app",
        "123456789012.dkr.ecr.eu-north-1.amazonaws.com/app",
        "docker pull nginx",
        "docker pull nginx:1.27",
        "docker pull ghcr.io/contoso/app:1",
    ] {
        refused_as(NameErrorId::OtherRegistry, &[(input, None)]);
    }
}

#[test]
fn an_image_without_a_host_is_said_to_come_from_docker_hub() {
    refused_as(
        NameErrorId::HostMissing,
        &[
            ("contosoprod/app:1.0", Some("contosoprod.azurecr.io/app:1.0")),
            ("docker pull contosoprod/app", Some("contosoprod.azurecr.io/app")),
            ("acr/app", None),
        ],
    );
}

#[test]
fn storage_hosts_are_no_registries() {
    refused_as(NameErrorId::StorageHost, &[("weureplstore76.blob.core.windows.net", None)]);
}

#[test]
fn registries_in_azure_have_one_port() {
    refused_as(
        NameErrorId::Port,
        &[
            ("contosoprod.azurecr.io:5000/app", Some("contosoprod.azurecr.io")),
            ("contosoprod.azurecr.io:latest", Some("contosoprod.azurecr.io")),
            ("contosoprod.azurecr.io:99999", Some("contosoprod.azurecr.io")),
            ("registry.example.com:0", None),
        ],
    );
}

#[test]
fn a_password_is_refused_and_never_repeated() {
    let error = parse("https://someone:secret@contosoprod.azurecr.io/app", &clouds()).expect_err("user information");
    assert_eq!(error.id(), NameErrorId::UserInfo);
    assert_eq!(error.suggestion().as_deref(), Some("contosoprod.azurecr.io/app"));
    assert!(!format!("{error} {error:?}").contains("secret"));
}

#[test]
fn a_registry_of_the_readers_own_is_read_once_they_have_said_so() {
    for (input, authority, port, path) in [
        ("registry.example.com:5000", "registry.example.com:5000", Some(5000), "https://registry.example.com:5000/v2/"),
        ("https://registry.example.com/v2/", "registry.example.com", None, "https://registry.example.com/v2/"),
        ("registry", "registry", None, "https://registry/v2/"),
        ("registry:5000/app:1", "registry:5000", Some(5000), "https://registry:5000/v2/"),
        ("my-registry.example.com:443", "my-registry.example.com", None, "https://my-registry.example.com/v2/"),
    ] {
        let registry = parse_self_hosted(input).expect(input);
        assert_eq!(registry.kind(), &RegistryKind::SelfHosted);
        assert_eq!((registry.authority().as_str(), registry.port()), (authority, port));
        assert_eq!(registry.path_url(), path);
        assert_eq!(registry.rules_url(), None);
    }
}

#[test]
fn a_registry_of_the_readers_own_must_still_be_a_host() {
    for (input, id, suggestion) in [
        ("http://registry.example.com", NameErrorId::Http, Some("registry.example.com")),
        ("Registry.example.com:5000/app", NameErrorId::UpperCase, Some("registry.example.com:5000/app")),
        ("10.0.0.4:5000", NameErrorId::IpAddress, None),
        ("my registry", NameErrorId::Spaces, None),
        ("", NameErrorId::Empty, None),
        ("registry.example.com:port", NameErrorId::Port, Some("registry.example.com")),
        ("registry_1.example.com", NameErrorId::Character, None),
    ] {
        let error = parse_self_hosted(input).expect_err(input);
        assert_eq!((error.id(), error.suggestion().as_deref()), (id, suggestion), "{input}");
    }
}

#[test]
fn the_readers_own_names_are_ready_for_commands() {
    let clouds = clouds();
    let values = registry("contosoacr-e7ggejfuhzhgedc8.usgovvirginia.data.azurecr.us").values(&clouds);
    let value = |placeholder| values.get(&placeholder).map(String::as_str);
    assert_eq!(value(Placeholder::Registry), Some("contosoacr"));
    assert_eq!(value(Placeholder::LoginServer), Some("contosoacr-e7ggejfuhzhgedc8.azurecr.us"));
    assert_eq!(value(Placeholder::Suffix), Some("azurecr.us"));
    assert_eq!(value(Placeholder::BlobSuffix), Some("blob.core.usgovcloudapi.net"));
    assert_eq!(value(Placeholder::Region), Some("usgovvirginia"));
    assert_eq!(value(Placeholder::Repository), None);
    let values = registry("contosoprod.azurecr.io/team/app:1.0").values(&clouds);
    assert_eq!(values.get(&Placeholder::Repository).map(String::as_str), Some("team/app"));
    assert_eq!(values.get(&Placeholder::Tag).map(String::as_str), Some("1.0"));
}

#[test]
fn without_any_cloud_nothing_is_a_registry_in_azure() {
    for input in ["contosoprod", "contosoprod.azurecr.io"] {
        assert_eq!(parse(input, &[]).expect_err(input).id(), NameErrorId::UnknownSuffix);
    }
}
