//! Telling "no network" from other failures of an installation, by what the installers print.

/// What `cargo`, `rustup`, `npm` and `apt-get` print when they cannot reach anything.
const SIGNS: &[&str] = &[
    "could not resolve host",
    "couldn't resolve host",
    "temporary failure resolving",
    "failed to lookup address",
    "dns error",
    "enotfound",
    "eai_again",
    "etimedout",
    "econnrefused",
    "econnreset",
    "enetunreach",
    "could not connect",
    "couldn't connect",
    "failed to connect",
    "unable to connect",
    "network is unreachable",
    "timeout was reached",
    "operation timed out",
    "error sending request",
    "could not download file",
    "failure when receiving data from the peer",
];

/// Whether the output of a failed installation points to the network.
pub(super) fn is_to_blame(output: &str) -> bool {
    let output = output.to_lowercase();
    SIGNS.iter().any(|sign| output.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_installers_are_understood() {
        for output in [
            "warning: spurious network error (3 tries remaining): [6] Could not resolve hostname (Could not resolve host: index.example)",
            "npm error code EAI_AGAIN\nnpm error syscall getaddrinfo",
            "npm error code ENOTFOUND",
            "Err:1 http://deb.example bookworm InRelease\n  Temporary failure resolving 'deb.example'",
            "error: could not download file from 'https://static.example' to '/tmp/x': error sending request",
            "[7] Couldn't connect to server (Failed to connect to 127.0.0.1 port 9)",
        ] {
            assert!(is_to_blame(output), "{output}");
        }
    }

    #[test]
    fn a_failed_compilation_is_not_blamed_on_the_network() {
        assert!(!is_to_blame(
            "error: linker `cc` not found\nerror: could not compile `libc` (build script) due to 1 previous error"
        ));
        assert!(!is_to_blame("npm error code EACCES"));
    }
}
