//! The rules that hold for every page are really watched: each is broken here once.

use guide_e2e::{Guide, lab};

/// What the driver says when a page runs this.
fn faults_of(script: &str) -> String {
    let guide = Guide::open("sv/");
    guide.run_async(&format!(
        "const done = arguments[arguments.length - 1]; {script}; requestAnimationFrame(() => setTimeout(done))"
    ));
    guide.close().join("\n")
}

#[test]
fn an_untouched_page_breaks_none() {
    assert_eq!(faults_of(""), "");
}

#[test]
fn a_request_to_another_host_is_noticed() {
    let host = lab::UNKNOWN;
    let faults = faults_of(&format!("fetch('https://{host}/v2/', {{ mode: 'no-cors' }}).catch(() => {{}})"));
    assert!(faults.contains(&format!("a request to another host: https://{host}/v2/")), "{faults}");
}

#[test]
fn an_inline_script_is_noticed() {
    let script = "document.body.append(Object.assign(document.createElement('script'), { textContent: 'let a' }))";
    let faults = faults_of(script);
    assert!(faults.contains("Content Security Policy"), "{faults}");
}

#[test]
fn an_inline_style_is_noticed() {
    let faults = faults_of("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')");
    assert!(faults.contains("Content Security Policy"), "{faults}");
}

#[test]
fn a_warning_on_the_console_is_noticed() {
    let faults = faults_of("console.warn('a mismatch')");
    assert!(faults.contains("a mismatch"), "{faults}");
}

#[test]
fn an_error_that_nobody_caught_is_noticed() {
    let faults = faults_of("setTimeout(() => { throw new Error('lost') })");
    assert!(faults.contains("lost"), "{faults}");
}
