//! Secrets in a line that is shown again: the reader's page may end up in a picture or on paper.

/// What a secret stands behind, in lower case. It ends at a space, quote, comma or ampersand.
const BEFORE: &[&str] = &[
    "password=",
    "password: ",
    "--password ",
    "passwd=",
    "pwd=",
    "secret=",
    "token=",
    "sig=",
    "authorization: bearer ",
    "authorization: basic ",
    "accesskey=",
    "accountkey=",
];

/// What is shown instead.
const MASK: &str = "***";

/// A line with its secrets masked: what follows the usual words for them, and the password in an address.
pub(super) fn masked(line: &str) -> String {
    let mut line = line.to_owned();
    for before in BEFORE {
        let mut from = 0;
        // In ASCII lower case every byte keeps its place.
        while let Some(found) = line[from..].to_ascii_lowercase().find(before) {
            let start = from + found + before.len();
            let rest = &line[start..];
            let end = rest.find([' ', '"', '\'', ',', '&', ';', '<']).unwrap_or(rest.len());
            if end > 0 {
                line.replace_range(start..start + end, MASK);
                from = start + MASK.len();
            } else {
                from = start;
            }
        }
    }
    let mut from = 0;
    while let Some(found) = line[from..].find("://") {
        let start = from + found + 3;
        let rest = &line[start..];
        let host = &rest[..rest.find([' ', '"', '\'', '/']).unwrap_or(rest.len())];
        from = start;
        if let Some((user, secret)) = host.rfind('@').and_then(|at| host[..at].split_once(':')) {
            let at = start + user.len() + 1;
            line.replace_range(at..at + secret.len(), MASK);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn secrets_are_not_shown_again() {
        for (line, shown) in [
            (
                "docker login -u ci --password S3cr3t!x contoso.azurecr.io",
                "docker login -u ci --password *** contoso.azurecr.io",
            ),
            ("proxyconnect http://user:hunter2@proxy:3128/ failed", "proxyconnect http://user:***@proxy:3128/ failed"),
            ("Authorization: Bearer eyJ0.eyJ1.x", "Authorization: Bearer ***"),
            (
                "https://x.blob.core.windows.net/a?sv=1&sig=abc%3D&se=2",
                "https://x.blob.core.windows.net/a?sv=1&sig=***&se=2",
            ),
            ("PASSWORD=Åäö PASSWORD=\"\" end", "PASSWORD=*** PASSWORD=\"\" end"),
        ] {
            assert_eq!(masked(line), shown);
        }
    }

    #[test]
    fn what_holds_no_secret_stays_as_it_is() {
        for line in [
            "",
            "Get \"https://contoso.azurecr.io/v2/\": dial tcp 10.0.0.4:443: i/o timeout",
            "a://b:c",
            "user@host: no such file",
            "no basic auth credentials",
        ] {
            assert_eq!(masked(line), line);
        }
    }
}
