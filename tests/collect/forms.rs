//! The forms around the script: what is pasted into a terminal, a cluster's command line, a pipeline.

use crate::script::{can_run, filled, inner, scratch};
use registry_guide::knowledge::Variant;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

/// What a program prints when it is given a text.
fn output(command: &mut Command, input: &str) -> String {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program is there: it was asked for");
    child.stdin.take().expect("it was piped").write_all(input.as_bytes()).expect("the program reads its input");
    let output = child.wait_with_output().expect("the program ends");
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Whether the script has come to its end, whatever it found out: here nothing answers for names.
fn has_run(printed: &str) -> bool {
    let lines: Vec<&str> = printed.lines().map(str::trim).collect();
    lines.contains(&"registry-guide-facts 1")
        && lines.contains(&"registry-guide-facts end")
        && lines.iter().any(|line| line.starts_with("fact contoso.azurecr.io dns "))
}

/// The text of a step: the lines of its block, as far out as a pipeline puts them.
fn block(step: &str, key: &str) -> String {
    let mut lines =
        step.lines().skip_while(|line| !line.trim_start().trim_start_matches("- ").starts_with(key)).skip(1);
    let first = lines.next().expect("the block has lines");
    let indent = first.len() - first.trim_start().len();
    let rest = lines.take_while(|line| line.len() - line.trim_start().len() >= indent || line.trim().is_empty());
    std::iter::once(first).chain(rest).map(|line| format!("{}\n", line.get(indent..).unwrap_or_default())).collect()
}

#[test]
fn the_script_has_no_faults_that_shells_and_shellcheck_know() {
    if !can_run(&["shellcheck", "bash", "dash", "busybox"]) {
        return;
    }
    for (program, arguments) in
        [("shellcheck", &["--shell", "sh", "-"][..]), ("bash", &["-n"]), ("dash", &["-n"]), ("busybox", &["sh", "-n"])]
    {
        let said = output(Command::new(program).args(arguments), &inner());
        assert!(said.is_empty(), "{program} {arguments:?}: {said}");
    }
}

#[test]
fn nothing_in_it_means_something_to_an_interactive_shell() {
    for line in inner().lines() {
        assert!(!line.contains('\t'), "a tab completes: {line}");
        let risky =
            line.match_indices('!').find(|(at, _)| !matches!(line.as_bytes().get(at + 1), None | Some(b' ' | b'=')));
        assert!(risky.is_none(), "bash looks this up in its history: {line}");
        assert!(line.len() < 1000, "{line}");
    }
}

#[test]
fn pasted_into_a_terminals_shell_it_runs_as_one() {
    if !can_run(&["bash", "dash"]) {
        return;
    }
    let pasted = format!("{}\nexit\n", filled(Variant::Bash));
    let interactive = output(Command::new("bash").args(["--norc", "--noprofile", "-i"]), &pasted);
    assert!(has_run(&interactive), "{interactive}");
    let plain = output(&mut Command::new("dash"), &pasted);
    assert!(has_run(&plain), "{plain}");
}

#[test]
fn in_a_pod_and_on_a_node_the_cluster_gets_the_script_as_input() {
    if !can_run(&["dash", "busybox"]) {
        return;
    }
    let dir = scratch("collect-kubectl");
    // Stands for the cluster: runs what comes after `--`, without the change of root.
    let kubectl = dir.join("kubectl");
    let text = "#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done; shift\n\
        if [ \"$1\" = chroot ]; then shift 2; fi\nexec busybox \"$@\"\n";
    std::fs::write(&kubectl, text).expect("the folder is this test's own");
    std::fs::set_permissions(&kubectl, std::fs::Permissions::from_mode(0o755)).expect("the file is this test's own");
    let path = format!("{}:{}", dir.display(), std::env::var("PATH").unwrap_or_default());
    for variant in [Variant::Pod, Variant::Node] {
        let form = filled(variant).replace("<node>", "node-1");
        let printed = output(Command::new("dash").env("PATH", &path), &form);
        assert!(has_run(&printed), "{variant:?}: {printed}");
    }
}

#[test]
fn as_a_step_of_a_pipeline_it_runs_and_fails_no_job() {
    if !can_run(&["bash", "dash"]) {
        return;
    }
    let dir = scratch("collect-steps");
    // How the two services run a step: a file, given to a shell that stops at the first error.
    for (variant, key, shell) in [
        (Variant::AzurePipelines, "bash: |", &["bash", "--noprofile", "--norc", "-eo", "pipefail"][..]),
        (Variant::GithubActions, "run: |", &["dash", "-e"]),
    ] {
        let file = dir.join(variant.as_str());
        std::fs::write(&file, block(&filled(variant), key)).expect("the folder is this test's own");
        let done = Command::new(shell[0]).args(&shell[1..]).arg(&file).stdin(Stdio::null()).output();
        let done = done.expect("the shell is there: it was asked for");
        let printed = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success() && has_run(&printed), "{variant:?}: {printed}");
    }
}
