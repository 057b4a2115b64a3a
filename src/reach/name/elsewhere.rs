//! Registries that are not the reader's and not of this guide.

/// Hosts, and ends of hosts, of registries that many know. Not complete: what is missing here is met as an unknown suffix.
const OTHERS: [&str; 16] = [
    "docker.io",
    "docker.com",
    "mcr.microsoft.com",
    "ghcr.io",
    "docker.pkg.github.com",
    "quay.io",
    "gcr.io",
    "pkg.dev",
    "registry.k8s.io",
    "public.ecr.aws",
    "amazonaws.com",
    "registry.gitlab.com",
    "redhat.io",
    "redhat.com",
    "nvcr.io",
    "icr.io",
];

/// Whether the host belongs to a registry that many know.
pub(super) fn is_other_registry(host: &str) -> bool {
    OTHERS.iter().any(|other| is_or_ends_with(host, other))
}

/// Whether the host is this name, or a name below it.
pub(super) fn is_or_ends_with(host: &str, end: &str) -> bool {
    host.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_below_counts_and_a_name_beside_does_not() {
        assert!(is_other_registry("eu.gcr.io"));
        assert!(is_other_registry("ghcr.io"));
        assert!(!is_other_registry("azurecr.io"));
        assert!(!is_other_registry("notghcr.io"));
    }
}
