//! Where things are: the project, the built site, its pages, where screenshots go.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The project's folder.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        here.canonicalize().expect("the project is where it was when this was compiled")
    });
    &ROOT
}

fn from_environment(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(|value| root().join(value))
}

/// The built site: `GUIDE_DIST`.
pub fn dist() -> PathBuf {
    from_environment("GUIDE_DIST").expect(
        "GUIDE_DIST does not say where the built guide is. Run `cargo xtask test e2e`: it builds the guide and sets it",
    )
}

/// The site built for [`BASE`]: `GUIDE_DIST_BASE`, or built now.
pub fn dist_below_base() -> PathBuf {
    static BUILT: LazyLock<PathBuf> = LazyLock::new(|| {
        from_environment("GUIDE_DIST_BASE").unwrap_or_else(|| {
            let out = root().join("target/site-base");
            let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            build.current_dir(root()).args(["run", "--quiet", "--package", "xtask", "--"]);
            build.args(["build", "--base-path", BASE, "--out"]).arg(&out);
            let status = build.status().expect("cargo runs these tests, so it can be run");
            assert!(status.success(), "`cargo xtask build --base-path {BASE}` failed: see above");
            out
        })
    });
    BUILT.clone()
}

/// A base path as a documentation host has it.
pub const BASE: &str = "/docs/acr/";

/// The site with pseudo languages: `GUIDE_DIST_PSEUDO`, if it was built.
pub fn dist_pseudo() -> Option<PathBuf> {
    from_environment("GUIDE_DIST_PSEUDO")
}

/// The version after the built site: `GUIDE_DIST_NEXT`. It says `2: ` before the title of the start page, and its program has another name.
pub fn dist_next() -> PathBuf {
    from_environment("GUIDE_DIST_NEXT")
        .expect("GUIDE_DIST_NEXT is not set. Run `cargo xtask test e2e`: it makes that version and sets it")
}

/// The address of every page below the base path, from the sitemap of the built site: `sv/`, `sv/check/`, …
pub fn routes() -> Vec<String> {
    let sitemap = dist().join("sitemap.xml");
    let text = std::fs::read_to_string(&sitemap)
        .unwrap_or_else(|error| panic!("{}: {error}. Is GUIDE_DIST a built guide?", sitemap.display()));
    let routes: Vec<String> = text
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split_once("</loc>"))
        .filter_map(|(address, _)| address.split_once("://")?.1.split_once('/').map(|(_, path)| path.to_owned()))
        .collect();
    assert!(routes.len() > 20, "{} lists {} pages only", sitemap.display(), routes.len());
    routes
}

/// One page of every kind, below the language.
pub fn main_routes() -> [&'static str; 9] {
    [
        "",
        "symptoms/request-timeout/",
        "causes/client-firewall/",
        "solutions/set-proxy/",
        "diagnosis/",
        "check/",
        "report/",
        "all/",
        "map/",
    ]
}

/// The folder for everything that is made.
pub fn target() -> PathBuf {
    root().join("target")
}

/// The folder of the screenshots.
pub fn screenshots() -> PathBuf {
    let path = target().join("screenshots");
    std::fs::create_dir_all(&path).expect("target/ can be written");
    path
}
