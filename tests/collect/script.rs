//! The script as a reader copies it, and what a test needs to run it.

use registry_guide::authoring;
use registry_guide::knowledge::{Script, Variant};
use registry_guide::session::Values;
use registry_guide::words::Placeholder;
use std::path::{Path, PathBuf};
use std::process::Command;

fn scripts() -> Vec<Script> {
    let content = authoring::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content/ loads");
    content.knowledge().scripts.clone()
}

/// A form of the script with a reader's names filled in.
pub fn filled(variant: Variant) -> String {
    let mut values = Values::default();
    for (placeholder, value) in [
        (Placeholder::Registry, "contoso"),
        (Placeholder::LoginServer, "contoso.azurecr.io"),
        (Placeholder::Region, "swedencentral"),
    ] {
        values.set(placeholder, value);
    }
    let script = scripts().into_iter().find(|script| script.variant == variant).expect("every form is there");
    values.fill(&script.text)
}

/// The script within its form for terminals.
pub fn inner() -> String {
    let form = filled(Variant::Bash);
    let inner = form.strip_prefix("sh <<'END'\n").and_then(|form| form.strip_suffix("\nEND"));
    inner.expect("the form is a here-document").to_owned()
}

/// A folder of the test's own.
pub fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("the folder is this test's own");
    dir
}

/// Whether all that is needed is there; in CI it must be.
pub fn can_run(needed: &[&str]) -> bool {
    let has = |program: &&&str| {
        let found = Command::new("sh").args(["-c", "command -v \"$0\" >/dev/null", program]).status();
        !found.is_ok_and(|status| status.success())
    };
    let missing: Vec<_> = needed.iter().filter(has).collect();
    if missing.is_empty() {
        return true;
    }
    assert!(std::env::var_os("CI").is_none(), "missing programs: {missing:?}");
    eprintln!("NOT TESTED, missing programs: {missing:?}");
    false
}
