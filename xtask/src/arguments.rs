//! What was asked for: the command line, as one value.

use crate::{BasePath, Origin};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// The port of `serve`, as the README says it.
pub const PORT: u16 = 8080;

/// One of the commands, with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Show the help, of one command or of all.
    Help(Option<String>),
    Setup(Setup),
    Serve(Serve),
    Build(Build),
    Test(Test),
    Ci {
        /// Also run the tests (`--no-test` leaves them to a command of their own).
        test: bool,
    },
    /// The arguments go to the guide's own `content` program.
    Content(Vec<OsString>),
    Bench(Bench),
    /// Trunk's hook: writes the pages beside the program. Not for people.
    Prerender,
}

/// What `setup` installs for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setup {
    Everything,
    Build,
    Test,
}

/// The options of `serve`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serve {
    pub port: u16,
    pub base_path: BasePath,
    pub release: bool,
    pub pseudo: bool,
}

/// The options of `build`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    pub base_path: BasePath,
    /// Where to; `dist` in the project if not said.
    pub out: Option<PathBuf>,
    pub origin: Option<Origin>,
    pub pseudo: bool,
}

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Native,
    Wasm,
    EndToEnd,
    Lab,
}

impl Part {
    /// What is run where none is named. The laboratory is run by its name: a network that loses packets by chance is not yet judged by what
    /// chance may bring (docs/reach-lab.md).
    pub const ALL: [Self; 3] = [Self::Native, Self::Wasm, Self::EndToEnd];
}

/// The options of `test`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    pub parts: Vec<Part>,
    /// What comes after `--`: for the test programs.
    pub filter: Vec<OsString>,
}

/// What `bench` measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bench {
    All,
    /// Sizes, of a fresh build or of the folder given.
    Sizes(Option<PathBuf>),
    Paint,
    /// The diagnosis: labelled outputs, simulated readers, speed.
    Diagnosis,
}

/// Reads the command line, without the program's name.
///
/// # Errors
/// What is not understood, and which help says more.
pub fn read(arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Result<Task, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let command = match parser.next().map_err(|error| error.to_string())? {
        None | Some(Short('h') | Long("help")) => return Ok(Task::Help(None)),
        Some(Value(command)) => command.to_string_lossy().into_owned(),
        Some(option) => return Err(format!("{}. See: cargo xtask help", option.unexpected())),
    };
    let task = match command.as_str() {
        "help" => help(&mut parser),
        "setup" => setup(&mut parser),
        "serve" => serve(&mut parser),
        "build" => build(&mut parser),
        "test" => test(&mut parser),
        "ci" => ci(&mut parser),
        "content" => content(&mut parser),
        "bench" => bench(&mut parser),
        "prerender" => nothing_more(&mut parser).map(|()| Task::Prerender),
        _ => return Err(format!("There is no command `{command}`. See: cargo xtask help")),
    };
    match task {
        Ok(task) => Ok(task),
        Err(Stop::Help) => Ok(Task::Help(Some(command))),
        Err(Stop::Bad(error)) => Err(format!("{error}. See: cargo xtask help {command}")),
    }
}

/// Why reading a command's options ended early.
enum Stop {
    Help,
    Bad(lexopt::Error),
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Self::Bad(error)
    }
}

type Read<T> = Result<T, Stop>;

/// The next option, where asking for help always works.
fn next<'a>(parser: &'a mut lexopt::Parser) -> Read<Option<lexopt::Arg<'a>>> {
    match parser.next()? {
        Some(Short('h') | Long("help")) => Err(Stop::Help),
        other => Ok(other),
    }
}

fn nothing_more(parser: &mut lexopt::Parser) -> Read<()> {
    match next(parser)? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn help(parser: &mut lexopt::Parser) -> Read<Task> {
    match next(parser)? {
        None => Ok(Task::Help(None)),
        Some(Value(command)) => {
            let command = command.to_string_lossy().into_owned();
            nothing_more(parser).map(|()| Task::Help(Some(command)))
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn setup(parser: &mut lexopt::Parser) -> Read<Task> {
    let for_what = match next(parser)? {
        None => return Ok(Task::Setup(Setup::Everything)),
        Some(Value(name)) if name == "build" || name == "serve" => Setup::Build,
        Some(Value(name)) if name == "test" => Setup::Test,
        Some(other) => return Err(other.unexpected().into()),
    };
    nothing_more(parser).map(|()| Task::Setup(for_what))
}

fn serve(parser: &mut lexopt::Parser) -> Read<Task> {
    let mut serve = Serve { port: PORT, base_path: BasePath::default(), release: false, pseudo: false };
    while let Some(option) = next(parser)? {
        match option {
            Long("port") => serve.port = parser.value()?.parse()?,
            Long("base-path") => serve.base_path = parser.value()?.parse()?,
            Long("release") => serve.release = true,
            Long("pseudo") => serve.pseudo = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Serve(serve))
}

fn build(parser: &mut lexopt::Parser) -> Read<Task> {
    let mut build = Build::default();
    while let Some(option) = next(parser)? {
        match option {
            Long("base-path") => build.base_path = parser.value()?.parse()?,
            Long("out") => build.out = Some(parser.value()?.into()),
            Long("origin") => build.origin = Some(parser.value()?.parse()?),
            Long("pseudo") => build.pseudo = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Build(build))
}

fn test(parser: &mut lexopt::Parser) -> Read<Task> {
    let mut parts = Vec::new();
    let mut filter = Vec::new();
    loop {
        // `--` ends the parts: what follows is not ours to read, not even `--help`.
        if let Some(mut rest) = parser.try_raw_args()
            && rest.peek().is_some_and(|next| next == "--")
        {
            rest.next();
            filter.extend(rest);
            break;
        }
        parts.push(match next(parser)? {
            None => break,
            Some(Value(name)) if name == "native" => Part::Native,
            Some(Value(name)) if name == "wasm" => Part::Wasm,
            Some(Value(name)) if name == "e2e" => Part::EndToEnd,
            Some(Value(name)) if name == "lab" => Part::Lab,
            Some(other) => return Err(other.unexpected().into()),
        });
    }
    if parts.is_empty() {
        parts = Part::ALL.to_vec();
    }
    Ok(Task::Test(Test { parts, filter }))
}

fn ci(parser: &mut lexopt::Parser) -> Read<Task> {
    let mut test = true;
    while let Some(option) = next(parser)? {
        match option {
            Long("no-test") => test = false,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Ci { test })
}

fn content(parser: &mut lexopt::Parser) -> Read<Task> {
    Ok(Task::Content(parser.raw_args()?.collect()))
}

fn bench(parser: &mut lexopt::Parser) -> Read<Task> {
    let name = match next(parser)? {
        None => return Ok(Task::Bench(Bench::All)),
        Some(Value(name)) => name,
        Some(other) => return Err(other.unexpected().into()),
    };
    if name == "paint" {
        return nothing_more(parser).map(|()| Task::Bench(Bench::Paint));
    }
    if name == "diagnosis" {
        return nothing_more(parser).map(|()| Task::Bench(Bench::Diagnosis));
    }
    if name != "sizes" {
        return Err(lexopt::Error::UnexpectedArgument(name).into());
    }
    let mut dist = None;
    while let Some(option) = next(parser)? {
        match option {
            Long("dist") => dist = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Bench(Bench::Sizes(dist)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Task, String> {
        read(line.split_whitespace())
    }

    #[test]
    fn without_a_command_the_help_is_shown() {
        assert_eq!(asked(""), Ok(Task::Help(None)));
        assert_eq!(asked("--help"), Ok(Task::Help(None)));
        assert_eq!(asked("help build"), Ok(Task::Help(Some("build".into()))));
        assert_eq!(asked("serve --port 1 --help"), Ok(Task::Help(Some("serve".into()))));
    }

    #[test]
    fn serve_has_a_port_of_its_own() {
        let plain = Serve { port: PORT, base_path: BasePath::default(), release: false, pseudo: false };
        assert_eq!(asked("serve"), Ok(Task::Serve(plain.clone())));
        let wanted = Serve { port: 9000, base_path: "/docs/".parse().unwrap(), release: true, pseudo: false };
        assert_eq!(asked("serve --port=9000 --base-path docs --release"), Ok(Task::Serve(wanted)));
    }

    #[test]
    fn build_takes_its_place_and_its_host() {
        let wanted = Build {
            base_path: "/docs/acr/".parse().unwrap(),
            out: Some("/tmp/site".into()),
            origin: Some("https://docs.example.com".parse().unwrap()),
            pseudo: true,
        };
        let line = "build --base-path /docs/acr/ --out /tmp/site --origin https://docs.example.com/ --pseudo";
        assert_eq!(asked(line), Ok(Task::Build(wanted)));
        assert_eq!(asked("build"), Ok(Task::Build(Build::default())));
    }

    #[test]
    fn tests_are_all_of_them_unless_named() {
        let all = Part::ALL.to_vec();
        assert_eq!(asked("test"), Ok(Task::Test(Test { parts: all.clone(), filter: vec![] })));
        assert_eq!(asked("test e2e"), Ok(Task::Test(Test { parts: vec![Part::EndToEnd], filter: vec![] })));
        assert_eq!(
            asked("test lab -- dns"),
            Ok(Task::Test(Test { parts: vec![Part::Lab], filter: vec!["dns".into()] }))
        );
        let filter = vec!["hydration".into(), "--help".into()];
        assert_eq!(
            asked("test e2e -- hydration --help"),
            Ok(Task::Test(Test { parts: vec![Part::EndToEnd], filter: filter.clone() }))
        );
        assert_eq!(asked("test -- hydration --help"), Ok(Task::Test(Test { parts: all, filter })));
    }

    #[test]
    fn content_passes_everything_on() {
        assert_eq!(
            asked("content stamp en request-timeout"),
            Ok(Task::Content(vec!["stamp".into(), "en".into(), "request-timeout".into()]))
        );
        assert_eq!(asked("content --help"), Ok(Task::Content(vec!["--help".into()])));
    }

    #[test]
    fn the_other_commands_are_read() {
        assert_eq!(asked("setup"), Ok(Task::Setup(Setup::Everything)));
        assert_eq!(asked("setup build"), Ok(Task::Setup(Setup::Build)));
        assert_eq!(asked("ci"), Ok(Task::Ci { test: true }));
        assert_eq!(asked("ci --no-test"), Ok(Task::Ci { test: false }));
        assert_eq!(asked("bench"), Ok(Task::Bench(Bench::All)));
        assert_eq!(asked("bench sizes --dist dist"), Ok(Task::Bench(Bench::Sizes(Some("dist".into())))));
        assert_eq!(asked("bench paint"), Ok(Task::Bench(Bench::Paint)));
        assert_eq!(asked("bench diagnosis"), Ok(Task::Bench(Bench::Diagnosis)));
    }

    #[test]
    fn what_is_not_understood_points_to_the_right_help() {
        for (line, part, help) in [
            ("biuld", "There is no command `biuld`", "cargo xtask help"),
            ("--port 80", "--port", "cargo xtask help"),
            ("serve --port many", "many", "cargo xtask help serve"),
            ("serve --port 70000", "70000", "cargo xtask help serve"),
            ("serve extra", "extra", "cargo xtask help serve"),
            ("build --base-path https://host/x", "--origin", "cargo xtask help build"),
            ("build --out", "--out", "cargo xtask help build"),
            ("test fast", "fast", "cargo xtask help test"),
            ("bench speed", "speed", "cargo xtask help bench"),
            ("help build serve", "serve", "cargo xtask help"),
        ] {
            let said = asked(line).unwrap_err();
            assert!(said.contains(part) && said.contains(help), "{line}: {said}");
        }
    }
}
