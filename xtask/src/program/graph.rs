//! Who uses whom, over script and WebAssembly together: what wasm-metadce asks for, and its answer.

use super::script::{Script, Uses};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The graph in wasm-metadce's form. Roots are what the start script uses, and what the script does when it is loaded.
pub(super) fn of(script: &Script) -> String {
    let mut exports = BTreeSet::new();
    let mut nodes = Vec::new();
    for item in script.items() {
        exports.extend(item.uses.exports.iter());
        let mut node = json!({"name": item_node(&item.name), "reaches": reached(&item.uses)});
        if item.root {
            node["root"] = true.into();
        }
        nodes.push(node);
    }
    for import in script.imports() {
        exports.extend(import.uses.exports.iter());
        let place = [script.module(), &import.name];
        nodes.push(
            json!({"name": format!("import {}", import.name), "import": place, "reaches": reached(&import.uses)}),
        );
    }
    nodes.extend(exports.into_iter().map(|name| json!({"name": export_node(name), "export": name})));
    Value::Array(nodes).to_string()
}

/// The script's items that nothing reaches, from what wasm-metadce printed.
pub(super) fn unused(printed: &str) -> BTreeSet<String> {
    printed.lines().filter_map(|line| line.strip_prefix("unused: item ")).map(str::to_owned).collect()
}

fn reached(uses: &Uses) -> Vec<String> {
    uses.items.iter().map(|name| item_node(name)).chain(uses.exports.iter().map(|name| export_node(name))).collect()
}

fn item_node(name: &str) -> String {
    format!("item {name}")
}

fn export_node(name: &str) -> String {
    format!("export {name}")
}

#[cfg(test)]
mod tests {
    use super::super::script::tests::WRITTEN;
    use super::*;

    fn node(name: &str) -> Value {
        let graph: Value = serde_json::from_str(&of(&Script::read(WRITTEN).unwrap())).unwrap();
        graph.as_array().unwrap().iter().find(|node| node["name"] == name).cloned().unwrap_or(Value::Null)
    }

    #[test]
    fn what_the_start_script_uses_is_a_root_and_what_it_does_not_is_none() {
        assert_eq!(node("item ready")["root"], true);
        assert_eq!(node("item Panel_42")["root"], true);
        assert_eq!(node("item Stream"), json!({"name": "item Stream", "reaches": ["export stream_pull"]}));
        assert_eq!(node("item initSync"), json!({"name": "item initSync", "reaches": ["item __wbg_get_imports"]}));
    }

    #[test]
    fn an_import_reaches_what_its_function_uses() {
        let import = node("import __wbg_now_0a");
        assert_eq!(import["import"], json!(["./guide-app_bg.js", "__wbg_now_0a"]));
        assert_eq!(import["reaches"], json!(["item put", "export __wbindgen_malloc"]));
        assert_eq!(node("export stream_pull")["export"], "stream_pull");
    }

    #[test]
    fn only_the_scripts_own_items_are_taken_from_the_answer() {
        let printed = "unused: export stream_pull\nunused: func$12\nunused: item Stream\nunused: item initSync\n";
        assert_eq!(unused(printed), BTreeSet::from(["Stream".to_owned(), "initSync".to_owned()]));
    }
}
