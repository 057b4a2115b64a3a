//! A child process that ends with this one, however this one ends.
//!
//! A test harness leaves by `exit`: nothing that is kept for all tests is ever dropped. So each child gets a shell for
//! company that waits on a pipe from this process; when the pipe breaks, it ends the whole process group, browsers
//! included, and clears up.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const GUARD: &str = r#"out="$1"; shift
setsid "$@" &
read -r _
kill -TERM -$! 2>/dev/null || kill -TERM $!
wait
# What the program started may outlive it, and write once more.
kill -KILL -$! 2>/dev/null
[ -z "$out" ] || until rm -rf -- "$out" && [ ! -e "$out" ]; do :; done"#;

/// A child process with its guard.
#[derive(Debug)]
pub struct Guarded {
    /// Dropping it breaks the pipe that the guard waits on.
    _guard: Child,
}

impl Guarded {
    /// Starts a program and reads what it prints until `find` has found what is looked for (its port, as a rule).
    /// `cleared` is removed when the program has ended.
    ///
    /// # Panics
    /// Says what was missing: the program itself, or the line.
    #[track_caller]
    pub fn start<T>(
        program: &str,
        package: &str,
        arguments: &[String],
        environment: &[(&str, String)],
        cleared: Option<&Path>,
        find: impl Fn(&str) -> Option<T>,
    ) -> (Self, T) {
        let mut guard = Command::new("sh")
            .args(["-c", GUARD, "sh"])
            .arg(cleared.map_or_else(Default::default, Path::as_os_str))
            .arg(program)
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            // Not in the group of the tests: who interrupts them at the keyboard must not end the guard first.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a shell is on every system that these tests run on");
        // Both streams: a driver prints its port on one, a Go program on the other.
        let (found, finding) = std::sync::mpsc::channel();
        let streams: [Option<Box<dyn Read + Send>>; 2] =
            [guard.stdout.take().map(|out| Box::new(out) as _), guard.stderr.take().map(|out| Box::new(out) as _)];
        for stream in streams.into_iter().flatten() {
            let found = found.clone();
            // Reads on for as long as the program prints, so that it is never held up by a full pipe.
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = found.send(line);
                }
            });
        }
        drop(found);
        let mut said = String::new();
        while let Ok(line) = finding.recv_timeout(crate::runtime::PATIENCE) {
            if let Some(wanted) = find(&line) {
                std::thread::spawn(move || finding.iter().for_each(drop));
                return (Self { _guard: guard }, wanted);
            }
            said.push_str(&line);
            said.push('\n');
        }
        drop(guard.stdin.take());
        let _ = guard.wait();
        panic!("{program} did not start (Debian: apt-get install {package}). It said:\n{said}");
    }
}
