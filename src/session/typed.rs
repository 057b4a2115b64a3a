//! The reader's own names, as they typed them, and what they can be read as.

use super::Values;
use crate::knowledge::Cloud;
use crate::reach::{self, NameError, Region, Registry};
use crate::words::Placeholder;

/// The name of a field for one of the reader's own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The registry, in any form that the name parser takes.
    Registry,
    /// The registry's region.
    Region,
    /// The resource group.
    ResourceGroup,
    /// The address that the registry sees.
    ClientIp,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 4] = [Self::Registry, Self::Region, Self::ResourceGroup, Self::ClientIp];

    /// The field of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }

    /// Its name in attributes and stored sessions.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::Region => "region",
            Self::ResourceGroup => "resource-group",
            Self::ClientIp => "client-ip",
        }
    }
}

/// The reader's own names, as they typed them: nothing typed is lost, whether it can be read or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The registry, in any form that the name parser takes.
    pub registry: String,
    /// Whether the reader has said that the host is a registry of their own, whatever its suffix.
    pub self_hosted: bool,
    /// The registry's region, as a short name.
    pub region: String,
    /// The resource group.
    pub resource_group: String,
    /// The address that the registry sees.
    pub client_ip: String,
}

impl Typed {
    /// What was typed into a field.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Registry => &self.registry,
            Field::Region => &self.region,
            Field::ResourceGroup => &self.resource_group,
            Field::ClientIp => &self.client_ip,
        }
    }

    /// Notes what was typed into a field.
    pub fn set_field(&mut self, field: Field, value: String) {
        match field {
            Field::Registry => {
                self.registry = value;
                // Said of another name.
                self.self_hosted = false;
            }
            Field::Region => self.region = value,
            Field::ResourceGroup => self.resource_group = value,
            Field::ClientIp => self.client_ip = value,
        }
    }

    /// Takes over what another has, field by field; what it lacks stays.
    pub fn take(&mut self, other: Self) {
        let self_hosted = other.self_hosted;
        let named = !other.registry.is_empty();
        for field in Field::ALL {
            let value = other.field(field);
            if !value.is_empty() {
                self.set_field(field, value.to_owned());
            }
        }
        if named {
            self.self_hosted = self_hosted;
        }
    }

    /// The registry that the typed name stands for; nothing where nothing has been typed.
    ///
    /// # Errors
    /// Says why the name is none.
    pub fn registry(&self, clouds: &[Cloud]) -> Option<Result<Registry, NameError>> {
        let name = self.registry.trim();
        if name.is_empty() {
            return None;
        }
        Some(match reach::parse(name, clouds) {
            Err(error) if self.self_hosted && error.may_be_self_hosted() => reach::parse_self_hosted(name),
            read => read,
        })
    }

    /// What can be read of all this, in the form in which it reads back as the same, and nothing else: whatever stands here is a name, never
    /// markup, an address to load or a sentence.
    pub fn readable(&self, clouds: &[Cloud]) -> Self {
        let registry = self.registry(clouds).and_then(Result::ok);
        let mut regions = Region::list(&self.region);
        if let Some(region) = registry.as_ref().and_then(Registry::azure).and_then(|name| name.region.clone())
            && !regions.contains(&region)
        {
            regions.push(region);
        }
        regions.truncate(MOST_REGIONS);
        let regions: Vec<&str> = regions.iter().map(Region::as_str).collect();
        let (group, address) = (self.resource_group.trim(), self.client_ip.trim());
        Self {
            self_hosted: registry.as_ref().is_some_and(|registry| registry.azure().is_none()),
            registry: registry.map(|registry| registry.reference()).unwrap_or_default(),
            region: regions.join(","),
            resource_group: if is_group(group) { group.into() } else { String::new() },
            client_ip: if address.parse::<std::net::IpAddr>().is_ok() { address.into() } else { String::new() },
        }
    }

    /// The reader's own names, for texts and commands.
    pub fn values(&self, clouds: &[Cloud]) -> Values {
        let mut values = Values::default();
        if let Some(Ok(registry)) = self.registry(clouds) {
            registry.values(clouds).into_pairs().into_iter().for_each(|(name, value)| values.set(name, value));
        }
        // Commands are about one region at a time.
        values.set(Placeholder::Region, self.region.split(',').next().unwrap_or_default().trim());
        values.set(Placeholder::ResourceGroup, self.resource_group.trim());
        values.set(Placeholder::ClientIp, self.client_ip.trim());
        values
    }
}

/// The most regions that are handed on. The largest registries have about thirty replicas.
const MOST_REGIONS: usize = 40;

/// Whether a resource group may be named so. Azure allows letters of every alphabet; those outside ASCII are not handed on.
fn is_group(name: &str) -> bool {
    name.len() <= 90 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.()".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(registry: &str, client_ip: &str, resource_group: &str) -> Typed {
        let (registry, client_ip, resource_group) = (registry.into(), client_ip.into(), resource_group.into());
        Typed { registry, client_ip, resource_group, self_hosted: true, ..Typed::default() }
    }

    #[test]
    fn what_is_readable_reads_back_as_the_same_and_the_rest_is_left_out() {
        let read = typed(" registry.corp.example:5000/team/app:1", " 10.0.0.4 ", "rg-prod").readable(&[]);
        assert_eq!(read, typed("registry.corp.example:5000/team/app:1", "10.0.0.4", "rg-prod"));
        assert_eq!(read.readable(&[]), read);
        let hostile = typed("<script>alert(1)</script>", "javascript:alert(1)", "\"><img src=x>");
        assert_eq!(hostile.readable(&[]), Typed::default());
    }

    #[test]
    fn what_another_lacks_stays() {
        let mut own = typed("contosoprod", "10.0.0.4", "");
        own.take(typed("registry.corp.example:5000", "", "rg-prod"));
        assert_eq!(own, typed("registry.corp.example:5000", "10.0.0.4", "rg-prod"));
        own.take(Typed::default());
        assert!(own.self_hosted, "nothing was said of the registry");
    }

    #[test]
    fn regions_are_read_each_once() {
        let typed = Typed { region: "Sweden Central, ?; swedencentral,westeurope".into(), ..Typed::default() };
        assert_eq!(typed.readable(&[]).region, "swedencentral,westeurope");
    }
}
