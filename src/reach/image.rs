//! What an image reference says behind the host: repository, tag, digest.

/// Repository, tag and digest, as far as the reader's input named them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The repository inside the registry: `team/app`.
    pub repository: String,
    /// The tag, without its colon.
    pub tag: Option<String>,
    /// The digest, `sha256:` and hexadecimal digits.
    pub digest: Option<String>,
}

impl Image {
    /// Reads `team/app[:tag][@digest]`; nothing where it is not of that form.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (text, digest) = match text.rsplit_once('@') {
            Some((before, digest)) => (before, Some(digest)),
            None => (text, None),
        };
        let (repository, tag) = match text.rsplit_once(':') {
            Some((before, tag)) => (before, Some(tag)),
            None => (text, None),
        };
        let good = is_repository(repository) && tag.is_none_or(is_tag) && digest.is_none_or(is_digest);
        good.then(|| Self { repository: repository.into(), tag: tag.map(Into::into), digest: digest.map(Into::into) })
    }

    /// Reads the path of an address of the registry's interface, without its leading slash:
    /// `v2/team/app/manifests/1.0`. The outer option says whether it is such a path at all.
    pub(super) fn parse_api_path(path: &str) -> Option<Option<Self>> {
        let rest = if path == "v2" { "" } else { path.strip_prefix("v2/")? };
        if matches!(rest, "" | "_catalog") {
            return Some(None);
        }
        let mut parts = rest.rsplitn(3, '/');
        let reference = parts.next()?;
        let kind = parts.next()?;
        let repository = parts.next()?;
        let (tag, digest) = match kind {
            "tags" if reference == "list" => (None, None),
            "manifests" | "blobs" if is_digest(reference) => (None, Some(reference)),
            "manifests" if is_tag(reference) => (Some(reference), None),
            _ => return None,
        };
        is_repository(repository).then(|| {
            Some(Self { repository: repository.into(), tag: tag.map(Into::into), digest: digest.map(Into::into) })
        })
    }

    /// Appends `/team/app[:tag][@digest]`.
    pub(super) fn append_to(&self, reference: &mut String) {
        reference.push('/');
        reference.push_str(&self.repository);
        if let Some(tag) = &self.tag {
            reference.push(':');
            reference.push_str(tag);
        }
        if let Some(digest) = &self.digest {
            reference.push('@');
            reference.push_str(digest);
        }
    }
}

/// Lower case, parts between slashes that begin and end with a letter or digit.
fn is_repository(text: &str) -> bool {
    let part = |part: &str| {
        part.bytes().all(|b| is_lower(b) || matches!(b, b'.' | b'_' | b'-'))
            && part.bytes().next().is_some_and(is_lower)
            && part.bytes().next_back().is_some_and(is_lower)
    };
    text.len() <= 255 && text.split('/').all(part)
}

fn is_lower(b: u8) -> bool {
    b.is_ascii_lowercase() || b.is_ascii_digit()
}

fn is_tag(text: &str) -> bool {
    text.len() <= 128
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
        && !text.starts_with(['.', '-'])
        && !text.is_empty()
}

fn is_digest(text: &str) -> bool {
    text.split_once(':').is_some_and(|(algorithm, hex)| {
        !algorithm.is_empty()
            && algorithm.bytes().all(is_lower)
            && (32..=256).contains(&hex.len())
            && hex.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(repository: &str, tag: Option<&str>, digest: Option<&str>) -> Option<Image> {
        Some(Image { repository: repository.into(), tag: tag.map(Into::into), digest: digest.map(Into::into) })
    }

    #[test]
    fn a_reference_is_taken_apart() {
        let digest = "sha256:0123456789abcdef0123456789abcdef";
        assert_eq!(Image::parse("team/app"), image("team/app", None, None));
        assert_eq!(Image::parse("app:1.0_RC"), image("app", Some("1.0_RC"), None));
        assert_eq!(Image::parse(&format!("app:1@{digest}")), image("app", Some("1"), Some(digest)));
    }

    #[test]
    fn what_is_no_reference_is_left_alone() {
        for text in ["", "App", "app:", "app:-1", "a//b", "-app", "app@sha256:12", "app:1:2", "a b", "app?x"] {
            assert_eq!(Image::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_of_the_interface_names_its_repository() {
        assert_eq!(Image::parse_api_path("v2"), Some(None));
        assert_eq!(Image::parse_api_path("v2/_catalog"), Some(None));
        assert_eq!(Image::parse_api_path("v2/team/app/manifests/1.0"), Some(image("team/app", Some("1.0"), None)));
        assert_eq!(Image::parse_api_path("v2/team/app/tags/list"), Some(image("team/app", None, None)));
        assert_eq!(Image::parse_api_path("v2/team/app"), None);
        assert_eq!(Image::parse_api_path("v22"), None);
    }
}
