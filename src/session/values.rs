//! The reader's own names, filled in where texts and commands have placeholders.

use crate::knowledge::Cloud;
use crate::paste::Names;
use crate::reach;
use crate::small::Listing;
use crate::words::{Placeholder, Segment, segments};

/// The reader's own names by placeholder. What is not known is shown in angle brackets, as manuals do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(Listing<Placeholder, String>);

impl Values {
    /// Notes a value; an empty one is as good as none.
    pub fn set(&mut self, placeholder: Placeholder, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.insert(placeholder, value);
        }
    }

    /// Notes what a text shows and what is not known yet; `login_server` is the registry that is meant.
    pub fn take(&mut self, names: &Names, login_server: Option<&str>, clouds: &[Cloud]) {
        if let Some(Ok(registry)) = login_server.map(|name| reach::parse(name, clouds)) {
            registry.values(clouds).into_pairs().into_iter().for_each(|(name, value)| self.set(name, value));
        }
        let only = |found: &[String]| if let [only] = found { only.clone() } else { String::new() };
        let programs = names.programs().filter_map(|(name, value)| Some((Placeholder::named(name)?, value.to_owned())));
        let found = [(Placeholder::Region, only(&names.regions)), (Placeholder::ClientIp, only(&names.client_ips))];
        for (name, value) in found.into_iter().chain(programs) {
            if self.known(name).is_none() {
                self.set(name, value);
            }
        }
    }

    /// The reader's own value.
    pub fn known(&self, placeholder: Placeholder) -> Option<&str> {
        self.0.get(&placeholder).map(String::as_str)
    }

    /// Whether what is shown can be used as it is: the reader's own value, or a usual one instead of a stand-in.
    pub fn is_usable(&self, placeholder: Placeholder) -> bool {
        !self.text(placeholder).contains('<')
    }

    /// What to show.
    pub fn text(&self, placeholder: Placeholder) -> &str {
        self.known(placeholder).unwrap_or(placeholder.default_text())
    }

    /// A text with every placeholder filled in. Other `{names}` stay.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        for segment in segments(text) {
            match segment {
                Segment::Plain(plain) => filled.push_str(plain),
                Segment::Named(name) => match Placeholder::named(name) {
                    Some(placeholder) => filled.push_str(self.text(placeholder)),
                    None => {
                        filled.push('{');
                        filled.push_str(name);
                        filled.push('}');
                    }
                },
            }
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_are_filled_in_and_unknown_ones_shown_as_manuals_do() {
        let mut values = Values::default();
        values.set(Placeholder::Registry, "contosoprod");
        assert_eq!(
            values.fill("az acr show -n {registry} -g {resource-group} --query \"{id:id}\""),
            "az acr show -n contosoprod -g <resource-group> --query \"{id:id}\""
        );
    }
}
