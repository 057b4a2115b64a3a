//! Settings as lines or tables instead of JSON: `az … --output yaml`, `table` and `tsv`, PowerShell's lists, Terraform, Bicep, the portal
//! copied by hand; also JSON that was cut off.

use super::names::Names;
use super::settings::{inside, parse_range};
use crate::observation::Fact;
use std::net::Ipv4Addr;

/// A longer line holds no single setting.
const LONGEST: usize = 400;
/// How many ranges of the registry's rules are kept: it takes no more.
const RANGES: usize = 100;
/// How many settings of a kind are kept.
const MOST: usize = 32;
/// How many lines after its head a connection's state may stand.
const STATE_WITHIN: u32 = 5;

/// A setting that means something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Public,
    DefaultAction,
    Bypass,
    Tasks,
    DataEndpoint,
    Connections,
    /// The head of a connection's state; the state itself is called `status`, like much else.
    StateHead,
    State,
    Range,
}

/// What the lines of one text say of one registry.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    public: Option<(Fact, u32)>,
    denies: Option<(bool, u32)>,
    found: Vec<(Fact, u32)>,
    /// States of connections, if the text is about private endpoints, which its last line may say first.
    states: Vec<(Fact, u32)>,
    no_endpoint: Option<u32>,
    ranges: Vec<(u32, u32)>,
    state_head: Option<u32>,
    /// Asked for by `--query`, the next one last: the values follow, each on a line of its own or all on one.
    asked: Vec<Option<Key>>,
    /// The line before, as it came: the head of a table if a line of dashes follows.
    before: String,
    columns: Vec<(usize, Option<Key>)>,
}

impl Pairs {
    /// Reads one line, as it came and in its plain form.
    pub fn line(&mut self, raw: &str, plain: &str, number: u32) {
        if plain.len() > LONGEST {
            return;
        }
        if is_rule(raw) {
            self.columns = columns(raw, &self.before);
        } else if plain.is_empty() {
            self.columns.clear();
        } else if let Some(columns) = head(raw) {
            // The dashes may have been left out when the table was copied.
            self.columns = columns;
        } else if self.columns.iter().any(|(_, key)| key.is_some()) {
            self.row(raw, number);
        } else if !self.asked.is_empty() && !plain.contains("--query ") {
            self.answer(plain, number);
        } else {
            self.pair(plain, number);
        }
        self.before.clear();
        self.before.push_str(raw);
    }

    fn is_empty(&self) -> bool {
        self.public.is_none() && self.denies.is_none() && self.found.is_empty() && self.states.is_empty()
    }

    fn row(&mut self, raw: &str, number: u32) {
        for nth in 0..self.columns.len() {
            let (start, Some(key)) = self.columns[nth] else { continue };
            let end = self.columns.get(nth + 1).map_or(raw.len(), |(next, _)| *next);
            if let Some(cell) = raw.get(start..end.min(raw.len())) {
                self.take(key, &cell.trim().to_ascii_lowercase(), number);
            }
        }
    }

    fn pair(&mut self, plain: &str, number: u32) {
        if let Some((_, query)) = plain.split_once("--query ") {
            let query = match query.strip_prefix('\'') {
                Some(quoted) => quoted.split('\'').next(),
                None => query.split(' ').next(),
            };
            let last = |path: &str| key_of(path.rsplit(['.', ':']).next().unwrap_or_default());
            self.asked = query.unwrap_or_default().rsplit(',').map(last).collect();
            return;
        }
        // JSON of which a line holds several settings, as between the time stamps of a pipeline.
        if plain.contains('{') {
            let pieces = plain.split(['{', '}', ',']).filter(|piece| !piece.trim().is_empty());
            pieces.for_each(|piece| self.setting(piece, number));
        } else {
            self.setting(plain, number);
        }
    }

    fn setting(&mut self, plain: &str, number: u32) {
        let Some(at) = plain.find([':', '=']).filter(|at| *at < 48) else { return };
        if let Some(key) = key_of(&plain[..at]) {
            self.take(key, &plain[at + 1..], number);
        }
    }

    /// A line of the answer to a query.
    fn answer(&mut self, plain: &str, number: u32) {
        if matches!(plain, "[" | "]" | "{") {
            return;
        }
        let words = plain.split(' ').filter(|word| !word.is_empty());
        if self.asked.len() > 1 && words.clone().count() == self.asked.len() {
            for word in words {
                if let Some(key) = self.asked.pop().flatten() {
                    self.take(key, word, number);
                }
            }
            return;
        }
        match &self.asked[..] {
            // A list of ranges goes on for as long as its lines are ranges.
            [Some(Key::Range)] if parse_range(plain.trim_matches(['\'', ','])).is_some() => {
                self.take(Key::Range, plain, number);
            }
            _ => {
                if let Some(key) = self.asked.pop().flatten() {
                    self.take(key, plain, number);
                }
            }
        }
    }

    fn take(&mut self, key: Key, value: &str, number: u32) {
        if self.found.len().max(self.states.len()) >= MOST {
            return;
        }
        // A plan of Terraform: `true -> false`.
        let value = value.split("->").last().unwrap_or_default();
        let value = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | ',' | '=' | ':' | '"'));
        let off = matches!(value, "disabled" | "false" | "disable" | "no");
        let on = matches!(value, "enabled" | "true" | "all networks" | "yes");
        match key {
            Key::Public if off => self.public = Some((Fact::PublicAccessOff, number)),
            Key::Public if on => self.public = Some((Fact::PublicAccessAll, number)),
            Key::Public if value.starts_with("selected") => self.public = Some((Fact::PublicAccessSelected, number)),
            Key::DefaultAction if matches!(value, "deny" | "allow") => self.denies = Some((value == "deny", number)),
            Key::Bypass if value == "none" => self.found.push((Fact::TrustedServicesOff, number)),
            Key::Tasks if off => self.found.push((Fact::TasksNotLetIn, number)),
            Key::DataEndpoint if on => self.found.push((Fact::DataEndpointOn, number)),
            Key::DataEndpoint if off => self.found.push((Fact::DataEndpointOff, number)),
            Key::Connections if matches!(value, "[]" | "{}") => self.no_endpoint = Some(number),
            Key::StateHead => self.state_head = Some(number),
            Key::State => self.state(value, number),
            Key::Range if self.ranges.len() < RANGES => self.ranges.extend(parse_range(value)),
            _ => {}
        }
    }

    fn state(&mut self, value: &str, number: u32) {
        let is_near = self.state_head.is_some_and(|head| number - head <= STATE_WITHIN);
        match value {
            "approved" => self.states.push((Fact::EndpointApproved, number)),
            "rejected" | "disconnected" => self.states.push((Fact::EndpointNotApproved, number)),
            "pending" if is_near || !self.columns.is_empty() => self.states.push((Fact::EndpointNotApproved, number)),
            _ => {}
        }
    }

    /// Ends the text: calls `see` with what the lines show together. The text itself tells whether it is about a registry, named or
    /// not, and about private endpoints, so that a `status` may be a connection's.
    pub fn finish(self, text: &str, names: &Names, see: &mut dyn FnMut(Fact, u32)) {
        if self.is_empty() {
            return;
        }
        let mentions = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let about_endpoints =
            mentions(&["private-endpoint", "rivateEndpoint", "rivate endpoint", "rivateLink", "privatelink"]);
        let about_registry = mentions(&["ContainerRegistry", "container_registry", "ontainer registry", "az acr "]);
        if !about_registry && !about_endpoints && !names.is_named {
            return;
        }
        match (self.public, self.denies) {
            (Some((Fact::PublicAccessAll, _)) | None, Some((true, line))) => see(Fact::PublicAccessSelected, line),
            (Some((public, line)), _) => see(public, line),
            (None, Some((false, line))) => see(Fact::PublicAccessAll, line),
            (None, None) => {}
        }
        if let (Some(_), Some(line)) = (self.public, self.no_endpoint) {
            see(Fact::EndpointNone, line);
        }
        let states = self.states.into_iter().filter(|_| about_endpoints);
        self.found.into_iter().chain(states).for_each(|(fact, line)| see(fact, line));
        if let (Some((true, line)), false) = (self.denies, self.ranges.is_empty()) {
            for client in names.client_ips.iter().filter_map(|client| client.parse::<Ipv4Addr>().ok()) {
                see(if inside(client, &self.ranges) { Fact::RulesHoldClient } else { Fact::RulesLackClient }, line);
            }
        }
    }
}

/// The line of dashes under a table's head.
fn is_rule(raw: &str) -> bool {
    let raw = raw.trim_end();
    raw.starts_with("--") && raw.bytes().all(|byte| matches!(byte, b'-' | b' '))
}

/// The columns of a line that can only be a table's head: two settings or more, two spaces or more apart.
fn head(raw: &str) -> Option<Vec<(usize, Option<Key>)>> {
    if !raw.contains("  ") || raw.contains([':', '=']) {
        return None;
    }
    let mut columns = Vec::new();
    let mut start = 0;
    for cell in raw.split("  ") {
        let lead = cell.len() - cell.trim_start().len();
        if lead < cell.len() {
            columns.push((start + lead, key_of(cell)));
        }
        start += cell.len() + 2;
    }
    (columns.iter().filter(|(_, key)| key.is_some()).count() > 1).then_some(columns)
}

/// Where the columns of a table begin, with the settings that they hold.
fn columns(rule: &str, head: &str) -> Vec<(usize, Option<Key>)> {
    let starts: Vec<usize> = rule
        .bytes()
        .enumerate()
        .filter(|(at, byte)| *byte == b'-' && (*at == 0 || rule.as_bytes()[at - 1] == b' '))
        .map(|(at, _)| at)
        .collect();
    starts
        .iter()
        .enumerate()
        .map(|(nth, start)| {
            let end = starts.get(nth + 1).copied().unwrap_or(head.len()).min(head.len());
            (*start, head.get(*start..end).and_then(key_of))
        })
        .collect()
}

/// The names of keys, as every form of output writes them, without case and punctuation.
const KEYS: &[(&str, Key)] = &[
    ("publicnetworkaccess", Key::Public),
    ("publicnetworkaccessenabled", Key::Public),
    ("publicaccess", Key::Public),
    ("public", Key::Public),
    ("defaultaction", Key::DefaultAction),
    ("networkrulesetdefaultaction", Key::DefaultAction),
    ("networkrulebypassoptions", Key::Bypass),
    ("networkrulebypassoption", Key::Bypass),
    ("bypass", Key::Bypass),
    ("networkrulebypassallowedfortasks", Key::Tasks),
    ("dataendpointenabled", Key::DataEndpoint),
    ("dataep", Key::DataEndpoint),
    ("privateendpointconnections", Key::Connections),
    ("privateendpointconnection", Key::Connections),
    ("privatelinkserviceconnectionstate", Key::StateHead),
    ("status", Key::State),
    ("state", Key::State),
    ("connectionstate", Key::State),
    ("connectionstatus", Key::State),
    ("privatelinkserviceconnectionstatestatus", Key::State),
    ("ipaddressorrange", Key::Range),
    ("iprange", Key::Range),
];

/// The setting of a name, however its words are joined: `publicNetworkAccess`, `Public Network Access`, `public_network_access_enabled`.
fn key_of(name: &str) -> Option<Key> {
    let mut joined = [0_u8; 40];
    let mut length = 0;
    for byte in name.bytes().filter(u8::is_ascii_alphanumeric) {
        *joined.get_mut(length)? = byte.to_ascii_lowercase();
        length += 1;
    }
    let name = std::str::from_utf8(&joined[..length]).ok()?;
    KEYS.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str, names: &Names) -> Vec<Fact> {
        let mut pairs = Pairs::default();
        let (mut plain, mut scratch) = (Vec::new(), Vec::new());
        for (number, raw) in (0..).zip(text.lines()) {
            plain.clear();
            super::super::flatten::flatten(raw.as_bytes(), &mut scratch, &mut plain);
            pairs.line(raw, &String::from_utf8_lossy(&plain), number);
        }
        let mut seen = Vec::new();
        pairs.finish(text, names, &mut |fact, _| seen.push(fact));
        seen.sort_unstable();
        seen.dedup();
        seen
    }

    fn registry() -> Names {
        Names { is_named: true, ..Names::default() }
    }

    #[test]
    fn a_table_is_read_by_its_columns() {
        let text = "Server              Public    Bypass         DataEp\n\
            ------------------  --------  -------------  --------\n\
            contoso.azurecr.io  Disabled  AzureServices  True\n";
        assert_eq!(facts(text, &registry()), [Fact::PublicAccessOff, Fact::DataEndpointOn]);
        let text = "$ az acr private-endpoint-connection list -r contoso --query … -o table\nName    Status\n------  --------\npe-acr  Pending\n";
        assert_eq!(facts(text, &registry()), [Fact::EndpointNotApproved]);
        let text = "Server              Public Network Access    Default Action\ncontoso.azurecr.io  Enabled                  Deny\n";
        assert_eq!(facts(text, &registry()), [Fact::PublicAccessSelected]);
        let text = "NAME   READY  STATUS\n-----  -----  -------\ncart   0/1    Pending\n";
        assert_eq!(facts(text, &registry()), []);
    }

    #[test]
    fn lists_of_yaml_powershell_and_terraform_are_read_alike() {
        for text in [
            "networkRuleSet:\n  defaultAction: Deny\n  ipRules: []\npublicNetworkAccess: Enabled\n",
            "PublicNetworkAccess       : Enabled\nNetworkRuleSetDefaultAction : Deny\n",
            "  + public_network_access_enabled = true\n  network_rule_set {\n    default_action = \"Deny\"\n",
            "Public network access: Selected networks",
        ] {
            assert_eq!(facts(text, &registry()), [Fact::PublicAccessSelected], "{text}");
        }
        let text = "privateEndpointConnections: []\npublicNetworkAccess: Disabled\nnetworkRuleBypassOptions: None\n";
        assert_eq!(facts(text, &registry()), [Fact::PublicAccessOff, Fact::EndpointNone, Fact::TrustedServicesOff]);
        assert_eq!(
            facts("az acr show -n c --query publicNetworkAccess -o tsv\nDisabled", &registry()),
            [Fact::PublicAccessOff]
        );
        let query = "--query \"[publicNetworkAccess, networkRuleSet.defaultAction,networkRuleBypassOptions]\" -o tsv";
        for values in ["Enabled\nDeny\nNone", "Enabled\tDeny\tNone"] {
            assert_eq!(
                facts(&format!("az acr show -n contoso {query}\n{values}\n"), &registry()),
                [Fact::PublicAccessSelected, Fact::TrustedServicesOff]
            );
        }
        assert_eq!(facts("~ public_network_access_enabled = true -> false", &registry()), [Fact::PublicAccessOff]);
    }

    #[test]
    fn json_between_time_stamps_is_read_by_its_lines() {
        let text = "2025-06-11T05:12:09.1Z {\n2025-06-11T05:12:09.1Z   \"networkRuleSet\": { \"defaultAction\": \"Deny\", \"ipRules\": [] },\n\
            2025-06-11T05:12:09.2Z   \"publicNetworkAccess\": \"Enabled\"\n2025-06-11T05:12:09.2Z }\n";
        assert_eq!(facts(text, &registry()), [Fact::PublicAccessSelected]);
    }

    #[test]
    fn a_text_about_something_else_says_nothing_of_a_registry() {
        assert_eq!(facts("Microsoft.KeyVault\npublicNetworkAccess: Disabled\n", &Names::default()), []);
    }

    #[test]
    fn the_denied_address_is_looked_up_in_the_rules() {
        let text = "defaultAction: Deny\nipRules:\n- action: Allow\n  ipAddressOrRange: 20.1.2.0/24\n";
        let mut names = registry();
        names.client("20.1.2.3");
        assert_eq!(facts(text, &names), [Fact::PublicAccessSelected, Fact::RulesHoldClient]);
    }
}
