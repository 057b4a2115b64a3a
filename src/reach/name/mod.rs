//! What the reader typed → a registry, or what is wrong with it and what may have been meant.
//!
//! Law: total over any text, never louder than helpful. Every suggestion can be parsed; nothing is guessed silently but the
//! suffix of a short name, and that is said (`NameHint::SuffixAssumed`).

mod azure;
mod elsewhere;
mod error;
mod hint;
mod host;
mod lookalike;
mod one;
mod shape;
mod split;
mod tidy;

pub use error::{NameError, NameErrorId};
pub use hint::NameHint;

use super::{Registry, RegistryKind};
use crate::knowledge::Cloud;
use one::{parse_one, reference, with_path};
use shape::{check_shape, read_port};

/// The longest input that is looked at, in bytes. A host has 253, a repository 255, a portal address perhaps a thousand.
const LONGEST: usize = 4096;

/// Reads the name of a registry in Azure from whatever the reader typed or pasted: a short name, a login server with or without label
/// hash, a regional, data or private-link name, an image reference, an address, a resource id, a command line.
///
/// `clouds` are the clouds to know; a short name is taken to be in the first.
///
/// # Errors
/// Says why it is none, and what may have been meant.
pub fn parse(input: &str, clouds: &[Cloud]) -> Result<Registry, NameError> {
    let text = checked(input)?;
    if let Some(name) = tidy::name_in_resource_id(text) {
        return parse_one(name.to_ascii_lowercase().as_str(), clouds);
    }
    if !text.contains(char::is_whitespace) {
        return parse_one(text, clouds);
    }
    let Some(line) = tidy::command_line(text) else {
        let joined: String = text.split_whitespace().collect();
        return Err(NameError::suggesting(NameErrorId::Spaces, reference(&joined, clouds)));
    };
    if line.is_azure_cli {
        // In `az aks check-acr` the name is the cluster's: hence `--acr` first.
        let named = line.option(&["--acr", "--registry", "-r", "--name", "-n"]);
        return named.map_or(Err(NameError::new(NameErrorId::Spaces)), |name| parse_one(name, clouds));
    }
    let hosts = || line.plain_words().filter(|word| is_host(word));
    if let Some(registry) = hosts().find_map(|word| parse_one(word, clouds).ok()) {
        return Ok(registry);
    }
    // A host that is none of ours is explained; without any host, these programs turn to Docker Hub.
    match hosts().next().or_else(|| line.plain_words().rfind(|word| word.contains('/'))) {
        Some(word) => parse_one(word, clouds),
        None => Err(NameError::new(NameErrorId::OtherRegistry)),
    }
}

/// Reads a registry of the reader's own, `host[:port]`, once they have said that it is one.
///
/// # Errors
/// Says why it is no host that a browser can ask.
pub fn parse_self_hosted(input: &str) -> Result<Registry, NameError> {
    let text = checked(input)?;
    if text.contains(char::is_whitespace) {
        return Err(NameError::new(NameErrorId::Spaces));
    }
    let parts = split::split(text);
    check_shape(&parts, &parse_self_hosted)?;
    let port = read_port(&parts, &parse_self_hosted)?;
    Ok(with_path(parts.host.into(), port, RegistryKind::SelfHosted, Vec::new(), &parts))
}

/// Whether a word of a command line names a host: not a short image, not a mail address.
fn is_host(word: &str) -> bool {
    let parts = split::split(word);
    parts.host.contains('.') && !parts.has_user_info
}

/// Takes off what is around the text and refuses what cannot be text at all.
fn checked(input: &str) -> Result<&str, NameError> {
    let text = tidy::tidy(input);
    if text.is_empty() {
        Err(NameError::new(NameErrorId::Empty))
    } else if text.len() > LONGEST {
        Err(NameError::new(NameErrorId::TooLong))
    } else if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        Err(NameError::new(NameErrorId::Invisible))
    } else {
        Ok(text)
    }
}
