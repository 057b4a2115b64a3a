//! A script as the pinned wasm-bindgen writes it, cut down to one of each kind.

use super::*;
use std::collections::BTreeMap;

pub(in super::super) const WRITTEN: &str = r#"/* @ts-self-types="./guide-app.d.ts" */

/**
 * @param {HTMLElement} el
 */
export function Panel_42(el) {
    wasm.Panel_42(el);
}

export class Stream {
    pull(controller) {
        return wasm.stream_pull(this.__wbg_ptr, controller);
    }
}
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;

export function prepare() {
    return wasm.prepare();
}
export function ready() {
    wasm.ready();
}
export function resume() {
    wasm.resume();
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_now_0a: function(arg0) {
            const key = { value: put("now", wasm.__wbindgen_malloc) };
            return key;
        },
        __wbg_close_0b: function() { return handleError(function (arg0) {
            arg0.close();
        }, arguments); },
    };
    return {
        __proto__: null,
        "./guide-app_bg.js": import0,
    };
}

function put(text, malloc) {
    return malloc(text.length, 1) >>> 0;
}

const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_stream_free(ptr, 1));

let decoder = new TextDecoder('utf-8');
decoder.decode();

let wasmModule, wasmInstance, wasm;
function initSync(module) {
    return new WebAssembly.Instance(module, __wbg_get_imports());
}

async function __wbg_init(module_or_path) {
    const url = new URL('guide-app_bg.wasm', import.meta.url);
    const { instance } = await WebAssembly.instantiateStreaming(fetch(url), __wbg_get_imports());
    wasm = instance.exports;
    wasm.__wbindgen_start();
    return wasm;
}

export { initSync, __wbg_init as default };
"#;

fn table(rows: &[(&str, &str)]) -> BTreeMap<String, String> {
    rows.iter().map(|(name, short)| ((*name).to_owned(), (*short).to_owned())).collect()
}

fn names() -> Names {
    let exports = ["Panel_42", "prepare", "ready", "resume", "__wbindgen_malloc", "__wbindgen_start"];
    let short = ["b", "c", "d", "e", "$f", "g"];
    let exports: Vec<(&str, &str)> = exports.into_iter().zip(short).collect();
    Names { imports: table(&[("__wbg_now_0a", "$")]), exports: table(&exports) }
}

fn unused() -> BTreeSet<String> {
    ["Stream", "StreamFinalization", "initSync"].map(str::to_owned).into()
}

/// What is said when the script is another than expected.
fn refused(text: &str) -> String {
    Script::read(text).unwrap_err().to_string()
}

#[test]
fn what_is_used_stays_under_short_names_and_the_rest_goes() {
    let joined = Script::read(WRITTEN).unwrap().without(&unused()).joined(&names()).unwrap();
    let expected = r#"export function Panel_42(el) {
    wasm.b(el);
}
export function prepare() {
    return wasm.c();
}
export function ready() {
    wasm.d();
}
export function resume() {
    wasm.e();
}
function __wbg_get_imports() {
return { a: {
$: function(arg0) {
            const key = { value: put("now", wasm.$f) };
            return key;
        },
} };
}
function put(text, malloc) {
    return malloc(text.length, 1) >>> 0;
}
let decoder = new TextDecoder('utf-8');
decoder.decode();
let wasmModule, wasmInstance, wasm;
async function __wbg_init(module_or_path) {
    const url = new URL('guide-app_bg.wasm', import.meta.url);
    const { instance } = await WebAssembly.instantiateStreaming(fetch(url), __wbg_get_imports());
    wasm = instance.exports;
    wasm.g();
    return wasm;
}
export { __wbg_init as default };
"#;
    assert_eq!(joined, expected);
}

#[test]
fn a_class_that_is_used_after_all_stays_but_is_not_exported() {
    let used = WRITTEN.replace("arg0.close();", "new Stream();");
    let mut names = names();
    names.exports.extend(table(&[("stream_pull", "h")]));
    let unused = ["StreamFinalization", "initSync"].map(str::to_owned).into();
    let joined = Script::read(&used).unwrap().without(&unused).joined(&names).unwrap();
    assert!(joined.contains("\nclass Stream {\n") && joined.contains("if (Symbol.dispose) Stream"), "{joined}");
}

#[test]
fn script_and_webassembly_that_do_not_fit_are_never_joined() {
    let script = Script::read(WRITTEN).unwrap().without(&unused());
    let mut fewer = names();
    fewer.exports.remove("ready");
    assert!(script.joined(&fewer).unwrap_err().to_string().contains("`ready`, which the WebAssembly does not export"));
    let mut more = names();
    more.imports.extend(table(&[("__wbg_then_0c", "h")]));
    assert!(script.joined(&more).unwrap_err().to_string().contains("imports `__wbg_then_0c`"));
}

#[test]
fn a_script_of_another_form_is_refused_with_what_is_wrong() {
    let last = WRITTEN.lines().last().unwrap();
    for (from, to, said) in [
        ("export function resume", "function resume", "`export function resume` is missing"),
        (last, "export { __wbg_init as default };", "`export { initSync"),
        ("async function __wbg_init(", "async function start(", "`__wbg_init` is missing"),
        ("function __wbg_get_imports(", "function imports(", "`__wbg_get_imports` is missing"),
        ("let decoder", "import { now } from './snippets/now.js';\nlet decoder", "`import { now }"),
        ("export class Stream", "export const Stream = class", "`export const Stream"),
        (
            "\"./guide-app_bg.js\": import0,",
            "\"./guide-app_bg.js\": import0,\n        \"env\": import1,",
            "another way",
        ),
        ("        __wbg_now_0a: function", "    ...shared, now: function", "between the imports"),
        ("wasm.prepare()", "wasm['prepare']()", "exports are also taken by `wasm[`"),
        ("wasm.prepare()", "wasmInstance.exports.prepare()", "exports are also taken by `exports.`"),
    ] {
        assert!(WRITTEN.contains(from), "{from}");
        let message = refused(&WRITTEN.replacen(from, to, 1));
        assert!(message.contains(said) && message.contains("xtask/src/program"), "{said}: {message}");
    }
    assert!(refused("").contains("is missing"));
}

#[test]
fn the_start_script_asks_for_what_is_kept_for_it() {
    let boot = std::fs::read_to_string(crate::project::root().join("src/browser/boot.js")).unwrap();
    let asked: BTreeSet<&str> = ["program.", "program?."]
        .into_iter()
        .flat_map(|object| boot.split(object).skip(1))
        .map(|rest| rest.split(|c| !mentions::in_name(c)).next().unwrap_or_default())
        .collect();
    let kept: BTreeSet<&str> = STARTED.iter().copied().chain(["default"]).collect();
    assert_eq!(asked, kept);
}
