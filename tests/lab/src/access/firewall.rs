//! What a gateway does to packets, as rules of nftables.

use crate::internet::*;
use crate::scenario::{Fate, Fault, Whom};
use std::fmt::Write;

/// Larger packets do not pass where the way is narrower than it says. Handshakes begin with smaller ones.
const NARROW: u16 = 1000;

/// The order to put other rules in the place of those that are there.
pub const ANEW: &str = "flush ruleset\n";

/// The rules for these faults. Without any the gateway hides the machine behind its own address, and lets everything pass.
pub fn rules(faults: &[Fault]) -> String {
    let (mut forward, mut divert, mut input) = (String::new(), String::new(), String::new());
    for fault in faults {
        match fault {
            Fault::Packets(whom, fate) => {
                for rule in fates(*whom, *fate) {
                    let _ = writeln!(forward, "{rule}");
                }
            }
            Fault::Diverted(whom, to) => {
                let _ = writeln!(divert, "{} tcp dport 443 dnat ip to {to}", matching(*whom));
            }
            Fault::DnsSilent => input.push_str("udp dport 53 drop\ntcp dport 53 drop\n"),
            Fault::NameLeadsTo(..) | Fault::NameIsGone(_) | Fault::RegistryNames(_) | Fault::Ipv6Only => {}
            Fault::Ipv6GoesNowhere => forward.push_str("meta nfproto ipv6 drop\n"),
        }
    }
    format!(
        "table inet lab {{\n\
         chain input {{\ntype filter hook input priority 0\n{input}}}\n\
         chain forward {{\ntype filter hook forward priority 0\nip daddr {GUIDE_ADDRESS} accept\nip saddr {GUIDE_ADDRESS} accept\n{forward}}}\n\
         chain divert {{\ntype nat hook prerouting priority dstnat\nip daddr {GUIDE_ADDRESS} accept\n{divert}}}\n\
         chain hide {{\ntype nat hook postrouting priority srcnat\noifname \"wan\" masquerade\n}}\n}}\n"
    )
}

fn matching(whom: Whom) -> String {
    let these = |addresses: &[&str]| format!("ip daddr {{ {} }}", addresses.join(", "));
    match whom {
        Whom::Login => these(&[LOGIN, WARM_LOGIN, PRIVATE_LOGIN]),
        Whom::Data => these(&[DATA_SWEDEN, DATA_EUROPE, DATA_EVERYWHERE, PRIVATE_DATA]),
        Whom::DataEurope => these(&[DATA_EUROPE]),
        Whom::Storage => these(&[STORAGE]),
        Whom::Registries => {
            these(&[LOGIN, WARM_LOGIN, PRIVATE_LOGIN, DATA_SWEDEN, DATA_EUROPE, DATA_EVERYWHERE, PRIVATE_DATA, STORAGE])
        }
        Whom::AllButRegistries => {
            format!("ip daddr != {{ {} }}", [LOGIN, WARM_LOGIN, DATA_SWEDEN, DATA_EUROPE, STORAGE].join(", "))
        }
        Whom::AllButProxy => format!("ip daddr != {{ {PROXY}, {PORTAL_ADDRESS} }}"),
        Whom::Everyone => format!("ip daddr != {PORTAL_ADDRESS}"),
    }
}

fn fates(whom: Whom, fate: Fate) -> Vec<String> {
    // What comes from the reader; answers to it are never judged by where they go.
    let to = format!("iifname \"lan\" {}", matching(whom));
    match fate {
        Fate::Dropped => vec![format!("{to} drop")],
        Fate::Refused => vec![format!("{to} tcp dport 443 reject with tcp reset")],
        // Half of all ports: clients take every second one in turn.
        Fate::RefusedOrDropped => vec![
            format!("{to} tcp dport 443 tcp sport & 2 == 2 reject with tcp reset"),
            format!("{to} tcp dport 443 drop"),
        ],
        Fate::RefusedIfNew => vec![format!("{to} tcp dport 443 ct state new reject with tcp reset")],
        Fate::DroppedIfNew => vec![format!("{to} ct state new drop")],
        Fate::Prohibited => vec![format!("{to} reject with icmp admin-prohibited")],
        // Once the handshake of TLS begins, which is the first thing that is pushed.
        Fate::Reset => vec![format!("{to} tcp dport 443 tcp flags & psh == psh reject with tcp reset")],
        Fate::DroppedIfLarge => vec![format!("{to} meta length > {NARROW} drop")],
        Fate::Lost(percent) => {
            let from = matching(whom).replace("ip daddr", "ip saddr");
            [to, format!("iifname \"wan\" {from}")]
                .map(|some| format!("{some} numgen random mod 100 < {percent} drop"))
                .into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_passes_before_any_rule_is_asked() {
        let rules = rules(&[Fault::Packets(Whom::Everyone, Fate::Dropped)]);
        let accepted = rules.find(&format!("ip daddr {GUIDE_ADDRESS} accept"));
        assert!(accepted.is_some() && accepted < rules.find(" drop\n"), "{rules}");
    }
}
