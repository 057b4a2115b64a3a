//! The name parser over arbitrary text: never a panic, never a host that is none, never a suggestion that cannot be read.

use proptest::prelude::*;
use registry_guide::knowledge::Cloud;
use registry_guide::reach::{NameError, NameErrorId, Registry, parse, parse_self_hosted};

fn clouds() -> Vec<Cloud> {
    [("public", "azurecr.io", "blob.core.windows.net"), ("us-government", "azurecr.us", "blob.core.usgovcloudapi.net")]
        .into_iter()
        .map(|(id, suffix, blob_suffix)| Cloud {
            id: id.into(),
            suffix: suffix.into(),
            blob_suffix: blob_suffix.into(),
            storage_probe: None,
            sign_in: String::new(),
            management: String::new(),
            regions: vec!["swedencentral".into()],
            controls: Vec::new(),
        })
        .collect()
}

/// A host as DNS and browsers take it: lower case, labels of 1 to 63 letters, digits and inner hyphens, 253 in all.
fn is_host_name(host: &str) -> bool {
    (1..=253).contains(&host.len())
        && host.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// What must hold for any input whatever.
fn check(read: impl Fn(&str) -> Result<Registry, NameError>, input: &str) -> Result<(), TestCaseError> {
    match read(input) {
        Ok(registry) => {
            let host = registry.login_server();
            prop_assert!(is_host_name(host), "{input:?} gave {host:?}");
            let again = read(&registry.authority());
            let again = again.map_err(|error| TestCaseError::fail(format!("{input:?} → {host:?} → {error}")))?;
            prop_assert_eq!(again.authority(), registry.authority(), "{:?}", input);
            let reference = registry.reference();
            let again = read(&reference);
            let again = again.map_err(|error| TestCaseError::fail(format!("{input:?} → {reference:?} → {error}")))?;
            prop_assert_eq!(again.reference(), reference);
            prop_assert_eq!(again.image(), registry.image());
            prop_assert!(registry.path_url().starts_with("https://"));
        }
        Err(error) => {
            if let Some(suggestion) = error.suggestion() {
                let again = read(&suggestion);
                prop_assert!(again.is_ok(), "{input:?} suggests {suggestion:?}, which is {again:?}");
            }
        }
    }
    Ok(())
}

/// Pieces of what people paste, so that random texts reach every corner of the parser.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "contosoprod",
        "acr",
        "-e7ggejfuhzhgedc8",
        "-",
        ".",
        "azurecr.io",
        "azurecr.us",
        "azurecr",
        ".com",
        "privatelink",
        "swedencentral",
        ".data.",
        ".geo.",
        "/",
        ":",
        "443",
        "5000",
        "@",
        "https://",
        "http://",
        "docker://",
        "v2",
        "/v2/",
        "manifests/",
        "tags/list",
        "app",
        "App",
        ":1.0",
        "@sha256:0123456789abcdef0123456789abcdef",
        " ",
        "\n",
        "docker pull ",
        "az acr login -n ",
        "--name=",
        "--acr ",
        "image: ",
        "\"",
        "å",
        "\u{200b}",
        "\u{1b}",
        "[",
        "::1",
        "10.0.0.4",
        "_",
        "?",
        "#",
        "\\",
        "registries/",
        "Microsoft.ContainerRegistry/",
        "ghcr.io",
        "docker.io",
        "blob.core.windows.net",
        "localhost",
        "A",
    ]);
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(input in any::<String>()) {
        check(|text| parse(text, &clouds()), &input)?;
        check(parse_self_hosted, &input)?;
    }

    #[test]
    fn any_mixture_of_what_people_paste_is_read_or_refused(input in pieces()) {
        check(|text| parse(text, &clouds()), &input)?;
        check(parse_self_hosted, &input)?;
    }

    #[test]
    fn an_image_reference_comes_back_as_it_was(
        // With a hash the first label would grow beyond the 63 characters of DNS.
        name in "[a-z0-9]{5,46}",
        hash in prop::option::of("[a-z0-9]{16}"),
        repository in "[a-z0-9]{1,9}([._-][a-z0-9]{1,9}){0,2}(/[a-z0-9]{1,9}){0,3}",
        tag in prop::option::of("[A-Za-z0-9_][A-Za-z0-9._-]{0,20}[A-Za-z0-9]"),
        digest in prop::option::of("[0-9a-f]{64}"),
    ) {
        // Such a path is an address of the registry's interface.
        prop_assume!(repository != "v2" && !repository.starts_with("v2/"));
        prop_assume!(!["privatelink"].contains(&name.as_str()));
        let mut reference = name.clone();
        if let Some(hash) = &hash { reference += &format!("-{hash}"); }
        reference += &format!(".azurecr.io/{repository}");
        if let Some(tag) = &tag { reference += &format!(":{tag}"); }
        if let Some(digest) = &digest { reference += &format!("@sha256:{digest}"); }
        let registry = parse(&reference, &clouds()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(registry.reference(), reference);
        let image = registry.image().ok_or_else(|| TestCaseError::fail("the image is lost"))?;
        prop_assert_eq!(&image.repository, &repository);
        prop_assert_eq!(&image.tag, &tag);
        let azure = registry.azure().ok_or_else(|| TestCaseError::fail("not in Azure"))?;
        prop_assert_eq!(&azure.resource, &name);
        prop_assert_eq!(&azure.label_hash, &hash);
    }

    #[test]
    fn quotes_white_space_and_a_scheme_change_nothing(name in "[a-z0-9]{5,50}", wrap in "[ \t\n\"'`<>,;]{0,4}") {
        prop_assume!(name != "privatelink");
        let plain = format!("{name}.azurecr.io");
        for form in [format!("{wrap}{plain}{wrap}"), format!("{wrap}https://{plain}/v2/{wrap}"), format!("{plain}.{wrap}")] {
            let registry = parse(&form, &clouds()).map_err(|error| TestCaseError::fail(format!("{form:?}: {error}")))?;
            prop_assert_eq!(registry.login_server(), plain.as_str());
        }
    }
}

#[test]
fn a_text_made_to_nest_does_not_exhaust_the_stack() {
    for nested in ["a:/".repeat(1300), "x.azurecr.io.".repeat(300), "@".repeat(4000), "A.azurecr.io/".repeat(300)] {
        assert!(parse(&nested, &clouds()).is_err());
        assert!(parse_self_hosted(&nested).is_err());
    }
    let longest = format!("contosoprod.azurecr.io/{}", "a".repeat(5000));
    assert_eq!(parse(&longest, &clouds()).map_err(|error| error.id()), Err(NameErrorId::TooLong));
}
