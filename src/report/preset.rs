//! A link that a help desk sends: it fills in names and chooses a symptom, and starts nothing.

use super::fragment::parameter;
use crate::knowledge::{Cloud, SymptomId};
use crate::session::Typed;

/// What a fragment such as `#registry=contosoprod&regions=swedencentral&cloud=public&symptom=request-timeout` fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// Names that can be read; what cannot is left out.
    pub typed: Typed,
    /// The symptom. Whether there is such a symptom, the page knows.
    pub symptom: Option<SymptomId>,
}

/// The parameters of names, in the order in which a link has them.
pub(super) const NAMES: [&str; 4] = ["registry", "regions", "group", "client"];

impl Preset {
    /// Reads a fragment; nothing where it fills nothing in.
    pub fn read(fragment: &str, clouds: &[Cloud]) -> Option<Self> {
        let [mut registry, region, resource_group, client_ip] =
            NAMES.map(|name| parameter(fragment, name).unwrap_or_default());
        // A short name belongs to the first cloud unless another is named.
        let cloud = parameter(fragment, "cloud").and_then(|id| clouds.iter().find(|cloud| cloud.id == *id.as_str()));
        if let Some(cloud) = cloud.filter(|_| !registry.is_empty() && !registry.contains(['.', '/', ':', ' '])) {
            registry.push('.');
            registry.push_str(&cloud.suffix);
        }
        let self_hosted = parameter(fragment, "own").is_some();
        let typed = Typed { registry, self_hosted, region, resource_group, client_ip }.readable(clouds);
        let is_id = |id: &String| {
            (1..=64).contains(&id.len())
                && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        let symptom = parameter(fragment, "symptom").filter(is_id).map(SymptomId::new);
        (typed != Typed::default() || symptom.is_some()).then_some(Self { typed, symptom })
    }
}

/// Appends the parameters of names.
pub(super) fn push_names(fragment: &mut String, typed: &Typed) {
    let own = if typed.self_hosted { "1" } else { "" };
    let values = [&typed.registry, &typed.region, &typed.resource_group, &typed.client_ip].map(String::as_str);
    for (name, value) in NAMES.into_iter().zip(values).chain([("own", own)]) {
        if !value.is_empty() {
            for part in ["&", name, "=", value] {
                fragment.push_str(part);
            }
        }
    }
}
