//! An extension that blocks requests to registries, as blockers of advertisements do with their lists.

use super::written;
use std::path::{Path, PathBuf};

const MANIFEST: &str = r#"{
  "manifest_version": 3, "name": "Blocker", "version": "1.0",
  "permissions": ["declarativeNetRequest"],
  "host_permissions": ["https://*/*"],
  "browser_specific_settings": { "gecko": { "id": "blocker@lab.example" } },
  "declarative_net_request": { "rule_resources": [{ "id": "rules", "enabled": true, "path": "rules.json" }] }
}"#;

const RULES: &str = r#"[{
  "id": 1, "priority": 1, "action": { "type": "block" },
  "condition": { "urlFilter": "||azurecr.io", "resourceTypes": ["main_frame", "sub_frame", "xmlhttprequest", "other", "script", "image"] }
}]"#;

/// Writes it into a folder.
pub(super) fn write(home: &Path) -> Result<PathBuf, String> {
    let folder = home.join("extension");
    written(folder.join("manifest.json"), MANIFEST)?;
    written(folder.join("rules.json"), RULES)?;
    Ok(folder)
}
