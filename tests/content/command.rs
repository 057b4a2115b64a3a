//! The command that authors run.

use crate::project::Project;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Writes a project to a folder of the test's own.
fn on_disk(project: &Project, name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if dir.exists() {
        std::fs::remove_dir_all(&dir).expect("the folder is this test's own");
    }
    project.write_to(&dir);
    dir
}

fn run(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_content"));
    command.arg("--dir").arg(dir).args(arguments).output().expect("the program was built for this test")
}

fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn check_succeeds_on_a_clean_project_and_fails_with_places_on_another() {
    let clean = run(&on_disk(&Project::valid().stamped_now(), "clean"), &["check"]);
    assert_eq!(clean.status.code(), Some(0), "{}", printed(&clean));
    assert!(
        printed(&clean).ends_with("1 symptoms, 2 causes, 1 findings, 1 solutions, 2 languages; 0 errors, 0 warnings\n"),
        "{}",
        printed(&clean)
    );
    let broken =
        Project::valid().stamped_now().replacing("guide/findings.toml", "test = \"lookup\"", "test = \"lockup\"");
    let dir = on_disk(&broken, "broken");
    let output = run(&dir, &[]);
    assert_eq!(output.status.code(), Some(1));
    let line = format!(
        "{}/guide/findings.toml:4:8: error: there is no command `lockup`\n    did you mean `lookup`?",
        dir.display()
    );
    assert!(printed(&output).contains(&line), "{}", printed(&output));
    assert!(printed(&output).ends_with("1 error, 0 warnings\n"), "{}", printed(&output));
}

#[test]
fn stamp_writes_the_file_and_status_counts_what_it_says() {
    let dir = on_disk(&Project::valid(), "stamp");
    let counts = |dir: &Path| {
        let table = printed(&run(dir, &["status"]));
        let english = table.lines().find(|line| line.starts_with("en ")).map(str::to_owned);
        let row = english.unwrap_or_else(|| panic!("no row for English:\n{table}"));
        row.split_whitespace().skip(1).map(|count| count.parse().expect("a count")).collect::<Vec<usize>>()
    };
    let [current, stale, unstamped, missing] = counts(&dir)[..] else { panic!("four counts for each language") };
    assert!(current == 0 && stale == 0 && unstamped > 0 && missing == 0);
    assert_eq!(run(&dir, &["check"]).status.code(), Some(1));
    let stamped = run(&dir, &["stamp", "en"]);
    assert_eq!(stamped.status.code(), Some(0), "{}", printed(&stamped));
    assert_eq!(run(&dir, &["check"]).status.code(), Some(0));
    assert_eq!(counts(&dir), [unstamped, 0, 0, 0]);
    std::fs::write(dir.join("sv/links.toml"), "[manual]\ntitle = \"En annan bok\"\n")
        .expect("the folder is this test's own");
    assert!(printed(&run(&dir, &["stamp", "en"])).contains("0 stamped, 1 still stale\nstale      link.manual.title"));
    assert_eq!(printed(&run(&dir, &["status", "en"])), "stale      link.manual.title\n");
    assert!(printed(&run(&dir, &["stamp", "en", "link.manual.title"])).contains("1 stamped, 0 still stale"));
}

#[test]
fn what_is_not_understood_is_answered_with_what_can_be_said() {
    let dir = on_disk(&Project::valid(), "usage");
    for (arguments, says) in [
        (&["chek"][..], "`chek` is not understood"),
        (&["stamp"], "stamp LANG [KEY…]"),
        (&["stamp", "en", "--all"], "--all-stale"),
        (&["stamp", "de"], "`de` is not in languages.toml"),
        (&["stamp", "sv"], "`sv` is the source language"),
        (&["stamp", "en", "link.none"], "there is no text `link.none`"),
        (&["status", "de"], "`de` is not in languages.toml"),
    ] {
        let output = run(&dir, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(printed(&output).contains(says), "{arguments:?}: {}", printed(&output));
    }
}
