//! What the script's lines show, line by line as pipelines carry them.

use super::super::{Pasted, Recognisers, Rules, read};
use crate::observation::{Fact, Seen};

fn pasted(text: &str) -> Pasted {
    let rules =
        Rules::from_toml(include_str!("../../../content/recognisers.toml")).expect("recognisers are well formed");
    read(&Recognisers::compile(rules).expect("patterns compile"), text)
}

fn facts(text: &str) -> Vec<Fact> {
    let fact = |seen: &Seen| if let Seen::Fact(fact) = seen { Some(*fact) } else { None };
    pasted(text).observations.iter().filter_map(|observation| fact(&observation.seen)).collect()
}

const HEALTHY: &str = "registry-guide-facts 1\n\
    fact client resolver 168.63.129.16 \n\
    fact contoso.azurecr.io dns 20.1.2.3 \n\
    fact contoso.azurecr.io chain contoso.azurecr.io d1.swedencentral.cloudapp.azure.com \n\
    fact contoso.azurecr.io tcp ok\n\
    fact contoso.azurecr.io http 401\n\
    fact contoso.azurecr.io challenge yes\n\
    fact contoso.azurecr.io date Tue, 24 Nov 2026 02:44:06 GMT local Tue, 24 Nov 2026 02:44:09 GMT\n\
    fact contoso.azurecr.io tls ok\n\
    fact contoso.azurecr.io token 401\n\
    fact contoso.swedencentral.data.azurecr.io dns 20.1.2.9 \n\
    fact contoso.swedencentral.data.azurecr.io http 403\n\
    fact blob.core.windows.net dns empty\n\
    registry-guide-facts end\n";

#[test]
fn a_path_that_works_shows_so_host_by_host() {
    let seen = facts(HEALTHY);
    let wanted = [
        Fact::DnsByAzure,
        Fact::AnswersPublic,
        Fact::DataAnswersPublic,
        Fact::TcpOk,
        Fact::TlsOk,
        Fact::ChallengeSeen,
        Fact::TokenAnswered,
        Fact::DataReached,
    ];
    assert_eq!(seen, wanted);
    let pasted = pasted(HEALTHY);
    assert_eq!(pasted.names.login_servers, ["contoso.azurecr.io"]);
    assert_eq!(pasted.names.regions, ["swedencentral"]);
    assert_eq!((pasted.marks.len(), pasted.marks[0].first, pasted.marks[0].last), (1, 0, 13));
}

#[test]
fn prefixes_of_pipelines_and_the_script_before_its_output_change_nothing() {
    let stamped: String = HEALTHY.lines().map(|line| format!("2026-11-24T02:44:06.1234567Z {line}\r\n")).collect();
    assert_eq!(facts(&stamped), facts(HEALTHY));
    let named: String = HEALTHY.lines().map(|line| format!("[pod/registry-guide/c] {line}\n")).collect();
    assert_eq!(facts(&named), facts(HEALTHY));
    let script = include_str!("../../../content/collect/posix.sh");
    let echoed = format!("{script}\n{HEALTHY}");
    assert_eq!(facts(&echoed), facts(HEALTHY));
    assert_eq!(facts(script), [], "a script without its output shows nothing");
    assert!(facts(&format!("{script}\nError: dial tcp 10.0.0.4:443: i/o timeout")).contains(&Fact::TcpTimeout));
}

#[test]
fn a_form_of_another_version_is_not_read() {
    assert_eq!(facts(&HEALTHY.replace("facts 1", "facts 2")), []);
}

#[test]
fn a_failing_layer_counts_once_and_not_behind_a_proxy_that_works() {
    let refused = "registry-guide-facts 1\nfact contoso.azurecr.io dns 10.0.0.5\nfact contoso.azurecr.io tcp refused\n";
    assert_eq!(facts(refused), [Fact::AnswersPrivate, Fact::TcpRefused, Fact::ToPrivate, Fact::AtLoginServer]);
    let proxied = format!(
        "{refused}fact contoso.azurecr.io via proxy\nfact contoso.azurecr.io http 401\n\
        fact contoso.azurecr.io challenge yes\n"
    );
    assert_eq!(facts(&proxied), [Fact::AnswersPrivate, Fact::TcpOk, Fact::ChallengeSeen]);
}

#[test]
fn hosts_of_layers_count_only_where_the_login_server_works() {
    let data = "fact contoso.swedencentral.data.azurecr.io dns 20.1.2.9\n\
        fact contoso.swedencentral.data.azurecr.io tcp timeout\n";
    let broken = format!(
        "registry-guide-facts 1\nfact contoso.azurecr.io dns 20.1.2.3\nfact contoso.azurecr.io tcp timeout\n{data}"
    );
    assert!(!facts(&broken).contains(&Fact::AtDataEndpoint));
    let works = format!("{}{data}", HEALTHY.replace("data.azurecr.io http 403", "data.azurecr.io via"));
    let seen = facts(&works);
    assert!(seen.contains(&Fact::TcpTimeout) && seen.contains(&Fact::AtDataEndpoint), "{seen:?}");
    assert!(!seen.contains(&Fact::AtLoginServer) && !seen.contains(&Fact::DataReached), "{seen:?}");
}

#[test]
fn a_denied_address_is_told_and_offered() {
    let text = format!(
        "{HEALTHY}fact contoso.azurecr.io token 403\nfact contoso.azurecr.io code DENIED\n\
        fact contoso.azurecr.io client-ip 203.0.113.7\n"
    );
    let seen = facts(&text);
    assert!(seen.contains(&Fact::ClientIpDenied) && seen.contains(&Fact::ClientIpPublic), "{seen:?}");
    assert!(!seen.contains(&Fact::TokenAnswered));
    assert_eq!(pasted(&text).names.client_ips, ["203.0.113.7"]);
}

#[test]
fn a_certificate_of_azures_that_a_tool_does_not_trust_is_no_inspection() {
    let with = |issuer: &str| {
        facts(&format!(
            "registry-guide-facts 1\nfact contoso.azurecr.io dns 20.1.2.3\nfact contoso.azurecr.io tcp ok\n\
            fact contoso.azurecr.io http 401\nfact contoso.azurecr.io tls untrusted\nfact contoso.azurecr.io issuer {issuer}\n"
        ))
    };
    let inspected = with("C = US, O = Zscaler Inc., CN = Zscaler Intermediate Root CA");
    assert!(inspected.contains(&Fact::TlsUnknownAuthority) && inspected.contains(&Fact::InspectionIssuer));
    let bare = with("C=US; O=Microsoft Corporation; CN=Microsoft Azure RSA TLS Issuing CA 03");
    assert!(bare.contains(&Fact::MicrosoftIssuer) && !bare.contains(&Fact::TlsUnknownAuthority), "{bare:?}");
}

#[test]
fn a_clock_that_is_off_and_a_proxy_out_of_reach_are_told() {
    let late = HEALTHY.replace("02:44:09", "09:44:09");
    assert!(facts(&late).contains(&Fact::ClockOff));
    let proxy = "registry-guide-facts 1\nfact contoso.azurecr.io via proxy\nfact contoso.azurecr.io dns unknown\n\
        fact contoso.azurecr.io http none\n\
        fact contoso.azurecr.io said curl: (7) Failed to connect to proxy.example port 3128 after 1 ms: Connection refused\n";
    assert_eq!(facts(proxy), [Fact::AtLoginServer, Fact::ProxyInUse, Fact::ProxyUnreachable]);
    let login = "registry-guide-facts 1\nfact contoso.azurecr.io via proxy\nfact contoso.azurecr.io http none\n\
        fact contoso.azurecr.io proxy 407\n";
    assert_eq!(facts(login), [Fact::AtLoginServer, Fact::ProxyInUse, Fact::ProxyWantsLogin]);
}

/// The keys that a script writes: the word after the command that prints a fact.
fn keys<'s>(script: &'s str, commands: &[&str]) -> std::collections::BTreeSet<&'s str> {
    let code = script.lines().filter(|line| !line.trim_start().starts_with('#'));
    code.flat_map(|line| commands.iter().flat_map(move |command| line.split(command).skip(1)))
        .map(|rest| rest.split([' ', ';', ')', '"']).next().unwrap_or_default())
        .filter(|key| key.starts_with(|first: char| first.is_ascii_lowercase()))
        .collect()
}

#[test]
fn both_scripts_write_the_keys_that_are_read_and_no_others() {
    let known: std::collections::BTreeSet<&str> = super::KEYS.into_iter().collect();
    let posix = include_str!("../../../content/collect/posix.sh");
    assert_eq!(keys(posix, &["fact \"$host\" ", "fact client ", "web "]), known);
    // What PowerShell finds out layer by layer: `Fact $layer` is of the layers that its code names.
    let powershell = include_str!("../../../content/collect/powershell.ps1");
    assert_eq!(keys(powershell, &["Fact ", "Ask "]), known);
}

#[test]
fn what_powershell_prints_is_read_too() {
    let text = "PS C:\\> & {\nregistry-guide-facts 1\nfact client time Tue, 24 Nov 2026 02:44:06 GMT\n\
        fact contoso.azurecr.io dns 20.1.2.3\nfact contoso.azurecr.io tcp ok\nfact contoso.azurecr.io tls failed\n\
        fact contoso.azurecr.io http none\nfact contoso.azurecr.io said error: Ett fel uppstod.\nregistry-guide-facts end\n";
    let seen = facts(text);
    assert!(seen.contains(&Fact::TlsRefused) && seen.contains(&Fact::AtLoginServer), "{seen:?}");
    let script = include_str!("../../../content/collect/powershell.ps1");
    let script: String =
        script.lines().filter(|line| !line.starts_with('#')).map(|line| format!(">> {line}\n")).collect();
    assert_eq!(facts(&script), [], "a script without its output shows nothing");
}
