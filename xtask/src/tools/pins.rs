//! The one table of tools: which, in which version, from where, for what, and how long its installation usually takes.
//!
//! A version is changed here; tests compare it with `Cargo.toml` and `Trunk.toml`, which must name the same.

/// For what a tool is needed. Each command asks for one of these; nothing is installed that it does not need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// `serve`, `build`.
    Build,
    /// `test`, all of it: also what building needs.
    Test,
    /// `test native`: nothing but Cargo.
    Native,
    /// `test wasm`: the program's tests in a browser.
    Wasm,
    /// `test lab`: the network laboratory.
    Lab,
    /// The lints of `ci`.
    Lint,
    /// `setup`: everything.
    All,
}

/// Where a tool comes from, and with it how it is installed and recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A part of Rust, for a compilation target: `rustup target add`.
    RustTarget,
    /// A part of Rust: `rustup component add`.
    RustComponent,
    /// Compiled by `cargo install` into `target/tools/bin`.
    Cargo {
        /// Build with the versions that its authors tested.
        locked: bool,
        /// The programs that are used; each is asked for its version.
        programs: &'static [&'static str],
        /// Variables for its build.
        env: &'static [(&'static str, &'static str)],
    },
    /// A package of npm, into `target/tools/<name>`.
    Npm {
        /// The package's file that is used, below its folder.
        file: &'static str,
        /// Ask it for its version (`--version`), rather than its `package.json`.
        program: bool,
    },
    /// A package of the system: Debian's, if this is Debian. Any version will do.
    System {
        /// The program it brings.
        program: &'static str,
    },
}

/// A tool in the version that this project uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Its name where it comes from.
    pub name: &'static str,
    /// The version, as the source writes it; `any` for what the system or the toolchain decides.
    pub version: &'static str,
    pub source: Source,
    /// How long it usually takes on two cores.
    pub usually: &'static str,
    /// What it is for, in a few words.
    pub purpose: &'static str,
    needs: &'static [Need],
}

impl Pin {
    /// Whether a command with this need uses the tool.
    pub fn is_for(&self, need: Need) -> bool {
        need == Need::All || self.needs.contains(&need)
    }
}

/// Building Trunk as its authors release it takes twice as long, for a program that waits for other programs.
const QUICK: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Every tool, in the order of installation.
pub const PINS: &[Pin] = &[
    Pin {
        name: "wasm32-unknown-unknown",
        version: "any",
        source: Source::RustTarget,
        usually: "under a minute",
        purpose: "compiles to WebAssembly",
        needs: &[Need::Build, Need::Test, Need::Wasm, Need::Lab, Need::Lint],
    },
    Pin {
        name: "rust-src",
        version: "any",
        source: Source::RustComponent,
        usually: "under a minute",
        purpose: "is the library that a release builds anew, smaller",
        needs: &[Need::Build, Need::Test],
    },
    Pin {
        name: "rustfmt",
        version: "any",
        source: Source::RustComponent,
        usually: "under a minute",
        purpose: "checks the format",
        needs: &[Need::Lint],
    },
    Pin {
        name: "clippy",
        version: "any",
        source: Source::RustComponent,
        usually: "under a minute",
        purpose: "checks the code",
        needs: &[Need::Lint],
    },
    Pin {
        name: "binaryen",
        version: "132.0.0",
        source: Source::Npm { file: "bin/wasm-opt", program: true },
        usually: "under a minute",
        purpose: "shrinks the WebAssembly (wasm-metadce, wasm-opt)",
        needs: &[Need::Build, Need::Test, Need::Lab],
    },
    Pin {
        name: "uglify-js",
        version: "3.19.3",
        source: Source::Npm { file: "bin/uglifyjs", program: true },
        usually: "under a minute",
        purpose: "shrinks the JavaScript",
        needs: &[Need::Build, Need::Test, Need::Lab],
    },
    Pin {
        name: "wasm-bindgen-cli",
        version: "0.2.130",
        source: Source::Cargo { locked: false, programs: &["wasm-bindgen", "wasm-bindgen-test-runner"], env: &[] },
        usually: "2 to 5 minutes",
        purpose: "joins WebAssembly and JavaScript",
        needs: &[Need::Build, Need::Test, Need::Wasm, Need::Lab],
    },
    Pin {
        name: "trunk",
        version: "0.21.14",
        source: Source::Cargo { locked: true, programs: &["trunk"], env: QUICK },
        usually: "4 to 8 minutes",
        purpose: "builds the site",
        needs: &[Need::Build, Need::Test, Need::Lab],
    },
    Pin {
        name: "axe-core",
        version: "4.14.1",
        source: Source::Npm { file: "axe.min.js", program: false },
        usually: "under a minute",
        purpose: "finds barriers in pages",
        needs: &[Need::Test],
    },
    Pin {
        name: "chromium",
        version: "any",
        source: Source::System { program: "chromium" },
        usually: "1 to 2 minutes",
        purpose: "runs the browser tests",
        needs: &[Need::Test, Need::Wasm, Need::Lab],
    },
    Pin {
        name: "chromium-driver",
        version: "any",
        source: Source::System { program: "chromedriver" },
        usually: "under a minute",
        purpose: "drives Chromium",
        needs: &[Need::Test, Need::Wasm, Need::Lab],
    },
    Pin {
        name: "xvfb",
        version: "any",
        source: Source::System { program: "Xvfb" },
        usually: "under a minute",
        purpose: "is the display that nobody sees, for a browser that has to ask",
        needs: &[Need::Test],
    },
    Pin {
        name: "docker-registry",
        version: "any",
        source: Source::System { program: "docker-registry" },
        usually: "under a minute",
        purpose: "is the registry that the tests check",
        needs: &[Need::Test, Need::Lab],
    },
    Pin {
        name: "libnss3-tools",
        version: "any",
        source: Source::System { program: "certutil" },
        usually: "under a minute",
        purpose: "lets browsers trust the tests' certificates",
        needs: &[Need::Test, Need::Lab],
    },
    Pin {
        name: "bind9-dnsutils",
        version: "any",
        source: Source::System { program: "dig" },
        usually: "under a minute",
        purpose: "asks for names, where the script that is run where it fails is tried",
        needs: &[Need::Test],
    },
    Pin {
        name: "busybox",
        version: "any",
        source: Source::System { program: "busybox" },
        usually: "under a minute",
        purpose: "is the smallest shell that the script runs in",
        needs: &[Need::Test],
    },
    Pin {
        name: "curl",
        version: "any",
        source: Source::System { program: "curl" },
        usually: "under a minute",
        purpose: "is a tool that the script uses",
        needs: &[Need::Test],
    },
    Pin {
        name: "iproute2",
        version: "any",
        source: Source::System { program: "ip" },
        usually: "under a minute",
        purpose: "makes the networks in which script and check meet faults",
        needs: &[Need::Test, Need::Lab],
    },
    Pin {
        name: "netcat-openbsd",
        version: "any",
        source: Source::System { program: "nc" },
        usually: "under a minute",
        purpose: "is a tool that the script uses",
        needs: &[Need::Test],
    },
    Pin {
        name: "shellcheck",
        version: "any",
        source: Source::System { program: "shellcheck" },
        usually: "under a minute",
        purpose: "reads the script",
        needs: &[Need::Test],
    },
    Pin {
        name: "wget",
        version: "any",
        source: Source::System { program: "wget" },
        usually: "under a minute",
        purpose: "is a tool that the script uses",
        needs: &[Need::Test],
    },
    Pin {
        name: "dnsmasq-base",
        version: "any",
        source: Source::System { program: "dnsmasq" },
        usually: "under a minute",
        purpose: "answers for names in the network laboratory",
        needs: &[Need::Lab],
    },
    Pin {
        name: "firefox-esr",
        version: "any",
        source: Source::System { program: "firefox-esr" },
        usually: "1 to 2 minutes",
        purpose: "is the laboratory's second browser",
        needs: &[Need::Lab],
    },
    Pin {
        name: "nftables",
        version: "any",
        source: Source::System { program: "nft" },
        usually: "under a minute",
        purpose: "drops, refuses and diverts packets in the laboratory",
        needs: &[Need::Lab],
    },
    Pin {
        name: "nginx-light",
        version: "any",
        source: Source::System { program: "nginx" },
        usually: "under a minute",
        purpose: "speaks HTTPS in the laboratory",
        needs: &[Need::Lab],
    },
    Pin {
        name: "squid",
        version: "any",
        source: Source::System { program: "squid" },
        usually: "under a minute",
        purpose: "is the laboratory's proxy",
        needs: &[Need::Lab],
    },
    Pin {
        name: "xdotool",
        version: "any",
        source: Source::System { program: "xdotool" },
        usually: "under a minute",
        purpose: "presses a key in the laboratory's browsers",
        needs: &[Need::Lab],
    },
    Pin {
        name: "xvfb",
        version: "any",
        source: Source::System { program: "Xvfb" },
        usually: "under a minute",
        purpose: "is the screen of browsers that need a window",
        needs: &[Need::Lab],
    },
];

/// The oldest Node.js that runs the tools from npm.
pub const OLDEST_NODE: u32 = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;
    use std::fs;

    fn version(name: &str) -> &'static str {
        PINS.iter().find(|pin| pin.name == name).map(|pin| pin.version).unwrap()
    }

    #[test]
    fn the_crate_that_is_bound_and_the_tool_that_binds_have_one_version() {
        let manifest = fs::read_to_string(project::root().join("Cargo.toml")).unwrap();
        let wanted = format!("wasm-bindgen = {{ version = \"={}\"", version("wasm-bindgen-cli"));
        assert!(manifest.contains(&wanted), "Cargo.toml should have: {wanted}");
    }

    #[test]
    fn trunk_is_told_the_versions_of_this_table() {
        let config = fs::read_to_string(project::root().join("Trunk.toml")).unwrap();
        for line in [
            format!("trunk-version = \"={}\"", version("trunk")),
            format!("wasm_bindgen = \"{}\"", version("wasm-bindgen-cli")),
        ] {
            assert!(config.contains(&line), "Trunk.toml should have: {line}");
        }
    }

    #[test]
    fn building_needs_no_browser_and_native_tests_need_nothing() {
        let system = |pin: &&Pin| matches!(pin.source, Source::System { .. });
        assert_eq!(PINS.iter().filter(|pin| pin.is_for(Need::Build)).filter(system).count(), 0);
        assert_eq!(PINS.iter().filter(|pin| pin.is_for(Need::Native)).count(), 0);
        assert!(PINS.iter().all(|pin| pin.is_for(Need::All)));
    }
}
