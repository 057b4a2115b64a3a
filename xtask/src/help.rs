//! The help: one screen for all commands, one for each.

/// All commands, and the two that a newcomer needs.
pub const ALL: &str = "\
The tasks of this project. Each installs what it lacks, into target/tools.

    cargo xtask serve      build, serve on http://127.0.0.1:8080/ and reload on every change
    cargo xtask test       run all tests: native, in the browser, end to end, in a network with faults

    cargo xtask build      the release, in dist/
    cargo xtask content    check the content: file, line, what to do
    cargo xtask bench      sizes, speed and diagnosis against their limits
    cargo xtask ci         what CI runs: format, lints, tests, build, budgets
    cargo xtask setup      install all tools now
    cargo xtask help NAME  more about one command; docs/tasks.md has the whole story
";

/// The help of one command; `None` if there is no such command.
pub fn of(command: &str) -> Option<&'static str> {
    Some(match command {
        "serve" => "\
cargo xtask serve [--port 8080] [--base-path /] [--release] [--pseudo]

Builds the guide, serves it on 127.0.0.1 under the content policy of production, and builds again when a source changes. Open pages
reload. When a build fails, the terminal and the page say why, and the last good build stays.

    --port N          another port; 0 takes any free one
    --base-path PATH  serve below a path, as a documentation host would
    --release         the small, optimized program; slower to build
    --pseudo          add the pseudo languages, which show what translation would break
",
        "build" => "\
cargo xtask build [--base-path /] [--out DIR] [--origin https://HOST] [--pseudo]

Writes the finished site: static files for any host.

    --base-path PATH  the path that the host serves it below, such as /docs/acr/
    --out DIR         where to, instead of dist/; an earlier build there is replaced
    --origin ORIGIN   scheme and host for canonical addresses and the sitemap
    --pseudo          add the pseudo languages, which show what translation would break
",
        "test" => "\
cargo xtask test [native] [wasm] [e2e] [lab] [-- FILTER]

    native  the core, the views, the tasks, the content; nothing but Cargo is needed
    wasm    the program's own tests, in Chromium
    e2e     the release in Chromium, with a real registry on loopback
    lab     the release in Chromium and Firefox, in a small internet with faults; by its name only.
            Root on Linux, elsewhere left out and said so. Writes docs/reach-lab.md. FILTER: parts of scenarios' names

Without a name all but lab run. What follows -- goes to the test programs. Fails if any part failed, and names those at the end.
",
        "content" => "\
cargo xtask content [check]
cargo xtask content stamp LANGUAGE [KEY…]
cargo xtask content status

check (if nothing is said) answers with file, line and what to do; stamp notes that the texts of a language are made from the present
Swedish ones; status counts what is current, stale and missing. See docs/authoring.md.
",
        "bench" => "\
cargo xtask bench [sizes [--dist DIR] | paint | diagnosis]

    sizes      brotli sizes of a release against xtask/budgets.toml; fails above them
    paint      first and largest paint against a bare page of the same text, in a slowed browser
    diagnosis  labelled outputs, simulated readers and reading speed against src/trial/limits.rs; also in target/bench.json

Without a name all run. --dist measures a folder built before.
",
        "ci" => "\
cargo xtask ci [--no-test]

Format, lints with warnings as errors, tests, release build, size budgets. --no-test leaves out the tests, for a CI that shows them as a
step of its own (`.ci/run` does). Everything runs, even after a failure; the failures are named at the end.
",
        "setup" => "\
cargo xtask setup [build | test]

Installs the pinned tools into target/tools, and with them what `build` or `test` needs; everything if nothing is said. Every other
command does this for itself. A second run finds all in place, without the network.
",
        "help" => ALL,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_of_the_first_screen_has_a_screen_of_its_own() {
        let commands = ALL.lines().filter_map(|line| line.trim().strip_prefix("cargo xtask ")?.split(' ').next());
        let commands: Vec<_> = commands.collect();
        assert_eq!(commands.len(), 8);
        for command in commands {
            assert!(of(command).is_some(), "{command}");
        }
    }

    #[test]
    fn lines_fit_a_wide_terminal() {
        for command in ["help", "serve", "build", "test", "content", "bench", "ci", "setup"] {
            let text = of(command).unwrap_or_default();
            assert!(text.lines().all(|line| line.chars().count() <= 140), "{command}");
        }
    }
}
