//! What is left of a laboratory that was killed: nothing.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Stands in the environment of every process of this test's laboratory.
const MARK: &str = "GUIDE_LAB_MARK";

/// The processes of the machine that carry the mark.
fn marked(mark: &str) -> Vec<u32> {
    let processes = fs::read_dir("/proc").expect("/proc is there").flatten();
    let numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let mark = format!("{MARK}={mark}");
    numbers
        .filter(|number| {
            let environment = fs::read(format!("/proc/{number}/environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|variable| variable == mark.as_bytes())
        })
        .collect()
}

fn networks() -> Vec<String> {
    let listed = fs::read_dir("/run/netns").into_iter().flatten().flatten();
    let mut names: Vec<String> = listed.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_laboratory_that_is_killed_leaves_no_process_and_no_network() {
    if let Some(hindrance) = guide_lab::sandbox::hindrance() {
        eprintln!("NOT TESTED: {hindrance}");
        return;
    }
    let before = networks();
    let mark = std::process::id().to_string();
    let site = std::env::temp_dir();
    let mut laboratory = Command::new(env!("CARGO_BIN_EXE_guide-lab"))
        .arg("stand")
        .env(MARK, &mark)
        .env("GUIDE_DIST", site)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the laboratory is built with its tests");
    let out = BufReader::new(laboratory.stdout.take().expect("it was piped"));
    let said = out.lines().map_while(Result::ok).find(|line| line.starts_with("standing"));
    assert!(said.is_some(), "the laboratory does not come up");
    let alive = marked(&mark).len();
    assert!(alive > 5, "servers of a whole internet and of a reader's network: {alive}");
    assert_eq!(networks(), before, "the laboratory's networks show on the machine");
    laboratory.kill().expect("it is ours");
    laboratory.wait().expect("it was killed");
    let began = Instant::now();
    while !marked(&mark).is_empty() {
        assert!(began.elapsed() < Duration::from_secs(10), "left behind: {:?}", marked(&mark));
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(networks(), before);
}
