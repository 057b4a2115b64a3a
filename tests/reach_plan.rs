//! The plan of a check: what will be asked, and what the reader is told beforehand.

use registry_guide::knowledge::{Cloud, Control};
use registry_guide::reach::{Region, Registry, Signal, Target, endpoints, parse, parse_self_hosted, plan};

fn public() -> Cloud {
    Cloud {
        id: "public".into(),
        suffix: "azurecr.io".into(),
        blob_suffix: "blob.core.windows.net".into(),
        sign_in: "login.microsoftonline.com".into(),
        management: "management.azure.com".into(),
        regions: vec!["swedencentral".into()],
        controls: vec![Control { url: "https://mcr.microsoft.com/v2/".into() }],
    }
}

fn registry(input: &str) -> Registry {
    parse(input, &[public()]).expect(input)
}

const OWN: &str = "https://guide.example.com/docs/acr/ping.txt";

#[test]
fn the_reader_agrees_to_the_foreign_hosts_and_to_no_other() {
    let plan = plan(&registry("contosoprod"), &public().controls, OWN);
    assert_eq!(plan.hosts(), ["mcr.microsoft.com", "contosoprod.azurecr.io"]);
    let asked: Vec<_> = plan.probes.iter().map(|probe| (&probe.target, probe.signal, probe.url.as_str())).collect();
    assert_eq!(
        asked,
        [
            (&Target::OwnOrigin, Signal::Cors, OWN),
            (&Target::PublicControl(0), Signal::Opaque, "https://mcr.microsoft.com/v2/"),
            (&Target::LoginServer, Signal::Cors, "https://contosoprod.azurecr.io/v2/"),
            (&Target::LoginServer, Signal::Opaque, "https://contosoprod.azurecr.io/v2/"),
        ]
    );
    assert!(plan.probes.iter().all(|probe| probe.cut_off_ms == 10_000));
}

#[test]
fn a_data_endpoint_is_checked_at_its_login_server() {
    let plan = plan(&registry("contosoprod.swedencentral.data.azurecr.io"), &[], OWN);
    assert_eq!(plan.hosts(), ["contosoprod.azurecr.io"]);
}

#[test]
fn a_registry_of_the_readers_own_keeps_its_port() {
    let plan = plan(&parse_self_hosted("registry.example.com:5000").expect("host and port"), &[], OWN);
    assert_eq!(plan.hosts(), ["registry.example.com:5000"]);
}

#[test]
fn a_control_that_a_browser_would_refuse_is_left_out() {
    let controls =
        [Control { url: "http://insecure.example".into() }, Control { url: "https://secure.example".into() }];
    let plan = plan(&registry("contosoprod"), &controls, OWN);
    assert_eq!(plan.hosts(), ["secure.example", "contosoprod.azurecr.io"]);
    assert!(plan.probes.iter().any(|probe| probe.target == Target::PublicControl(0)));
}

#[test]
fn no_host_has_more_than_one_request_in_flight() {
    let plan = plan(&registry("contosoprod"), &public().controls, OWN);
    let lanes = plan.lanes();
    assert_eq!(lanes.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1, 2]);
    assert!(lanes.iter().all(|lane| lane.iter().all(|probe| probe.host() == lane[0].host())));
    let in_order: Vec<_> = lanes[2].iter().map(|probe| probe.signal).collect();
    assert_eq!(in_order, [Signal::Cors, Signal::Opaque]);
}

#[test]
fn the_words_of_a_verdict_get_their_arguments() {
    let with_control = plan(&registry("contosoprod"), &public().controls, OWN).arguments();
    assert_eq!(
        with_control,
        [
            ("host", "contosoprod.azurecr.io".to_owned()),
            ("control", "mcr.microsoft.com".to_owned()),
            ("seconds", "10".to_owned()),
        ]
    );
}

#[test]
fn the_addresses_that_decide_are_ready_to_be_opened() {
    let registry = registry("contosoacr-e7ggejfuhzhgedc8.azurecr.io");
    assert_eq!(registry.path_url(), "https://contosoacr-e7ggejfuhzhgedc8.azurecr.io/v2/");
    assert_eq!(
        registry.rules_url().as_deref(),
        Some(
            "https://contosoacr-e7ggejfuhzhgedc8.azurecr.io/oauth2/token\
             ?service=contosoacr-e7ggejfuhzhgedc8.azurecr.io&scope=repository:none:pull"
        )
    );
}

#[test]
fn the_hosts_of_a_registry_follow_its_label_and_regions() {
    let regions = [Region::parse("West Europe").expect("a region")];
    let hosts: Vec<_> =
        endpoints(&registry("contosoacr-e7ggejfuhzhgedc8.swedencentral.data.azurecr.io"), Some(&public()), &regions)
            .into_iter()
            .map(|endpoint| (endpoint.target.as_str(), endpoint.host))
            .collect();
    let label = "contosoacr-e7ggejfuhzhgedc8";
    assert_eq!(
        hosts,
        [
            ("login-server", format!("{label}.azurecr.io")),
            ("regional-endpoint", format!("{label}.swedencentral.geo.azurecr.io")),
            ("data-endpoint", format!("{label}.swedencentral.data.azurecr.io")),
            ("regional-endpoint", format!("{label}.westeurope.geo.azurecr.io")),
            ("data-endpoint", format!("{label}.westeurope.data.azurecr.io")),
            ("storage", "*.blob.core.windows.net".to_owned()),
        ]
    );
}

#[test]
fn a_registry_of_the_readers_own_is_one_host() {
    let registry = parse_self_hosted("registry.example.com").expect("a host");
    let hosts: Vec<_> = endpoints(&registry, None, &[]).into_iter().map(|endpoint| endpoint.host).collect();
    assert_eq!(hosts, ["registry.example.com"]);
}
