//! The plan of a check: what will be asked, and what the reader is told beforehand.

use registry_guide::knowledge::{Cloud, Control};
use registry_guide::reach::{
    CUT_OFF_MS, Plan, Region, Registry, Signal, Stage, Target, Wanted, endpoints, parse, parse_self_hosted, plan,
};

fn public() -> Cloud {
    Cloud {
        id: "public".into(),
        suffix: "azurecr.io".into(),
        blob_suffix: "blob.core.windows.net".into(),
        storage_probe: Some("azcliprod.blob.core.windows.net".into()),
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
const RANDOM: &str = "qwertyuiopasdfghjklz";

fn planned(registry: &Registry, cloud: Option<&Cloud>, regions: &[&str]) -> Plan {
    let regions: Vec<_> = regions.iter().map(|region| Region::parse(region).expect("a region")).collect();
    plan(registry, &Wanted { cloud, regions: &regions, own_url: OWN, random: RANDOM })
}

#[test]
fn the_reader_agrees_to_the_foreign_hosts_and_to_no_other() {
    let plan = planned(&registry("contosoprod"), Some(&public()), &["swedencentral"]);
    assert_eq!(
        plan.hosts(),
        [
            "mcr.microsoft.com",
            "qwertyuiopasdfghjklz.invalid",
            "qwertyuiopasdfghjklz.azurecr.io",
            "contosoprod.azurecr.io",
            "contosoprod.swedencentral.geo.azurecr.io",
            "contosoprod.swedencentral.data.azurecr.io",
            "azcliprod.blob.core.windows.net",
        ]
    );
    let urls: Vec<_> = plan.lanes().iter().map(|lane| lane.probes[0].url.as_str()).collect();
    assert_eq!(urls[..2], [OWN, "https://mcr.microsoft.com/v2/"]);
    assert!(urls.contains(&"https://contosoprod.azurecr.io/v2/"));
}

#[test]
fn a_plan_without_random_letters_makes_no_names_up() {
    let plan =
        plan(&registry("contosoprod"), &Wanted { cloud: Some(&public()), regions: &[], own_url: OWN, random: "" });
    assert!(plan.host(&Target::NegativeControl).is_none() && plan.host(&Target::InvalidName).is_none());
}

#[test]
fn a_region_that_nobody_knows_is_asked_all_the_same() {
    let plan = planned(&registry("contosoprod"), Some(&public()), &["atlantiscentral"]);
    assert!(plan.hosts().contains(&"contosoprod.atlantiscentral.data.azurecr.io"));
}

#[test]
fn a_data_endpoint_is_checked_beside_its_login_server() {
    let plan = planned(&registry("contosoprod.swedencentral.data.azurecr.io"), Some(&public()), &[]);
    let hosts = plan.hosts();
    assert!(hosts.contains(&"contosoprod.azurecr.io") && hosts.contains(&"contosoprod.swedencentral.data.azurecr.io"));
}

#[test]
fn a_regional_endpoint_is_a_login_server_of_its_own() {
    let plan = planned(&registry("contosoprod.swedencentral.geo.azurecr.io"), Some(&public()), &[]);
    assert_eq!(plan.host(&Target::LoginServer), Some("contosoprod.swedencentral.geo.azurecr.io"));
    assert_eq!(plan.host(&Target::RegionalEndpoint(Region::parse("swedencentral").expect("a region"))), None);
}

#[test]
fn storage_is_left_out_where_no_account_is_known_to_stand_for_it() {
    let cloud = Cloud { storage_probe: None, ..public() };
    assert_eq!(planned(&registry("contosoprod"), Some(&cloud), &[]).host(&Target::Storage), None);
}

#[test]
fn a_registry_of_the_readers_own_keeps_its_port_and_has_no_neighbours() {
    let registry = parse_self_hosted("registry.example.com:5000").expect("host and port");
    let hosts = planned(&registry, Some(&public()), &[]);
    assert_eq!(hosts.hosts(), ["mcr.microsoft.com", "qwertyuiopasdfghjklz.invalid", "registry.example.com:5000"]);
}

#[test]
fn a_control_that_a_browser_would_refuse_is_left_out() {
    let controls =
        vec![Control { url: "http://insecure.example".into() }, Control { url: "https://secure.example".into() }];
    let plan = planned(&registry("contosoprod"), Some(&Cloud { controls, ..public() }), &[]);
    assert_eq!(plan.host(&Target::PublicControl(0)), Some("secure.example"));
    assert!(!plan.hosts().contains(&"insecure.example"));
}

#[test]
fn every_host_has_a_lane_and_a_deadline_of_its_own_and_what_cannot_prompt_comes_first() {
    let plan = planned(&registry("contosoprod"), Some(&public()), &["swedencentral"]);
    for lane in plan.lanes() {
        assert!(lane.probes.iter().all(|probe| probe.host() == lane.probes[0].host() && probe.target == *lane.target));
        assert!(lane.probes.is_sorted_by_key(|probe| probe.signal.stage()), "{lane:?}");
        assert_eq!(lane.deadline_ms, CUT_OFF_MS);
    }
    let login = plan.lanes().into_iter().find(|lane| *lane.target == Target::LoginServer).expect("a lane");
    assert_eq!(login.probes.len(), Signal::ALL.len());
    assert_eq!(login.probes[0].signal.stage(), Stage::Silent);
}

#[test]
fn the_words_of_a_verdict_get_their_arguments() {
    let plan = planned(&registry("contosoprod"), Some(&public()), &["swedencentral"]);
    let data = Target::DataEndpoint(Region::parse("swedencentral").expect("a region"));
    assert_eq!(
        plan.arguments(&data),
        [
            ("host", "contosoprod.swedencentral.data.azurecr.io".to_owned()),
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
