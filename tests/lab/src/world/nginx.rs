//! Everything that speaks HTTPS: one nginx.

use super::{Authorities, checked, registry, scratch, sites, write};
use crate::command::Running;
use crate::internet::*;
use std::fmt::Write;
use std::process::Command;
use xtask::server::policy::CONTENT_POLICY;

/// Names on the certificates of a registry's hosts, as the real ones have them: every registry, every region.
fn names_of(kind: &str) -> Vec<String> {
    let regional = TEN_REGIONS.iter().map(|region| format!("*.{region}.{kind}.azurecr.io"));
    regional.chain(["*.azurecr.io".into(), "*.azurecr.cn".into()]).collect()
}

/// What something in the middle signs for: whatever is asked for here.
const EVERY_NAME: [&str; 9] = [
    "*.azurecr.io",
    "*.azurecr.cn",
    "*.swedencentral.data.azurecr.io",
    "*.westeurope.data.azurecr.io",
    "*.blob.core.windows.net",
    "blob.core.windows.net",
    "mcr.microsoft.com",
    "login.microsoftonline.com",
    "dns.google",
];

/// The headers of a registry's answers, from public dumps; `Www-Authenticate` names the registry's own token service.
const REGISTRY_HEADERS: &str = r#"
    add_header Docker-Distribution-Api-Version registry/2.0 always;
    add_header X-Content-Type-Options nosniff always;
    add_header Access-Control-Expose-Headers Docker-Content-Digest always;
    add_header Access-Control-Expose-Headers WWW-Authenticate always;
    add_header Access-Control-Expose-Headers Link always;
    add_header Access-Control-Expose-Headers X-Ms-Correlation-Request-Id always;
    add_header X-Ms-Correlation-Request-Id 00000000-0000-0000-0000-000000000000 always;
    add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
"#;

/// How a registry refuses an address, word for word.
const REFUSAL: &str = r#""{\"errors\":[{\"code\":\"DENIED\",\"message\":\"client with IP '$remote_addr' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.\"}]}\n""#;
const UNAUTHORIZED: &str = r#""{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required, visit https://aka.ms/acr/authorization for more information.\"}]}\n""#;

const BLOCKED: &str = r#""<!doctype html><title>Blocked</title><h1>This site is blocked</h1><p>Contoso IT: category container registries.</p>""#;
const PORTAL_PAGE: &str =
    r#""<!doctype html><title>Guest network</title><h1>Welcome</h1><p>Accept the terms to use this network.</p>""#;

pub(super) fn start(authorities: &Authorities) -> Result<Running, String> {
    certify(authorities)?;
    let file = write("nginx.conf", &configuration())?;
    for folder in ["body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        let folder = scratch("nginx").join(folder);
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    checked(Command::new("nginx").arg("-t").arg("-c").arg(&file))?;
    Running::start(Command::new("nginx").arg("-c").arg(&file), &scratch("nginx.log"))
}

fn certify(authorities: &Authorities) -> Result<(), String> {
    let Authorities { genuine, company, unknown } = authorities;
    genuine.certify("guide", &[GUIDE, FRAMED_GUIDE, PORTAL], false)?;
    let services = ["mcr.microsoft.com", "login.microsoftonline.com", "login.chinacloudapi.cn", "management.azure.com"];
    genuine.certify("services", &services, false)?;
    genuine.certify("resolvers", &["dns.google", "cloudflare-dns.com"], false)?;
    for (file, kind) in [("registry", "geo"), ("data", "data")] {
        let names = names_of(kind);
        genuine.certify(file, &names.iter().map(String::as_str).collect::<Vec<_>>(), false)?;
    }
    genuine.certify("storage", &["*.blob.core.windows.net", "blob.core.windows.net"], false)?;
    genuine.certify("wrong", &["www.contoso.example"], false)?;
    genuine.certify("expired", &EVERY_NAME, true)?;
    company.certify("inspected", &EVERY_NAME, false)?;
    unknown.certify("unknown", &EVERY_NAME, false)
}

/// A server on an address.
struct Server<'a> {
    addresses: &'a [&'a str],
    /// The certificate that it shows.
    certificate: &'a str,
    /// For which names; `_` for all others.
    names: &'a str,
    body: String,
}

impl Server<'_> {
    fn block(&self) -> String {
        let mut listen = String::new();
        for address in self.addresses {
            let _ = writeln!(listen, "  listen {address}:443 ssl;");
            if let Some(companion) = by_ipv6(address) {
                let _ = writeln!(listen, "  listen [{companion}]:443 ssl;");
            }
        }
        let (certificate, names, body) = (self.certificate, self.names, &self.body);
        let (pem, key) = (scratch(&format!("{certificate}.pem")), scratch(&format!("{certificate}.key")));
        format!(
            "server {{\n{listen}  server_name {names};\n  ssl_certificate {};\n  ssl_certificate_key {};\n{body}\n}}\n",
            pem.display(),
            key.display()
        )
    }
}

fn configuration() -> String {
    let registry = [LOGIN, PRIVATE_LOGIN];
    let server = |addresses, certificate, names, body: String| Server { addresses, certificate, names, body }.block();
    let page = |status: u16, text: &str| format!("  default_type text/html; location / {{ return {status} {text}; }}");
    let blocks = [
        server(&[GUIDE_ADDRESS], "guide", GUIDE, guide(None)),
        server(&[GUIDE_ADDRESS], "guide", FRAMED_GUIDE, guide(Some(PORTAL))),
        server(&[PORTAL_ADDRESS], "guide", PORTAL, portal()),
        server(&[MCR], "services", "mcr.microsoft.com", passing(registry::OPEN)),
        server(&[SIGN_IN], "services", "login.microsoftonline.com login.chinacloudapi.cn", sign_in()),
        server(&[MANAGEMENT], "services", "management.azure.com", page(400, "\"{}\"")),
        server(
            &[DOH],
            "resolvers",
            "dns.google cloudflare-dns.com",
            format!("  location / {{ proxy_pass http://{}; }}", sites::DOH),
        ),
        server(&registry, "registry", "_", registry_itself()),
        // Longer than two checks take.
        server(&[WARM_LOGIN], "registry", "_", format!("  keepalive_timeout 75;\n{}", registry_itself())),
        server(&registry, "registry", DENIED, refusing_everything()),
        server(&[LOGIN], "registry", PRIVATE_ONLY, refusing_everything()),
        server(&[PRIVATE_LOGIN], "registry", PRIVATE_ONLY, registry_itself()),
        server(&registry, "registry", RULES, registry_with_token(403, REFUSAL)),
        server(&[DATA_SWEDEN, DATA_EUROPE, DATA_EVERYWHERE, PRIVATE_DATA], "data", "_", refusing_everything()),
        // What comes by the relay, whichever host it is for.
        server(&[LOGIN], "data", "*.data.azurecr.io", refusing_everything()),
        server(
            &[STORAGE, LOGIN],
            "storage",
            "*.blob.core.windows.net blob.core.windows.net",
            page(400, "\"<Error><Code>InvalidQueryParameterValue</Code></Error>\""),
        ),
        server(&[INSPECTOR_UNKNOWN], "unknown", "_", page(403, BLOCKED)),
        server(&[BLOCK_PAGE_200], "inspected", "_", page(200, BLOCKED)),
        server(&[BLOCK_PAGE_403], "inspected", "_", page(403, BLOCKED)),
        server(&[WRONG_NAME], "wrong", "_", page(200, BLOCKED)),
        server(&[EXPIRED], "expired", "_", page(403, BLOCKED)),
        server(&[CAPTIVE_PORTAL], "wrong", "_", page(302, "http://portal.guest.example/")),
        server(&[INSPECTOR_TRUSTED], "inspected", "_", registry_itself()),
    ];
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| {
            format!("  {kind}_temp_path {};\n", scratch("nginx").join(kind.trim_start_matches("client_")).display())
        })
        .concat();
    format!(
        "daemon off; user root; worker_processes 1; pid {}; error_log stderr warn;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n{temporary}  server_tokens off;\n  keepalive_timeout 5;\n\
         log_format lab '$remote_addr $host $request_method $request_uri $status origin=\"$http_origin\" \
         cookie=\"$http_cookie\" authorization=\"$http_authorization\" referrer=\"$http_referer\"';\n  access_log {} lab;\n{}\
         server {{ listen {PORTAL_GATEWAY}:80; listen {CAPTIVE_PORTAL}:80; default_type text/html; location / {{ return 200 {PORTAL_PAGE}; }} }}\n}}\n",
        scratch("nginx.pid").display(),
        scratch("access.log").display(),
        blocks.concat()
    )
}

/// The guide; a portal that frames it needs the policy's leave.
fn guide(framed_by: Option<&str>) -> String {
    let pass = format!("proxy_pass http://{}; proxy_set_header Host $host;", sites::GUIDE);
    let policy = framed_by.map_or_else(String::new, |portal| {
        let policy = CONTENT_POLICY.replace("frame-ancestors 'self'", &format!("frame-ancestors https://{portal}"));
        format!("proxy_hide_header Content-Security-Policy; add_header Content-Security-Policy \"{policy}\" always;")
    });
    format!("  location / {{ {pass} {policy} }}")
}

/// A page of another site that shows the guide and delegates nothing to it.
fn portal() -> String {
    format!(
        "  default_type text/html; location / {{ return 200 \"<!doctype html><title>Portal</title><iframe id=guide width=1200 height=800 src='https://{FRAMED_GUIDE}$request_uri'></iframe>\"; }}"
    )
}

/// Microsoft's sign-in lets pages read its keys.
fn sign_in() -> String {
    "  default_type application/json; location / { add_header Access-Control-Allow-Origin * always; return 200 '{\"keys\":[]}'; }".into()
}

fn passing(to: &str) -> String {
    format!("  location / {{ proxy_pass http://{to}; proxy_set_header Host $host;{REGISTRY_HEADERS}  }}")
}

fn refusing_everything() -> String {
    format!("  location / {{ default_type application/json;{REGISTRY_HEADERS}    return 403 {REFUSAL}; }}")
}

fn registry_itself() -> String {
    registry_with_token(401, UNAUTHORIZED)
}

/// A registry, with what its token service says to a client without an account.
fn registry_with_token(status: u16, text: &str) -> String {
    let challenge =
        r#"add_header Www-Authenticate "Bearer realm=\"https://$host/oauth2/token\",service=\"$host\"" always;"#;
    format!(
        "  location /oauth2/ {{ default_type application/json;{REGISTRY_HEADERS}    return {status} {text}; }}\n\
         \x20 location / {{ proxy_pass http://{}; proxy_set_header Host $host; proxy_hide_header Www-Authenticate; {challenge}\n\
         \x20   proxy_hide_header X-Content-Type-Options; proxy_hide_header Docker-Distribution-Api-Version;{REGISTRY_HEADERS}  }}",
        registry::PROTECTED
    )
}
