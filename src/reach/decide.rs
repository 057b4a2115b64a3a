//! What a tab decides: people see there what the browser hides from pages.

use super::{Judgement, Sight, Suspect, TabAddress, TabAnswer};
use Suspect::{ClientFirewall, PublicAccess, RegistryName, Vnet};

/// Leaves of a judgement's causes those that go with what the tabs showed. A tab that contradicts the check is believed.
pub(super) fn narrow(judgement: &mut Judgement, tabs: &[TabAnswer]) {
    // The rules are asked for once the path works.
    let in_order =
        TabAddress::ALL.into_iter().flat_map(|address| tabs.iter().filter(move |tab| tab.address == address));
    for tab in in_order {
        let Some((causes, may_be_healthy)) = left(*tab) else { continue };
        judgement.may_be_healthy = may_be_healthy;
        if judgement.candidates.iter().any(|candidate| causes.contains(&candidate.suspect)) || may_be_healthy {
            judgement.candidates.retain(|candidate| causes.contains(&candidate.suspect));
        } else {
            judgement.candidates = causes.iter().map(|&suspect| suspect.possible()).collect();
        }
    }
}

/// The causes that go with what was seen, and whether nothing may be wrong with the path; nothing where it says too little.
fn left(tab: TabAnswer) -> Option<(&'static [Suspect], bool)> {
    Some(match (tab.sight, tab.address) {
        // The path works. Whether the rules admit the caller is asked elsewhere.
        (Sight::Unauthorized | Sight::Token, TabAddress::Path) => (&[PublicAccess, Vnet], true),
        (Sight::Unauthorized | Sight::Token, TabAddress::Rules) => (&[], true),
        // A public address that the rules do not hold: or the client should have come by the private endpoint.
        (Sight::Denied, _) => (&[PublicAccess, Vnet], false),
        // Nobody finds the name: misspelt, not in the private zone, or a DNS server of the client's that fails.
        (Sight::NameNotResolved | Sight::ServerNotFound, _) => (&[RegistryName, Vnet, ClientFirewall], false),
        (
            Sight::ConnectionRefused
            | Sight::ConnectionTimedOut
            | Sight::CannotConnect
            | Sight::TookTooLong
            | Sight::CertificateName
            | Sight::CertificateWarning,
            _,
        ) => (&[ClientFirewall, Vnet], false),
        // Whoever cuts, opens or blocks sits between the client and the registry.
        (
            Sight::OtherPage
            | Sight::LoginBox
            | Sight::ConnectionCut
            | Sight::SslError
            | Sight::NotSecure
            | Sight::CertificateAuthority
            | Sight::CertificateDate
            | Sight::ProxyFailed
            | Sight::ProxyRefuses
            | Sight::BlockedByClient,
            _,
        ) => (&[ClientFirewall], false),
        (Sight::TunnelFailed, _) => (&[ClientFirewall, RegistryName], false),
        (Sight::OtherError, _) => return None,
    })
}
